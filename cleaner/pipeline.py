"""clean(): from a page to its article, one call a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cleaner.decision.passes import stripped
from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.extraction.classifier import Judgement
from cleaner.extraction.evidence import evidence_of
from cleaner.extraction.page_blocks import blocks_of_page
from cleaner.extraction.regain import regain
from cleaner.extraction.second_look import judge
from cleaner.extraction.verdicts import page_verdicts
from cleaner.opinion.decided import Decided
from cleaner.opinion.reconsidered import reconsidered
from cleaner.options import Options, content_of, options_of
from cleaner.outcome import NO_TEXT, Outcome, outcome_of
from cleaner.reading import page as pages
from cleaner.reading.page import Page
from cleaner.reading.salvage import plain_text
from cleaner.reading.text_blocks import blocks_of_text
from cleaner.rendering.links import absolute
from cleaner.result import Cleaned
from cleaner.sites.known import memory_on, notes_on, remembered_on, rules_on
from cleaner.text.language import SAMPLE, detect, languages, primary

if TYPE_CHECKING:
    from bs4 import Tag
    from lxml import etree

    from cleaner.document.image import Image
    from cleaner.sites.memory.memory import SiteMemory
    from cleaner.sites.rules.on_page import OnPage


def clean(
    source: bytes | bytearray | memoryview | str | etree._Element | etree._ElementTree | Tag,
    url: str | None = None,
    options: Options | None = None,
) -> Cleaned:
    """Clean a page, a fragment or scraped text down to its article.

    source: HTML or text; bytes are decoded; a tree of lxml or a soup of BeautifulSoup is read as
    its HTML, and stays as it is. url: where it came from, which is not fetched; makes links
    absolute, names the site, and helps metadata. Never raises for what a page holds: `outcome`
    tells how it ended. Raises TypeError where source is none of these, url no str, or options no
    Options; SiteMemoryError where a memory in the options cannot be read.
    """
    content, options = content_of(source), options_of(url, options)
    is_source = isinstance(source, bytes | bytearray | memoryview | str)
    page = pages.read(content, url=url, settings=options.reading, is_source=is_source)
    if page.problem:
        return Cleaned("", (), Outcome("no-article", *page.problem), 1.0, _page=page)
    fault = page.fault if page.kind != "text" else ""
    memory = memory_on(page, options.site_memory)
    try:
        return _cleaned(page, options, memory, fault)
    except Exception as error:  # a fault of ours must not cost the page
        return _whole(page, _both(fault, f"{type(error).__name__}: {error}"))


def _both(*faults: str) -> str:
    return "; ".join(filter(None, faults))


def _whole(page: Page, fault: str) -> Cleaned:
    """The text of a page and nothing more, where all else failed."""
    blocks = blocks_of_text(page.text if page.kind == "text" else plain_text(page.text))
    outcome = Outcome("nothing-to-strip") if blocks else NO_TEXT
    return Cleaned("", blocks, outcome, 0.0, fault=fault, _page=page)


def _cleaned(page: Page, options: Options, memory: SiteMemory | None, fault: str) -> Cleaned:
    rules = rules_on(page, options.rules)
    article, declared, unread = article_of(page, rules, fast=options.fast)
    if (count := len(article.blocks)) > (most := options.max_blocks):
        why = f"{count:,} lines, more than max_blocks={most:,}"
        return Cleaned("", (), Outcome("no-article", "too-many-blocks", why), 1.0, _page=page)
    remembered = remembered_on(memory, article, page)
    keep, strip = frozenset(options.keep), frozenset(options.strip)
    findings, body, unstripped = stripped(article, remembered, keep, strip)
    known = reconsidered(Decided(article, findings, body), page, options, declared)
    article, findings, body = known.decided
    kept = body.blocks
    outcome = outcome_of(page, article, kept, stripped=known.decided.any_went)
    if rules is not None:
        outcome = rules.outcome(outcome, kept, findings)
    images, unseen = _pictures(page, body, findings) if options.include_images else ((), "")
    return Cleaned(
        title=body.title,
        blocks=absolute(kept, page.base),
        images=images,
        outcome=outcome,
        confidence=known.confidence,
        concerns=known.concerns,
        opinion=known.opinion,
        language=declared,
        fault=_both(unread, fault, remembered.fault, unstripped, unseen),
        notes=(*notes_on(page, options.site_memory, rules), *remembered.notes, *known.notes),
        _content=options.content,
        _findings=findings,
        _page=page,
    )


def _pictures(
    page: Page, body: Article, findings: Sequence[Finding]
) -> tuple[tuple[Image, ...], str]:
    from cleaner.extraction.images import images_in  # nobody else pays for it

    return images_in(page, body, findings)


def article_of(
    page: Page, rules: OnPage | None = None, *, fast: bool = False
) -> tuple[Article, str, str]:
    """What a page, a fragment or a text holds before anything is stripped.

    Returns the article, its language (empty where it is not known), and a fault, if one happened.
    """
    if page.kind == "text":
        article = Article(blocks_of_text(page.text), is_text=True)
        lang = fault = ""
    else:
        article, lang, fault = _extracted(page, rules, fast=fast)
    detected = detect(article.beginning(SAMPLE))
    article = replace(article, languages=languages(lang, detected))
    if rules is not None:
        article = rules.over(article, None if page.kind == "text" else page.source)
    return article, lang or detected, fault


def _extracted(page: Page, rules: OnPage | None, *, fast: bool) -> tuple[Article, str, str]:
    """What a page or fragment holds, with what its lines were judged to be."""
    host, source = page.host, page.source
    try:
        blocks, title, lang = extraction(page, rules, fast=fast)
        if page.kind == "fragment" or not blocks or (rules is not None and rules.body):
            return Article(blocks, title, host=host, lines=source), lang, ""
        blocks, judgement = regain(judge(blocks, source, title))
        article = Article(blocks, title, host=host, lines=source)
        return _judged(article, judgement), lang, ""
    except Exception as error:  # a fault of ours or trafilatura's must not cost the page
        whole = tuple(Block(i, n.text) for i, n in enumerate(source.lines))
        return (
            Article(whole, host=host, lines=source),
            "",
            f"extract: {type(error).__name__}: {error}",
        )


def _judged(article: Article, judgement: Judgement) -> Article:
    """An article with what its lines were judged to be."""
    others = {n: reason.why for n, reason in judgement.others.items() if reason.sure == "strong"}
    known = evidence_of(judgement)
    return replace(article, verdicts=page_verdicts(judgement), others=others, evidence=known)


def extraction(
    page: Page, rules: OnPage | None = None, *, fast: bool = False
) -> tuple[tuple[Block, ...], str, str]:
    """The blocks of a page or fragment before its lines are judged, its title and language."""
    tree = page.tree
    lang = primary(tree.get("lang") or tree.xpath("string(//@lang)"))
    title = page.source.headline
    if rules is not None:
        rules.see(page)
    blocks = (rules.body if rules is not None else ()) or blocks_of_page(page, fast=fast)
    if rules is not None:
        blocks, title = rules.extraction(blocks), rules.title or title
    return blocks, title, lang
