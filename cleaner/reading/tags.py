"""Which tags are headings, carry a mark, leave a line unbroken, or hold nothing that is read."""

from __future__ import annotations

from typing import Literal

from lxml import etree

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MARKED = {
    "a": "a",
    "em": "em",
    "i": "em",
    "strong": "strong",
    "b": "strong",
    "code": "code",
    "sub": "sub",
    "sup": "sup",
    "del": "del",
    "s": "del",
    "u": "u",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "strike": "del",
}

INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby
    rb s output samp slot small span strike strong sub sup time tt u var wbr
    mjx-container mjx-assistive-mml""".split()
)
"""Elements that a line goes on through."""

SILENT = frozenset(
    """script style template noscript svg iframe head title select option textarea rt rp rtc
    img picture source input meta link canvas video audio embed mjx-math""".split()
)
"""Elements whose text is no part of what is read."""

UNBROKEN = frozenset(
    """script style template noscript svg iframe select rt rp rtc img picture source input meta
    link math mjx-math""".split()
)
"""Elements that a line goes on through, and whose text is no part of it as it stands."""

GLUE = frozenset(["script", "style", "rt", "rp", "rtc"])
"""Elements whose neighbours are one word, if no space is between them."""

BLOCKS = HEADINGS | frozenset(
    """html body div p ul ol li dl dt dd table caption thead tbody tfoot tr td th section article
    main header footer nav aside figure figcaption blockquote pre address form fieldset details
    summary center hr menu dialog""".split()
)
"""Elements that are lines of their own, as most that are not named here."""

Way = Literal["inline", "marked", "unbroken", "silent", "break", "block", "button"]
WAYS: dict[object, Way] = {
    **dict.fromkeys(SILENT, "silent"),
    **dict.fromkeys(UNBROKEN, "unbroken"),
    **dict.fromkeys(INLINE, "inline"),
    **dict.fromkeys(MARKED, "marked"),
    **dict.fromkeys((etree.Comment, etree.ProcessingInstruction, etree.Entity), "unbroken"),
    **dict.fromkeys(BLOCKS, "block"),
    "br": "break",
    "button": "button",
}
"""How an element is read, by its tag; a block where it is not named here."""
