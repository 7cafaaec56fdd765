"""Copies within a batch: first what must not be taken for one, then what must."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import replace

import pytest

pytest.importorskip("rensa")

from cleaner.batch.dedup.duplicates import Copy, find_duplicates, signature
from cleaner.text.words import words
from tests.batch.dedup.stories import (
    BOILERPLATE,
    CHINESE,
    CHINESE_OTHER,
    FERRY,
    LIBRARY,
    THAI,
    WEEK,
)


def copies(*texts: str) -> list[Copy]:
    return [
        Copy(n, f"p{n}", None, signature(text), len(words(text))) for n, text in enumerate(texts)
    ]


def pairs(*texts: str) -> set[tuple[int, str]]:
    return {(place, duplicate.of) for place, duplicate in find_duplicates(copies(*texts)).items()}


def week(seed: int) -> str:
    dice = random.Random(seed)
    figures = [f"{dice.uniform(80, 400):.2f}" for _ in range(9)]
    way, day = dice.choice(["rose", "fell"]), dice.choice(["Friday", "Thursday"])
    return WEEK.format(*figures, way=way, day=day)


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def opening(text: str) -> str:
    return "\n\n".join(paragraphs(text)[:2])


# --- no copies


def test_two_stories() -> None:
    assert pairs(FERRY, LIBRARY) == set()
    assert pairs(CHINESE, CHINESE_OTHER) == set()


def test_one_boilerplate_under_two_articles() -> None:
    assert pairs(*(f"{opening(text)}\n\n{BOILERPLATE}" for text in (FERRY, LIBRARY))) == set()


def test_reports_of_one_template_with_other_figures() -> None:
    assert pairs(*(week(seed) for seed in range(8))) == set()


def test_a_short_notice_with_a_quotation_of_the_long_story() -> None:
    notice = f"""The ferry stays in port, and nobody can say for how long, the council heard.
{paragraphs(FERRY)[2]} A decision on who pays for taxis is to be made next week, and until then
those who must travel should keep their receipts, the clerk of the council wrote in a letter."""
    assert pairs(notice, f"{FERRY}\n\n{LIBRARY}") == set()


def test_a_round_up_glues_no_stories_together() -> None:
    assert pairs(FERRY, LIBRARY, f"{FERRY}\n\n{LIBRARY}") == set()
    both = pairs(FERRY, FERRY + " It is so.", LIBRARY, LIBRARY + " It is.", f"{FERRY}\n\n{LIBRARY}")
    assert both == {(0, "p1"), (2, "p3")}


def test_a_chain_of_ever_more_changed_texts_is_no_group() -> None:
    found = find_duplicates(copies(*(_mixed(share) for share in range(0, 101, 10))))
    share = {f"p{n}": n for n in range(11)}
    assert found
    assert all(abs(place - share[duplicate.of]) <= 4 for place, duplicate in found.items())


def _mixed(percent: int) -> str:
    one, other = words(FERRY), words(LIBRARY)
    cut = len(one) * percent // 100
    return " ".join(other[:cut] + one[cut:]) + "."


@pytest.mark.parametrize("text", ["", " ", "\n\n", "。" * 500, "– • –", "\u200b"])
def test_texts_without_a_word_are_nobody_s_copies(text: str) -> None:
    assert signature(text) == b""
    assert pairs(text, text) == set()


@pytest.mark.parametrize("text", ["One line.", "word " * 39, "字" * 39])
def test_short_texts_that_are_nearly_the_same(text: str) -> None:
    assert pairs(text, f"{text} ", f"{text}!", f"{text} More.", "") == set()


def test_nothing_at_all() -> None:
    assert find_duplicates([]) == {}


def test_a_signature_of_another_make() -> None:
    with pytest.raises(ValueError, match="p0: a signature has"):
        find_duplicates([Copy(0, "p0", None, b"1234", 5)])


# --- copies


@pytest.mark.parametrize("text", [FERRY, CHINESE, THAI], ids=["english", "chinese", "thai"])
def test_the_same_text_twice(text: str) -> None:
    assert pairs(text, text) == {(1, "p0")}


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('"', "”").replace("'", "’"),
        lambda text: text.replace("Monday", "Tuesday").replace("groceries", "food"),
        lambda text: text.replace("\n\n", " "),
        lambda text: "\n\n".join(paragraphs(text)[:3]),
        lambda text: f"{text}\n\n{BOILERPLATE}",
        lambda text: f"Islanders wait for a boat.\n\n{text}",
        lambda text: text.upper(),
        lambda text: text.replace(" ", "\u00a0"),
    ],
)  # fmt: skip
def test_an_edited_copy(change) -> None:
    assert len(pairs(FERRY, change(FERRY))) == 1


@pytest.mark.parametrize("text", ["Photo: J. Moen", "7", "字", "word " * 39, "\ud800 rain"])
def test_short_texts_that_are_the_same_to_the_byte(text: str) -> None:
    found = find_duplicates(copies(text, FERRY, text, f"{text}.", text))
    assert {place: (d.of, d.relation) for place, d in found.items()} == {
        2: ("p0", "same text"),
        4: ("p0", "same text"),
    }


def test_edited_chinese() -> None:
    assert pairs(CHINESE, CHINESE.replace("面粉", "大米").replace("周日", "周六")) == {(1, "p0")}
    assert pairs(CHINESE[: len(CHINESE) * 2 // 3], CHINESE) == {(0, "p1")}


def test_many_copies_of_one_story_and_many_stories() -> None:
    texts = [f"{FERRY} The {n}th edition says so." for n in range(90)]
    stories = [" ".join(random.Random(n).choices(words(LIBRARY), k=150)) for n in range(90)]
    found = find_duplicates(copies(*texts, *stories))
    assert set(found) <= set(range(90))
    assert len(found) == 89


# --- what a copy is of the one that is kept


def relation(copy: str, kept: str) -> str:
    known = [Copy(n, f"p{n}", None, signature(text), 0) for n, text in enumerate((kept, copy))]
    (found,) = find_duplicates(known).values()
    assert found.of == "p0"
    return found.relation


ADDED = paragraphs(LIBRARY)[2]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('"', "”").replace("'", "’"),
        lambda text: text.replace("Monday", "Tuesday").replace("groceries", "food"),
        lambda text: text.replace("\n\n", " "),
        lambda text: " ".join(text.split()),
        lambda text: text.upper(),
        lambda text: f"Islanders wait for a boat.\n\n{text}",
        lambda text: f"{text}\n\nRead the full story at The Harbour Gazette.",
    ],
)
@pytest.mark.parametrize("text", [FERRY, CHINESE], ids=["english", "chinese"])
def test_reposts(change, text: str) -> None:
    if (changed := change(text)) != text:
        assert relation(changed, text) == relation(text, changed) == "repost"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: f"{text}\n\n{ADDED}",
        lambda text: f"{ADDED}\n\n{text}",
        lambda text: "\n\n".join(paragraphs(text)[:-1]),
        lambda text: "\n\n".join([*paragraphs(text)[:2], ADDED, *paragraphs(text)[2:]]),
        lambda text: "\n\n".join([*paragraphs(text)[:2], ADDED, *paragraphs(text)[3:]]),
    ],
)
def test_updates(change) -> None:
    assert relation(change(FERRY), FERRY) == "updated"


def test_an_excerpt() -> None:
    assert relation(opening(FERRY), FERRY) == "excerpt"
    assert relation(FERRY, opening(FERRY)) == "updated"


def test_texts_that_an_engine_knows_to_be_apart_are_not_joined() -> None:
    one, other = copies(FERRY, f"{FERRY} It is so.")
    assert set(find_duplicates([one, other])) == {0}
    assert find_duplicates([one, replace(other, share=1)]) == {}


def test_the_order_of_the_input_makes_no_difference() -> None:
    texts = [
        FERRY,
        LIBRARY,
        opening(FERRY) + BOILERPLATE,
        FERRY + " Yes.",
        LIBRARY + " No.",
        CHINESE,
    ]
    batch = copies(*texts, *(week(n) for n in range(20)), *texts)
    found = find_duplicates(batch)
    for seed in range(5):
        shuffled = random.Random(seed).sample(batch, len(batch))
        assert find_duplicates(iter(shuffled)) == found


def test_a_signature_is_the_same_in_every_process() -> None:
    module = "cleaner.batch.dedup.duplicates"
    code = f"from {module} import signature; print(signature({FERRY!r}).hex())"
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        )  # fmt: skip
        assert done.stdout.strip() == signature(FERRY).hex()


@pytest.mark.limits
@pytest.mark.parametrize(
    "piece", ["a ", "A ", "1 ", "字", "A. ", "\n", "1.", "’", "a\u0301", "\ud800 "]
)
def test_one_odd_text(piece: str) -> None:
    start = time.process_time()
    signature(piece * 100_000)
    assert time.process_time() - start < 2
