"""Sections of other stories under a heading that the lexicons know, bounded by structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaner.document.block import Block
from cleaner.signals.line_roles import Part, Role
from cleaner.signals.line_tree import Branch, LineTree
from cleaner.signals.page_body import Body
from cleaner.signals.phrases import lexicon

HEADINGS = lexicon("related-items", "heading")
LABELS = lexicon("related-items", "label")
POINTERS = lexicon("inline-related", "opening")
MAX_HEADING_WORDS = 10


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    first: int
    end: int
    is_sure: bool


def sections(parts: Sequence[Part], tree: LineTree, body: Body) -> Iterator[Section]:
    """All sections of other stories on a page, in order."""
    for position, part in enumerate(parts):
        if _is_heading(part):
            section = _section(parts, tree, body, position)
            if section is not None:
                yield section


def _is_heading(part: Part) -> bool:
    if part.block.size > MAX_HEADING_WORDS or (part.linked and not part.rank):
        return False
    return bool(HEADINGS.find(part.block)) or _is_pointer(part.block)


def _is_label(part: Part) -> bool:
    """Whether a heading may be a card's own label, as "Read more"."""
    return bool(LABELS.find(part.block)) and not part.rank


def _is_pointer(block: Block) -> bool:
    """Whether a line is a pointer and nothing else, as "See also:"."""
    hit = POINTERS.find(block)
    return hit is not None and not block.plain[hit.end :].strip(" :-|»>→.…")


def _section(
    parts: Sequence[Part], tree: LineTree, body: Body, position: int
) -> Section | None:
    """What the heading's container holds, or what follows it where that is the article's."""
    box = _container(tree.homes[position], position, parts)
    if box is not None and not body.has_article(position, box.end):
        end, sure = box.end, not body.has_article(box.first, position)
        if box.first != position and _is_label(parts[position]):
            return None
    elif _is_label(parts[position]):
        return None
    else:
        end, sure = _flat_end(parts, position), False
    titles = {p.story: p.own for p in parts[position + 1 : end] if p.role is Role.TITLE}
    if not titles:
        return None
    own = 2 * sum(titles.values()) >= len(titles)
    return Section(position, end, sure and own and len(titles) > 1)


def _container(branch: Branch, position: int, parts: Sequence[Part]) -> Branch | None:
    """The smallest branch that begins with a heading and holds a title under it."""
    box: Branch | None = branch
    while box is not None and not _has_title(parts, position, box.end):
        box = box.above
    return box


def _has_title(parts: Sequence[Part], position: int, end: int) -> bool:
    return any(p.role is Role.TITLE for p in parts[position + 1 : end])


def _flat_end(parts: Sequence[Part], position: int) -> int:
    """Where prose resumes under a heading that stands among the article's paragraphs."""
    end = at = position + 1
    while at < len(parts) and not _resumes(parts, at):
        if parts[at].role in (Role.TITLE, Role.STAMP):
            end = at + 1
        at += 1
    return end


def _resumes(parts: Sequence[Part], at: int) -> bool:
    """Whether a line is no card's: a paragraph, a heading of its own."""
    part, before = parts[at], parts[at - 1]
    if part.role is Role.OTHER or _is_heading(part):
        return True
    if part.role is Role.EXCERPT:
        after = parts[at + 1].role if at + 1 < len(parts) else Role.OTHER
        return before.role is not Role.TITLE or after not in (Role.TITLE, Role.STAMP)
    return part.rank > 0 and not part.linked and not part.twice
