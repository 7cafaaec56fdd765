"""A pointer to another article inside the article.

Seen as: "Read more: …" between two paragraphs or at a paragraph's end; a paragraph that is a link
and nothing else, with no full stop; a short label with a colon and one link to the same site, in
any language.

Kept: "More information: G. Petit et al." under a science story; "Read my review here." in a list;
a sentence of the article that says where to read on; labels in a list of facts; a file to download.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block, Mark
from cleaner.document.finding import Finding, likely
from cleaner.signals.card_parts import is_title
from cleaner.signals.own_links import links_inside, stays
from cleaner.signals.phrases import lexicon
from cleaner.signals.pointer_labels import labelled_title, linked_pointer
from cleaner.signals.pointers import MAX_WORDS, SIGNS, at_the_end, seen
from cleaner.text import words as t
from cleaner.text.phrase import Hit
from cleaner.text.regex import regex

LOOK = "orange rising"

OPENINGS = lexicon("inline-related", "opening")
_QUOTED = regex(r"»\w")
"""How a further paragraph of a quotation begins; an arrow has a space behind it."""
MARKS = tuple(":-|»→>[(]】)／＞·")
MAX_SIGNED = 2
LABEL_WORDS, LABEL_LETTERS = 5, 40
TITLE_LETTERS, TITLE_LETTERS_UNSPACED = 18, 8
"""What a label before a title has at most, and a title at least."""
_FILE = regex(r"^(?:#|mailto:|tel:)|\.(?:pdf|docx?|xlsx?|csv|zip|mp3|mp4|jpe?g|png)\b", re.I)
_DOI = regex(r"\bdoi\b|et al\b|\bisbn\b|\(\d{4}\)", re.I)


def find(article: Article) -> Iterator[Finding]:
    """Blocks and paragraph ends that open with a pointer; link-only paragraphs between prose."""
    yield from _of_scrapes(article) if article.is_text else ()
    signed = sum(b.text.startswith(SIGNS) for b in article)
    for position, block in enumerate(article):
        if block.tag in ("tr", "pre"):
            continue
        hit = OPENINGS.find(block)
        if hit and _points(block, hit):
            yield likely(block, f"opens with “{seen(block.text, hit)}” and points elsewhere")
        else:
            yield from _unheaded(article, block)
        if 0 < signed <= MAX_SIGNED and _is_signed(article, position):
            yield likely(block, f"a title behind “{block.text.strip()[0]}”")
        elif _is_bare_link(article, position):
            yield likely(block, "a link to another page and nothing else, between two paragraphs")
        elif not hit and block.marks and _is_labelled_link(article, position):
            yield likely(block, "a label and the title of another page of the site")


def _unheaded(article: Article, block: Block) -> Iterator[Finding]:
    """Pointers without a colon, and those at a paragraph's end."""
    is_line = block.tag == "p" and block.size <= MAX_WORDS and not block.is_prose
    if is_line and (start := labelled_title(block.text)):
        yield likely(block, f"“{block.text[:start].strip()}” before a title")
    elif block.is_prose or block.size > MAX_WORDS / 4:
        yield from at_the_end(block)
        yield from _in_last_link(article, block)


def _in_last_link(article: Article, block: Block) -> Iterator[Finding]:
    """A label and a title in the link that stands behind the last full stop."""
    link = linked_pointer(block) if block.marks else None
    if link is not None and stays(article, link.href) and not _DOI.search(block.plain):
        yield likely(block, "a link with a label at a paragraph's end", (link.start, link.end))


def _of_scrapes(article: Article) -> Iterator[Finding]:
    """Pointers on lines of their own, and the titles that a scraper parted from them."""
    for position, block, hit in OPENINGS.over(article):
        if (title := _torn(article, position, hit)) is not None:
            yield likely(block, f"“{block.text}” over the title of another page")
            yield likely(title, f"the title under “{block.text}”")


