"""The lines of an extraction with signs: what goes, what is in doubt, what came back, and why."""

from __future__ import annotations

from collections import deque

from rich.text import Text

from cleaner.cli.say import visible
from cleaner.document.finding import Action, Finding
from cleaner.fates import Fate
from cleaner.rendering.plain_data import blocks_from
from cleaner.result import Cleaned

_STYLES = {Action.STRIPPED: "red", Action.DOUBTFUL: "yellow", Action.KEPT: "yellow"}


def marked(cleaned: Cleaned, *, every: bool) -> Text:
    """A text for rich: in colour on a terminal, plain elsewhere.

    Lines that go open with "- ", doubtful ones that stay with "? ", lines that the extraction had
    lost and that were brought back with "+ ". every: with the lines of the article, which open
    with two spaces, and the page's other lines, which open with "· ".
    """
    out = Text()
    others = deque(fate for fate in cleaned.fates if every and fate.name == "outside")
    by_block: dict[int, list[Finding]] = {}
    for f in cleaned.findings:
        if f.action is not Action.AGREED:
            by_block.setdefault(f.block.index, []).append(f)
    back = {block.index: block.recovered for block in cleaned.blocks if block.recovered}
    lines = {block.index: block.line for block in cleaned.whole_blocks}
    for block in blocks_from(cleaned.to_dict()):
        findings = by_block.get(block.index, [])
        out.append_text(_others(others, lines.get(block.index, -1)))
        if block.index in back and not findings:
            out.append(line("+ ", block.text), style="green")
            out.append(f"    [brought back: {back[block.index]}]\n", style="dim")
        else:
            out.append_text(_block(block.text, findings, every=every))
    out.append_text(_others(others, None))
    return out


def line(sign: str, text: str) -> str:
    """A text behind its sign; nothing for one without words."""
    return f"{sign}{visible(text.strip())}\n" if text.strip() else ""


def _others(waiting: deque[Fate], end: int | None) -> Text:
    """The lines outside of the extraction before a line; those in a row have one reason."""
    out = Text()
    while waiting and (end is None or waiting[0].number < end):
        fate = waiting.popleft()
        out.append(line("· ", fate.text), style="dim")
        goes_on = waiting and (end is None or waiting[0].number < end)
        if not goes_on or waiting[0].because != fate.because:
            out.append(f"    [outside: {fate.because}]\n", style="dim")
    return out


def _block(text: str, findings: list[Finding], *, every: bool) -> Text:
    out, at = Text(), 0
    for f in sorted(findings, key=lambda f: (f.start, f.end)):
        if f.start < at:
            out.append_text(_reason(f))
            continue
        out.append(line("  ", text[at : f.start]) if every else "")
        sign = "- " if f.action is Action.STRIPPED else "? "
        out.append(line(sign, f.text), style=_STYLES[f.action])
        out.append_text(_reason(f))
        at = f.end
    out.append(line("  ", text[at:]) if every else "")
    return out


def _reason(f: Finding) -> Text:
    label = f"{f.kind}, {f.sureness}" + ("" if f.action is Action.STRIPPED else f", {f.action}")
    return Text(f"    [{label}: {visible(f.because)}]\n", style="dim")
