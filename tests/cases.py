"""Fixture cases: articles with the truth marked in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from pathlib import Path

from lxml import html

from cleaner.options import Options
from cleaner.reading.sniffing import SourceKind
from cleaner.sites.memory import SiteMemory
from cleaner.sites.rules import SiteRules
from cleaner.text.words import collapse_space

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures"
POISON = ROOT / "tests/poison"
"""A folder for the import path: pages with a marker do harm in worker processes."""


@dataclass(frozen=True)
class Case:
    """One case: its HTML with the marks taken off, its text, and the words that must stay."""

    name: str
    language: str
    html: str
    text: str
    kept: str
    residue: tuple[tuple[str, str], ...]
    html_kind: SourceKind = "fragment"
    """Whether its HTML is a fragment or, with `data-page`, the body of a whole page."""
    recovered: tuple[tuple[str, str], ...] = ()
    """Texts that only come back after the extraction, each with the reason that is told."""
    forms: tuple[str, ...] = ("html", "text")
    """What it is run as; with `data-only` one of the two."""

    @property
    def source(self) -> dict[str, str]:
        """The two inputs that it is run as."""
        return {"html": self.html, "text": self.text}


def options_of(file: Path, source_kind: SourceKind | None = None) -> Options:
    """How the cases of a file are cleaned: with the rules (TOML) or memory (JSON) beside it."""
    rules, memory = file.with_suffix(".toml"), file.with_suffix(".json")
    return Options(
        source_kind=source_kind,
        rules=SiteRules.read(rules) if rules.is_file() else None,
        site_memory=SiteMemory.read(memory) if memory.is_file() else None,
    )


@cache
def cases(file: Path) -> tuple[Case, ...]:
    root = html.fragment_fromstring(f"<div>{file.read_text(encoding='utf-8')}</div>")
    return tuple(_case(file, article) for article in root.iter("article"))


def _case(file: Path, article: html.HtmlElement) -> Case:
    text = _lines(article)
    residue = tuple(
        (e.get("data-residue", ""), collapse_space(e.text_content()))
        for e in article.xpath(".//*[@data-residue]")
    )
    marked = html.fromstring(html.tostring(article))
    for element in marked.xpath(".//*[@data-residue]"):
        element.drop_tree()
    kept = " ".join(_lines(marked).split())
    for element in article.xpath(".//*[@data-residue]"):
        del element.attrib["data-residue"]
    recovered = tuple(
        (e.attrib.pop("data-recovered"), _seen(e)) for e in article.xpath(".//*[@data-recovered]")
    )
    name, language = article.get("data-case", "?"), article.get("lang", "")
    del article.attrib["data-case"]
    title = article.attrib.pop("data-page", None)
    only = article.attrib.pop("data-only", None)
    forms = (only,) if only else ("html", "text")
    markup = html.tostring(article, encoding="unicode", with_tail=False)
    case = Case(f"{file.stem}: {name}", language, markup, text, kept, residue, forms=forms)
    if title is None:
        return case
    return replace(case, html=_page(article, title), html_kind="page", recovered=recovered)


def _page(article: html.HtmlElement, title: str) -> str:
    """The case as a whole page, its content right in the body."""
    inner = "".join(html.tostring(child, encoding="unicode") for child in article)
    head = f"<head><title>{escape(title)}</title></head>"
    return f'<!doctype html><html lang="{article.get("lang")}">{head}<body>{inner}</body></html>'


_BREAKING = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "tr",
    "div",
    "figcaption",
    "dt",
    "dd",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "table",
    "figure",
    "section",
    "aside",
    "footer",
    "header",
    "article",
    "form",
    "details",
    "summary",
    "button",
    "label",
    "nav",
    "address",
}


def _lines(element: html.HtmlElement) -> str:  # noqa: C901  # one walk
    """The text as a naive scrape gives it: a blank line between blocks."""
    parts: list[str] = []

    def walk(node: html.HtmlElement) -> None:
        breaking = node.tag in _BREAKING
        if node.tag == "br":
            parts.append("\n")
        if breaking:
            parts.append("\n\n")
        if node.tag in ("td", "th") and node.getprevious() is not None:
            parts.append(" | ")
        parts.append(" ".join((node.text or "").split("\n")))
        for child in node:
            if isinstance(child.tag, str):
                walk(child)
            parts.append(" ".join((child.tail or "").split("\n")))
        if breaking:
            parts.append("\n\n")

    walk(element)
    lines = [collapse_space(line) for line in "".join(parts).split("\n")]
    out: list[str] = []
    for line in lines:
        if line or (out and out[-1]):
            out.append(line)
    return "\n".join(out).strip()


def files(folder: str) -> Iterator[Path]:
    yield from sorted((FIXTURES / folder).glob("*.html"))


def _seen(element: html.HtmlElement) -> str:
    """The text of an element as a line; a bar between the cells of a row."""
    cells = element.findall("td") if element.tag == "tr" else [element]
    return " | ".join(collapse_space(cell.text_content()) for cell in cells)
