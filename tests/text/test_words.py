"""Words, keys and likeness: small pure functions that everything else counts with."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.text import words as t
from cleaner.text.likeness import likeness


@pytest.mark.parametrize(
    ("raw", "tidied"),
    [
        ("  one\t two\r\nthree ", "one two three"),
        ("no\u00a0break\u202fspace\u3000here", "no break space here"),
        ("soft\u00adhyphen zero\u200bwidth \ufeffmark", "softhyphen zerowidth mark"),
        ("bell\x07 and lone \udc80surrogate", "bell and lone surrogate"),
        ("right\u200f to \u200eleft", "right to left"),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_tidy(raw: str, tidied: str) -> None:
    assert t.collapse_space(raw) == tidied


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("“Don’t” — she said – ‘never’", "\"don't\" - she said - 'never'"),
        ("«Été»\u00a0:", '"été" :'),
        ("免责声明：本文（转载）", "免责声明:本文(转载)"),
        ("İSTANBUL IŞIK", "istanbul işik"),
        ("Ёлка и ёж", "елка и еж"),
        ("STRASSE", "strasse"),
        ("Știri și ştiri", "ştiri şi ştiri"),
        ("می\u200cخوانید", "می خوانید"),
        ("מנכ״ל", 'מנכ"ל'),
    ],
)
def test_plain(raw: str, plain: str) -> None:
    assert t.fold(raw) == plain


@given(st.text())
def test_plain_is_as_long_as_its_input_so_that_spans_carry_over(raw: str) -> None:
    assert len(t.fold(raw)) == len(raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("It’s 2.5% up", ["it", "s", "2", "5", "up"]),
        ("東京 Tower", ["東", "京", "tower"]),
        ("カタカナ", ["カ", "タ", "カ", "ナ"]),
        ("สวัสดี", ["ส", "ว", "ั", "ส", "ด", "ี"]),
        ("서울 시장", ["서울", "시장"]),
        ("", []),
    ],
)
def test_words(raw: str, expected: list[str]) -> None:
    assert t.words(raw) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("You May Also Like:", "you may also like"),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ", "full width"),
        ("ﬁrst oﬀer", "first offer"),
        ("Straße", "STRASSE"),
        ("a\u200bb — c", "ABC"),
    ],
)
def test_the_same_said_otherwise_has_the_same_key(one: str, other: str) -> None:
    assert t.match_key(one) == t.match_key(other) != ""


def test_signs_alone_have_no_key() -> None:
    assert t.match_key("— * * * —") == t.match_key("…") == ""


def test_likeness() -> None:
    lead = "Beijing does not want the war to end, viewing it as one that [weakens] the West."
    body = "Beijing does not want the war to end, viewing it as one that weakens the West."
    assert likeness(lead, body) == likeness(body, lead) == 100
    assert likeness(lead, "Rain fell for nine days.") < 20
    assert likeness("东京的雨下了九天", "东京的雨下了十天") > 80


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It rained.", True),
        ("“It rained.”", True),
        ("It rained.¹", True),
        ("雨が降った。", True),
        ("（雨停了。）", True),
        ("هل توقف المطر؟", True),
        ("It rained, and", False),
        ("It rained:", False),
        ("", False),
    ],
)
def test_ends_sentence(text: str, ends: bool) -> None:
    assert t.ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("The company said …", True),
        ("The company said...", True),
        ("The company […]", True),
        ("The company [...]", True),
        ("Well … he said.", False),
        ("The company said.", False),
    ],
)
def test_is_cut(text: str, cut: bool) -> None:
    assert t.is_cut(text) is cut


def test_sentences() -> None:
    assert t.sentences("It rained. “It stopped!” he said. Then…") == (
        "It rained.",
        "“It stopped!”",
        "he said.",
        "Then…",
    )
    assert t.sentences("雨停了。他走了！她没有") == ("雨停了。", "他走了！", "她没有")
    assert t.sentences("") == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Profit rose 3.5 percent. Then it fell.", "Profit rose 3.5 percent."),
        ("Write to example.com today. Rain fell.", "Write to example.com today."),
        ("?Why so. Because.", "?Why so."),
    ],
)
def test_a_full_stop_inside_a_word_ends_no_sentence(text: str, first: str) -> None:
    assert t.sentences(text)[0] == first


@given(st.text(alphabet='ab .!?…。"”’»)\n\u3000x'))
def test_sentences_lose_nothing_but_space(text: str) -> None:
    assert "".join("".join(t.sentences(text)).split()) == "".join(text.split())


@pytest.mark.limits
@pytest.mark.parametrize("piece", [".", "a.", " ", '."', "word ", "。", "1.5 and "])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    long = piece * (20_000 // len(piece)) + ".a"
    start = time.process_time()
    for function in (
        t.collapse_space,
        t.fold,
        t.words,
        t.match_key,
        t.sentences,
        t.has_sentence,
        t.ends_sentence,
    ):
        function(long)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("text", "unspaced"),
    [
        ("東京 is", True),
        ("Tokyo 東京 is large", False),
        ("서울", False),
        ("", False),
        ("123", False),
    ],
)
def test_is_unspaced(text: str, unspaced: bool) -> None:
    assert t.is_unspaced(text) is unspaced
