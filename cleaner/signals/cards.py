"""Cards: where a list of other articles ends, and what one looks like without a heading.

A card is a title, sometimes twice, then perhaps an excerpt, then furniture: "Share", a source,
a time. An excerpt may be longer than the article's own paragraphs, so prose alone does not end
a list; prose that goes on does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.text import words as t
from cleaner.text.lexicon import with_role
from cleaner.text.patterns import has_date, is_quote_value, is_stamp

MAX_TITLE_WORDS = 28
MAX_FURNITURE_WORDS = 9
MAX_CARD_BLOCKS = 7
EARLY = 0.6
"""Share of the prose before which a list is taken to be followed by more of the article."""


def is_title(block: Block) -> bool:
    """Whether a block reads like another article's title: short, no full stop."""
    count = len(block.words)
    if count < 2 or block.size > MAX_TITLE_WORDS or block.tag in ("tr", "pre"):
        return False
    return block.link_share > 0.6 or not block.text.rstrip("\"'”’»").endswith(
        (".", "。", ":", "：", ";", ",")
    )


def is_furniture(block: Block) -> bool:
    """Whether a block is "Share", a time, a source with a time, a section label."""
    if not block.is_short or block.size > MAX_FURNITURE_WORDS:
        return False
    if is_stamp(block.plain) or is_quote_value(block.plain):
        return True
    if block.hits and not with_role("in-card").isdisjoint(block.hits):
        return True
    if t.ends_sentence(block.text):
        return False
    return _ends_in_time(block)


def _ends_in_time(block: Block) -> bool:
    tail = block.plain[-22:]
    return any(map(str.isdigit, tail)) and has_date(tail) and block.size <= 12


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
        article.blocks[first_open].is_prose
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
        elif block.is_prose and not block.is_cut:
            run += 1
            if run == 2:
                return True
        elif is_title(block):
            run = 0
    return False


def _back_over_subheading(article: Article, position: int, start: int) -> int:
    """A heading tag right over the prose that resumes belongs to the prose."""
    before = article.blocks[position - 1]
    linked = before.link_share > 0.5
    return position - 1 if position - 1 >= start and before.is_heading and not linked else position


def runs(article: Article) -> Iterator[tuple[int, int]]:
    """Runs of two cards or more without a heading, after most of the prose: (start, end)."""
    begin = article.prose[(len(article.prose) - 1) // 2] + 1 if len(article.prose) > 1 else 0
    starts = [
        p
        for p in range(begin or len(article.blocks), len(article.blocks))
        if _opens_card(article, p)
    ]
    first = last = starts[0] if starts else 0
    for start in starts[1:]:
        if not _is_one_card(article, last, start):
            if last > first:
                yield first, _card_end(article, last)
            first = start
        last = start
    if last > first:
        yield first, _card_end(article, last)


def _is_one_card(article: Article, start: int, following: int) -> bool:
    if following - start > MAX_CARD_BLOCKS:
        return False
    blocks = article.blocks[start:following]
    excerpts = sum(b.is_prose for b in blocks)
    return excerpts <= 1 and (is_furniture(blocks[-1]) or not excerpts)


def _card_end(article: Article, start: int) -> int:
    """After the furniture that ends a card: at most one excerpt stands before it."""
    end, excerpts = start + 1, 0
    for position in range(start + 1, min(start + MAX_CARD_BLOCKS, len(article.blocks))):
        block = article.blocks[position]
        if is_furniture(block):
            end = position + 1
        elif block.size > MAX_TITLE_WORDS or block.is_prose:
            excerpts += 1
            if excerpts > 1 or end > start + 1:
                break
    return end


def _opens_card(article: Article, position: int) -> bool:
    """A title of another article, with a source's time or a share label within a card's length."""
    block, before = article.blocks[position], article.blocks[position - 1]
    if not is_title(block) or is_furniture(block) or block.is_prose or block.tag == "li":
        return False
    if block.key in (before.key, article.title_key):
        return False
    twice, marks = False, 0
    for other in article.blocks[position + 1 : position + MAX_CARD_BLOCKS]:
        twice = twice or other.key == block.key
        if is_furniture(other):
            marks += 1 + _ends_in_time(other)
        elif marks or (is_title(other) and other.key != block.key and not other.is_cut):
            break
    return marks >= 2 or (twice and marks >= 1)


def link_runs(article: Article) -> Iterator[tuple[int, int]]:
    """Runs of links to the same site after the last prose, which no sentence introduces.

    A single link counts where it is the very last block and reads like a title.
    """
    start = None
    blocks = article.blocks
    for position in range(article.last_prose + 1, len(blocks) + 1):
        linked = position < len(blocks) and blocks[position].link_share > 0.75
        if linked and start is None:
            start = position
        elif not linked and start is not None:
            if _is_list(article, start, position):
                yield start, position
            start = None


def _is_list(article: Article, start: int, end: int) -> bool:
    blocks = article.blocks[start:end]
    if start == 0 or article.blocks[start - 1].text.rstrip().endswith((":", "：")):
        return False
    if any(t.ends_sentence(b.text) and b.size > MAX_FURNITURE_WORDS / 2 for b in blocks):
        return False
    inside = sum(article.links_inside(b) for b in blocks)
    last = end == len(article.blocks) and all(is_title(b) and b.size > 4 for b in blocks)
    return inside > len(blocks) / 2 and (len(blocks) >= 3 or last)
