"""Sections of other stories under a heading that the lexicons know, bounded by structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from cleaner.document.block import Block
from cleaner.signals.card_parts import is_title
from cleaner.signals.line_roles import Part, Role, begins_another
from cleaner.signals.line_tree import Branch, LineTree
from cleaner.signals.page_body import Body
from cleaner.signals.phrases import lexicon
from cleaner.text import words as t

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


@dataclass(frozen=True, slots=True)
class _Page:
    parts: Sequence[Part]
    tree: LineTree
    body: Body
    titles: Sequence[int]
    """How many there are up to a line."""
    ends: Sequence[int]
    """From each line on, the next that begins another kind of section, or the article again."""


def sections(parts: Sequence[Part], tree: LineTree, body: Body) -> Iterator[Section]:
    """All sections of other stories on a page, in order."""
    titles = [0, *accumulate(int(p.role is Role.TITLE) for p in parts)]
    page = _Page(parts, tree, body, titles, _next_ends(parts))
    headings = (i for i, part in enumerate(parts) if _is_heading(part))
    yield from filter(None, (_section(page, position) for position in headings))


def _next_ends(parts: Sequence[Part]) -> list[int]:
    ends = [len(parts)] * (len(parts) + 1)
    for i in range(len(parts) - 1, -1, -1):
        ends[i] = i if _is_end(parts[i], parts[i + 1 : i + 2]) else ends[i + 1]
    return ends


def _is_end(part: Part, after: Sequence[Part]) -> bool:
    """Whether another kind of section begins, or sentences follow on one another."""
    return begins_another(part.block) or (bool(after) and _is_said(part) and _is_said(after[0]))


def _is_said(part: Part) -> bool:
    return part.role is Role.EXCERPT and not part.linked and t.ends_sentence(part.block.text)


def _is_heading(part: Part) -> bool:
    if part.block.size > MAX_HEADING_WORDS or (part.linked and not part.rank):
        return False
    return bool(HEADINGS.find(part.block)) or _is_pointer(part.block)


def _is_pointer(block: Block) -> bool:
    """Whether a line is a pointer and nothing else, as "See also:"."""
    hit = POINTERS.find(block)
    return hit is not None and not block.plain[hit.end :].strip(" :-|»>→.…")


def _is_label(part: Part) -> bool:
    """Whether a heading may be a card's own label, as "Read more"."""
    return bool(LABELS.find(part.block)) and not part.rank


def _section(page: _Page, position: int) -> Section | None:
    """What the heading's container holds, or what follows it where that is the article's."""
    box, body = _container(page, position), page.body
    own = box is not None and box.first == position and not body.has_article(position, box.end)
    if not own and _is_label(page.parts[position]):
        return None
    if own and box is not None:
        end = _trimmed(page.parts, position, _box_end(page, position, box.end))
    else:
        end = _flat_end(page.parts, position)
    return _judged(page, Section(position, end, own or not body.surrounds(position, end)), own)


def _box_end(page: _Page, position: int, end: int) -> int:
    """Where a container ends, or the section in it; its last line may precede the article."""
    stop = page.ends[position + 1]
    last = stop == end - 1 and not begins_another(page.parts[stop].block)
    return end if last else min(stop, end)


def _trimmed(parts: Sequence[Part], position: int, end: int) -> int:
    """The end of a container's last card: an excerpt and a label may follow on its title."""
    last = end
    while last > position + 1 and parts[last - 1].role not in (Role.TITLE, Role.STAMP):
        last -= 1
    rest = parts[last:end]
    more = len(rest) > MANY or any(p.rank and not p.linked for p in rest)
    return last if more else end


def _container(page: _Page, position: int) -> Branch | None:
    """The smallest branch that holds a heading and a title under it."""
    box: Branch | None = page.tree.homes[position]
    while box is not None and page.titles[box.end] == page.titles[position + 1]:
        box = page.tree.above(box)
    return box


def _judged(page: _Page, section: Section, own: bool) -> Section | None:
    """A section with stories in it: sure where there are two of the site, as cards where flat."""
    inside = page.parts[section.first + 1 : section.end]
    titles = {p.story: p.own for p in inside if p.role is Role.TITLE}
    stamps = sum(p.role is Role.STAMP for p in inside)
    if not titles and stamps < MANY:
        return None
    ours = 2 * sum(titles.values()) >= len(titles) >= MANY
    return replace(section, is_sure=section.is_sure and ours and (own or stamps >= MANY))


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
    if part.role is Role.OTHER or _is_heading(part):
        return True
    if any(p.role is Role.STAMP for p in after):
        return False
    if part.role is Role.EXCERPT and not is_title(part.paragraph):
        return not (parts[at - 1].role is Role.TITLE and _is_story(after[:1]))
    return part.rank > 0 and not part.linked and not part.twice


def _is_story(parts: Sequence[Part]) -> bool:
    return bool(parts) and parts[0].role is Role.TITLE
