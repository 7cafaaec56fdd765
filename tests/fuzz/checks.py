"""What must hold for any input; `wrong_with` tells the first thing that does not."""

from __future__ import annotations

import json
import pickle
import re
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from cleaner import Cleaned, clean, restore
from cleaner.batch.dedup.origin import origin_of
from cleaner.cli.explained import explained
from cleaner.html_report import html_report
from cleaner.reading.salvage import plain_text
from cleaner.rendering.formats.text import render as as_text
from cleaner.text.words import match_key, unescaped, words
from tests.fuzz import shown
from tests.fuzz.case import Case
from tests.fuzz.limited import TooSlow, limited
from tests.laws import accounted, extraction

OUTCOMES = ("cleaned", "nothing-to-strip", "no-article")
SCHEMES = ("", "http", "https", "mailto", "tel")
ELEMENTS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table thead tbody tr td th a em strong code sub "
    "sup del s u br hr".split()
)
OWN = {tag: frozenset({name}) for tag, name in (("a", "href"), ("code", "class"), ("li", "value"))}
"""Attributes of our own, but for `start` of lists."""
ADDED = frozenset({"align", "style", "start"})
"""Attributes that a Markdown renderer gives to tables and lists."""
FIXED = 0.5
PER_BYTE = 60e-6
"""CPU seconds that a page may take, and each byte of it."""
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_NO_TEXT = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Wrong:
    """check: which law. where: what makes two finds the same. told: all of it."""

    check: str
    where: str
    told: str


@dataclass(frozen=True)
class Bounds:
    """What an input may take of CPU time, in seconds."""

    fixed: float = FIXED
    per_byte: float = PER_BYTE

    def of(self, size: int) -> float:
        return self.fixed + self.per_byte * size


def wrong_with(case: Case, bounds: Bounds = Bounds()) -> Wrong | None:
    """The first law that an input breaks; None where all hold."""
    try:
        options, seconds = case.options, bounds.of(len(case.source))
        with limited(seconds):
            cleaned = clean(case.source, case.url, options)
            _render(cleaned)
        with limited(max(60.0, 4 * seconds)):  # checking is dear, and no law
            return _broken(case, cleaned)
    except TooSlow as error:
        return _raised("slow", error)
    except Exception as error:
        return _raised("raises", error)


def _broken(case: Case, cleaned: Cleaned) -> Wrong | None:
    for check in CHECKS:
        try:
            check(case, cleaned)
        except AssertionError as error:
            return Wrong(check.__name__, str(error)[:60], traceback.format_exc())
        except Exception as error:
            return _raised(check.__name__, error)
    return None


def _raised(check: str, error: BaseException) -> Wrong:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "/cleaner/" in f.filename]
    where = f"{type(error).__name__} in {frames[-1].name}" if frames else type(error).__name__
    return Wrong(check, where, "".join(traceback.format_exception(error)))


def _render(cleaned: Cleaned) -> None:
    for value in (cleaned.text, cleaned.markdown, cleaned.html, cleaned.findings):
        assert value is not None


def outcome(case: Case, cleaned: Cleaned) -> None:
    assert cleaned.outcome.name in OUTCOMES
    assert bool(cleaned.outcome.why) is (cleaned.outcome.name == "no-article")
    assert bool(cleaned.outcome.detail) is bool(cleaned.outcome.why)
    assert 0 <= cleaned.confidence <= 1


def fault(case: Case, cleaned: Cleaned) -> None:
    assert cleaned.fault == "", cleaned.fault
    failed = [note for note in cleaned.notes if "were not applied" in note]
    assert not failed, failed[0]


def report(case: Case, cleaned: Cleaned) -> None:
    """Everything is told as JSON, and brings the extraction back."""
    told = cleaned.to_json(metadata=True)
    told.encode("utf-8")
    whole = as_text(cleaned.whole_blocks)
    assert cleaned.restore() == whole, "restore() is not all blocks"
    assert restore(json.loads(told)) == whole, "the JSON does not restore"
    assert pickle.loads(pickle.dumps(cleaned)).to_dict() == cleaned.to_dict(), "pickled otherwise"
    explained("page", cleaned)
    origin_of(cleaned)
    html_report([("page", cleaned)]).encode("utf-8")


