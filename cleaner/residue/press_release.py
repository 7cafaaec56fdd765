"""The tail of a press release: the company about itself, its contacts, the law's small print.

Seen as: "About X" and a paragraph, "Media contact", forward-looking statements, "SOURCE X", "View
source version on …", "###".

Kept: the release itself, quotations included; a company that the lead describes; "for more
information" inside a review; "About the book club" as a section of an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely, possible
from cleaner.signals import cards
from cleaner.signals.gapped import gapped, stands_last
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import in_tail
from cleaner.text import words as t
from cleaner.text.patterns import PHONE, URL, has_email
from cleaner.text.phrase import Hit
from cleaner.text.regex import regex

LOOK = "blue barred"

HEADINGS = lexicon("press-release", "heading")
ABOUT = lexicon("press-release", "about")
AFTER = lexicon("press-release", "after")
STATEMENTS = lexicon("press-release", "statement")
OPENINGS = lexicon("press-release", "opening")
WIRE = regex(
    r"\((?:BUSINESS WIRE|GLOBE NEWSWIRE|MARKETWIRED|ACCESSWIRE|NEWSFILE[^)]*)\)|"
    r"/\s?(?:PRNewswire|PR Newswire|EINPresswire"
    r"|CNW|PRNewsfoto)[^/]{0,40}/|--\(BUSINESS WIRE\)|[–-]\(BUSINESS WIRE\)",
    re.I,
)
_END_MARK = regex(
    r"^\W*(?:#\s?#\s?#|-?\s?(?:END|ENDS|30)\s?-?|\*\s?\*\s?\*)\W*$|^[-–—*\[(]+\s?[Ee]nds?\s?[-–—*\])]+$"
)
_COMPANY = regex(r"\b(?:Inc|Corp|Ltd|Co|S\.?A|S\.?p\.?A|N\.?V|B\.?V|Plc|LLC|Cía|Ltda)\.$")
_SOURCE = regex(r"^SOURCE:?\s+[A-Z\d]")
MAX_ABOUT_WORDS = 9
CONTACT_LINES = 12
MAX_SOURCE_WORDS = 16


def find(article: Article) -> Iterator[Finding]:
    """Sections by their headings, in the tail; statements; contact lines; end marks."""
    is_release = _is_release(article)
    for position in positions(article, ABOUT, AFTER, HEADINGS, OPENINGS, STATEMENTS):
        block = article.blocks[position]
        if _is_about(article, block):
            yield from _about(article, position, is_release)
        elif block.is_short and (hit := HEADINGS.find(block) or OPENINGS.find(block)):
            yield from _contacts(article, position, hit)
        elif hit := STATEMENTS.find(block):
            because = f"“{block.text[hit.start : hit.end]}”, small print of a press release"
            yield (likely if is_release or in_tail(article, position) else possible)(block, because)
    if is_release:
        yield from gapped(article, "press-release", "the tail of a press release", stands_last)
    yield from _marks(article)


def _marks(article: Article) -> Iterator[Finding]:
    """Lines that end a release, or name who sent it."""
    for position, block in article.short_blocks:
        if _END_MARK.match(block.text) and in_tail(article, position):
            yield likely(block, f"“{block.text}”, the end mark of a press release")
        elif (
            _SOURCE.match(block.text)
            and block.size < MAX_SOURCE_WORDS
            and in_tail(article, position)
        ):
            yield likely(block, "“SOURCE” and a name, the end of a press release")


def _is_release(article: Article) -> bool:
    """A wire's dateline in the first paragraphs, or two traces of small print."""
    if any(WIRE.search(article.blocks[p].text[:200]) for p in article.prose[:3]):
        return True
    traces = len(positions(article, HEADINGS, STATEMENTS, OPENINGS))
    about = sum(_is_about(article, article.blocks[p]) for p in positions(article, ABOUT, AFTER))
    return traces + about >= 2 and traces >= 1


def _is_about(article: Article, block: Block) -> bool:
    """A heading "About X": short, a name, no sentence."""
    if block.size > MAX_ABOUT_WORDS:
        return False
    if t.ends_sentence(block.text) and not _COMPANY.search(block.text):
        return False
    before, after = ABOUT.find(block, article), AFTER.find(block, article)
    rest = block.text[before.end :] if before else block.text[: after.start] if after else ""
    rest = rest.strip(" :")
    return bool(rest) and not rest[0].islower() and block.tag != "li"


def _about(article: Article, position: int, is_release: bool) -> Iterator[Finding]:
    heading = article.blocks[position]
    name = t.words(heading.text)[-1]
    after = article.near(position + 1)
    names_itself = after is not None and name in after.words[:25]
    company = " ".join(t.words(heading.text)[-2:])
    opens = after is not None and company in " ".join(after.words[:25]) and after.is_prose
    if not in_tail(article, position + 1) or after is None:
        return
    sure = likely if is_release or opens else possible
    yield sure(heading, f"the heading “{heading.text}”")
    for at in range(position + 1, len(article.blocks)):
        block = article.blocks[at]
        if (
            block.is_heading
            or cards.is_stop(block)
            or _is_about(article, block)
            or not (names_itself or block is after)
        ):
            break
        yield sure(block, f"under the heading “{heading.text}”")


def _contacts(article: Article, position: int, hit: Hit) -> Iterator[Finding]:
    """A contact heading and the lines of names, telephones and addresses under it."""
    block = article.blocks[position]
    phrase = block.text[hit.start : hit.end].strip(" :")
    if _tells(article, position, hit):
        return
    if not in_tail(article, position):
        yield possible(block, f"“{phrase}”")
        return
    yield likely(block, f"“{phrase}”")
    for other in article.blocks[position + 1 : position + 1 + CONTACT_LINES]:
        if (
            (other.is_prose and not _is_address(other))
            or cards.is_stop(other)
            or _is_about(article, other)
        ):
            break
        yield likely(other, f"under “{phrase}”")


def _tells(article: Article, position: int, hit: Hit) -> bool:
    """Whether a sentence of the article goes on after the words of a contact heading.

    Such a heading stands alone, over an address or before a name.
    """
    block, after = article.blocks[position], article.near(position + 1)
    goes_on = block.text[hit.end :].lstrip(" :：")[:1].islower()
    addressed = _is_address(block) or (after is not None and _is_address(after))
    return goes_on and not addressed and not block.text.endswith((":", "："))


def _is_address(block: Block) -> bool:
    return has_email(block.text) or bool(PHONE.search(block.text) or URL.search(block.text))
