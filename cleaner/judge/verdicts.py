"""What the scores come to: rows of the page that come back, rows of the extraction that go.

Inside the borders of the article a row must look much less like it to go, and outside much more
like it to come back. A paragraph must look less like it than a line. The thresholds were chosen by
cross-validation (`benchmarks/README.md`), on the careful side: what is between them is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.judge.borders import borders
from cleaner.judge.scene import Scene


@dataclass(frozen=True)
class Limits:
    """Scores up to which a row goes, and above which it comes back."""

    inside: float
    outside: float
    paragraph: float
    """Of prose between the borders."""
    doubtful: float = 0.5
    """Up to this a row is reported as doubtful, and goes where another kind has doubts, too."""
    returns_inside: float = 0.5
    returns_outside: float = 0.8


PAGE = Limits(0.35, 0.55, 0.3, returns_inside=0.55, returns_outside=0.85)
TEXT = Limits(0.1, 0.12, 0.04)


class Verdicts:
    """Thresholds laid over a scene's scores."""

    def __init__(self, scene: Scene, scores: list[float], limits: Limits = PAGE) -> None:
        """Find the borders; no row is decided yet."""
        self.scene, self.scores, self.limits = scene, scores, limits
        self.start, self.end = borders(scores, scene.sizes)

    def inside(self, i: int) -> bool:
        """Whether a row stands between the article's borders."""
        return self.start <= i < self.end

    def limit(self, i: int) -> float:
        """The score up to which an extracted row goes; prose that is said twice never does.

        Which copy of it goes is for the kinds that know about copies.
        """
        if self.scene.prose[i] and self.scene.copies[self.scene.blocks[i].key] > 1:
            return 0.0
        if not self.inside(i):
            return self.limits.outside
        return self.limits.paragraph if self.scene.prose[i] else self.limits.inside

    def goes(self, i: int) -> bool:
        """Whether an extracted row goes."""
        return self.scores[i] <= self.limit(i)

    def is_doubtful(self, i: int) -> bool:
        """Whether an extracted row nearly goes."""
        return self.limit(i) < self.scores[i] <= self.limits.doubtful

    def returns(self, i: int) -> bool:
        """Whether a row that was not extracted comes back."""
        limits = self.limits
        limit = limits.returns_inside if self.inside(i) else limits.returns_outside
        return not self.scene.rows[i].extracted and self.scores[i] > limit
