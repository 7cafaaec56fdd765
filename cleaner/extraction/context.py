"""What a candidate's place in the page says: features of its containers, for pages only."""

from __future__ import annotations

from collections.abc import Callable
from math import log1p

from cleaner.extraction.block_context import BlockContext
from cleaner.extraction.page_features import (
    core,
    declared,
    described,
    extracted_alike,
    from_title,
    in_story,
    lines_alike,
    other_story,
    scored,
    scored_best,
    scored_near,
    siblings,
)
from cleaner.extraction.sequence import BlockSequence

PageFeature = Callable[[BlockSequence, int, BlockContext], float]


def extracted(s: BlockSequence, i: int, at: BlockContext) -> float:
    """1 where trafilatura extracted it, ½ where it was brought back by a rule, 0 else."""
    candidate = s.candidates[i]
    return (0.5 if candidate.block.recovered else 1.0) if candidate.extracted else 0.0


def beyond(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Rows before the first extracted one (negative) or after the last."""
    return float(min(0, i - s.first) + max(0, i - s.last))


def parent_extracted(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of its parent that was extracted."""
    return at.levels[0].extracted


def third_extracted(s: BlockSequence, i: int, at: BlockContext) -> float:
    """The same, one step further up."""
    return at.levels[2].extracted


def parent_prose(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of its parent that is the article's prose."""
    return at.levels[0].prose


def third_prose(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of the element three steps up that is the article's prose."""
    return at.levels[2].prose


def parent_linked(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of its parent that is links."""
    return at.levels[0].linked


def third_linked(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of the element three steps up that is links."""
    return at.levels[2].linked


def branch_extracted(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of its branch that was extracted; its branch hangs on the article's container."""
    return at.branch.extracted


def branch_prose(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of its branch that is the article's prose."""
    return at.branch.prose


def branch_linked(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of its branch that is links."""
    return at.branch.linked


def branch_size(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Letters in its branch."""
    return log1p(at.branch.characters)


def branch_lines(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Lines in its branch."""
    return log1p(at.branch.lines)


def branch_part(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of the article's prose that is in its branch."""
    return at.branch.part


def up(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Steps up to an element that the article's prose is in, too."""
    return float(at.up)


def out(s: BlockSequence, i: int, at: BlockContext) -> float:
    """How far that element is above the article's container; −1 where there is none."""
    return float(at.out)


def made_alike(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Extracted candidates with the same tag and class."""
    return log1p(at.stats.made[at.markup])


def prose_alike(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of the article's prose with the same tag and class, itself not counted."""
    own = round(s.sizes[i]) if s.prose[i] else 0
    return (at.stats.makes[at.markup] - own) / at.stats.words


def prose_beside(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of the article's prose with the same parent, itself not counted."""
    own = round(s.sizes[i]) if s.prose[i] else 0
    return (at.stats.parents[at.parent] - own) / at.stats.words


def names_against(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Words of class and id above it that speak for residue."""
    return float(at.bad)


def names_for(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Elements above it whose class or id speaks for an article."""
    return float(at.good)


def outside(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Elements above it such as `<aside>`, `<form>` and `<figure>`."""
    return float(at.outside)


def page_linked(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of the whole page that is links."""
    return at.stats.link_share


def depth_in_page(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Where it stands in the page, 0 to 1."""
    return at.line.number / max(1, len(at.stats.source.lines))


PAGE: dict[str, PageFeature] = {
    f.__name__: f
    for f in (
        extracted, beyond, parent_extracted, third_extracted, parent_prose, third_prose,
        parent_linked, third_linked, branch_extracted, branch_prose, branch_linked, branch_size,
        branch_lines, branch_part, up, out, made_alike, prose_alike, prose_beside,
        names_against, names_for, outside, page_linked, depth_in_page, declared, described,
        from_title, in_story, scored, scored_near, scored_best, extracted_alike, lines_alike,
        siblings, other_story, core,
    )
}  # fmt: skip
"""Features of a candidate's place in the page, by name."""
