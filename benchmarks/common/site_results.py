"""What is counted of a site, its row of the table, and the lines behind the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.common.tables import Cell
from cleaner.text.words import words

Line = tuple[int, str, str]
"""Words, page and text of a line that was missed or lost."""
HEAD = (
    "site", "furniture", "missed", "lines", "gone", "rare", "with rare", "article", "before",
    "kept", "lost", "lines", "time", "merge",
)  # fmt: skip


@dataclass
class Result:
    """A site's sums over its later pages."""

    words: Counter[str] = field(default_factory=Counter)
    """Of furniture: all, missed, stayed, rare (missed, but too seldom learnt), rare_stayed; of the
    article: all, before, lost."""
    time: list[tuple[float, float]] = field(default_factory=list)
    merge: str = "-"
    faults: set[str] = field(default_factory=set)
    missed: list[Line] = field(default_factory=list)
    stayed: list[Line] = field(default_factory=list)
    lost: list[Line] = field(default_factory=list)

    def left(self, of: Sequence[str], part: Sequence[str]) -> float:
        """The share of some words that is not among others."""
        whole = sum(self.words[name] for name in of)
        return 1 - sum(self.words[name] for name in part) / whole if whole else 1.0

    @property
    def gone(self) -> float:
        return self.left(["missed"], ["stayed"])

    @property
    def kept(self) -> float:
        return self.left(["before"], ["lost"])

    @property
    def cost(self) -> float:
        """The time with memory, as a share of that without; nan where nothing was timed."""
        before, after = map(sum, zip(*self.time, strict=True)) if self.time else (0, 0)
        return after / before if before else float("nan")

    def row(self, name: str) -> list[Cell]:
        """The cells under HEAD."""
        of = self.words
        gone = [of["missed"], len(self.missed), f"{self.gone:.3f}", of["rare"]]
        with_rare = self.left(["missed", "rare"], ["stayed", "rare_stayed"])
        before = f"{of['before'] / max(1, of['article']):.3f}"
        kept = [of["article"], before, self.kept, of["lost"], len(self.lost)]
        return [
            name, of["furniture"], *gone, f"{with_rare:.3f}", *kept, f"{self.cost:.3f}", self.merge
        ]  # fmt: skip


def total(results: Sequence[Result]) -> Result:
    """The sums over all sites."""
    every = Result()
    for result in results:
        for name in ("words", "time", "missed", "lost"):
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
