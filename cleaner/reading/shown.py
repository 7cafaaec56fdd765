"""The title of a page as a line of it shows it, where what the page is named is no heading."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from cleaner.document.block import Block
from cleaner.reading.heading import headings_in, leads_home
from cleaner.reading.line import Element, Line
from cleaner.reading.tags import HEADINGS
from cleaner.reading.title import LATE, MAX_PARTS, SITE, names_in, sites_in
from cleaner.text import words as t
from cleaner.text.regex import regex

_SIGN = regex(r"(?:\s*[|｜ㅣ·•:：–—_/,，-]+\s*|\s[»›>]\s+)+")
OF_NAME = 3
"""Part of a name that a title is at least, if it does not begin it."""
MIN_WORDS, MIN_SIGNS = 3, 9
"""Of a heading that nothing but its place bears out; signs where no spaces part words."""
NEAR = 14
"""Lines under such a heading up to its first paragraph."""


Shown = Mapping[str, Sequence[Line]]
"""Lines by their letters and digits."""


def headline_of(title: str, every: Sequence[Element], shown: Shown, body: Sequence[Line]) -> str:
    """The title as the page shows it; as the page names itself, where no line says that.

    title: as `title_of` has it. every: the page's `<title>`, `<meta>` and `<h1>`. shown, body: its
    lines outside of menus.
    """
    said = shown_title(title, every, shown)
    key = t.match_key(said)
    if key in shown or any(key in t.match_key(heading) for heading in headings_in(every)):
        return said
    return heading_over_text(every, body) or said


def shown_title(title: str, every: Sequence[Element], shown: Shown) -> str:
    """The title as a line of the page shows it, where no heading does.

    title: as `title_of` has it. every: the page's `<title>`, `<meta>` and `<h1>`, in order. shown:
    its lines by their letters and digits. A name is parted where the name of a site or a section
    may be set apart; the longest part that is a line is the title. A heading that is borne out, or
    a name that is whole, only gets shorter.
    """
    key, names = t.match_key(title), names_in(every)
    is_heading = any(key in t.match_key(heading) for heading in headings_in(every))
    holding = [name for name in names if key in t.match_key(name)]
    is_slight = is_heading and all(_is_slight(key, name) for name in holding)
    if key in shown and not (is_slight and holding):
        return title
    for name in dict.fromkeys(names if is_slight else (title, *names)):
        parts = {t.match_key(part): part for part in _titles_of(name, shown, sites_in(every))}
        if is_heading and not is_slight:
            parts = {k: part for k, part in parts.items() if k in key}
        elif title in names:
            parts = {k: part for k, part in parts.items() if key not in k}
        if parts:
            return max(parts.values(), key=lambda part: (part != name, len(part)))
    return title


def _titles_of(name: str, shown: Shown, sites: Container[str]) -> Iterator[str]:
    """The parts of a name that are lines of the page; all of it only where it is a heading."""
    apart = frozenset(SITE.split(name)[:-1])
    for part in _parts(name):
        lines = shown.get(key := t.match_key(part), ())
        is_most = OF_NAME * len(part) > len(name) or part in apart
        is_line = any(line.block.is_heading for line in lines) if part == name else lines
        if is_most and is_line and len(t.words(part)) > 1 and key not in sites:
            yield part


def _is_slight(key: str, name: str) -> bool:
    """Whether a key is less than half of a name, and no part of it that is set apart."""
    return 2 * len(key) < len(t.match_key(name)) and key not in map(t.match_key, _parts(name))


def _parts(name: str) -> Iterator[str]:
    """What stands between two signs of a name that may set a site's name apart."""
    ends = [(match.start(), match.end()) for match in islice(_SIGN.finditer(name), MAX_PARTS)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(name)]
    yield from (name[a:b] for a in starts for b in stops if a < b)


def heading_over_text(every: Sequence[Element], body: Sequence[Line]) -> str:
    """The first heading of a page that shows none of its names, if paragraphs stand right under it.

    every: the page's `<title>`, `<meta>` and `<h1>`. body: lines outside of menus, in order.
    """
    headings = (h for h, element in headings_in(every).items() if not leads_home(h, element))
    said = set(map(t.match_key, headings)) - sites_in(every)
    at = next((i for i, n in enumerate(body) if n.element.tag == "h1" and n.key in said), len(body))
    if not any(n.block.is_prose for n in body[at + 1 : at + 1 + NEAR]):
        return ""
    late = sum(len(n.text) for n in body[:at] if n.block.is_prose) > LATE
    return body[at].text if _reads(body[at].block) and not late else ""


def _reads(block: Block) -> bool:
    """Whether a heading reads like a title."""
    is_sentence = t.ends_sentence(block.text) and not block.text.endswith(("?", "？", "!", "！"))
    return not is_sentence and len(block.words) >= (MIN_SIGNS if block.is_unspaced else MIN_WORDS)


def title_line(key: str, saying: Iterable[Line], body: Iterable[Line]) -> int:
    """The number of the first heading that says a title; −1 where none does.

    Of a title that is less than its heading, the first `<h1>` that holds it. key: letters and
    digits of the title. saying: the lines that say just that.
    """
    headings = (n for n in saying if n.element.tag in HEADINGS)
    holding = (n for n in body if n.element.tag == "h1" and key in n.key)
    return next((n.number for n in chain(headings, holding)), -1)
