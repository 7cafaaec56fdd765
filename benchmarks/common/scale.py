"""Seconds and memory of `cleaner copies` on very many made rows, and what it finds."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.common import datasets
from benchmarks.common.tables import table
from cleaner.batch import mark_copies
from cleaner.batch.dedup.outline import REPOST, SAME_TEXT, UPDATED
from cleaner.text.words import words

WORDS, CHANGED = 150, 5
"""Words of a text, and of them those that a repost has exchanged."""
SENTENCE, PARAGRAPH = 15, 60
EXPECTED = (None, REPOST, UPDATED, None, SAME_TEXT, None, None, None, None, None)
"""What each of ten rows is of the row before its run of copies; None of a text of its own."""
Draw = Iterator[str]


def scale(number: int) -> dict[str, float]:
    """Make rows and look for copies in a process of its own; precision and recall of marks."""
    with TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.jsonl"
        seconds = _made(number, rows)
        size = rows.stat().st_size >> 20
        print(f"{number:,} rows of some {WORDS} words, {size:,} MiB, made in {seconds:.0f} s")
        process = get_context("spawn").Process(target=_marked, args=(rows,))
        process.start()
        process.join()
        if process.exitcode:
            raise SystemExit(f"looking for copies ended with {process.exitcode}")
        return _judged(rows.with_name("stories.jsonl"))


def _marked(rows: Path) -> None:
    """Mark the copies, and print what it took."""
    before, start = _megabytes(), time.perf_counter()
    cpu = time.process_time()
    counts = mark_copies([str(rows)], str(rows.with_name("stories.jsonl")))
    used, number = _megabytes(), counts["rows"]
    took = [f"{time.perf_counter() - start:.0f}", f"{time.process_time() - cpu:.0f}"]
    head = ["rows", "s", "CPU s", "MiB at most", "bytes a row"]
    each = (used - before) * (1 << 20) / number
    print("\n" + table(head, [[f"{number:,}", *took, f"{used:.0f}", f"{each:.0f}"]]))


def _megabytes() -> float:
    """The most memory this process has had; getrusage would count its parent's, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _judged(stories: Path) -> dict[str, float]:
    """Of the rows, those that are marked, and marked as what they are."""
    counts, relations = Counter[str](), Counter[tuple[str, str]]()
    with stories.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            place = int(row["id"])
            expected, copy_of = EXPECTED[place % len(EXPECTED)], row["copy_of"]
            counts["copies"] += expected is not None
            if copy_of is not None:
                counts["marked"] += 1
                counts["right"] += int(copy_of) == _original(place)
                relations[expected or "no copy", row["relation"]] += 1
    shares = {
        "precision": counts["right"] / max(1, counts["marked"]),
        "recall": counts["right"] / max(1, counts["copies"]),
    }
    rows = [[*pair, n] for pair, n in sorted(relations.items())]
    print("\n" + table(["made as", "told as", "rows"], rows))
    return shares


def _original(place: int) -> int:
    """The row that a row is a copy of: the last one of its own before it."""
    while EXPECTED[place % len(EXPECTED)] is not None:
        place -= 1
    return place


def _made(number: int, path: Path) -> float:
    start = time.perf_counter()
    with path.open("w", encoding="utf-8") as file:
        for place, text in zip(range(number), _texts(), strict=False):
            url = f"https://www.example.org/news/2024/03/01/story-{place}.html"
            date = f"2024-03-01T05:{place % 10:02}:00+00:00"
            row = {"id": str(place), "url": url, "outcome": "cleaned", "title": "", "text": text}
            file.write(json.dumps(row | {"metadata": {"date": date}}) + "\n")
    return time.perf_counter() - start


def _texts() -> Iterator[str]:
    """Texts of words drawn as often as in the shared pages, with copies as EXPECTED has them."""
    draw, rng = _words(), np.random.default_rng(2)
    text = list[str]()
    place = 0
    while True:
        expected = EXPECTED[place % len(EXPECTED)]
        if expected is None:
            short = 12 if EXPECTED[(place + 1) % len(EXPECTED)] == SAME_TEXT else WORDS
            text = _drawn(draw, short)
        yield _written(_copied(text, expected, draw, rng))
        place += 1


def _copied(
    text: list[str], expected: str | None, draw: Draw, rng: np.random.Generator
) -> list[str]:
    if expected == UPDATED:
        return [*text, *_drawn(draw, PARAGRAPH)]
    if expected == REPOST:
        changed = dict(zip(rng.integers(len(text), size=CHANGED).tolist(), draw, strict=False))
        return [changed.get(place, word) for place, word in enumerate(text)]
    return text


def _drawn(draw: Draw, number: int) -> list[str]:
    return [next(draw) for _ in range(number)]


def _words() -> Draw:
    counted = Counter(
        w for page in datasets.read("wcxb-dev-articles") for w in words(page["truth"])
    )
    names, counts = zip(*counted.most_common(50_000), strict=True)
    reach, rng = np.cumsum(counts) / sum(counts), np.random.default_rng(1)
    while True:
        yield from (names[n] for n in reach.searchsorted(rng.random(1 << 16)).tolist())


def _written(text: list[str]) -> str:
    """Words as paragraphs of sentences."""
    said = [" ".join(text[n : n + SENTENCE]).capitalize() for n in range(0, len(text), SENTENCE)]
    each = PARAGRAPH // SENTENCE
    return "\n\n".join(". ".join(said[n : n + each]) + "." for n in range(0, len(said), each))
