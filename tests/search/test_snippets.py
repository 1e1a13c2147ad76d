"""The passages that are shown, and the characters that are marked in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.records.index.full_text_query import FullTextQuery
from service.search.snippets import LONGEST_SNIPPET, MOST_SNIPPETS, Passage, snippets

FILLER = st.text(st.sampled_from("ab ö성-'é. "), max_size=400)


def found(query: str, *texts: str, names: tuple[str, ...] = ()) -> list[dict[str, object]]:
    passages = [Passage(f"/{number}", text, is_name=text in names) for number, text in enumerate(texts)]
    return snippets(passages, FullTextQuery.parse(query).words)


def pointers(query: str, *texts: str, **options: tuple[str, ...]) -> list[object]:
    return [each["pointer"] for each in found(query, *texts, **options)]


@given(FILLER, st.sampled_from(["Hwasong", "화성", "HWASŎNG", "hwaso\u0306ng", "x" * 500]), FILLER)
def test_a_snippet_is_part_of_its_text_and_what_is_marked_is_what_was_asked(
    before: str, word: str, after: str
) -> None:
    text = f"{before} {word} {after}"
    (snippet,) = found(word, text)
    start, shown = snippet["start"], snippet["text"]
    assert isinstance(start, int)
    assert isinstance(shown, str)
    assert len(shown) <= LONGEST_SNIPPET
    assert text[start : start + len(shown)] == shown
    assert snippet["whole_length"] == len(text)
    marked = [shown[each["start"] : each["end"]] for each in snippet["highlights"]]  # type: ignore[attr-defined]
    assert marked == [word] or (word.startswith(marked[0]) and len(marked[0]) > LONGEST_SNIPPET / 2)


def test_a_short_text_is_shown_whole() -> None:
    assert found("gantry", "The gantry tower")[0]["text"] == "The gantry tower"


def test_a_long_text_is_cut_between_words() -> None:
    text = f"{'lorem ipsum ' * 40}gantry {'dolor sit ' * 40}"
    shown = str(found("gantry", text)[0]["text"])
    assert shown.split()[0] in ("lorem", "ipsum")
    assert shown.split()[-1] in ("dolor", "sit")
    assert "gantry" in shown


def test_overlapping_words_are_marked_once() -> None:
    (snippet,) = found("Tongch'ang-ri", "at Tongch'ang-ri")
    assert snippet["highlights"] == [{"start": 3, "end": 16}]


def test_passages_that_hold_more_of_the_words_come_first() -> None:
    assert pointers("crane pad", "a crane there", "the crane on the pad", "the pad") == ["/1", "/0", "/2"]


def test_names_and_whole_sentences_go_before_single_words() -> None:
    assert pointers("sohae", "sohae", "seen at Sohae", "Sohae", names=("Sohae",)) == ["/2", "/1", "/0"]


def test_each_text_is_shown_once_and_only_a_few() -> None:
    assert pointers("pad", *["the pad"] * 4) == ["/0"]
    assert len(pointers("pad", *(f"pad {number}" for number in range(9)))) == MOST_SNIPPETS
