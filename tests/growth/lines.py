"""Inputs of any size that try how cost grows with the words: lines, paragraphs, phrases, forms.

`PAGES` are pages, `TEXTS` the same as text that was scraped already, `CASES` both; each maps a name
to a function from a size in bytes to an input of about that size.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

Make = Callable[[int], str]
Lines = Callable[[int], list[str]]

PROSE = [
    "The ferry between the two islands was cancelled on Monday after divers found a crack in its "
    "rudder, the operator said in a statement to passengers.",
    "Some three hundred people live on the smaller island through the winter, and most of them "
    "buy their groceries on the mainland once a week.",
    "A replacement boat is on its way from the shipyard in the north. It cannot carry lorries, so "
    "fuel for the power station has to wait until Thursday.",
    "Residents gathered in the school hall to hear how the council means to bring medicine across "
    "while the strait is rough and the helicopter is away.",
    "The rudder was last looked at in spring, when the boat stood in dry dock for a month, and "
    "nothing was noted then but a little rust near the hinge.",
    "An inquiry will ask why the crack was not seen. Its report is due before the end of the "
    "year, and the council has promised to publish all of it.",
]
WORDS = (
    "harbour lantern meadow orchard pebble quarry ribbon saddle thicket umbrella valley willow "
    "anchor basket candle dagger ember feather garden hammer island jacket kettle ladder mirror"
).split()


def _words(i: int, many: int) -> str:
    """Words that differ from line to line."""
    return " ".join(WORDS[(i * 7 + k * (1 + i % 5)) % len(WORDS)] for k in range(many))


def _sentence(i: int) -> str:
    return f"On day {i} the {_words(i, 9)} was found by the {_words(i + 3, 4)} again."


def _again(*lines: str) -> Lines:
    """The same lines over and over."""
    return lambda size: list(lines) * max(1, size // sum(len(line) + 2 for line in lines))


def _each(line: Callable[[int], str | Sequence[str]]) -> Lines:
    """Lines that are made by their number."""

    def make(size: int) -> list[str]:
        lines: list[str] = []
        total, numbers = 0, count()
        while total < size:
            made = line(next(numbers))
            lines += [made] if isinstance(made, str) else made
            total += len(made) + 2 if isinstance(made, str) else sum(len(m) + 2 for m in made)
        return lines

    return make


def _long(piece: str) -> Lines:
    """One line of a piece over and over, between sentences."""
    return lambda size: [*PROSE[:3], piece * max(1, size // len(piece.encode())), *PROSE[3:]]


def _lead(size: int) -> list[str]:
    """A lead of many sentences, said again word by word and in other words."""
    sentences = [_sentence(i) for i in range(max(1, size // 320))]
    lead = " ".join(sentences)
    return [lead, *PROSE, " ".join(sentences[1:]) + " So it was.", *PROSE[:2], lead[: size // 3]]


def _unstopped_lead(size: int) -> list[str]:
    """A lead that is one sentence, said nearly again."""
    lead = " ".join(_words(i, 9) for i in range(max(1, size // 160)))
    return [f"{lead}.", *PROSE, f"And {lead.replace('lantern', 'lamp')} indeed.", *PROSE[:2]]


def _refrain(size: int) -> list[str]:
    lead = " ".join(_sentence(i) for i in range(100_000 // 110))
    return [lead, *PROSE] * max(1, size // 100_000)


PHRASES = {
    "read-more": "Read more: ",
    "share": "Share ",
    "by": "By ",
    "rights": "© ",
    "advertisement": "Advertisement ",
    "all-rights": "All rights reserved. Sign up for our newsletter. ",
    "cookies": "We use cookies. Accept all. ",
    "source": "Source: ",
    "first-published": "This article was first published on ",
    "photo": "Photo: A. Berg/Getty Images ",
    "comments": "Leave a comment. Reply ",
    "follow": "Follow us on Facebook. ",
    "disclaimer": "Disclaimer: not financial advice. ",
    "arrow": "→ More: ",
    "month": "March 3 ",
}  # fmt: skip
SHORT = 780
"""Letters of the longest line that is not yet a paragraph."""
FORMS = {
    "slashed-date": "1/", "dotted-date": "1.1.", "dashed-date": "2024-", "clock": "12:30",
    "iso-date": "2024-01-01T", "price": "$1,", "price-apart": "1 $ ", "price-words": "1 US",
    "percent": "+1%", "digit": "7", "digit-apart": "7 ", "sign": "+", "signed": "-1",
    "bracketed": "(1) ", "space": " ", "no-break": "\u00a0", "invisible": "\u200b", "dot": ".",
    "dot-apart": ". ", "dash": "-", "underscore": "_", "comma": ",", "colon": ":", "bar": " | ",
    "quote": '"', "closer": ".”", "open-quote": "“", "bracket": "(", "square": "[", "hash": "#",
    "crumb": " > ", "hashtag": "#a ", "initial": "A.B.", "initial-apart": "A. ", "name": "A-a'a.",
    "abbreviation": "Dr. ", "address": "a-", "dotted-address": "a.a-", "web": "www.",
    "web-apart": "http://a.com/ ", "mail": "a@", "dotted-mail": "a@a.", "no-mail": "a.a+a-",
    "protected": "[email ", "phone": "+1 (1 ", "phone-label": "tel: 1-1-1", "letter": "a",
    "capital": "A", "joined": "aA", "hyphened": "-a-a", "word": "word ", "question": "a? ",
    "ellipsis": "…", "copyright": "copyright ", "chinese": "海", "chinese-sentence": "海上有风。",
    "thai": "ทะเล", "japanese": "海とカ", "arabic": "بحر ", "dotless": "ı", "ligature": "ﷺ",
    "combining": "e\u0301", "astral": "😀", "newline": "a\n",
}  # fmt: skip
LINES: dict[str, Lines] = {
    "equal-paragraphs": _again(PROSE[0]),
    "two-paragraphs": _again(PROSE[0], PROSE[1]),
    "different-paragraphs": _each(_sentence),
    "different-lines": _each(lambda i: f"{_words(i, 3)} {i}"),
    "equal-lines": _again("Harbour lantern meadow"),
    "very-short-lines": _each(lambda i: f"{i % 10}a"),
    "phrase-lines": _each(
        lambda i: ("Read more: here", "Share", "By Ann Berg", "© 2024", "Advertisement", "Tags",
                   "Comments", "Reply", "Related", "Sign up", "Home", "Source: X")[i % 12]
    ),
    "related-headings": _each(lambda i: ("Related articles", _words(i, 5), _sentence(i))),
    "related-alone": _each(lambda i: ("Related articles", _words(i, 5))),
    "counted-comments": _again("12 Comments"),
    "comment-headings": _again("Comments", "Ann Berg, 3 hours ago", "Reply"),
    "comments": _each(lambda i: (f"Ann {i}, 3 hours ago", _sentence(i), "Reply")),
    "tag-labels": _again("Tags", "ferry"),
    "contents": _each(lambda i: ("Contents", f"{_words(i % 9, 3)}")),
    "disclaimers": _again("Disclaimer", "This is not financial advice."),
    "contacts": _again("Media contact", "About Acme", "Ann Berg"),
    "about": _each(lambda i: (f"About Acme {i}", "Acme makes boats.")),
    "author-notes": _again("About the author", "Ann Berg is a writer based in Leeds."),
    "cards": _each(
        lambda i: (f"{_words(i, 6)} {i}", f"{_words(i, 6)} {i}", "Share", f"Herald {i % 12}h ago")
    ),
    "cards-of-two": _each(lambda i: (f"{_words(i, 6)} {i}", "Share", "3 hours ago")),
    "cards-apart": _each(
        lambda i: (f"{_words(i, 6)} {i}", "Share", "3 hours ago", _sentence(i), _sentence(i + 1))
    ),
    "prices": _each(
        lambda i: (f"Acme ({'ABCDEFGH'[i % 8]}CM)", f"${i}.10", "+0.8%", "Live Price Chart")
    ),
    "quotes": _each(lambda i: f"Acme {i}.5 +0.8%"),
    "lead-again": _again(PROSE[0], PROSE[1], _sentence(1)),
    "lead-among-others": _each(lambda i: (PROSE[0], _sentence(i))),
    "long-lead": _lead,
    "unstopped-lead": _unstopped_lead,
    "refrain": _refrain,
    "title-again": _again("Ferry is cancelled after divers find a crack", _sentence(4)),
    "questions": _each(lambda i: (f"Why is the {_words(i, 4)} here?", _sentence(i))),
    "colons": _each(lambda i: f"{_words(i, 3)}: {_words(i + 1, 4)}"),
    "captions": _each(lambda i: f"The {_words(i, 4)} (Photo: Ann Berg)"),
    "menus": _each(lambda i: ("Home", "News > Sport > Ferries", _words(i, 2))),
    "dates": _each(lambda i: f"March {i % 28 + 1}, 2024 {i % 12}:30 pm"),
    **{f"line-of-{name}": _long(piece) for name, piece in {**PHRASES, **FORMS}.items()},
    **{f"lines-of-{name}": _again(piece.strip() * 3) for name, piece in PHRASES.items()},
    **{f"short-of-{name}": _again(piece * (SHORT // len(piece))) for name, piece in FORMS.items()},
}  # fmt: skip
TITLE = "Ferry is cancelled after divers find a crack"


def _page(body: str, title: str = TITLE) -> str:
    before, after = ("".join(f"<p>{p}</p>" for p in some) for some in (PROSE[:4], PROSE[4:]))
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"{before}{body}{after}</article></body></html>"
    )


def _as_page(lines: Lines, tag: str = "p") -> Make:
    return lambda size: _page("".join(f"<{tag}>{line}</{tag}>" for line in lines(size)))


def _as_text(lines: Lines, between: str = "\n\n") -> Make:
    return lambda size: between.join([TITLE, *PROSE[:4], *lines(size), *PROSE[4:]])


def _wrapped(before: str, each: str, after: str, lines: Lines) -> Make:
    """A page with the lines in one element; each: how one line is written, with `{}`."""
    return lambda size: _page(before + "".join(map(each.format, lines(size))) + after)


def _nest(size: int) -> str:
    depth = max(1, size // 60)
    inside = "".join(f"<blockquote><p>{_words(i, 5)}.</p>" for i in range(depth))
    return _page(inside + "</blockquote>" * depth)


_SOME = LINES["different-lines"]
PAGES: dict[str, Make] = {
    **{name: _as_page(lines) for name, lines in LINES.items()},
    "br-lines": _wrapped("<p>", "{}<br>", "</p>", _SOME),
    "br-sentences": _wrapped("<p>", "{}<br>", "</p>", LINES["different-paragraphs"]),
    "cells": _wrapped("<table>", "<tr><td>{}</td><td>1</td></tr>", "</table>", _SOME),
    "one-row": _wrapped("<table><tr>", "<td>{}</td>", "</tr></table>", _SOME),
    "items": _wrapped("<ul>", "<li>{}</li>", "</ul>", _SOME),
    "numbered-items": _wrapped("<ol>", "<li>{}</li>", "</ol>", LINES["different-paragraphs"]),
    "linked-items": _wrapped("<ul>", "<li><a href=/a>{}</a></li>", "</ul>", _SOME),
    "linked-lines": _wrapped("", "<p><a href=/a>{}</a></p>", "", _SOME),
    "links-in-prose": _wrapped("<p>", "{} <a href=/a>here</a> ", "</p>", _SOME),
    "marks-in-prose": _wrapped("<p>", "{} <b>here</b> ", "</p>", _SOME),
    "headings": _as_page(_SOME, "h2"),
    "headings-over-related": _wrapped("", "<h2>Related articles</h2><p>{}</p>", "", _SOME),
    "headings-over-share": _wrapped("", "<h2>{}</h2><p>Share</p>", "", _SOME),
    "headings-in-ranks": _wrapped("", "<h2>{0}</h2><h3>{0}</h3><h4>{0}</h4>", "", _SOME),
    "quotation-nest": _nest,
    "nest-of-lines": lambda n: _page(
        "".join(f"<div>{line}" for line in _SOME(min(n, 30_000)))
        + "".join(f"<p>{line}</p>" for line in LINES["different-paragraphs"](n))
    ),
    "title-of-megabytes": lambda n: _page(
        "".join(f"<h1>{line}</h1>" for line in _SOME(n // 2)), " ".join(_SOME(n // 2))
    ),
    "title-before-lines": lambda n: (
        f"<html><head><title>{' '.join(_SOME(n // 2))}</title></head><body>"
        + "".join(f"<p>{line}</p>" for line in _SOME(n // 2))
        + "".join(f"<p>{p}</p>" for p in PROSE)
    ),
    "captions-in-figures": _wrapped(
        "", "<figure><img src=a><figcaption>{}</figcaption></figure>", "", _SOME
    ),
    "spans-of-time": _wrapped("<p>", "<time>{}</time> ", "</p>", LINES["dates"]),
    "preformatted": _wrapped("<pre>", "{}\n", "</pre>", _SOME),
}  # fmt: skip
TEXTS: dict[str, Make] = {
    **{name: _as_text(lines) for name, lines in LINES.items()},
    "lines-without-gaps": _as_text(_SOME, "\n"),
    "paragraphs-without-gaps": _as_text(LINES["different-paragraphs"], "\n"),
    "cards-without-gaps": _as_text(LINES["cards"], "\n"),
}
CASES: dict[str, Make] = PAGES | {f"text-{name}": make for name, make in TEXTS.items()}
