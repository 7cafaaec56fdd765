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
from cleaner.signals.phrases import lexicon
from cleaner.text import words as t
from cleaner.text.lexicon import scan
from cleaner.text.phrase import Hit
from cleaner.text.regex import regex

LOOK = "orange rising"

OPENINGS = lexicon("inline-related", "opening")
MAX_WORDS = 40
LONGEST_TAIL, STOPS = 220, 3
SIGNS = ("▶", "►", "▷", "☞", "👉", "→", "»", "≫", ">>", "➡", "⇒")
_QUOTED = regex(r"»\w")
"""How a further paragraph of a quotation begins; an arrow has a space behind it."""
MARKS = tuple(":-|»→>[(]】)／＞·")
SEPARATORS = tuple("|»→>＞▸›")
MAX_SIGNED = 2
POINTER_WORDS = 4
LABEL_WORDS, LABEL_LETTERS = 5, 40
TITLE_LETTERS, TITLE_LETTERS_UNSPACED = 18, 8
"""What a label before a title has at most, and a title at least."""
_TAIL = regex(r"[.!?…。！？]['\"”’»)\]]*\s*(?=[(\[>»→▶*-]*\s*\S)")
_FILE = regex(r"^(?:#|mailto:|tel:)|\.(?:pdf|docx?|xlsx?|csv|zip|mp3|mp4|jpe?g|png)\b", re.I)
_DOI = regex(r"\bdoi\b|et al\b|\bisbn\b|\(\d{4}\)", re.I)


def find(article: Article) -> Iterator[Finding]:
    """Blocks and paragraph ends that open with a pointer; link-only paragraphs between prose."""
    signed = sum(b.text.startswith(SIGNS) for b in article)
    for position, block in enumerate(article):
        if block.tag in ("tr", "pre"):
            continue
        hit = OPENINGS.find(block)
        if hit and _points(block, hit):
            yield likely(block, f"opens with “{_seen(block.text, hit)}” and points elsewhere")
        elif block.is_prose or block.size > MAX_WORDS / 4:
            yield from _tail(block)
        if 0 < signed <= MAX_SIGNED and _is_signed(article, position):
            yield likely(block, f"a title behind “{block.text.strip()[0]}”")
        elif _is_bare_link(article, position):
            yield likely(block, "a link to another page and nothing else, between two paragraphs")
        elif not hit and block.marks and _is_labelled_link(article, position):
            yield likely(block, "a label and the title of another page of the site")


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


def _seen(text: str, hit: Hit) -> str:
    return text[hit.start : hit.end].strip(" :")


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


def _tail(block: Block) -> Iterator[Finding]:
    """A pointer after the last full stop but one, or right before a link at the end."""
    if found := list(_before_link(block)) if block.marks else []:
        yield from found
        return
    closed = t.ends_sentence(block.text)
    if ":" not in block.plain[-LONGEST_TAIL:] and closed:
        return
    for match in list(_TAIL.finditer(block.text, max(0, len(block.text) - LONGEST_TAIL)))[-STOPS:]:
        start = match.end()
        tail = block.plain[start:]
        if ":" not in tail and closed:
            continue
        if not closed and tail.startswith(SIGNS) and len(t.words(tail)) <= MAX_WORDS:
            yield likely(block, f"a title behind “{tail[0]}”", (start, len(block.text)))
            return
        for hit in scan(tail).get(("inline-related", "opening"), ()):
            if hit.start < 4 and _points_on(block, start, hit):
                seen = _seen(block.text[start:], hit)
                yield likely(block, f"“{seen}” at a paragraph's end", (start, len(block.text)))
                return


def _points_on(block: Block, start: int, hit: Hit) -> bool:
    """Whether a pointer after a full stop has a colon; else a link, a sign or capitals, no stop."""
    tail = block.text[start:]
    if ":" in block.plain[start : start + hit.end + 2]:
        return True
    said, rest = tail[hit.start : hit.end], tail[hit.end :].lstrip()
    marked = said.isupper() and len(said.split()) > 1 and not rest[:1].islower()
    told = _is_linked(block, start + hit.end) or marked or rest.startswith(SEPARATORS)
    return told and not t.ends_sentence(tail)


def _before_link(block: Block) -> Iterator[Finding]:
    """A pointer right before the link that ends a block."""
    start = next((m.start for m in block.marks if m.tag == "a" and m.end == len(block.text)), 0)
    before = block.plain[:start].rstrip()
    words = before.split()[-POINTER_WORDS:] if start > 1 else []
    for count in range(len(words), 0, -1):
        pointer = " ".join(words[-count:]).lstrip("[(")
        for hit in scan(pointer).get(("inline-related", "opening"), ()):
            if hit.start == 0 and hit.end >= len(pointer.rstrip(" :|-–—")) and pointer[-1:] in ":|":
                at = before.rfind(pointer)
                yield likely(
                    block, f"“{pointer.strip(' :|')}” before a link", (at, len(block.text))
                )
                return


def _is_linked(block: Block, position: int) -> bool:
    return any(
        m.tag == "a" and m.end > position + 3 and m.start <= position + 3 for m in block.marks
    )


def _is_bare_link(article: Article, position: int) -> bool:
    block = article.blocks[position]
    if block.link_share < 0.9 or block.tag != "p" or not 5 <= block.size <= MAX_WORDS:
        return False
    if block.layout.tight or t.ends_sentence(block.text):
        return False
    before, after = article.near(position - 1), article.near(position + 1)
    between = before is not None and after is not None and before.is_prose and after.is_prose
    return between and article.links_inside(block)


def _is_labelled_link(article: Article, position: int) -> bool:
    """A label with a colon and a linked title, alone between paragraphs or after them."""
    block = article.blocks[position]
    if block.tag != "p" or block.layout.tight or not 0 < block.link_share < 1:
        return False
    link = _titled(block)
    if link is None or not article.links_inside(block) or _FILE.search(link.href.strip()):
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
