"""What became of a page: a line that sums up, what was found, and the article, folded."""

from __future__ import annotations

from rich.text import Text

from cleaner.cli.marked import line, marked
from cleaner.cli.say import printable, visible
from cleaner.rendering.counts import summary
from cleaner.result import Cleaned

EDGE = 3
"""Lines of the article that are shown at either end."""


def explained(name: str, cleaned: Cleaned, *, every: bool = False) -> Text:
    """A text for rich: in colour on a terminal, plain elsewhere.

    every: each line of the page in its place, in place of the findings and a folded article.
    """
    out, found = _head(name, cleaned), marked(cleaned, every=every)
    title = Text(line("# ", cleaned.title))
    if every:
        return out.append_text(title).append_text(found)
    article = title.append_text(_folded(cleaned.text))
    gap = Text("\n" if found and article else "")
    return out.append_text(found).append_text(gap).append_text(article)


def _head(name: str, cleaned: Cleaned) -> Text:
    """What is told of the page as a whole."""
    out = Text()
    out.append(f"{printable(name)}: {cleaned.outcome}", style="bold")
    out.append(f": {summary(cleaned)}\n" if cleaned.outcome.is_article else "\n")
    out.append(f"confidence {cleaned.confidence:.2f}, language {cleaned.language or 'unknown'}\n")
    if cleaned.outcome.detail:
        out.append(f"{cleaned.outcome.detail}\n")
    if cleaned.fault:
        out.append(f"internal fault: {cleaned.fault}\n", style="bold red")
    if cleaned.opinion:
        asked, answered = cleaned.opinion.asked, cleaned.opinion.answered
        changed = cleaned.opinion.changed
        out.append(f"second opinion: asked {asked}, answered {answered}, changed {changed}\n")
    for concern in cleaned.concerns:
        out.append(f"concern: {concern}\n", style="yellow")
    for note in cleaned.notes:
        out.append(f"note: {note}\n", style="yellow")
    return out


def _folded(text: str) -> Text:
    """The first and last lines of an article, and how many stand between."""
    lines = [f"  {visible(each)}\n" for each in text.split("\n") if each.strip()]
    hidden = len(lines) - 2 * EDGE
    if hidden <= 1:
        return Text("".join(lines))
    out = Text("".join(lines[:EDGE]))
    out.append(f"  … {hidden:,} more lines\n", style="dim")
    return out.append("".join(lines[-EDGE:]))
