"""The address of a picture: of `<img>`, of `<picture>`, and where scripts find it later."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.reading.line import Element
from cleaner.text.regex import regex
from cleaner.text.urls import safe_link
from cleaner.text.words import collapse_space

MIN_PIXELS = 3
"""Width and height from which a picture is one: smaller ones count visitors or take up room."""
LONGEST = 8192
"""Characters of an address."""
_CANDIDATES = regex(r"(?<=\d[wx]),|,\s+")
_PIXELS = regex(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*\Z")
_STYLED = regex(r"(?:^|[;\s])(?:width|height)\s*:\s*(\d+(?:\.\d+)?)px")
_LAZY = regex(r"data-(?:[\w-]+-)?(?:src|original)\Z")
_LAZY_SET = regex(r"data-(?:[\w-]+-)?srcset\Z")
_ELSEWHERE = ("mailto:", "tel:")


def source_of(image: Element) -> str:
    """The address of an `<img>` as the page has it; empty where it shows nothing.

    Pictures of one or two pixels and those within the page (`data:`) show nothing.
    """
    if _is_dot(image):
        return ""
    return next(filter(None, map(_usable, _addresses(image))), "")


def alt_of(image: Element) -> str:
    """What is read in place of an `<img>`, as one line."""
    return collapse_space(image.get("alt") or "")


def _usable(address: str) -> str:
    link = safe_link(address) if len(address) <= LONGEST else ""
    return "" if link.lower().startswith(_ELSEWHERE) or link.startswith("#") else link


def _addresses(image: Element) -> Iterator[str]:
    """The likeliest first: scripts put the address that they keep in the place of `src`."""
    yield image.get("data-src") or ""
    yield image.get("src") or ""
    yield from (value for name, value in image.items() if _LAZY.match(name))
    yield from _of_sets(image)
    around = (one for one in image.iterancestors() if one.tag != "source")  # lxml closes it late
    above = next(around, None)
    if above is None or above.tag != "picture":
        return
    if image is next(above.iter(image.tag)):  # the one that it has; others would make it quadratic
        for source in above.iter("source"):
            yield from _of_sets(source)


def _of_sets(element: Element) -> Iterator[str]:
    for name, value in element.items():
        if name == "srcset" or _LAZY_SET.match(name):
            yield largest(value)


def largest(srcset: str) -> str:
    """The address of the largest picture in a `srcset`.

    >>> largest("a.jpg 480w, b,c.jpg 800w"), largest("a.jpg, b.jpg 2x"), largest("")
    ('b,c.jpg', 'b.jpg', '')
    """
    found = (one.strip(", ").split() for one in _CANDIDATES.split(srcset))
    return max(((_size(one[1:]), one[0]) for one in found if one), default=(0.0, ""))[1]


def _size(descriptors: list[str]) -> float:
    number = descriptors[0].rstrip("wx") if descriptors else ""
    return float(number) if number.replace(".", "", 1).isdecimal() else 1.0


def _is_dot(image: Element) -> bool:
    told = (_PIXELS.match(image.get(name) or "") for name in ("width", "height"))
    sizes = [match[1] for match in told if match] + _STYLED.findall(image.get("style") or "")
    return any(float(size) < MIN_PIXELS for size in sizes)