def _torn(article: Article, position: int, hit: Hit) -> Block | None:
    """The line that a scraper parted from the pointer before it: a title between two paragraphs."""
    block, title, after = (article.near(position + n) for n in range(3))
    if block is None or title is None or block.plain[hit.end :].strip(" :：") or hit.start:
        return None
    is_alone = block.text.rstrip().endswith((":", "：")) and (after is None or after.is_prose)
    return title if is_alone and is_title(title) and not title.is_prose else None


def _is_signed(article: Article, position: int) -> bool:
    """A title behind an arrow or hand, alone between paragraphs or after them."""
    block = article.blocks[position]
    if (
        not block.text.startswith(SIGNS)
        or _QUOTED.match(block.text)
        or block.tag not in ("p", "li")
        or t.ends_sentence(block.text)
    ):
        return False
    return position > article.first_prose and 4 <= block.size <= MAX_WORDS


def _points(block: Block, hit: Hit) -> bool:
    """What follows the pointer is a title or a link, not a sentence that goes on."""
    if _DOI.search(block.plain):
        return False
    rest = block.text[hit.end :].strip(" :：-–—>»→|")
    count = len(t.words(rest))
    if block.size > MAX_WORDS:
        return False
    after = block.plain[hit.end : hit.end + 3]
    marked = block.plain[: hit.end].endswith(":") or after.lstrip().startswith(MARKS)
    linked = block.link_share > 0.3 and not (t.ends_sentence(rest) and count > 3)
    titled = (
        bool(rest) and not rest[0].islower() and not t.ends_sentence(rest) and not block.is_prose
    )
    named = titled and (" " in block.plain[: hit.end].strip() or block.is_unspaced)
    return (marked or linked or named) if count else linked


def _is_bare_link(article: Article, position: int) -> bool:
    block = article.blocks[position]
    if block.link_share < 0.9 or block.tag != "p" or not 5 <= block.size <= MAX_WORDS:
        return False
    if block.layout.tight or t.ends_sentence(block.text):
        return False
    before, after = article.near(position - 1), article.near(position + 1)
    between = before is not None and after is not None and before.is_prose and after.is_prose
    return between and links_inside(article, block)


def _is_labelled_link(article: Article, position: int) -> bool:
    """A label with a colon and a linked title, alone between paragraphs or after them."""
    block = article.blocks[position]
    if block.tag != "p" or block.layout.tight or not 0 < block.link_share < 1:
        return False
    link = _titled(block)
    if link is None or not links_inside(article, block) or _FILE.search(link.href.strip()):
        return False
    return position > article.first_prose and _stands_between(article, position)


def _titled(block: Block) -> Mark | None:
    """The one link of a block where it is the title behind a short label."""
    links = [m for m in block.marks if m.tag == "a"]
    if len(links) != 1 or block.plain[links[0].end :].strip(" .»\"'>→"):
        return None
    label, title = block.plain[: links[0].start].rstrip(), links[0]
    named = label.endswith(":") and label.count(":") == 1 and not any(map(str.isdigit, label))
    fits = len(label) <= LABEL_LETTERS and len(label.split()) <= LABEL_WORDS
    least = TITLE_LETTERS_UNSPACED if block.is_unspaced else TITLE_LETTERS
    told = named and fits and "attribution" not in {kind for kind, _ in block.hits}
    return title if told and title.end - title.start >= least and not _says(block, title) else None


def _says(block: Block, title: Mark) -> bool:
    """Whether the words of a link are a sentence, as answers are, or an address."""
    text = block.text[title.start : title.end]
    asks = text.rstrip(" ”\"'»").endswith(("?", "!", "？", "！", "؟"))
    return (t.ends_sentence(text) and not asks) or (" " not in text and not block.is_unspaced)


def _stands_between(article: Article, position: int) -> bool:
    """Whether a paragraph stands before a line, no list of facts around it, and none says so."""
    before, after = article.near(position - 1), article.near(position + 1)
    if before is None or not before.is_prose or before.text.endswith((":", "：")):
        return False
    return after is None or after.is_prose or ":" not in after.plain[: LABEL_LETTERS + 1]
