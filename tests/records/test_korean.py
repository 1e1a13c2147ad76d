"""Korean words are found with and without the particles that are written with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.records.index.korean import stem

PARTICLES = "은 이 을 과 으로 의 에 에서 에서는 에서도 에게 까지 부터 도 만 들이 들은".split()  # noqa: SIM905


@pytest.mark.parametrize("word", ["판문점", "북한", "정상회담", "영변", "미사일"])
@pytest.mark.parametrize("particle", PARTICLES)
def test_a_word_is_the_same_with_any_particle(word: str, particle: str) -> None:
    if word == "미사일" and particle == "으로":
        particle = "로"
    assert stem(word + particle) == stem(word) == word


@pytest.mark.parametrize("particle", ["는", "가", "를", "와", "로", "의", "에", "에서", "도", "만"])
def test_after_a_vowel_other_particles_follow(particle: str) -> None:
    assert stem(f"비핵화{particle}") == "비핵화"


@pytest.mark.parametrize("word", ["전문가", "회의", "국가", "합의", "문재인", "동창리", "마을"])
def test_a_word_that_only_ends_like_one_with_a_particle_stays_whole(word: str) -> None:
    assert stem(word) == word


def test_what_is_attached_to_another_word_may_be_nothing_but_a_particle() -> None:
    assert stem("을", is_attached=True) == ""
    assert stem("급을", is_attached=True) == stem("급", is_attached=True) == "급"


@given(st.text(st.sampled_from("판문점회의에서은는이가을를로도만과와들한미국"), min_size=1))
def test_a_stem_begins_the_word_and_has_no_stem_but_itself(word: str) -> None:
    found = stem(word)
    assert word.startswith(found)
    assert found
    assert stem(found) == found
