"""Where one candidate stands in the page."""

from __future__ import annotations

from cleaner.extraction.container import GOOD, NO_CONTAINER, OUTSIDE, bad_names
from cleaner.extraction.containers import ContainerStats, markup_of
from cleaner.extraction.sequence import Candidate


class BlockContext:
    """Where one candidate stands; made once a candidate, shared by its features."""

    def __init__(self, candidate: Candidate, stats: ContainerStats) -> None:
        """Look up from a candidate's element to the container of the article's prose."""
        assert candidate.line is not None
        self.line, self.stats = candidate.line, stats
        self.markup = markup_of(candidate.line)
        element = candidate.line.element
        self.parent = element.getparent()
        on_spine = element in stats.spine
        above = stats.above(self.parent)
        self.levels, self.branch, self.up, self.out = above[:4]
        if on_spine:
            self.up, self.out, self.branch = 0, stats.spine[element], NO_CONTAINER
        elif not self.up:
            self.up, self.branch = 1, stats.container(element)
        else:
            self.up += 1
        names = stats.source.places.names(element)
        self.bad = above.bad + (0 if on_spine else len(names & bad_names()))
        self.good = above.good + (not names.isdisjoint(GOOD))
        self.outside = above.outside + (element.tag in OUTSIDE)
