"""Options: what a caller can say about an input and about what goes and stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, get_args

from cleaner.document.question import Ask
from cleaner.files import MAX_BYTES
from cleaner.reading.encoding import known_charset
from cleaner.reading.markup import markup_of
from cleaner.reading.page import MAX_DEPTH, ReadSettings
from cleaner.reading.sniffing import SourceKind
from cleaner.rendering.content import Content
from cleaner.residue import kinds

if TYPE_CHECKING:
    from cleaner.sites.memory.memory import SiteMemory
    from cleaner.sites.rules import SiteRules

Extract = Callable[[str], str | None]
"""Another extractor: the text of the article in a page's HTML, or None."""
_CONTENT = ("include_links", "include_images", "include_tables", "include_formatting")
LONGEST = 1_000_000.0
"""Seconds: more than any page waits for an answer."""
MAX_BLOCKS = 100_000
"""The real page with most lines has 6,570."""


class OptionsError(ValueError):
    """An option that cannot be: unknown kind, contradiction, size below one."""


@dataclass(frozen=True)
class Options:
    """How to clean.

    keep: kinds that are never stripped. strip: kinds that are stripped even where a finding
    is only `possible`. source_kind: "page", "fragment" or "text"; None finds out. charset: of
    bytes, as the HTTP header named it. max_bytes: larger inputs end as `no-article: too-large`.
    max_depth: levels of markup; what stands deeper is read without its wrappers, and no text of it
    is lost. max_blocks: lines of a page or text; more end as `no-article: too-many-blocks`.
    site_memory: what is known of the page's site, or memories by host. rules: what somebody wrote
    for sites by hand, as `SiteRules.read("rules.toml")` of `cleaner.sites.rules` gives it.
    host_from_page: a page without an address is of the site that its canonical link or og:url
    names, for memories by host, too. include_links, include_images, include_tables,
    include_formatting: whether text, Markdown, HTML and XML-TEI show addresses of links, pictures,
    rows of tables, emphasis; `blocks` and the report have all of them but pictures, which are read
    only where they are asked for. fast: trafilatura is asked only about pages whose paragraphs
    do not stand in one place, at a cost that docs/benchmarks.md gives. second_opinion: asked once
    of a page, about `opinion_blocks` blocks in doubt at most (docs/second-opinion.md). fallback:
    another extractor, HTML to text or None, for pages whose confidence is below `fallback_below`.
    opinion_timeout: seconds that either may take. Raises OptionsError, a ValueError, naming what
    is valid.
    """

    keep: Iterable[str] = frozenset()
    strip: Iterable[str] = frozenset()
    source_kind: SourceKind | None = None
    charset: str | None = None
    max_bytes: int = MAX_BYTES
    max_depth: int = MAX_DEPTH
    max_blocks: int = MAX_BLOCKS
    site_memory: SiteMemory | Mapping[str, SiteMemory] | None = None
    rules: SiteRules | None = None
    host_from_page: bool = False
    include_links: bool = True
    include_images: bool = False
    include_tables: bool = True
    include_formatting: bool = True
    fast: bool = False
    second_opinion: Ask | None = None
    opinion_blocks: int = 10
    opinion_timeout: float = 20.0
    fallback: Extract | None = None
    fallback_below: float = 0.5

    def __post_init__(self) -> None:
        """Check, and turn the sets of kinds into frozensets."""
        for name in ("keep", "strip"):
            object.__setattr__(self, name, _kinds(name, getattr(self, name)))
        if both := sorted(frozenset(self.keep) & frozenset(self.strip)):
            raise OptionsError(f"keep and strip both name {', '.join(both)}; choose one")
        if self.source_kind not in (None, *get_args(SourceKind)):
            valid = ", ".join(get_args(SourceKind))
            raise OptionsError(f"unknown source_kind {self.source_kind!r}; valid are: {valid}")
        _check_charset(self.charset)
        _check_site(self.rules, self.site_memory)
        for name in ("max_bytes", "max_depth", "max_blocks", "opinion_blocks"):
            _check_count(name, getattr(self, name))
        for name in ("second_opinion", "fallback"):
            _check_function(name, getattr(self, name))
        _check_number("opinion_timeout", self.opinion_timeout, LONGEST)
        _check_number("fallback_below", self.fallback_below, 1.0)
        for name in (*_CONTENT, "fast"):
            _check_flag(name, getattr(self, name))

    @property
    def content(self) -> Content:
        """The part of it that says what renderings show."""
        return Content(self.include_links, self.include_tables, self.include_formatting)

    @property
    def reading(self) -> ReadSettings:
        """The part of it that says how an input is read."""
        return ReadSettings(
            self.source_kind, self.charset, self.max_bytes, self.max_depth, self.host_from_page
        )


