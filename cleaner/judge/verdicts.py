"""What the scores come to: rows of the page that come back, rows of the extraction that go.

Inside the borders of the article a row must look much less like it to go, and outside much more
like it to come back. A paragraph must look less like it than a line. The thresholds were chosen by
cross-validation (`benchmarks/README.md`), on the careful side: what is between them is kept.
"""

from __future__ import annotations

from cleaner.judge.borders import borders
from cleaner.judge.scene import Scene

GOES_INSIDE, GOES_OUTSIDE, GOES_PARAGRAPH, GOES_FROM_TEXT = 0.3, 0.5, 0.25, 0.15
RETURNS_INSIDE, RETURNS_OUTSIDE = 0.5, 0.8
DOUBTFUL = 0.15
"""Above a threshold by so much, a row is reported as doubtful."""


class Verdicts:
    """Thresholds laid over a scene's scores."""

    def __init__(self, scene: Scene, scores: list[float], *, is_text: bool = False) -> None:
        """Find the borders; no row is decided yet."""
        self.scene, self.scores, self.is_text = scene, scores, is_text
        self.start, self.end = borders(scores, scene.sizes)

    def inside(self, i: int) -> bool:
        """Whether a row stands between the article's borders."""
        return self.start <= i < self.end

    def limit(self, i: int) -> float:
        """The score up to which an extracted row goes."""
        if self.is_text:
            return GOES_FROM_TEXT
        limit = GOES_INSIDE if self.inside(i) else GOES_OUTSIDE
        return min(limit, GOES_PARAGRAPH) if self.scene.prose[i] and self.inside(i) else limit

    def goes(self, i: int) -> bool:
        """Whether an extracted row goes."""
        return self.scores[i] <= self.limit(i)

    def is_doubtful(self, i: int) -> bool:
        """Whether an extracted row nearly goes."""
        return self.limit(i) < self.scores[i] <= self.limit(i) + DOUBTFUL

    def returns(self, i: int) -> bool:
        """Whether a row that was not extracted comes back."""
        limit = RETURNS_INSIDE if self.inside(i) else RETURNS_OUTSIDE
        return not self.scene.rows[i].extracted and self.scores[i] > limit
