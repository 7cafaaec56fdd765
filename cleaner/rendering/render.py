"""Blocks to a format; the cost is linear in what the blocks hold.

No format can be broken out of: what a page says is words to whoever renders it, and only addresses
of http, https, mailto and tel, and those without a scheme, are links.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cleaner.document.block import Block
from cleaner.document.image import Image
from cleaner.rendering.formats import named
from cleaner.rendering.header import Header
from cleaner.text.words import collapse_space


def rendered(
    form: str,
    blocks: Sequence[Block],
    header: Callable[[], Header] = Header,
    images: Sequence[Image] = (),
) -> str:
    """Blocks in a format, such as "markdown", without a title. Raises KeyError for another name.

    header: says what a document that has a header tells of its article; asked for by such alone.
    images: stand between the blocks where the format has pictures.
    """
    module = named(form)
    if images and getattr(module, "PICTURES", False):
        from cleaner.rendering.pictures import illustrated  # nobody else pays for it

        blocks = illustrated(blocks, images)
    whole = getattr(module, "document", None)
    return str(module.render(blocks) if whole is None else whole(blocks, header()))


def titled(form: str, title: str, body: str) -> str:
    """An article in a format under its title, ending in a newline.

    The title is one line, whatever it holds, and only words in each of the formats. A document that
    names its title in its header has none over it.

    >>> titled("markdown", "<b>Rain</b> in C#\\n---", "It *rained*.")
    '# \\\\<b>Rain\\\\</b> in C# ---\\n\\nIt *rained*.\\n'
    """
    line = collapse_space(title)
    over = named(form).heading(line) if line else ""
    return (f"{over}\n\n" if over else "") + body + "\n"
