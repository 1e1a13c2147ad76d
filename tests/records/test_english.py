"""English words are found by their stem, in whichever country they were spelled."""

from __future__ import annotations

from itertools import combinations

import pytest

from service.records.index.english import stem

SAME = (
    "denuclearization denuclearisation denuclearize denuclearise denuclearized denuclearised denuclearizing",
    "cancel cancels canceled cancelled canceling cancelling cancellation",
    "dismantle dismantled dismantling dismantlement",
    "launch launches launched launching",
    "icbm icbms",
    "slbm slbms",
    "organization organisations organize organised organiser",
    "exercise exercises exercising exercised",
    "revise revised revision",
    "precise precision",
    "armor armour armored armoured",
    "neighbor neighbours",
    "center centre centers centres",
    "kilometer kilometres",
    "defense defence",
    "program programme programmes programming",
    "dialog dialogue dialogues",
    "analyze analyse analysed analyzing",
    "fuel fueled fuelled fuelling",
    "travel traveled travelled",
    "fulfill fulfil fulfilled",
    "judgment judgement",
    "maneuver manoeuvre manoeuvres",
    "aluminum aluminium",
    "gray grey",
)


@pytest.mark.parametrize("words", SAME)
def test_all_forms_and_spellings_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_different_words_have_different_stems() -> None:
    stems = [stem(words.split()[0]) for words in SAME]
    assert all(one != other for one, other in combinations(stems, 2))


@pytest.mark.parametrize("name", ["sohae", "donghae", "us", "usa", "dprk", "kim", "hanoi", "pyongyang"])
def test_a_name_is_no_form_of_another_word(name: str) -> None:
    assert stem(name) == name


def test_a_name_in_ae_has_a_genitive() -> None:
    assert stem("sohaes") == "sohae"
