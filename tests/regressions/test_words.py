"""Articles word by word: what is the same, what is not, and at what cost."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import clean
from cleaner.regressions.changes import Sort
from cleaner.regressions.checking import article_of
from cleaner.regressions.prose import article_changes
from cleaner.regressions.reading import Reading, read
from cleaner.regressions.settings import Settings
from cleaner.regressions.sides import Side
from cleaner.regressions.words import edits
from cleaner.text.words import words
from tests.cases import FIXTURES

PAGES = sorted((FIXTURES / "pages").glob("*/page.*"))
LINES = st.lists(
    st.lists(st.sampled_from("a b c d e f".split()), max_size=8).map(" ".join), max_size=8
)


def told(want: list[str], got: list[str]) -> list[tuple[Sort, str, str]]:
    changes = article_changes(Reading("", tuple(want)), Reading("", tuple(got)))
    return [(change.sort, change.was, change.text) for change in changes]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.parent.name)
def test_marks_do_not_hide_or_make_words(page: Path) -> None:
    cleaned = clean(page.read_bytes())
    found = read(article_of(cleaned))
    assert found.title == cleaned.title
    assert words("\n".join(found.lines)) == words("\n".join(b.text for b in cleaned.blocks))
    assert not article_changes(read(article_of(cleaned)), found)


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("a\n b  \nc", ["a b c"]),
        ("- a\n- b\n    1. c\n\n   d", ["a", "b", "c", "d"]),
        ("| a | b |\n|:--|--:|\n| c\\|d | `e` |", ["a b", "c|d e"]),
        ("> a\n> b\n\nc", ["a b", "c"]),
        ('[a](http://x.y "t") ![b](c) <http://d.e>', ["a b http://d.e"]),
        ("\\*a\\* &lt;b&gt; &amp;", ["*a* <b> &"]),
        ("```python\na = 1\n```\n\n    b", ["a = 1", "b"]),
        ("<div>a</div> <!-- b -->", ["<div>a</div> <!-- b -->"]),
        ("~~a~~ __b__ *c*d", ["a b cd"]),
        ("## a\n\n# b", ["a", "b"]),
        ("", []),
        ("> " * 60 + "a", ["a"]),
    ],
)
def test_markdown_as_people_write_it(markdown: str, lines: list[str]) -> None:
    assert read(f"# T\n\n{markdown}") == Reading("T", tuple(lines))
    assert read(markdown.replace("\n", "\r\n")).lines == tuple(lines)


@pytest.mark.parametrize("title", ["A * B", "C #", "<b>x</b>", "[a](b)", "AT&amp;T", "1. One", ""])
def test_a_title_is_its_own(title: str) -> None:
    text = f"# {title}\n\nbody\n" if title else "body\n"
    assert not article_changes(read(text), Reading(title, ("body",)))
    assert article_changes(read(text), Reading("Other", ("body",)))


def test_a_run_that_is_lost_comes_with_the_words_around_it() -> None:
    line = "One two three, four “five six” seven eight nine ten."
    (change,) = article_changes(
        Reading("", (line,)), Reading("", (line.replace(" “five six”", ""),))
    )
    assert (change.sort, change.before, change.text, change.after) == (
        Sort.LOST,
        "One two three, four",
        "“five six”",
        "seven eight nine ten.",
    )


def test_words_that_ran_together_are_told_as_such() -> None:
    assert told(["it was foo bar here"], ["it was foobar here"]) == [
        (Sort.REWORDED, "foo bar", "foobar")
    ]


def test_two_different_texts_are_not_picked_apart() -> None:
    one = "The minister of the interior said that the law would be put to the vote in the spring"
    other = "Read the best of the week in our newsletter, and the offers of the shops that we like"
    assert told([one], [other]) == [(Sort.LOST, "", one), (Sort.LEAKED, "", other)]


def test_paragraphs_may_be_cut_otherwise() -> None:
    assert told(["a b c", "d e"], ["a b", "c d e"]) == []
    assert told(["a", "a a"], ["a a", "a"]) == []


def test_a_language_with_letters_that_grow() -> None:
    assert told(["İstanbul İZMİR ıslak"], ["istanbul izmir ıslak"]) == []
    assert told(["x İstanbul y z"], ["x İzmir y z"]) == [(Sort.REWORDED, "İstanbul", "İzmir")]


@given(LINES, LINES)
def test_the_edits_make_the_one_of_the_other(one: list[str], other: list[str]) -> None:
    want, got = Side(one), Side(other)
    made, at = [], 0
    for edit in edits(want, got):
        made += want.words[at : edit.a] + got.words[edit.x : edit.y]
        at = edit.b
    assert made + want.words[at:] == got.words
    assert bool(told(one, other)) == (want.words != got.words)


@given(st.text(max_size=60))
def test_every_word_stands_where_it_is_said(line: str) -> None:
    side = Side([line])
    for word in side.found:
        assert line[word.start : word.end].casefold()[:1] == word.word.casefold()[:1]
    if side.found:
        assert side.text(0, len(side.found)) == line


@pytest.mark.limits
@pytest.mark.parametrize("kinds", [3, 50, 30_000])
def test_a_long_article_is_compared_in_bounded_time(kinds: int) -> None:
    random.seed(7)
    vocabulary = [f"w{n}" for n in range(kinds)]
    one = [" ".join(random.choices(vocabulary, k=60)) for _ in range(1500)]
    other = [" ".join(random.choices(vocabulary, k=60)) for _ in range(1500)]
    start = time.perf_counter()
    assert told(one, other)
    assert told(one, one[:700] + one[900:] + other[:50])
    assert time.perf_counter() - start < 20


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.lists(st.sampled_from(["byline", "caption"]), unique=True),
)
def test_settings_are_read_as_they_were_written(url: str, keep: list[str]) -> None:
    made = Settings({"url": url, "keep": keep, "max_bytes": 5})
    assert Settings.read(made.text()) == made
