"""A page as a site's memory keeps it: lines in order, each as a digest, a place and a few marks.

Lines are those of the extraction and those of the page near it. Nothing that the page says is
kept but the first characters of each line, for whoever reads the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from cleaner.document.block import PROSE_WORDS, Block
from cleaner.document.finding import Action, Finding
from cleaner.reading.line import Line
from cleaner.reading.lines import Source
from cleaner.result import Cleaned
from cleaner.sites.memory.chains import NOWHERE, Chain, Chains
from cleaner.sites.memory.digests import ends_of, exact_of, key_of, key_of_block
from cleaner.text import words as t
from cleaner.text.patterns import is_stamp
from cleaner.text.urls import host_in
from cleaner.text.values import CHANGE, PRICE, is_quote_value

NEAR = 10
"""Lines of the page before and after the extraction that are looked at, too."""
SHOWN = 40
"""Characters of a line that are kept for reading."""
LONG = 20
"""Words from which a sentence says more than a sign-off."""
_NO_RESIDUE = ("site-furniture", "repeated-title", "duplicate-lead")
"""Kinds that tell nothing of a line: this one, and those of lines that stand twice."""
PROSE, HEADING, LINKED, LINKS, INSIDE, VALUE, SUSPECT, LONGER, LISTED, MONEY = "phlaivxwtm"
"""Marks: prose; a heading; mostly link; holds a link; to this site; prices, times or numbers alone;
holds a phrase of residue; of twenty words or two sentences; a row of a table or item of a list; a
price or a signed change."""
KEPT, GONE, OUTSIDE = "kso"
_MONEY = re.compile(r"[+▲▼△▽↑↓−-]\s?\d[\d.,]*\s?%")


@dataclass(frozen=True)
class LineRecord:
    """A line as it was seen on one page."""

    key: str
    """Digest of its letters, with every number alike."""
    exact: str
    """The same with its numbers; empty where it has none."""
    chain: Chain
    role: str
    """k: kept, s: stripped by another kind, o: not extracted."""
    marks: str
    size: int
    """Words."""
    start: str = ""
    """Digest of the first words of prose, by which an excerpt is known again."""
    end: str = ""
    """The same of its last words."""
    text: str = field(default="", compare=False)
    """Its first characters."""


@dataclass(frozen=True)
class PageFingerprint:
    """A page: an id made of its extraction, its title, its lines."""

    id: str
    title: str
    """Digest of the title; empty where there is none."""
    lines: tuple[LineRecord, ...]
    url: str = ""


def fingerprint_of(cleaned: Cleaned, host: str) -> PageFingerprint:
    """What to remember of a page that was cleaned; what this memory stripped counts as kept."""
    page = cleaned._page
    url = (page.url or "") if page else ""
    title = t.match_key(cleaned.title)
    told = key_of(title) if title else ""
    return PageFingerprint(id_of(cleaned), told, tuple(_lines(cleaned, host)), url)


def id_of(cleaned: Cleaned) -> str:
    """The id of a page: a digest of its extraction, whatever was then stripped of it."""
    told = "\n".join(block.key for block in cleaned.whole_blocks)
    return blake2b(told.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _lines(cleaned: Cleaned, host: str) -> Iterator[LineRecord]:
    """All lines of the extraction in order, with the page's other lines among them."""
    chains, roles = Chains(), _roles(cleaned)
    page = cleaned._page
    source = None if page is None or page.kind != "page" else page.source
    blocks = [roles[index] for index in sorted(roles)]
    numbers = {block.line for block, _ in blocks if block.line >= 0}
    near = _near(source, numbers) if source else []
    at = 0
    for block, role in blocks:
        while at < len(near) and 0 <= block.line > near[at].number:
            yield _seen(near[at].block, near[at], OUTSIDE, (chains, host))
            at += 1
        line = line_of(block, source) if source else None
        yield _seen(block, line, role, (chains, host))
    for line in near[at:]:
        yield _seen(line.block, line, OUTSIDE, (chains, host))


def line_of(block: Block, source: Source) -> Line | None:
    """The page's line of a block."""
    return source.lines[block.line] if block.line >= 0 else None


def _near(source: Source, numbers: set[int]) -> list[Line]:
    if not numbers:
        return []
    window = source.around(min(numbers), max(numbers), NEAR, NEAR)
    return [line for line in window if line.number not in numbers and line.key]


def _roles(cleaned: Cleaned) -> dict[int, tuple[Block, str]]:
    """The blocks of the extraction by index, each with what became of it."""
    roles = {block.index: (block, KEPT) for block in cleaned.blocks}
    for f in cleaned._findings:
        if f.action in (Action.STRIPPED, Action.AGREED) and _is_most(f):
            _, role = roles.get(f.block.index, (None, KEPT))
            gone = f.kind not in _NO_RESIDUE or role == GONE
            roles[f.block.index] = (f.block, GONE if gone else KEPT)
    return roles


def _is_most(f: Finding) -> bool:
    return 2 * (f.end - f.start) > len(f.block.text)


def _seen(block: Block, line: Line | None, role: str, known: tuple[Chains, str]) -> LineRecord:
    chains, host = known
    chain = chains.of(line.element) if line is not None else NOWHERE
    marks = "".join(_marks(block, line, host))
    exact = exact_of(block.key)
    start, end = ends_of(block)
    size, shown = round(block.size), block.text[:SHOWN]
    return LineRecord(key_of_block(block), exact, chain, role, marks, size, start, end, shown)


def _marks(block: Block, line: Line | None, host: str) -> Iterator[str]:
    linked = line.linked / max(1, len(line.text)) if line is not None else block.link_share
    tests = (
        (PROSE, block.is_prose or reads_as_prose(block)),
        (HEADING, block.is_heading),
        (LINKED, linked > 0.5),
        (LINKS, linked > 0),
        (INSIDE, linked > 0 and _is_inside(block, line, host)),
        (VALUE, is_value(block)),
        (SUSPECT, bool(block.hits)),
        (LONGER, block.size >= LONG or t.has_sentence(block.text)),
        (LISTED, block.tag in ("tr", "li")),
        (MONEY, bool(_MONEY.search(block.plain)) or bool(PRICE.search(block.plain))),
    )
    return (mark for mark, holds in tests if holds)


def reads_as_prose(block: Block) -> bool:
    """Whether a line is a sentence of some length, a link or not."""
    return block.size >= PROSE_WORDS and t.ends_sentence(block.text) and not block.is_heading


def is_value(block: Block) -> bool:
    """Whether a line is prices, changes, times or numbers and nothing else."""
    plain = block.plain
    if is_quote_value(plain) or is_stamp(plain):
        return True
    if not any(map(str.isdigit, plain)) or len(plain) > 40:
        return False
    return bool(PRICE.search(plain) or ("%" in plain and CHANGE.search(plain)))


def _is_inside(block: Block, line: Line | None, host: str) -> bool:
    """Whether the first link of a line stays on its site."""
    href = next((m.href for m in block.marks if m.tag == "a" and m.href), "")
    if not href and line is not None:
        href = _href(line)
    return bool(href) and host_in(href) in ("", host)


def _href(line: Line) -> str:
    for anchor in line.element.iter("a"):
        return anchor.get("href") or ""
    for above in line.element.iterancestors("a"):
        return above.get("href") or ""
    return ""
