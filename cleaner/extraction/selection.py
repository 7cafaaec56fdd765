"""Which candidates of the page come back by their scores, and which of the extraction go.

Inside the borders of the article a candidate must look much less like it to go, and outside much
more like it to come back. A paragraph must look less like it than a line. The thresholds were
chosen by cross-validation (`training/README.md`), on the careful side: doubt keeps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from cleaner.extraction.borders import borders
from cleaner.extraction.entries import alike
from cleaner.extraction.limits import PAGE, Limits
from cleaner.extraction.sequence import BlockSequence
from cleaner.extraction.unsure import FOREIGN, unsure_runs

MOST = 0.6
"""Share of a run's words that come back from which all of it does."""
INTRODUCED = 0.1
"""Mean score from which a list comes that a line or a heading introduces."""
FAR = 0.1
"""Score up to which a line outside of the borders surely is no article."""
AMID, SURELY = 0.15, 0.9
"""Mean score from which rows come between lines of another, which surely are article."""
LEADS = 0.3
"""From which score a heading comes back with the candidate below it."""


class Selection:
    """Thresholds laid over a sequence's scores."""

    def __init__(self, sequence: BlockSequence, scores: list[float], limits: Limits = PAGE) -> None:
        """Find the borders; no candidate is decided yet."""
        self.sequence, self.scores, self.limits = sequence, scores, limits
        self.start, self.end = borders(scores, sequence.sizes)

    def inside(self, i: int) -> bool:
        """Whether a candidate stands between the article's borders; all do where it has none."""
        return self.start <= i < self.end or self.start == self.end

    def limit(self, i: int) -> float:
        """The score up to which an extracted candidate goes; prose that is said twice never does.

        Which copy of it goes is for the kinds that know about copies.
        """
        copies = self.sequence.copies[self.sequence.blocks[i].key]
        if copies > 1 and self.sequence.prose[i]:
            return 0.0
        limits = self.limits
        if self.sequence.prose[i]:
            return limits.paragraph if self.inside(i) else limits.paragraph_outside
        outside = limits.before if i < self.start else limits.after
        return limits.inside if self.inside(i) else outside

    def goes(self, i: int) -> bool:
        """Whether an extracted candidate goes; of text none goes alone, a date or a name."""
        if not self._is_low(i) or i in self.lines or i in self.beside or i in self.alike:
            return False
        beside = (k for k in (i - 1, i + 1) if 0 <= k < len(self.scores))
        alone = self.scores[i] > self.limits.alone
        return (not alone or any(map(self._is_low, beside))) and not self._is_over_kept(i)

    def _is_over_kept(self, i: int) -> bool:
        """Whether it is the heading or the question, within the article, over what stays."""
        candidates = self.sequence.candidates
        below = range(i + 1, min(i + 4, len(candidates)))
        after = next((k for k in below if candidates[k].extracted), None)
        return self._is_over(i) and self.inside(i) and after is not None and not self._is_low(after)

    def _is_low(self, i: int) -> bool:
        return self.scores[i] <= self.limit(i) or self._is_among_others(i)

    def _is_among_others(self, i: int) -> bool:
        """Whether a doubtful line outside stands between two that surely are no article."""
        if self.inside(i) or self.scores[i] > self.limits.returns_inside or self.sequence.prose[i]:
            return False
        beside = self.scores[max(0, i - 1) : i] + self.scores[i + 1 : i + 2]
        return len(beside) == 2 and max(beside) <= FAR

    def is_spared(self, i: int) -> bool:
        """Whether an extracted candidate would go, but for the lines beside it."""
        return i in self.lines and self._is_low(i)

    def is_doubtful(self, i: int) -> bool:
        """Whether an extracted candidate nearly goes."""
        return self.limit(i) < self.scores[i] <= self.limits.doubtful

    def returns(self, i: int) -> bool:
        """Whether a candidate that was not extracted comes back."""
        if self.sequence.candidates[i].extracted:
            return False
        leads = self.scores[i] > LEADS and self._leads(i)
        known = self.runs, self.lists, self.lines, self.alike
        return self._reads_alike(i) or leads or any(i in lines for lines in known)

    @cached_property
    def runs(self) -> frozenset[int]:
        """Candidates that come back with those beside them, of which most of the words do.

        Questions over their answers, terms over what they mean and rows come whole or not at all.
        """
        found: set[int] = set()
        every = self.sequence.candidates
        lost = (i for i in range(self.start, self.end) if not every[i].extracted)
        for _, pairs in groupby(enumerate(lost), key=lambda pair: pair[1] - pair[0]):
            run = [i for _, i in pairs]
            found.update(run if self._comes_whole(run) else ())
        return frozenset(found)

    def _comes_whole(self, run: Sequence[int]) -> bool:
        """Whether most words of a run come back, and none of it is a link or reads like residue."""
        sizes, blocks = self.sequence.sizes, self.sequence.blocks
        if any(blocks[i].link_share or self.scores[i] <= FOREIGN for i in run):
            return False
        if all(blocks[i].tag == "tr" for i in run):
            return any(map(self._reads_alike, run)) or self._is_amid(run)
        coming = sum(sizes[i] for i in run if self._reads_alike(i))
        return coming > MOST * sum(sizes[i] for i in run)

    def _is_amid(self, run: Sequence[int]) -> bool:
        """Whether what surely is article stands right over and under rows that may be."""
        over, under = max(0, run[0] - 1), min(run[-1] + 1, len(self.scores) - 1)
        mean = sum(self.scores[i] for i in run) / len(run)
        return mean > AMID and min(self.scores[over], self.scores[under]) > SURELY

    @cached_property
    def lists(self) -> frozenset[int]:
        """Items of lists between the borders of which one stays, or that what stays introduces.

        Links to forms, sources or parts of a series are told from menus by what stands over them.
        """
        found: set[int] = set()
        blocks = self.sequence.blocks
        items = (i for i in range(self.start, self.end) if blocks[i].tag == "li")
        parted = enumerate(items)
        for _, pairs in groupby(parted, lambda at: (at[1] - at[0], blocks[at[1]].layout.group)):
            each = [i for _, i in pairs]
            if any(map(self._stays, each)) or self._is_introduced(each):
                found.update(each)
        return frozenset(found)

    @cached_property
    def beside(self) -> frozenset[int]:
        """Sentences of lists, as notes are, of which another stays: they go whole or not at all."""
        blocks, candidates = self.sequence.blocks, self.sequence.candidates
        lists: dict[int, list[int]] = defaultdict(list)
        for i in self.sequence.prose_at:
            if blocks[i].tag == "li" and candidates[i].extracted:
                lists[blocks[i].layout.group].append(i)
        stay = (items for items in lists.values() if not all(map(self._is_low, items)))
        return frozenset(i for items in stay for i in items)

    @cached_property
    def alike(self) -> frozenset[int]:
        """Rows, names of entries and lines under them of which half or more stay."""
        within = range(self.start, self.end)
        return frozenset(alike(self.sequence, self.scores, within, self._stays))

    @cached_property
    def lines(self) -> frozenset[int]:
        """Lines in a row, or in a run of like-shaped ones, that what stays stands over.

        A model of single lines is unsure of verse, dates and amounts; so many are no accident.
        """
        found = unsure_runs(self.sequence, self.scores)
        return frozenset(i for run in found if self._is_under_article(run) for i in run)

    def _is_under_article(self, run: Sequence[int]) -> bool:
        over = run[0] - 1
        return over >= 0 and self.scores[over] > self.limits.doubtful and self._stays(over)

    def _stays(self, i: int) -> bool:
        extracted = self.sequence.candidates[i].extracted
        return not self._is_low(i) if extracted else self._reads_alike(i)

    def _is_introduced(self, items: Sequence[int]) -> bool:
        """Whether the line before is a heading or ends in a colon, and surely is article."""
        over = items[0] - 1
        if over < 0 or self.scores[over] <= self.limits.doubtful or not self._stays(over):
            return False
        block = self.sequence.blocks[over]
        mean = sum(self.scores[i] for i in items) / len(items)
        return mean > INTRODUCED and (block.is_heading or block.text.endswith((":", "：")))

    def _reads_alike(self, i: int) -> bool:
        inside, outside = self.limits.returns_inside, self.limits.returns_outside
        return self.scores[i] > (inside if self.inside(i) else outside)

    def _leads(self, i: int) -> bool:
        """Whether it is the heading or the question over a candidate that comes back."""
        after = i + 1 < len(self.sequence) and not self.sequence.candidates[i + 1].extracted
        return self._is_over(i) and after and self._reads_alike(i + 1)

    def _is_over(self, i: int) -> bool:
        block = self.sequence.blocks[i]
        return block.is_heading or block.text.endswith(("?", "？"))
