"""The site's own lines: menus, breadcrumbs, header and footer.

Seen as: "Home", "Menu", "Skip to content", section names, one a line, before the title and after
the end; mostly in text that was scraped naively; a table of contents, a list of links to the
headings further down; "Page 1 of 3", a row of page numbers; buttons of galleries, shops and search
forms; a calendar, an index by month; the weather, a countdown; a placeholder as `{{ title }}`.

Kept: lines of a poem, ingredients, subheadings, names in a list; contents of a book that the
article is about; a number that is an answer; a placeholder in an article about templates.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely
from cleaner.signals.calendars import calendars
from cleaner.signals.closing import not_own
from cleaner.signals.contents import linked_contents, stand_again
from cleaner.signals.controls import controls
from cleaner.signals.headline import headline
from cleaner.signals.menu_lines import (
    LABELS,
    MAX_LINE_WORDS,
    MAX_STRIP_WORDS,
    STATEMENTS,
    is_menu,
    may_be_menu,
)
from cleaner.signals.own_lines import own_lines
from cleaner.signals.pagers import are_page_numbers, picture_counts
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.widgets import widgets
from cleaner.text.patterns import COPYRIGHT
from cleaner.text.sentences import QUESTION_MARKS
from cleaner.text.words import match_key

LOOK = "orange dotted"

CONTENTS = lexicon("navigation", "heading")
PAGERS = lexicon("navigation", "number")
ENOUGH_LABELS = 2
MAX_PAGER_WORDS = 9
_ASKS = (":", "：", *QUESTION_MARKS)


def find(article: Article) -> Iterator[Finding]:
    """Labels of menus, and the short lines among them before the body and after it."""
    known, own = set(positions(article, LABELS, STATEMENTS)), own_lines(article)
    may_be = ((p, b) for p, b in article.short_blocks if p in known or may_be_menu(b))
    labelled = [p for p, b in may_be if is_menu(b) and b.index not in own]
    for position in labelled:
        block = article.blocks[position]
        if position < article.first_prose or position > article.last_prose:
            yield likely(block, f"“{block.text}”, a line of the site's menus")
    if article.prose and article.has_body:
        yield from _lines(article, labelled)
    tables = {position for position, _, _ in CONTENTS.over(article)}
    again = stand_again(article) if tables else {}
    for position in sorted(tables):
        yield from _contents(article, position, list(_entries(article, position, tables, again)))
    for block in linked_contents(article):
        yield likely(block, "in a list of links to the headings further down")
    yield from _pagers(article)
    yield from _tools(article)


def _tools(article: Article) -> Iterator[Finding]:
    """Buttons of search forms, galleries and shops; calendars and indexes by month."""
    for block in controls(article, "navigation"):
        yield likely(block, "one of the buttons of a tool of the site")
    yield from (likely(*each) for each in chain(calendars(article.blocks), widgets(article)))


def _pagers(article: Article) -> Iterator[Finding]:
    """“Page 1 of 3” anywhere; page numbers right under the last paragraph."""
    for _, block, _ in PAGERS.over(article):
        if block.size <= MAX_PAGER_WORDS and block.tag in ("p", "li") and not block.is_prose:
            yield likely(block, f"“{block.text}”, a pager")
    for block in picture_counts(article):
        yield likely(block, f"“{block.text}”, which of several pictures it is")
    last = article.near(article.last_prose + 1) if article.prose else None
    if last is not None and are_page_numbers(last):
        alone = not any(b.text.isdigit() for b in article if b is not last)
        if alone and not article.blocks[article.last_prose].text.endswith(_ASKS):
            yield likely(last, f"“{last.text}”, page numbers after the article")


def _contents(article: Article, position: int, entries: list[Block]) -> Iterator[Finding]:
    """The heading of a table of contents and its entries, which are headings further down.

    A heading that lost its entries goes alone; one over a list of other things is the article's.
    """
    heading = article.blocks[position]
    after = article.near(position + 1)
    is_over = bool(after and (after.is_prose or after.is_heading) and not article.is_text)
    if entries or is_over:
        yield likely(heading, f"“{heading.text}”, over a table of contents")
    for block in entries:
        yield likely(block, f"an entry of “{heading.text}”")


def _entries(
    article: Article, heading: int, tables: set[int], again: dict[str, int]
) -> Iterator[Block]:
    """The lines under a heading that stand again below it, up to another table of contents."""
    for position in range(heading + 1, len(article.blocks)):
        block = article.blocks[position]
        if (
            block.is_heading
            or block.size > MAX_LINE_WORDS
            or again.get(block.key, -1) <= heading
            or (position in tables and position > heading + 1)
        ):
            break
        yield block


def _is_paragraph(block: Block) -> bool:
    """Whether a line is no menu: sentences, or as long in a script that has no full stop."""
    return block.is_prose or (block.is_unspaced and block.size > MAX_STRIP_WORDS)


def _lines(article: Article, labelled: list[int]) -> Iterator[Finding]:
    """The lines before and after the body, where enough of them are known menu lines."""
    first, last = article.first_prose, article.last_prose
    head = [p for p in labelled if p < first]
    title = article.title_key or match_key(headline(article))
    tail = [p for p in labelled if p > last]
    if len(head) >= ENOUGH_LABELS:
        for position, block in enumerate(article.blocks[: head[-1] + 1]):
            if block.key == title or block.is_heading or _is_paragraph(block):
                continue
            if block.size <= MAX_LINE_WORDS or position < head[-ENOUGH_LABELS]:
                yield likely(block, "among the lines of the site's menus before the article")
    if len(tail) >= ENOUGH_LABELS or any(
        COPYRIGHT.match(b.text) for b in article.blocks[last + 1 :]
    ):
        footer = article.blocks[min(tail, default=len(article.blocks)) :]
        for block in not_own(article, footer):
            yield likely(block, "among the lines of the site's footer after the article")
