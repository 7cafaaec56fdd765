"""Page: what came in, decoded, told apart (page, fragment, text) and parsed once."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree
from lxml import html as lxml_html

from cleaner.bounds import few_attributes, is_deep, shallow
from cleaner.decoding import decode
from cleaner.links import host_in, joined
from cleaner.misuse import only_named
from cleaner.options import Options, SourceKind
from cleaner.salvage import text_tree
from cleaner.source import Element, Source

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF media file"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"\x7fELF", "a program"),
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|frameset)\b", re.I)
_CHROME = re.compile(r"<(?:nav|header|footer|aside|script|form|main|title|meta|link)\b", re.I)
_MARKUP = re.compile(
    r"<(?:p|div|br|h[1-6]|article|section|span|a|ul|ol|li|table|td|tr|strong|em|b|i|blockquote|"
    r"img|figure|center|font|pre)(?:\s[^<>]*)?/?>",
    re.I,
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.S
)
_DOCTYPE = re.compile(r"\A\s*<!doctype[^>]*>", re.I)
_REFERENCES = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])|0*(?:[0-8]|1[1-24-9]|2\d|3[01]|6553[45]));", re.I
)
"""Character references to what XML has no characters for."""
_CONTROL = bytes({*range(32)} - {9, 10, 13})
_SELF_CLOSED = re.compile(r"(<html\b[^<>]*+)(?<=/)>", re.I)
_BINARY_SHARE = 0.1


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

    def __getstate__(self) -> dict[str, object]:
        """A page crosses processes as what came in; trees are made again there."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @cached_property
    def host(self) -> str:
        """The host it stands on; first asked for before the tree is trimmed."""
        return host_of(self)

    @property
    def site(self) -> str:
        """The host whose memory it uses and teaches: that of its address; empty where unknown.

        What a page says of itself may name another site, and a memory outlives the page.
        """
        return self.host if self.trusted else host_in(self.url or "")

    @cached_property
    def base(self) -> str:
        """From where its links are seen, by its address; first asked for as `host` is."""
        if not self.url or self.kind == "text":
            return ""
        base = joined(self.url, str(self.tree.xpath("string(//base/@href)")))
        return base if host_in(base) else self.url

    @cached_property
    def tree(self) -> Element:
        """The page's tree; trafilatura and the look-back both read this one parse."""
        return self._parsed[0]

    @property
    def fault(self) -> str:
        """An internal error of reading the tree, by name; the tree then holds the text alone."""
        return self._parsed[1]

    @cached_property
    def _parsed(self) -> tuple[Element, str]:
        return _parsed(self.text)

    @cached_property
    def original(self) -> Source:
        """The lines of the page as it came: `tree` is trimmed, so its paths are not the page's."""
        return Source(parse(self.text))

    @cached_property
    def source(self) -> Source:
        """The page's visible lines."""
        return Source(self.tree)


def parse(text: str) -> Element:
    """Parse HTML as trafilatura does (no comments, UTF-8), but with no limit on size.

    Never raises: see `Page.fault`.
    """
    return _parsed(text)[0]


def _parsed(text: str) -> tuple[Element, str]:
    try:
        return _parse(text), ""
    except Exception as error:  # a fault of a parser must not cost the page
        return text_tree(text), f"extract: {type(error).__name__}: {error}"


def _parse(text: str) -> Element:
    text = _DOCTYPE.sub("", text, count=1)
    text = _SELF_CLOSED.sub(lambda tag: tag[1].rstrip("/ \t\r\n\f") + ">", text, count=1)
    parser = lxml_html.HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    if "&#" in text:
        text = _REFERENCES.sub("", text)
    data = text.encode("utf-8", "replace").translate(None, _CONTROL)
    data = data.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")
    try:
        tree = lxml_html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except etree.ParserError:  # it holds no element and no text: comments, a tag that never ends
        return lxml_html.document_fromstring("<p></p>", ensure_head_body=True)
    for element in list(tree.iter("plaintext", "xmp")):  # trafilatura would read their tags as text
        element.tag = "pre"
    return tree


def _binary(data: bytes) -> str | None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    head = data[:4096]
    control = sum(head.count(i) for i in range(32) if i not in (9, 10, 12, 13, 27))
    return "binary data" if control > _BINARY_SHARE * len(head) else None


def _is_json(text: str) -> bool:
    start = text.lstrip()[:1]
    if start not in ("{", "[") or text.rstrip()[-1:] not in ("}", "]"):
        return False
    try:
        json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True


def kind_of(text: str) -> SourceKind:
    """Tell a whole page from a fragment of HTML from text that was scraped already.

    >>> kind_of("<p>One</p><p>Two</p>"), kind_of("Use the <p> tag.")
    ('fragment', 'text')
    """
    if _PAGE.search(text):
        return "page"
    tags = len(_MARKUP.findall(text))
    if tags and (text.lstrip().startswith("<") or (tags > 1 and "</" in text) or "<br" in text):
        return "page" if _CHROME.search(text) else "fragment"
    return "text"


def _problem(data: bytes | str, text: str, options: Options) -> tuple[str, str] | None:
    if len(data) > options.max_bytes:
        return "too-large", f"{len(data):,} bytes, more than max_bytes={options.max_bytes:,}"
    if isinstance(data, bytes) and (name := _binary(data)):
        return "not-html", f"it is {name}"
    if not text.strip().strip("\ufeff\u200b\x00 \t\r\n\u00a0"):
        return "empty", "there is nothing in it"
    if _is_json(text):
        return "not-html", "it is JSON"
    if match := _FEED.match(text):
        return "not-html", f"it is XML, a <{match[1]}>"
    return None


def read(data: bytes | str, *, url: str | None, options: Options) -> Page:
    """Decode, cap the size, tell the sort; a tree is made only when asked for."""
    if len(data) > options.max_bytes:
        return Page("", "text", url, problem=_problem(data, "", options))
    if isinstance(data, str):
        text, charset = data, None
        binary = _binary(data[:4096].encode("utf-8", "replace"))
    else:
        binary = None if data[:4].startswith((b"\xff\xfe", b"\xfe\xff")) else _binary_bytes(data)
        text, charset = ("", None) if binary else decode(data, options.charset)
    if binary:
        return Page("", "text", url, charset, ("not-html", f"it is {binary}"))
    text = text.removeprefix("\ufeff")
    kind = options.source_kind or kind_of(text)
    problem = _problem(text, text, options)
    if not options.source_kind:
        problem = problem or only_named(text)
    page = Page(text, kind, url, charset, problem, options.host_from_page)
    return page if page.problem or kind == "text" else _bounded(page, options.max_depth)


def _bounded(page: Page, depth: int) -> Page:
    """The page with its markup within bounds; the same page where it is, as nearly all are."""
    text = few_attributes(page.text)
    page = page if text is page.text else replace(page, text=text)
    return replace(page, text=shallow(text, depth)) if is_deep(page.tree, depth) else page


def _binary_bytes(data: bytes) -> str | None:
    name = _binary(data)
    text, _ = decode(data[:4000]) if name == "binary data" else ("", "")
    return None if _MARKUP.search(text) or _PAGE.search(text) else name


def host_of(page: Page) -> str:
    """The host a page stands on, by its URL, canonical link or og:url; empty where unknown."""
    urls = [page.url or ""]
    if page.kind == "page":
        urls += page.tree.xpath(
            "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
        )
    return next(filter(None, (host_in(str(url)) for url in urls)), "")
