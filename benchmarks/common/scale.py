"""Seconds and memory of find_duplicates on very many made copies."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.common import datasets
from cleaner.batch.dedup.duplicates import Copy, find_duplicates, signature
from cleaner.batch.dedup.origin import Origin
from cleaner.batch.dedup.signatures import LENGTH
from cleaner.text.words import words

WORDS_PER_TEXT = 300
CHANGED_WORDS = 15
STEP = 5  # every fifth text is a copy of the one before


def scale(number: int) -> None:
    """Make the signatures in one process, compare them in another, so that memory is its own."""
    with TemporaryDirectory() as folder:
        for step in (_make, _find):
            process = get_context("spawn").Process(target=step, args=(number, Path(folder) / "s"))
            process.start()
            process.join()


def _make(number: int, path: Path) -> None:
    start = time.process_time()
    path.write_bytes(b"".join(map(signature, _texts(number))))
    print(
        f"{number:,} copies of {WORDS_PER_TEXT} words made in {time.process_time() - start:.0f} s"
    )


def _find(number: int, path: Path) -> None:
    before, start = _megabytes(), time.process_time()
    found = find_duplicates(_copies(path))
    seconds, used = time.process_time() - start, _megabytes() - before
    right = sum(place % STEP < 2 for place in found)
    print(
        f"find_duplicates: {seconds:.1f} s, {used:.0f} MB, {used * 1e6 / number:.0f} bytes a page; "
        f"{len(found):,} marked, {right:,} of them of {number // STEP:,} pairs"
    )


def _megabytes() -> float:
    """The most memory this process has had; getrusage would count its parent's, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _copies(path: Path) -> Iterator[Copy]:
    with path.open("rb") as file:
        for place in count():
            if not (sketch := file.read(LENGTH)):
                return
            url = f"https://www.example.org/news/2024/03/01/story-{place}.html"
            origin = Origin(url, f"2024-03-01T05:00:{place % 60:02}+00:00", None)
            yield Copy(place, f"page-{place}", url, sketch, WORDS_PER_TEXT, origin)


def _texts(number: int) -> Iterator[str]:
    """Words drawn as often as in the shared pages; every fifth text is the one before, edited."""
    counted = Counter(
        w for page in datasets.read("wcxb-dev-articles") for w in words(page["truth"])
    )
    names, counts = zip(*counted.most_common(50_000), strict=True)
    reach = np.cumsum(counts) / sum(counts)
    rng = np.random.default_rng(1)
    text: list[str] = []
    for place in range(number):
        is_copy = place % STEP == 1
        drawn = [
            names[n]
            for n in reach.searchsorted(rng.random(CHANGED_WORDS if is_copy else WORDS_PER_TEXT))
        ]
        text = _changed(text, drawn, rng) if is_copy else drawn
        yield " ".join(text)


def _changed(text: list[str], drawn: list[str], rng: np.random.Generator) -> list[str]:
    places = dict(zip(rng.integers(len(text), size=len(drawn)), drawn, strict=True))
    return [places.get(place, word) for place, word in enumerate(text)]
