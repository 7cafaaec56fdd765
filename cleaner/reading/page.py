"""Page: what came in, decoded, told apart (page, fragment, text) and parsed once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml import etree

from cleaner.files import MAX_BYTES
from cleaner.reading.bounds import few_attributes, is_deep, shallow
from cleaner.reading.encoding import decode
from cleaner.reading.line import Element
from cleaner.reading.lines import Source
from cleaner.reading.mojibake import read_once
from cleaner.reading.reshaped import reshape
from cleaner.reading.revealed import reveal
from cleaner.reading.salvage import repaired, text_tree
from cleaner.reading.sniffing import (
    SourceKind,
    binary,
    binary_bytes,
    kind_of,
    only_named,
    problem_of,
)
from cleaner.reading.streamed import put_home
from cleaner.reading.unshaped import Parser, unshaped
from cleaner.text.urls import host_in, joined

MAX_DEPTH = 128
"""Of 3,136 real pages the deepest has 56 levels, and one in a thousand has more than 52."""


@dataclass(frozen=True)
class Page:
    """One input: its text, what sort it is, and why it cannot be used where it cannot."""

    text: str
    kind: SourceKind
    url: str | None = None
    charset: str | None = None
    problem: tuple[str, str] | None = None
    """The `no-article` reason and a sentence about it."""
    trusted: bool = False
    """Whether its own word counts for its site, as `Options.host_from_page` says."""
    original: bytes | str | None = field(default=None, repr=False, compare=False)
    """What came in; None for a tree, which has no source."""

    def __getstate__(self) -> dict[str, object]:
        """A page crosses processes as what came in; trees are made again there."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @cached_property
    def host(self) -> str:
        """The host it stands on."""
        return host_of(self)

    @property
    def site(self) -> str:
        """The host whose memory it uses and teaches: that of its address; empty where unknown.

        What a page says of itself may name another site, and a memory outlives the page.
        """
        return self.host if self.trusted else host_in(self.url or "")

    @cached_property
    def base(self) -> str:
        """From where its links are seen, by its address."""
        if not self.url or self.kind == "text":
            return ""
        base = joined(self.url, str(self.tree.xpath("string(//base/@href)")))
        return base if host_in(base) else self.url

    @cached_property
    def tree(self) -> Element:
        """The page's tree, which nobody changes."""
        return self._parsed[0]

    @property
    def fault(self) -> str:
        """An internal error of reading the tree, by name; the tree then holds the text alone."""
        return self._parsed[1]

    @property
    def revealed(self) -> str:
        """Where its text stood unseen; empty where it is seen."""
        return self._parsed[2] if self.kind == "page" else ""

    @cached_property
    def _parsed(self) -> tuple[Element, str, str]:
        tree, fault = _parsed(self.text)
        where = reveal(tree) if self.kind == "page" else ""
        return tree, fault, where

    @cached_property
    def source(self) -> Source:
        """The page's visible lines."""
        return Source(self.tree)


def parse(text: str, parser: Parser | None = None) -> Element:
    """Parse HTML as trafilatura does (no comments, UTF-8), but with no limit on size.

    Never raises: see `Page.fault`. parser: makes the parser; lxml.html's has other elements.
    """
    return _parsed(text, parser)[0]


def _parsed(text: str, parser: Parser | None = None) -> tuple[Element, str]:
    try:
        return _parse(text, parser or etree.HTMLParser), ""
    except Exception as error:  # a fault of a parser must not cost the page
        fault = f"extract: {type(error).__name__}: {error}"
    try:
        return _parse(repaired(text), parser or etree.HTMLParser), fault
    except Exception:
        return text_tree(text), fault


def _parse(text: str, make: Parser) -> Element:
    tree = unshaped(text, make)
    shape(tree, text)
    return tree


def shape(tree: Element, text: str) -> None:
    """Put what is in a tree where the page shows it. text: what the tree was parsed from."""
    reshape(tree)
    put_home(tree, text)


@dataclass(frozen=True)
class ReadSettings:
    """How an input is read; `Options` says what each is for."""

    source_kind: SourceKind | None = None
    charset: str | None = None
    max_bytes: int = MAX_BYTES
    max_depth: int = MAX_DEPTH
    host_from_page: bool = False


def read(
    data: bytes | str, *, url: str | None, settings: ReadSettings, is_source: bool = True
) -> Page:
    """Decode, cap the size, tell the sort; a tree is made only when asked for.

    is_source: whether it is what came in, and not the markup of a tree.
    """
    original = data if is_source else None
    if len(data) > settings.max_bytes:
        problem = problem_of(data, "", settings.max_bytes)
        return Page("", "text", url, problem=problem, original=original)
    if isinstance(data, str):
        text, charset = data, None
        what = binary(data[:4096].encode("utf-8", "replace"))
    else:
        what = None if data[:4].startswith((b"\xff\xfe", b"\xfe\xff")) else binary_bytes(data)
        text, charset = ("", None) if what else decode(data, settings.charset)
    if what:
        problem = ("not-html", f"it is {what}")
        return Page("", "text", url, charset, problem, original=original)
    text = read_once(text.removeprefix("\ufeff"))
    kind = settings.source_kind or kind_of(text)
    problem = problem_of(text, text, settings.max_bytes)
    if not settings.source_kind:
        problem = problem or only_named(text)
    page = Page(text, kind, url, charset, problem, settings.host_from_page, original)
    return page if page.problem or kind == "text" else _bounded(page, settings.max_depth)


def _bounded(page: Page, depth: int) -> Page:
    """The page with its markup within bounds; the same page where it is, as nearly all are."""
    text = few_attributes(page.text)
    page = page if text is page.text else replace(page, text=text)
    return replace(page, text=shallow(text, depth)) if is_deep(page.tree, depth) else page


def host_of(page: Page) -> str:
    """The host a page stands on, by its URL, canonical link or og:url; empty where unknown."""
    host = host_in(page.url or "")
    if host or page.kind != "page":
        return host
    return next(filter(None, map(host_in, _own_addresses(page.source))), "")


def _own_addresses(source: Source) -> Iterator[str]:
    """What a page says that its address is."""
    for element in source.named("link", "meta"):
        if element.tag == "link":
            yield (element.get("href") or "") if element.get("rel") == "canonical" else ""
        elif element.get("property") == "og:url":
            yield element.get("content") or ""
