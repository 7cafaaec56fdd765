"""Results in colour on a terminal, plain elsewhere."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from cleaner.cli.say import printable, visible
from cleaner.regressions.result import Result
from cleaner.regressions.wording import Style, lines_of

_STYLES = {
    Style.PLAIN: "",
    Style.STRONG: "bold",
    Style.GRAVE: "bold red",
    Style.LEAKED: "yellow",
    Style.OF_REPORT: "cyan",
    Style.FAINT: "dim",
}


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
        indent = len(line.plain) - len(line.plain.lstrip(" "))
        inner = Padding.indent(line[indent:], min(indent, console.width // 4))
        console.print(inner, soft_wrap=False)
