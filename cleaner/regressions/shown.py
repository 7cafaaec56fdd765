"""Results in words: in colour on a terminal, plain elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from cleaner.regressions.changes import Change, Sort
from cleaner.regressions.checking import Result
from cleaner.say import printable, visible

MOST = 20
"""Changes of a sort that are shown of one page."""
LONG = 600
"""Characters of a piece that are shown; of a longer one its beginning and end."""
_SIGNS = {Sort.LOST: "-", Sort.GONE: "-", Sort.LEAKED: "+", Sort.NEW: "+"}
_STYLES = {Sort.LOST: "bold red", Sort.FAULT: "bold red", Sort.LEAKED: "yellow"}
_OF_REPORT = "cyan"


def shown(result: Result) -> Text:
    """One result: its page, and each change under what sort it is, the worst first."""
    out = Text()
    told = printable(f"{result.slug}: {headline(result)}")
    out.append(f"{told}\n", style=_headline_style(result))
    for sort, group in groupby(result.changes, key=lambda change: change.sort):
        for part in _group(sort, list(group)):
            out.append_text(part)
    return out


def tell(console: Console, text: Text) -> None:
    """Print a text: on a terminal wrapped between words and indented, elsewhere a line a line."""
    if not console.is_terminal:
        console.print(text, end="")
        return
    for line in text.split("\n"):
        indent = len(line.plain) - len(line.plain.lstrip(" "))
        inner = Padding.indent(line[indent:], min(indent, console.width // 4))
        console.print(inner, soft_wrap=False)


def headline(result: Result) -> str:
    """What became of a page, in a few words."""
    if result.error:
        return f"cannot be checked: {result.error}"
    if not result.changes:
        return "unchanged"
    if all(change.sort is Sort.HEALED for change in result.changes):
        return "better than recorded: what leaked does not leak any more"
    if not result.article_changed:
        return "the article is the same; what is told of what was stripped has changed"
    lost, leaked = (_count(result.changes, sort) for sort in (Sort.LOST, Sort.LEAKED))
    figures = [f"{_number(lost)} lost"] * bool(lost) + [f"{_number(leaked)} leaked"] * bool(leaked)
    return "the article has changed" + (f": {', '.join(figures)}" if figures else "")


def summary(results: Sequence[Result]) -> str:
    """How many pages are unchanged, changed and broken."""
    total = f"{len(results)} page{'s' * (len(results) != 1)}"
    counts = {"unchanged": 0, "changed": 0, "broken": 0}
    for result in results:
        counts[result.status] += 1
    told = [f"{n} {name}" for name, n in counts.items() if n or name == "unchanged"]
    reports = sum(bool(r.changes) and not r.article_changed for r in results)
    same = f" (of {reports} the article is the same)" if reports else ""
    return f"{total}: {', '.join(told)}{same}"


def worst_first(results: Sequence[Result]) -> list[Result]:
    """Results that lost words first, then by the worst that changed; broken ones last."""
    return sorted(results, key=lambda r: r.changes[0].sort.rank if r.changes else len(Sort))


def _headline_style(result: Result) -> str:
    return "bold red" if result.error or result.article_changed else "bold"


def _group(sort: Sort, changes: Sequence[Change]) -> Iterator[Text]:
    count = sum(change.words for change in changes)
    style = _STYLES.get(sort, "" if sort.of_article else _OF_REPORT)
    yield Text(f"  {sort}{f' ({_number(count)})' if count else ''}:\n", style=style or "bold")
    for change in changes[:MOST]:
        yield from _change(change, style)
    if rest := changes[MOST:]:
        words = _count(rest, sort)
        more = f", {_number(words)}" if words else ""
        yield Text(f"    … and {len(rest)} more{more}\n", style="dim")


def _change(change: Change, style: str) -> Iterator[Text]:
    lead, text, tail = change.told()
    line = Text(f"    {_SIGNS.get(change.sort, '~')} ")
    line.append(lead, style="dim").append(_short(text), style=style).append(f"{tail}\n", "dim")
    yield line
    if change.note:
        yield Text(f"        [{_short(change.note)}]\n", style="dim")


def _short(text: str) -> str:
    text = visible(text)
    if len(text) <= LONG:
        return text
    return f"{text[: LONG * 2 // 3].rstrip()} […] {text[-LONG // 6 :].lstrip()}"


def _count(changes: Sequence[Change], sort: Sort) -> int:
    return sum(change.words for change in changes if change.sort is sort)


def _number(count: int) -> str:
    return f"{count:,} word{'s' * (count != 1)}"
