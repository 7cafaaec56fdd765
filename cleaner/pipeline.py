"""clean(): from a page to its article, one call a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cleaner.decision import Decision, decide
from cleaner.document.article import Article, Remembered
from cleaner.document.block import Block
from cleaner.document.cut import kept_gaps
from cleaner.document.finding import Action, Finding
from cleaner.extraction.classifier import judge_page
from cleaner.extraction.prune import trim
from cleaner.extraction.recover import lines_of, paragraphs_of, recover
from cleaner.extraction.regain import regain
from cleaner.extraction.trafilatura import extract, extract_slowly, is_too_large
from cleaner.extraction.verdicts import page_verdicts, text_verdicts
from cleaner.options import Options, content_of, options_of
from cleaner.outcome import NO_TEXT, Outcome, confidence_of, outcome_of
from cleaner.reading import page as pages
from cleaner.reading.blocks import blocks_of_fragment, blocks_of_tree
from cleaner.reading.lines import Source
from cleaner.reading.page import Page
from cleaner.reading.places import placed
from cleaner.reading.salvage import plain_text
from cleaner.reading.text_blocks import blocks_of_text
from cleaner.reading.title import title_of
from cleaner.rendering.links import absolute
from cleaner.residue import Kind, kinds
from cleaner.result import Cleaned
from cleaner.signals.headline import headline
from cleaner.text.language import SAMPLE, detect, languages, primary

if TYPE_CHECKING:
    from cleaner.sites.memory.memory import SiteMemory
    from cleaner.sites.rules.on_page import OnPage

NO_ADDRESS = (
    "its address is not known: no site memory was used; its URL, or host_from_page, names its site"
)
PASSES = 6
"""Detection runs again on what was kept until nothing more goes: cleaning twice changes nothing."""


def clean(
    source: bytes | bytearray | memoryview | str,
    url: str | None = None,
    options: Options | None = None,
) -> Cleaned:
    """Clean a page, a fragment or scraped text down to its article.

    source: HTML or text; bytes are decoded. url: where it came from, which is not fetched; makes
    links absolute, names the site, and helps metadata. Never raises for what a page holds:
    `outcome` tells how it ended. Raises TypeError where source is neither bytes nor str, url no
    str, or options no Options; SiteMemoryError where a memory in the options cannot be read.
    """
    content, options = content_of(source), options_of(url, options)
    page = pages.read(content, url=url, settings=options.reading)
    if page.problem:
        return Cleaned("", (), Outcome("no-article", *page.problem), 1.0, _page=page)
    fault = page.fault if page.kind != "text" else ""
    memory = _memory(page, options)
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
    rules = rules_on(page, options)
    article, declared, unread = _article(page, rules)
    if (count := len(article.blocks)) > (most := options.max_blocks):
        why = f"{count:,} lines, more than max_blocks={most:,}"
        return Cleaned("", (), Outcome("no-article", "too-many-blocks", why), 1.0, _page=page)
    remembered = _remembered(memory, article, page)
    findings, body, unstripped = _strip(article, remembered, options)
    kept = body.blocks
    stripped = any(f.action is Action.STRIPPED for f in findings)
    outcome = outcome_of(page, article, kept, stripped=stripped)
    if rules is not None:
        outcome = rules.outcome(outcome, kept, findings)
    return Cleaned(
        title=body.title,
        blocks=absolute(kept, page.base),
        outcome=outcome,
        confidence=confidence_of(article, findings),
        language=declared,
        fault=_both(unread, fault, remembered.fault, unstripped),
        notes=(*(rules.notes if rules else ()), *_unused(page, options), *remembered.notes),
        _findings=findings,
        _page=page,
    )


def rules_on(page: Page, options: Options) -> OnPage | None:
    """The rules at work on a page; None where none are given, or none is for its host."""
    if options.rules is None or not (rules := options.rules.of(page.host)):
        return None
    from cleaner.sites.rules.on_page import OnPage  # nobody else pays for it

    return OnPage(rules)


def _memory(page: Page, options: Options) -> SiteMemory | None:
    """The memory of a page's site, among those that are given. Raises SiteMemoryError."""
    if options.site_memory is None:
        return None
    from cleaner.sites.memory.remembered import memory_of  # nobody else pays for it

    return memory_of(options.site_memory, page)


def _unused(page: Page, options: Options) -> tuple[str, ...]:
    """Why no memory of a site was used, where one might have been."""
    by_host = isinstance(options.site_memory, Mapping)
    return (NO_ADDRESS,) if by_host and not page.site else ()


def _remembered(memory: SiteMemory | None, article: Article, page: Page) -> Remembered:
    if memory is None:
        return Remembered()
    from cleaner.sites.memory.remembered import remembered

    return remembered(memory, article, _lines(page))


def _lines(page: Page) -> Source | None:
    return None if page.kind == "text" else page.source


def _article(page: Page, rules: OnPage | None = None) -> tuple[Article, str, str]:
    """The extraction, read into blocks; its language; a fault, where one happened."""
    if page.kind == "text":
        article = Article(blocks_of_text(page.text), is_text=True)
        lang = fault = ""
    else:
        article, lang, fault = _extracted(page, rules)
    detected = detect(_beginning(article))
    article = replace(article, languages=languages(lang, detected))
    if rules is not None:
        article = rules.over(article, _lines(page))
    return article, lang or detected, fault


def _beginning(article: Article) -> str:
    """As much of the text as tells its language."""
    pieces, size = [], 0
    for block in article:
        if size > SAMPLE:
            break
        pieces.append(block.text)
        size += len(block.text) + 1
    return " ".join(pieces)


