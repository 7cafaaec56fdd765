"""Copies of articles: true pages, what reposters make of them, and pages that only look alike."""

from __future__ import annotations

from benchmarks.synthetic.copies.look_alikes import look_alikes
from benchmarks.synthetic.copies.pages import Made, originals, with_copies


def make(half: str, every: int, seed: int) -> list[Made]:
    """Every Nth page of one half, dev or test, with its copies; and pages that only look alike."""
    sources = originals(half, every)
    others = originals("dev" if half == "test" else "test", every)
    return [*with_copies(sources, seed), *look_alikes(sources, others, seed)]