def spans(case: Case, cleaned: Cleaned) -> None:
    """All letters of a block stand at its span, in order, and a block without one says why."""
    told = cleaned.spans
    json.dumps(told.to_dict(), ensure_ascii=False).encode("utf-8")
    assert [span.text for span in told.blocks] == [block.text for block in cleaned.blocks]
    data = case.source
    source = data.decode(told.encoding or "utf-8", "replace") if isinstance(data, bytes) else data
    for span in told.blocks:
        assert "fault" not in span.note, span.note
        assert span.start is not None or span.note
        markup = source[span.start : span.end]
        said = _has_letters(markup, span.text) or _has_letters(unescaped(markup), span.text)
        assert span.start is None or said, f"not at its span: {span.text[:30]}"


def _has_letters(text: str, wanted: str) -> bool:
    """Whether all letters and digits stand in a text, in order."""
    letters = iter(text)
    return all(letter in letters for letter in wanted if letter.isalnum())


def law(case: Case, cleaned: Cleaned) -> None:
    """What was extracted is kept or stripped, word for word."""
    page = cleaned.page
    assert page is not None
    if page.problem:
        assert not cleaned.blocks
        return
    article = extraction(case.source, case.options, case.url)
    accounted(article, cleaned)
    assert cleaned.restore() == as_text(article.blocks), "restore() is not the extraction"


def own(case: Case, cleaned: Cleaned) -> None:
    """Every word of the article is one of the page's, or two around what trafilatura took out."""
    page = cleaned.page
    if page is None or not cleaned.blocks:
        return
    said = [page.text, plain_text(page.text), _ESCAPE.sub(lambda m: chr(int(m[1], 16)), page.text)]
    if page.kind != "text":
        said.append("".join(page.tree.itertext()))
        said.append("".join(line.text for line in page.source.lines))
    said = [_NO_TEXT.sub("", text) for text in said]
    said += [unescaped(text) for text in said]
    there = "\n".join(map(match_key, said))
    mine = {word for block in cleaned.blocks for word in words(block.text)}
    mine -= {word for text in said for word in words(text)}
    strange = [word for word in map(match_key, mine) if not _is_said(word, there)]
    assert not strange, f"not of the page: {strange[:3]}"


def _is_said(word: str, there: str) -> bool:
    if word in there:
        return True
    return any(word[:at] in there and word[at:] in there for at in range(1, len(word)))


def markup(case: Case, cleaned: Cleaned) -> None:
    """Well-formed HTML of plain elements and safe links."""
    if not cleaned.html:
        return
    etree.fromstring(f"<div>{cleaned.html}</div>", etree.XMLParser(huge_tree=True))
    _plain_elements(cleaned.html, frozenset({"start"}))


def markdown(case: Case, cleaned: Cleaned) -> None:
    """The same, as a renderer that lets HTML through sees its Markdown."""
    _plain_elements(MarkdownIt("commonmark").enable("table").render(cleaned.markdown), ADDED)


def _plain_elements(rendered: str, added: frozenset[str]) -> None:
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    tree = lxml_html.fromstring(f"<div>{rendered}</div>".encode(), parser=parser)
    for element in tree.iterdescendants():
        assert element.tag in ELEMENTS, f"an element {element.tag}"
        allowed = added | OWN.get(element.tag, frozenset())
        assert set(element.attrib) <= allowed, f"an attribute of {element.tag}"
        assert _is_safe(element.get("href") or ""), f"an address {element.get('href')!r}"


def _is_safe(address: str) -> bool:
    bare = re.sub(r"[\x00-\x20\x7f-\xa0]", "", address)
    try:
        return urlsplit(bare).scheme in SCHEMES
    except ValueError:
        return bare.lower().startswith(("http:", "https:", "//"))


CHECKS: tuple[Callable[[Case, Cleaned], None], ...] = (
    outcome,
    fault,
    report,
    spans,
    law,
    own,
    markup,
    markdown,
    shown.document,
    shown.pictures,
)
