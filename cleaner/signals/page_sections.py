"""Sections of other stories under a heading that the lexicons know, bounded by structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cleaner.document.block import Block
from cleaner.signals.card_parts import is_title
from cleaner.signals.line_roles import Part, Role
from cleaner.signals.line_tree import Branch, LineTree
from cleaner.signals.page_body import Body
from cleaner.signals.phrases import lexicon
from cleaner.text.lexicon import with_role

HEADINGS = lexicon("related-items", "heading")
LABELS = lexicon("related-items", "label")
POINTERS = lexicon("inline-related", "opening")
MAX_HEADING_WORDS = 10
MAX_GAP = 6
"""Lines of a flat section that are neither a title nor a time, in a row."""
MANY = 2


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


def _ends_list(part: Part) -> bool:
    """Whether a line is the heading of another kind of section, as "Comments"."""
    block = part.block
    if HEADINGS.find(block) or (part.linked and not part.rank):
        return False
    return block.size <= MAX_HEADING_WORDS and not with_role("ends-list").isdisjoint(block.hits)


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
    own = box is not None and box.first == position and not body.has_article(position, box.end)
    if not own and _is_label(parts[position]):
        return None
    end = _box_end(parts, position, box.end) if own and box else _flat_end(parts, position)
    return _judged(parts, Section(position, end, own or not body.surrounds(position, end)), own)


def _judged(parts: Sequence[Part], section: Section, own: bool) -> Section | None:
    """A section with stories in it: sure where there are two of the site, as cards where flat."""
    inside = parts[section.first + 1 : section.end]
    titles = {p.story: p.own for p in inside if p.role is Role.TITLE}
    stamps = sum(p.role is Role.STAMP for p in inside)
    if not titles and stamps < MANY:
        return None
    ours = 2 * sum(titles.values()) >= len(titles) and len(titles) >= MANY
    return replace(section, is_sure=section.is_sure and ours and (own or stamps >= MANY))


def _box_end(parts: Sequence[Part], position: int, end: int) -> int:
    """The end of a container, or where another kind of section begins in it."""
    rest = range(position + 1, end)
    return next((i for i in rest if _ends_list(parts[i])), end)


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
    while at < len(parts) and at - end < MAX_GAP and not _resumes(parts, at):
        if parts[at].role in (Role.TITLE, Role.STAMP):
            end = at + 1
        at += 1
    return end


def _resumes(parts: Sequence[Part], at: int) -> bool:
    """Whether a line is no card's: a paragraph, a heading of its own."""
    part, after = parts[at], parts[at + 1 : at + 3]
    if part.role is Role.OTHER or _is_heading(part) or _ends_list(part):
        return True
    if any(p.role is Role.STAMP for p in after):
        return False
    if part.role is Role.EXCERPT and not is_title(part.block):
        titled = [p.role is Role.TITLE for p in (parts[at - 1], *after[:1])]
        return titled != [True, True]
    return part.rank > 0 and not part.linked and not part.twice
