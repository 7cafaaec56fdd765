"""Results in colour on a terminal, plain elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from cleaner.cli.say import printable, visible
from cleaner.regressions.result import Result
from cleaner.regressions.wording import Style, lines_of
from cleaner.text.regex import regex

_STYLES = {
    Style.PLAIN: "",
    Style.STRONG: "bold",
    Style.GRAVE: "bold red",
    Style.LEAKED: "yellow",
    Style.OF_REPORT: "cyan",
    Style.FAINT: "dim",
}
_LEAD = regex(r" *(?:[-+?~·#] )?")
"""What stands before a text: its indentation, and the sign that says what became of it."""


def shown(result: Result) -> Text:
    """One result: its page, and each change under what sort it is, the worst first."""
    out = Text()
    grave = result.error or result.article_changed
    told = printable(f"{result.slug}: {result.headline}")
    out.append(f"{told}\n", style="bold red" if grave else "bold")
    for line in lines_of(result.changes):
        for text, style in line:
            out.append(visible(text), style=_STYLES[style])
        out.append("\n")
    return out


def tell(console: Console, text: Text) -> None:
    """Print a text: on a terminal wrapped between words and indented, elsewhere a line a line."""
    if not console.is_terminal:
        console.print(text, end="")
        return
    for line in text.split("\n"):
        for piece in _wrapped(line, console):
            console.print(piece)


def _wrapped(line: Text, console: Console) -> Iterator[Text]:
    """The line in pieces that fit; those behind the first stand below its text, not its sign."""
    lead = _LEAD.match(line.plain).end()  # type: ignore[union-attr]  # matches anything
    width = max(console.width - lead, 1)
    for number, piece in enumerate(line[lead:].wrap(console, width)):
        piece.rstrip()
        yield (Text(" " * lead) if number else line[:lead]) + piece
