"""What is counted of a site, its row of the table, and the lines behind the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.common.tables import Cell
from cleaner.text import words

Line = tuple[int, str, str]
"""Words, page and text of a line that was missed or lost."""
HEAD = (
    "site", "furniture", "missed", "lines", "gone", "rare", "with rare", "article", "before",
    "kept", "lost", "lines", "time", "merge",
)  # fmt: skip


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
        """The time with memory, as a share of that without; nan where nothing was timed."""
        before, after = map(sum, zip(*self.time, strict=True)) if self.time else (0, 0)
        return after / before if before else float("nan")

    def row(self, name: str) -> list[Cell]:
        """The cells under HEAD."""
        gone = [self.missed, len(self.leaked), f"{self.share_gone:.3f}"]
        rare = [self.rare, f"{self.share_with_rare:.3f}"]
        kept = [self.article, f"{self.before / max(1, self.article):.3f}", self.share_kept]
        lost = [self.lost, self.lines, f"{self.cost:.3f}", self.merge]
        return [name, self.furniture, *gone, *rare, *kept, *lost]


def total(results: Sequence[Result]) -> Result:
    """The sums over all sites."""
    every = Result()
    counts = [name for name, value in vars(every).items() if isinstance(value, int)]
    for result in results:
        for name in (*counts, "time", "leaked"):
            setattr(every, name, getattr(every, name) + getattr(result, name))
    return every


def show(heading: str, lines: Sequence[Line], most: int | None) -> None:
    """Print the worst lines, those that say the same as one."""
    sums: Counter[str] = Counter()
    for size, _, text in lines:
        sums[text] += size
    print(f"  {heading}: {sum(sums.values())} words in {len(lines)} lines")
    for text, size in sums.most_common(most):
        places = sorted({name[-24:] for _, name, line in lines if line == text})
        print(f"    {size:5} {text[:110]!r} ({len(words(text))} words; {', '.join(places)[:60]})")
