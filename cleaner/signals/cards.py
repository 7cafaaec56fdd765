"""Cards: where a list of other articles ends, and what one looks like without a heading.

A card is a title, sometimes twice, then perhaps an excerpt, then furniture: "Share", a source,
a time. An excerpt may be longer than the article's own paragraphs, so prose alone does not end
a list; prose that goes on does.
"""

from __future__ import annotations

from bisect import bisect_left

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.signals.card_parts import MAX_TITLE_WORDS, goes_on, is_furniture, is_title
from cleaner.text import words as t
from cleaner.text.lexicon import with_role

EARLY = 0.6
"""Share of the prose before which a list is taken to be followed by more of the article."""

MIN_TORN_WORDS = 4
"""Words of a line that may be part of a sentence, and of what a link in one stays below."""


def is_stop(block: Block) -> bool:
    """Whether a heading begins another section of residue."""
    return not with_role("ends-list").isdisjoint(block.hits)


def section_end(article: Article, heading: int) -> int:
    """Position after the last block of the list under a heading.

    The end of the related items is where the text ends, where another section of residue
    begins, or where the article's prose resumes.
    """
    blocks = article.blocks
    stop = len(blocks)
    first = article.near(heading + 1)
    if first is not None and first.is_prose and not first.is_cut and first.link_share < 0.6:
        return heading + 1  # cards begin with a title
    for position in range(heading + 1, len(blocks)):
        if position > heading + 1 and _begins_another(article, heading, position):
            stop = position
            break
    return _resumption(article, heading + 1, stop)


def _begins_another(article: Article, heading: int, position: int) -> bool:
    """A stop, or a heading of the same rank that is no card's title."""
    block, above = article.blocks[position], article.blocks[heading]
    if is_stop(block):
        return True
    same_rank = block.is_heading and above.is_heading and block.tag <= above.tag
    return (
        same_rank
        and block.link_share < 0.5
        and block.key != article.blocks[position - 1].key
        and (
            (after := article.near(position + 1)) is not None
            and after.is_prose
            and not after.is_cut
        )
    )


def _resumption(article: Article, start: int, stop: int) -> int:
    """Where prose resumes: at a paragraph that no title, cut or furniture makes an excerpt.

    Only where paragraphs follow on one another, somewhere further down, is there an article to
    resume; without that all up to the stop is the list.
    """
    if start < stop and article.blocks[start].link_share > 0.6:
        return _after_links(article, start, stop)
    first_open = None
    for position in range(start, stop):
        if _is_open_prose(article, position):
            first_open = position
            break
    if first_open is None:
        return stop
    early = bisect_left(article.prose, start) < EARLY * len(article.prose)
    if (
        (article.blocks[first_open].is_prose or _is_torn(article, first_open))
        and not early
        and not _continues(article, first_open, stop)
    ):
        return stop
    return _back_over_subheading(article, first_open, start)


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


def _back_over_subheading(article: Article, position: int, start: int) -> int:
    """A heading tag right over the prose that resumes belongs to the prose."""
    before = article.blocks[position - 1]
    linked = before.link_share > 0.5
    return position - 1 if position - 1 >= start and before.is_heading and not linked else position
