"""Which pictures of a page are its article's: by the lines that they stand among."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from cleaner.document.article import Article
from cleaner.document.finding import Finding
from cleaner.document.image import Image
from cleaner.reading.image_sources import alt_of
from cleaner.reading.images import Shown, images_of
from cleaner.reading.line import Element
from cleaner.reading.lines import Source
from cleaner.reading.outside import PARTS
from cleaner.reading.page import Page
from cleaner.reading.tree_nodes import is_hidden
from cleaner.rendering.links import absolute_images
from cleaner.text.words import match_key

CAPTION = "caption"
_BESIDE = frozenset([*PARTS, "aside"])


def images_in(
    page: Page, body: Article, findings: Iterable[Finding]
) -> tuple[tuple[Image, ...], str]:
    """The pictures of an article that stand among its blocks, in order; and a fault, if any.

    A picture is the article's where the lines that it stands in one element with are; its caption
    aside, which goes as residue. body: what stays, with the title that pictures may stand under.
    Never raises: a fault of ours must not cost the article.
    """
    if page.kind == "text" or not any(block.line >= 0 for block in body):
        return (), ""
    captions = frozenset(f.block.line for f in findings if f.kind == CAPTION)
    try:
        chosen = _Chooser(page.source, body, captions).chosen()
        return absolute_images(chosen, page.base), ""
    except Exception as error:
        return (), f"images: {type(error).__name__}: {error}"


class _Chooser:
    """Looks at the pictures of one page."""

    def __init__(self, source: Source, body: Article, captions: frozenset[int]) -> None:
        self._source = source
        blocks = [block for block in body if block.line >= 0]
        self._lines = [block.line for block in blocks]
        self._indexes = [block.index for block in blocks]
        heading = source.title_line(match_key(body.title))
        own = frozenset([*self._lines, heading])
        said = (n.number not in captions and n.key not in source.captions for n in source.lines)
        self._own = _sums(n.number in own for n in source.lines)
        self._said = _sums(said)
        self._first = heading if 0 <= heading < self._lines[0] else self._lines[0]
        self._around = self._container()

    def chosen(self) -> Iterator[Image]:
        for shown in images_of(self._source):
            if self._is_in_reach(shown) and self._is_own(shown.element):
                at = bisect_right(self._lines, shown.line) - 1
                after = self._indexes[at] if at >= 0 else -1
                nested = shown.nested and at >= 0 and self._lines[at] == shown.line
                yield Image(shown.src, alt_of(shown.element), after, nested)

    def _container(self) -> Element:
        """The nearest element around all lines of the article."""
        element, last = self._source.lines[self._lines[0]].element, self._lines[-1]
        while element.getparent() is not None and self._source.reach(element)[1] <= last:
            element = element.getparent()
        return element

    def _is_in_reach(self, shown: Shown) -> bool:
        if shown.line > self._lines[-1]:
            return False
        return shown.line >= self._first or self._around in shown.element.iterancestors()

    def _is_own(self, image: Element) -> bool:
        """Whether the nearest lines around a picture, captions aside, are the article's."""
        if is_hidden(image):
            return False
        for above in image.iterancestors():
            first, end = self._source.reach(above)
            if self._own[end] > self._own[first]:
                return True
            if self._said[end] > self._said[first] or above.tag in _BESIDE or is_hidden(above):
                return False
        return False


def _sums(flags: Iterable[bool]) -> list[int]:
    """How many are set before each number."""
    return list(accumulate(flags, initial=0))
