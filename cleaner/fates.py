"""What became of each visible line of a page: article or not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cleaner.document.block import Block
from cleaner.document.finding import Action, Finding
from cleaner.reading.page import Page

NOT_TAKEN = "not taken for the article"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one line."""

    number: int
    """Among the page's lines, from 0."""
    text: str
    name: str
    """`article`; `doubtful`, which stays; `stripped`; or `outside` of what was extracted."""
    kind: str = ""
    """The kind of residue, of a line that went or nearly went."""
    because: str = ""
    """Why it went, nearly went, was brought back, or is outside."""


def fates_of(
    page: Page | None, kept: Sequence[Block], findings: Iterable[Finding]
) -> Iterator[Fate]:
    """One fate for each visible line, in page order; for each block, where no page is known."""
    found: dict[int, list[Finding]] = {}
    for f in findings:
        found.setdefault(f.block.index, []).append(f)
    stays = {block.index: block for block in kept}
    whole = {f.block.index: f.block for some in found.values() for f in some}
    blocks = {**{i: whole.get(i, block) for i, block in stays.items()}, **whole}
    named = {i: _fate(block, i in stays, found.get(i, ())) for i, block in blocks.items()}
    if page is None or page.kind == "text" or any(b.line < 0 for b in blocks.values()):
        yield from (replace(named[i], number=n) for n, i in enumerate(sorted(named)))
        return
    by_line: Mapping[int, Fate] = {blocks[i].line: fate for i, fate in named.items()}
    for line in page.source.lines:
        reason = line.outside or NOT_TAKEN
        outside = Fate(line.number, line.text, "outside", because=reason)
        yield by_line.get(line.number, outside)


def _fate(block: Block, stays: bool, findings: Sequence[Finding]) -> Fate:
    f = min(findings, key=_weight, default=None)
    if f is None or (stays and f.action is Action.STRIPPED):
        part = f"in part {f.kind}: {f.explained().because}" if f is not None else block.recovered
        return Fate(block.line, block.text, "article", f.kind if f is not None else "", part)
    name = "doubtful" if stays else "stripped"
    return Fate(block.line, block.text, name, f.kind, f.explained().because)


def _weight(f: Finding) -> tuple[bool, int]:
    """What tells most of a line first: what went, and of that the longest."""
    return f.action is not Action.STRIPPED, f.start - f.end