def _extracted(page: Page, rules: OnPage | None) -> tuple[Article, str, str]:
    """What a page or fragment holds, with what its lines were judged to be."""
    host, source, _ = page.host, page.source, page.base  # before the tree is trimmed
    try:
        blocks, title, lang = extraction(page, rules)
        if page.kind == "fragment" or not blocks or (rules is not None and rules.body):
            return Article(blocks, title, host=host, lines=source), lang, ""
        blocks, judgement = regain(judge_page(blocks, source, title))
        verdicts = page_verdicts(judgement)
        return Article(blocks, title, host=host, lines=source, verdicts=verdicts), lang, ""
    except Exception as error:  # a fault of ours or trafilatura's must not cost the page
        whole = tuple(Block(i, n.text) for i, n in enumerate(source.lines))
        return (
            Article(whole, host=host, lines=source),
            "",
            f"extract: {type(error).__name__}: {error}",
        )


def extraction(page: Page, rules: OnPage | None = None) -> tuple[tuple[Block, ...], str, str]:
    """The blocks of a page or fragment before its lines are judged, its title and language."""
    tree = page.tree
    lang = primary(tree.get("lang") or tree.xpath("string(//@lang)"))
    title = title_of(tree)
    if rules is not None:
        rules.see(page)
    if page.kind == "page":
        trim(tree)
    blocks = (rules.body if rules is not None else ()) or _blocks(page)
    if rules is not None:
        blocks, title = rules.extraction(blocks, page.source), rules.title or title
    return blocks, title, lang


def _blocks(page: Page) -> tuple[Block, ...]:
    """What trafilatura finds; the page's own paragraphs where it fails; last, its slow way."""
    if page.kind == "fragment":
        return blocks_of_fragment(page.text)
    source = page.source
    if is_too_large(source.tree):
        return lines_of(source)
    body = extract(source, lambda: pages.parse(page.text))
    if body is None and (blocks := paragraphs_of(source)):
        return blocks
    if body is None:
        body = extract_slowly(pages.parse(page.text))
    blocks = blocks_of_tree(body, spaceless=True) if body is not None else ()
    return recover(placed(blocks, source), source)


def _strip(
    article: Article, remembered: Remembered, options: Options
) -> tuple[tuple[Finding, ...], Article, str]:
    """Detect and decide until nothing more goes; findings in the extraction's coordinates."""
    whole, ruled = article, article.site_findings
    original = {b.index: b for b in article}
    gone: dict[int, list[tuple[int, int]]] = defaultdict(list)
    findings: list[Finding] = []
    of_the_site = bool(ruled or remembered.doubts)
    for number in range(PASSES + of_the_site):
        first = of_the_site and not number
        known = ruled + (remembered.sure if first else remembered.doubts)
        if article.site_findings != known:
            article = replace(article, site_findings=known)
        try:
            verdict = _pass(article, options, _of_site() if first else kinds())
        except Exception as error:  # the fifth law: the extraction is returned whole
            return (), whole, f"{type(error).__name__}: {error}"
        mapped = [p for f in verdict.findings for p in _onto(f, original, gone)]
        doubtful = [f for f in mapped if f.action in (Action.DOUBTFUL, Action.KEPT)]
        carried = [f for f in mapped if f.action in (Action.STRIPPED, Action.AGREED)]
        for f in carried:
            gone[f.block.index].append(f.span)
        findings += carried
        article = replace(article, blocks=verdict.kept)
        if first or (carried and (article.is_text or _opens_more(carried, doubtful))):
            continue
        if article.title or not (title := headline(article) or _lost_headline(whole, article)):
            break
        article = replace(article, title=title)
    every = sorted((*findings, *doubtful), key=lambda f: (f.block.index, f.start, f.end))
    return tuple(every), article, ""


def _of_site() -> list[str]:
    """The kinds that go first: what is known of a site must not count as the page's own."""
    return [kind.name for kind in kinds().values() if kind.is_of_site]


def _opens_more(carried: list[Finding], doubtful: list[Finding]) -> bool:
    """Whether what went can let more go: prose or part of a block, or anything beside doubts."""
    doubts = any(not kinds()[f.kind].is_of_site for f in doubtful)
    return doubts or any(f.block.is_prose or not f.is_whole for f in carried)


def _lost_headline(whole: Article, kept: Article) -> str:
    """The title of a text among lines that went as the site's own."""
    first = kept.blocks[kept.first_prose].index if kept.prose else 0
    return headline(whole, before=first)


def _pass(article: Article, options: Options, names: Iterable[str]) -> Decision:
    if article.is_text and article.prose:
        article = article.judged(text_verdicts(article))
    findings = [f for name in names for f in _found(kinds()[name], article)]
    return decide(article, findings, frozenset(options.keep), frozenset(options.strip))


def _found(kind: Kind, article: Article) -> Iterator[Finding]:
    """What a kind finds, under its name: in place, since nobody else has it yet."""
    for f in kind.find(article):
        object.__setattr__(f, "kind", kind.name)
        yield f


def _onto(
    f: Finding, original: dict[int, Block], gone: dict[int, list[tuple[int, int]]]
) -> list[Finding]:
    """A finding over what earlier passes left of a block, laid over the block as it was."""
    block = original[f.block.index]
    spans = gone.get(block.index)
    if not spans:
        return [f]
    pieces, at = [], 0
    for start, end in kept_gaps(len(block.text), spans):
        inside = max(f.start, at) - at + start, min(f.end, at + end - start) - at + start
        if inside[0] < inside[1]:
            pieces.append(f.but(block=block, start=inside[0], end=inside[1]))
        at += end - start
    return pieces
