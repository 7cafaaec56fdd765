"""Other articles offered to the reader, and the heading over them.

Seen as: "You May Also Like" and the cards under it: a title, often twice, an excerpt, "Share",
a source glued to a time; cards without any heading after the article's end; lists of links.

Kept: a list of links that the article itself introduces ("The three reports are:"); entries of
a listicle; a paragraph that opens with "You may also like"; the dates of a tour, the entries of a
live blog, pictures that are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals import card_runs, cards
from cleaner.signals.card_steps import Steps
from cleaner.signals.closing import closing_sentences
from cleaner.signals.headline import headline_at
from cleaner.signals.live import live
from cleaner.signals.own_lines import own_lines
from cleaner.signals.pagers import picture_counts
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.programme import is_programme
from cleaner.text.phrase import Hit

LOOK = "orange plain"

HEADINGS = lexicon("related-items", "heading")
LABELS = lexicon("related-items", "label")
MAX_HEADING_WORDS = 10
LINKED = 0.5


class _Known(NamedTuple):
    """Lines that are the article's own, and sentences that may end it, by index."""

    own: frozenset[int]
    closing: frozenset[int]
    headline: int
    """Position of the headline of a scrape, over the first paragraph."""
    steps: Steps


def find(article: Article) -> Iterator[Finding]:
    """Sections under a telling heading; runs of cards; runs of links at the end."""
    own, closing = own_lines(article), closing_sentences(article)
    known = _Known(own, closing, headline_at(article), Steps(article))
    yield from _named(article, known)
    yield from _seen_on_the_page(article, known.own)
    for run in _cards(article, known.own):
        yield from (certain(b, "one of a run of cards: title, source, time") for b in run)
    for cut in card_runs.cut_runs(article):
        yield from (certain(b, "one of several excerpts, cut off at a date") for b in cut)
    for start, end in card_runs.link_runs(article):
        for block in article.blocks[start:end]:
            yield likely(block, "in a list of links after the article's end")


def _cards(article: Article, own: frozenset[int]) -> Iterator[Sequence[Block]]:
    """Runs of cards that are no tour's dates, no live blog, and no pictures with captions."""
    runs = list(card_runs.runs(article))
    counted = {block.index for block in picture_counts(article)} if runs else set()
    told = {at for log in live(article) for at in log} if runs else set()
    for start, end in runs:
        run = article.blocks[start:end]
        pictures = sum(block.index in counted for block in run)
        held = [block.index in own for block in run]
        is_own = any(held) if article.is_text else all(held)
        if not (start in told or pictures > 1 or is_own or is_programme(run)):
            yield run


def _named(article: Article, known: _Known) -> Iterator[Finding]:
    """Sections under a heading that says so, and labels of cards."""
    places = positions(article, HEADINGS, LABELS)
    for position in (p for p in places if not _heads_article(article, p)):
        block = article.blocks[position]
        if block.size <= MAX_HEADING_WORDS and (hit := HEADINGS.find(block)):
            if block.text.count("(") != block.text.count(")"):
                continue  # the end of a sentence that a scrape cut: “guzki. (” / “More on this)”
            yield from _section(article, position, hit, known)
        elif LABELS.find(block) and block.size <= 5:
            yield possible(block, f"“{block.text}”, as on cards of other articles")


def _heads_article(article: Article, position: int) -> bool:
    """Whether a line surely is a heading of the article, with no list of links under it."""
    after = article.near(position + 1)
    linked = after is not None and after.link_share > 0.5
    return not linked and article.surely_holds(article.blocks[position])


def _is_right_over(article: Article, position: int) -> bool:
    """Whether no line of the page stands between a line and the next of the extraction."""
    one, other = article.blocks[position], article.near(position + 1)
    return other is not None and (article.is_text or other.line == one.line + 1)


def _seen_on_the_page(article: Article, own: frozenset[int]) -> Iterator[Finding]:
    """Lines that stand among other stories, whatever an extractor has left of those."""
    for block in article:
        is_own = block.layout.ordered or block.index in own
        if (why := article.others.get(block.line)) and not is_own:
            yield certain(block, why)


def _end(article: Article, heading: int, known: _Known) -> int:
    """Where a section ends; no list before the article holds all of it."""
    end = cards.section_end(article, heading)
    if heading < article.first_prose and article.last_prose < end:
        end = min(end, article.first_prose)
    if heading < known.headline < end:
        return known.headline
    last = max(
        (at for at in range(heading + 1, end) if _goes_on(article, at, end)), default=heading
    )
    return next((at for at in range(last + 1, end) if article.blocks[at].index in known.own), end)


def _goes_on(article: Article, position: int, end: int) -> bool:
    """Whether cards follow on a line: it is the link of one, or others were lost behind it."""
    block, after = article.blocks[position], article.near(position + 1)
    is_amid = position + 1 < end and after is not None and after.line > block.line + 1 > 0
    return block.link_share > LINKED or is_amid


def _section(article: Article, position: int, hit: Hit, known: _Known) -> Iterator[Finding]:
    heading = article.blocks[position]
    phrase = heading.text[hit.start : hit.end]
    end = max(_end(article, position, known), known.steps.end(position))
    may_be_own = not heading.is_heading or (hit.is_open and _is_right_over(article, position))
    if end == position + 1 and position < article.last_prose and may_be_own:
        yield possible(heading, f"“{phrase.strip()}” with no list under it")
        return
    yield likely(heading, f"the heading “{phrase.strip()}”")
    for block in article.blocks[position + 1 : end]:
        if not article.has_body:
            yield possible(block, f"listed under “{phrase.strip()}”, on a page without paragraphs")
            continue
        if block.index in known.closing:
            yield possible(block, f"a sentence under “{phrase.strip()}”, which may end the article")
            continue
        is_open = block.is_prose and not (block.is_cut and position > article.first_prose)
        yield (likely if is_open else certain)(block, f"listed under “{phrase.strip()}”")
