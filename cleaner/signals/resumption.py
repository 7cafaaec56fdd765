"""Where the article's prose resumes behind the titles of other articles.

An excerpt on a card may be longer than the article's own paragraphs, so prose alone does not end a
list; prose that goes on does, and in a scrape short sentences on end.
"""

from __future__ import annotations

from bisect import bisect_left

from cleaner.document.article import Article
from cleaner.signals.card_parts import MAX_TITLE_WORDS, goes_on, is_furniture, is_said, is_title
from cleaner.signals.list_ends import is_last, is_subheading
from cleaner.text import words as t

EARLY = 0.6
"""Share of the prose before which a list is taken to be followed by more of the article."""

LONG, AHEAD, FEW = 20, 8, 2
"""Lines of a list from which a sentence may be one of its titles, lines that come after it, and
sentences among those."""
FEW_TITLES = 2
"""Titles of a list that a scrape may hold amid the article's last lines."""
MIN_TORN_WORDS = 4
"""Words of a line that may be part of a sentence, and of what a link in one stays below."""


def resumption(article: Article, start: int, stop: int) -> int:
    """Where prose resumes: at a paragraph that no title, cut or furniture makes an excerpt.

    Only where paragraphs follow on one another, somewhere further down, is there an article to
    resume; without that all up to the stop is the list.
    """
    if start < stop and article.blocks[start].link_share > 0.6:
        return _after_links(article, start, stop)
    opened = (at for at in range(start, stop) if _is_open_prose(article, at))
    first_open = next((at for at in opened if not _is_amid(article, start, at, stop)), stop)
    if (said := _said_on(article, start, first_open)) < first_open:
        return said
    if first_open == stop or not _resumes(article, start, first_open, stop):
        return stop
    return _back_over_lines(article, first_open, start)


def _is_amid(article: Article, start: int, position: int, stop: int) -> bool:
    """Whether a sentence in a long list is an item of it: more of the list comes after it.

    Only behind all that the classifier is sure of: an article may go on with short lines.
    """
    if position - start < LONG or position <= article.last_sure:
        return False
    rest = article.blocks[position + 1 : min(stop, position + 1 + AHEAD)]
    return len(rest) == AHEAD and sum(block.is_prose for block in rest) <= FEW


def _said_on(article: Article, start: int, stop: int) -> int:
    """Where a scrape says two short sentences on end, behind a title or two; else the stop."""
    for at in range(start + 1, min(start + FEW_TITLES + 1, stop - 1) if article.is_text else start):
        if is_said(article.blocks[at]):
            return at if is_said(article.blocks[at + 1]) else stop
    return stop


def _resumes(article: Article, start: int, first_open: int, stop: int) -> bool:
    """Whether a paragraph in a list is more of the article, and no excerpt."""
    block = article.blocks[first_open]
    if not (block.is_prose or _is_torn(article, first_open)):
        return True
    early = bisect_left(article.prose, start) < EARLY * len(article.prose)
    own = _continues(article, first_open, stop) or _is_brief(article, first_open, start)
    return early or own or is_last(article, first_open, start, stop)


def _after_links(article: Article, start: int, stop: int) -> int:
    """The end of a list of linked titles: excerpts belong to it where a card goes on after them."""
    excerpts, position = 0, start
    while position < stop:
        block, after = article.blocks[position], article.near(position + 1)
        if block.link_share > 0.6 or is_furniture(block):
            position += 1
            continue
        last = after is None or position + 1 >= stop
        goes_on = after is not None and (is_furniture(after) or after.link_share > 0.6)
        if block.is_heading or not (excerpts if last else goes_on):
            break
        excerpts += 1
        position += 1
    return position


def _is_open_prose(article: Article, position: int) -> bool:
    block = article.blocks[position]
    if _is_torn(article, position):
        return True
    if not (block.is_prose or block.size > MAX_TITLE_WORDS) or block.is_cut:
        return False
    after = article.near(position + 1)
    before = article.blocks[position - 1]
    if after is not None and is_furniture(after):
        return False
    return not (
        is_title(before)
        and after is not None
        and is_title(after)
        and not after.is_prose
        and _titled_twice(article, position)
    )


def _is_torn(article: Article, position: int) -> bool:
    """Whether a line of a scrape is the beginning of a sentence that was cut at its links."""
    block = article.blocks[position]
    if not article.is_text or block.size < MIN_TORN_WORDS or t.ends_sentence(block.text):
        return False
    rest = article.blocks[position + 1 : position + 3]
    linked = bool(rest) and rest[0].size < MIN_TORN_WORDS
    return any(map(goes_on, rest[: 1 + linked]))


def _titled_twice(article: Article, position: int) -> bool:
    """Whether the title before an excerpt stands twice, or links."""
    before, above = article.blocks[position - 1], article.near(position - 2)
    return before.link_share > 0.6 or (above is not None and above.key == before.key)


def _continues(article: Article, position: int, stop: int) -> bool:
    """Whether, from here on, one paragraph of prose follows another."""
    run = 0
    for at in range(position, stop):
        block = article.blocks[at]
        if is_furniture(block):
            run = 0
        elif (block.is_prose and not block.is_cut) or _is_torn(article, at):
            run += 1
            if run == 2:
                return True
        elif is_title(block) and not (article.is_text and goes_on(block)):
            run = 0
    return False


def _is_brief(article: Article, position: int, start: int) -> bool:
    """Whether a scrape has a title or two, and then a paragraph among short sentences."""
    first = _first_said(article, position, start)
    after = article.near(position + 1)
    beside = first < position or (after is not None and is_said(after))
    return article.is_text and beside and 0 < first - start <= FEW_TITLES


def _first_said(article: Article, position: int, start: int) -> int:
    """The first of the short sentences right before a position; a title stays before them."""
    first = position
    while first - 1 > start and is_said(article.blocks[first - 1]):
        first -= 1
    return position if any(map(is_said, article.blocks[start:first])) else first


def _back_over_lines(article: Article, position: int, start: int) -> int:
    """What stands right over the prose that resumes and belongs to it.

    A heading tag; of a scrape short sentences too, and the question over them, where the titles
    before have no excerpts.
    """
    first = _first_said(article, position, start) if article.is_text else position
    over = article.blocks[first - 1]
    asks = start < first - 1 < position - 1 and over.text.endswith(("?", "？", "؟"))
    heads = first > start and over.is_heading and over.link_share <= 0.5
    return first - (asks or heads or is_subheading(article, start, first - 1))
