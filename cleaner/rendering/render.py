"""Blocks to a format; the cost is linear in what the blocks hold.

No format can be broken out of: what a page says is words to whoever renders it, and only addresses
of http, https, mailto and tel, and those without a scheme, are links.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.rendering.formats import formats
from cleaner.text.words import collapse_space


def rendered(form: str, blocks: Sequence[Block]) -> str:
    """Blocks in a format, such as "markdown", without a title. Raises KeyError for another name."""
    body: str = formats()[form].render(blocks)
    return body


def titled(form: str, title: str, body: str) -> str:
    """An article in a format under its title, ending in a newline.

    The title is one line, whatever it holds, and only words in each of the formats.

    >>> titled("markdown", "<b>Rain</b> in C#\\n---", "It *rained*.")
    '# \\\\<b>Rain\\\\</b> in C# ---\\n\\nIt *rained*.\\n'
    """
    line = collapse_space(title)
    return (f"{formats()[form].heading(line)}\n\n" if line else "") + body + "\n"
