"""What is counted of a site, its row of the table, and the lines behind the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from cleaner.text import words

Line = tuple[int, str, str]
"""Words, page and text of a line that was missed or lost."""


@dataclass
class Result:
    """A site's sums over its later pages, in words."""

    furniture: int = 0
    missed: int = 0
    stayed: int = 0
    rare: int = 0
    """Missed, too, but in fewer than three of the learnt articles."""
    rare_stayed: int = 0
    article: int = 0
    before: int = 0
    lost: int = 0
    lines: int = 0
    time: list[tuple[float, float]] = field(default_factory=list)
    merge: str = "-"
    faults: set[str] = field(default_factory=set)
    leaked: list[Line] = field(default_factory=list)
    still: list[Line] = field(default_factory=list)
    gone: list[Line] = field(default_factory=list)

    @property
    def share_gone(self) -> float:
        return 1 - self.stayed / self.missed if self.missed else 1.0

    @property
    def share_with_rare(self) -> float:
        missed = self.missed + self.rare
        return 1 - (self.stayed + self.rare_stayed) / missed if missed else 1.0

    @property
    def share_kept(self) -> float:
        return 1 - self.lost / self.before if self.before else 1.0

    @property
    def cost(self) -> float:
        """The time with memory, as a share of that without."""
        return sum(b for _, b in self.time) / max(1e-9, sum(a for a, _ in self.time))


COUNTS = (
    "furniture",
    "missed",
    "stayed",
    "rare",
    "rare_stayed",
    "article",
    "before",
    "lost",
    "lines",
)
HEAD = (
    f"{'site':22}{'furniture':>10}{'missed':>8}{'lines':>7}{'gone':>8}{'rare':>6}{'with rare':>11}"
    f"{'article':>9}{'before':>8}{'kept':>8}{'lost':>6}{'lines':>7}{'time':>7}  merge"
)


def row(name: str, r: Result) -> str:
    return (
        f"{name:22}{r.furniture:10}{r.missed:8}{len(r.leaked):7}{r.share_gone:8.3f}{r.rare:6}{r.share_with_rare:11.3f}"
        f"{r.article:9}{r.before / max(1, r.article):8.3f}{r.share_kept:8.4f}{r.lost:6}{r.lines:7}"
        f"{r.cost if r.time else float('nan'):7.3f}  {r.merge}"
    )


def show(heading: str, lines: list[Line], most: int) -> None:
    """The worst lines, those that say the same as one."""
    sums: Counter[str] = Counter()
    for size, _, text in lines:
        sums[text] += size
    print(f"  {heading}: {sum(sums.values())} words in {len(lines)} lines")
    for text, size in sums.most_common(most):
        places = sorted({name[-24:] for _, name, line in lines if line == text})
        print(f"    {size:5} {text[:110]!r} ({len(words(text))} words; {', '.join(places)[:60]})")


def total(results: Sequence[Result]) -> Result:
    every = Result()
    for r in results:
        for name in COUNTS:
            setattr(every, name, getattr(every, name) + getattr(r, name))
        every.time += r.time
        every.leaked += r.leaked
    return every
