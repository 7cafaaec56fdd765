"""An article under its title."""

from __future__ import annotations

from html import escape

from cleaner.rendering.signs import escaped, heading_end
from cleaner.text.words import collapse_space


def titled(form: str, title: str, body: str) -> str:
    """An article in a form ("text", "markdown", "html") under its title, ending in a newline.

    The title is one line, whatever it holds, and only words in each of the forms.

    >>> titled("markdown", "<b>Rain</b> in C#\\n---", "It *rained*.")
    '# \\\\<b>Rain\\\\</b> in C# ---\\n\\nIt *rained*.\\n'
    """
    line = collapse_space(title)
    headings = {
        "text": line,
        "markdown": f"# {heading_end(escaped(line))}",
        "html": f"<h1>{escape(line)}</h1>",
    }
    return (f"{headings[form]}\n\n" if line else "") + body + "\n"
