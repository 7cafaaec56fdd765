"""Where kept blocks stand in their source: how many have a span, and whether it says them.

Each span is read again by resiliparse, whose parser the cleaner does not use for it: all letters
and digits of the block have to stand there, in order, whatever else is hidden between them.
"""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from dataclasses import dataclass, field

from resiliparse.parse.html import HTMLTree

from benchmarks.common import datasets
from benchmarks.common.tables import table
from cleaner import Span, clean

SETS = ("wcxb-dev-articles", "newer-articles")
FIGURES = {
    "placed": "share of kept blocks with a span, of all sets",
    "words": "share of the kept words that stand in such blocks",
    "said": "share of the spans in which another parser reads the block",
    "cost": "CPU time of the spans by that of cleaning",
}
LOWER_IS_BETTER = ("cost",)


@dataclass
class Counts:
    """Of one set of pages."""

    pages: int = 0
    blocks: int = 0
    placed: int = 0
    said: int = 0
    words: int = 0
    placed_words: int = 0
    cleaning: float = 0.0
    """CPU seconds."""
    finding: float = 0.0
    notes: Counter[str] = field(default_factory=Counter)

    def row(self, name: str) -> list[str]:
        """A row of the table."""
        shares = (
            self.placed / self.blocks,
            self.placed_words / self.words,
            self.said / self.placed,
        )
        ms = 1e3 * self.finding / self.pages, 1e3 * self.cleaning / self.pages
        return [
            name,
            f"{self.pages:,}",
            f"{self.blocks:,}",
            *(f"{share:.4f}" for share in shares),
            *(f"{each:.1f}" for each in ms),
        ]


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--every", type=int, default=4, metavar="N", help="every Nth page of a set")


def run(args: Namespace) -> dict[str, float]:
    counts = {name: measured(name, args.every) for name in SETS}
    head = ["set", "pages", "blocks", "placed", "of words", "said", "ms a page", "ms to clean"]
    print(table(head, [each.row(name) for name, each in counts.items()]))
    for note, count in sum((each.notes for each in counts.values()), Counter[str]()).most_common():
        print(f"{count:6,}  {note}")
    every = list(counts.values())
    placed = sum(each.placed for each in every)
    return {
        "placed": placed / sum(each.blocks for each in every),
        "words": sum(c.placed_words for c in every) / sum(c.words for c in every),
        "said": sum(each.said for each in every) / placed,
        "cost": sum(each.finding for each in every) / sum(each.cleaning for each in every),
    }


def measured(name: str, every: int) -> Counts:
    """What there is to count on every so manyth page of a set."""
    counts = Counts()
    for number, page in enumerate(datasets.read(name)):
        if number % every == 0:
            add(counts, page["html"])
    return counts


def add(counts: Counts, html: str) -> None:
    """Count a page."""
    start = time.process_time()
    cleaned = clean(html)
    middle = time.process_time()
    spans = cleaned.spans.blocks
    counts.finding += time.process_time() - middle
    counts.cleaning += middle - start
    counts.pages += 1
    for span in spans:
        words = len(span.text.split())
        counts.blocks += 1
        counts.words += words
        if span.start is None:
            counts.notes[span.note] += 1
        else:
            counts.placed += 1
            counts.placed_words += words
            counts.said += says(html[span.start : span.end], span)


def says(markup: str, span: Span) -> bool:
    """Whether another parser reads all letters and digits of a block in markup, in order."""
    body = HTMLTree.parse(f"<body>{markup}").body
    letters = iter(body.text if body is not None else "")
    return all(letter in letters for letter in span.text if letter.isalnum())