def content_of(source: object) -> bytes | str:
    """A source as bytes or str. Raises TypeError, naming what is expected."""
    if isinstance(source, (bytes, str)):
        return source
    if isinstance(source, (bytearray, memoryview)):
        return bytes(source)
    if (markup := markup_of(source)) is not None:
        return markup
    hint = "; give what is in the file, as its read_bytes() does" * hasattr(source, "read_bytes")
    hint = hint or "; give what its read() gives" * hasattr(source, "read")
    what = "bytes or str, an lxml element or a soup"
    raise TypeError(f"clean() takes a page as {what}, not {_named(source)}{hint}")


def options_of(url: object, options: object) -> Options:
    """The options, or the usual ones. Raises TypeError for what is none, or no address."""
    if isinstance(url, Options):
        raise TypeError("clean() takes the page's address as url, not Options: write options=…")
    if url is not None and not isinstance(url, str):
        raise TypeError(f"clean() takes the page's address as str or None, not {_named(url)}")
    if options is None:
        return Options()
    if not isinstance(options, Options):
        hint = ": write Options(**options)" * isinstance(options, dict)
        raise TypeError(f"clean() takes options as Options or None, not {_named(options)}{hint}")
    return options


def _named(value: object) -> str:
    return type(value).__name__


def _check_count(name: str, given: object) -> None:
    if isinstance(given, bool) or not isinstance(given, int) or given < 1:
        raise OptionsError(f"{name} must be a whole number above 0, not {given!r}")


def _check_flag(name: str, given: object) -> None:
    if not isinstance(given, bool):
        raise OptionsError(f"{name} must be True or False, not {given!r}")


def _check_function(name: str, given: object) -> None:
    if given is not None and not callable(given):
        raise OptionsError(f"{name} takes a function or None, not {given!r}")


def _check_number(name: str, given: object, most: float) -> None:
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 < given <= most:
        raise OptionsError(f"{name} must be a number above 0 and at most {most:g}, not {given!r}")


def _check_charset(charset: object) -> None:
    if charset is None or (isinstance(charset, str) and known_charset(charset)):
        return
    raise OptionsError(f"charset: {charset!r} is no charset that can be read; None finds it out")


def _check_site(rules: object, memory: object) -> None:
    """Both by what they can do: importing their classes is for those who use them."""
    if rules is not None and not hasattr(rules, "of"):
        named = repr(str(rules)) if isinstance(rules, (str, PurePath)) else "…"
        raise OptionsError(f"rules takes SiteRules, as SiteRules.read({named})")
    if memory is not None and not (isinstance(memory, Mapping) or hasattr(memory, "recall")):
        named = repr(str(memory)) if isinstance(memory, (str, PurePath)) else "…"
        raise OptionsError(f"site_memory takes SiteMemory, as SiteMemory.read({named})")


def _kinds(name: str, given: Iterable[str]) -> frozenset[str]:
    if isinstance(given, str) or not isinstance(given, Iterable):
        as_set = f", as {{{given!r}}}, not a string" if isinstance(given, str) else ""
        raise OptionsError(f"{name} takes a set of kinds{as_set or f', not {given!r}'}")
    named = list(given)
    known = kinds()
    if unknown := sorted(str(k) for k in named if not isinstance(k, str) or k not in known):
        valid = ", ".join(known)
        raise OptionsError(f"{name}: unknown kind {', '.join(unknown)}; valid are: {valid}")
    return frozenset(named)
