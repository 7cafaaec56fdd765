"""Copies of articles: those found, those missed, and pages wrongly taken for copies.

True pages of ../shared and our own articles, one to four copies of each with residue around and
edits within, as pages and as scraped text; and pages that are alike and no copies. All of them are
cleaned. Pairs are all pairs within a group; a group is right where it has exactly the pages of one
story. Limits were chosen on the half `dev`; `test` is the other one.
"""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

from benchmarks.common.scale import scale
from benchmarks.common.tables import Cell, table
from benchmarks.synthetic.copies import Made, make
from cleaner import Options, clean
from cleaner.batch.dedup.duplicates import Copy, Duplicate, find_duplicates, signature
from cleaner.batch.dedup.origin import origin_of
from cleaner.batch.dedup.outline import RELATIONS
from cleaner.text.words import words

FIGURES = {
    "precision": "of pairs of copies",
    "recall": "of pairs of copies",
}
TEXT = Options(source_kind="text")
Pair = tuple[int, int]
T = TypeVar("T")
R = TypeVar("R")


@dataclass
class Clock:
    """Seconds of CPU time, and words, to be divided."""

    seconds: Counter[str] = field(default_factory=Counter)
    words: int = 0

    def timed(self, name: str, function: Callable[[T], R], value: T) -> R:
        start = time.process_time()
        result = function(value)
        self.seconds[name] += time.process_time() - start
        return result


def read(number: int, made: Made, clock: Clock) -> Copy:
    """The page cleaned, and what is kept of it. Scraped text has no address."""
    url = made.url if made.is_html else None
    cleaned = clean(made.source, url=url, options=None if made.is_html else TEXT)
    text = cleaned.text if cleaned.outcome.is_article else ""
    count = len(words(text))
    clock.words += count
    sketch = clock.timed("signature", signature, text)
    return Copy(number, made.id, url, sketch, count, clock.timed("origin", origin_of, cleaned))


def grouped(keys: Iterable[tuple[str, int]]) -> list[list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for key, place in keys:
        found[key].append(place)
    return [sorted(group) for group in found.values() if len(group) > 1]


def pairs(groups: list[list[int]]) -> set[Pair]:
    return {pair for group in groups for pair in combinations(group, 2)}


def report(pages: list[Made], found: dict[int, Duplicate]) -> dict[str, float]:
    """Print all tables; precision and recall of pairs."""
    place = {made.id: number for number, made in enumerate(pages)}
    kept = {place[duplicate.of] for duplicate in found.values()}
    stories = grouped((made.story, n) for n, made in enumerate(pages) if made.story)
    groups = grouped([(d.of, n) for n, d in found.items()] + [(pages[n].id, n) for n in kept])
    true, marked = pairs(stories), pairs(groups)
    both, right = len(true & marked), sum(group in stories for group in groups)
    rows = [
        _counted("pairs: precision", both, len(marked)),
        _counted("pairs: recall", both, len(true)),
        _counted("groups: precision", right, len(groups)),
        _counted("groups: recall", right, len(stories)),
        _counted("marks: precision", len(found) - len(_wrong(pages, found, place)), len(found)),
    ]
    print(table(["", "share", "right", "of"], rows))
    for page, other, because in _wrong(pages, found, place):
        print(f"wrongly: {page.id} as copy of {other.id}: {because}")
    print(
        "\n"
        + table(["copies with this edit", "share", "found", "of"], _shares(_by_edit(pages, marked)))
    )
    head = ["originals told by", "share", "kept", "of"]
    print("\n" + table(head, _shares(_by_evidence(pages, found, stories))))
    print("\n" + table(["copies with this edit", *RELATIONS], _relations(pages, found)))
    return {"precision": both / max(1, len(marked)), "recall": both / max(1, len(true))}


def _counted(name: str, part: int, whole: int) -> list[Cell]:
    return [name, part / whole if whole else 1.0, part, whole]


def _shares(hits: Iterable[tuple[str, bool]]) -> Iterator[list[Cell]]:
    """A line for each name: how often it was a hit, of how often it came."""
    every = list(hits)
    of, right = Counter(name for name, _ in every), Counter(name for name, hit in every if hit)
    for name in sorted(of):
        yield _counted(name, right[name], of[name])


def _wrong(
    pages: list[Made], found: dict[int, Duplicate], place: dict[str, int]
) -> list[tuple[Made, Made, str]]:
    return [
        (pages[n], pages[place[d.of]], d.because)
        for n, d in found.items()
        if not pages[n].story or pages[n].story != pages[place[d.of]].story
    ]


def _by_edit(pages: list[Made], marked: set[Pair]) -> Iterator[tuple[str, bool]]:
    """Of the copies with each edit, whether they were found to be copies of the original."""
    place = {made.id: number for number, made in enumerate(pages)}
    for number, made in enumerate(pages):
        if made.edits:
            form = "(as page)" if made.is_html else "(as text)"
            count = "(one edit)" if len(made.edits) == 1 else "(several edits)"
            for name in (form, count, *made.edits):
                yield name, (place[made.story], number) in marked


def _relations(pages: list[Made], found: dict[int, Duplicate]) -> Iterator[list[Cell]]:
    """Of the copies with this edit alone that were marked: how many are what."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, duplicate in found.items():
        if len(edits := pages[number].edits) == 1:
            told[edits[0]][duplicate.relation] += 1
    for edit in sorted(told):
        yield [edit, *(told[edit][relation] for relation in RELATIONS)]


def _by_evidence(
    pages: list[Made], found: dict[int, Duplicate], stories: list[list[int]]
) -> Iterator[tuple[str, bool]]:
    """Of the stories with a group, whether the original was kept, by what tells it apart."""
    for story in stories:
        if of := {found[n].of for n in story if n in found}:
            first = pages[story[0]]
            yield first.intended, of == {first.id} and story[0] not in found


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--half", choices=["dev", "test"], default="test")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page only")
    parser.add_argument("--seed", type=int, default=1)
    help_text = "look for copies among so many made rows instead; precision and recall of marks"
    parser.add_argument("--scale", type=int, metavar="N", help=help_text)


def run(args: Namespace) -> dict[str, float]:
    if args.scale:
        return scale(args.scale)
    pages = make(args.half, args.every, args.seed)
    signature("word " * 100)  # imports the library
    clock = Clock()
    copies = [read(number, made, clock) for number, made in enumerate(pages)]
    kinds = Counter(made.id.partition("/")[0] for made in pages if not made.story)
    print(f"{args.half} half, {len(pages)} pages; no copies among them:")
    print(f"{', '.join(f'{n} {kind}' for kind, n in kinds.most_common())}\n")
    figures = report(pages, find_duplicates(copies))
    rows: list[list[Cell]] = [
        [f"{name}, a page", f"{seconds / len(pages) * 1e3:.3f}"]
        for name, seconds in clock.seconds.items()
    ]
    thousand = clock.seconds["signature"] / clock.words * 1e6
    rows.append(["signature, 1,000 words", f"{thousand:.3f}"])
    print("\n" + table(["CPU time", "ms"], rows))
    return figures
