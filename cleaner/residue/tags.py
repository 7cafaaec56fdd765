"""Keywords that the site files the article under.

Seen as: "Tags: …", "Filed under …", "Topics", "Schlagwörter", a heading and a row of links.

Kept: the keywords of a paper; "Topics include …"; a glossary.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.phrases import lexicon
from cleaner.signals.regions import at_edge
from cleaner.text import words as t
from cleaner.text.lexicon import wordings
from cleaner.text.regex import regex

LOOK = "orange falling"

LABELS = lexicon("tags", "label")
MAX_WORDS = 50
MAX_LETTERS = 500
MAX_TAGS = 25
KEYWORD_WORDS = 5
LIST_WORDS, LABEL_WORDS, PIECE_WORDS = 10, 4, 2
MAX_LABELS = 200
"""Labels that keywords are looked for under; further ones go alone."""
_HASHTAGS = regex(r"^(?:[#＃][\w-]+[\s,]*){2,}$")
_HASHED = regex(r"^(?:[#＃](?=[^\W\d])[\w-]+(?: [\w&-]+){0,2}[#＃]?[\s,]*){2,}$")
"""Tags of up to three words, each behind its sign or between two."""


def find(article: Article) -> Iterator[Finding]:
    """A label with its keywords on one line, or on the lines after it; rows of hashtags."""
    labels = 0
    for position, block in enumerate(article):
        if block.tag == "tr" or len(block.text) > MAX_LETTERS or block.size > MAX_WORDS:
            continue
        if LABELS.find(block):
            labels += 1
            yield from _listed(article, position, MAX_TAGS if labels <= MAX_LABELS else 0)
        elif label := _label_of(block):
            sure = likely if at_edge(article, position) else possible
            yield sure(block, f"“{label}” and keywords")
        elif _HASHTAGS.match(block.text):
            yield likely(block, "nothing but hashtags")
        elif block.text.startswith(("#", "＃")) and _HASHED.match(block.text):
            sure = likely if at_edge(article, position) else possible
            yield sure(block, "nothing but tags behind their signs")


def _label_of(block: Block) -> str:
    """The label that opens a line of keywords: up to a colon, or before links."""
    if block.is_prose:
        return ""
    head, colon, rest = block.plain.partition(":")
    if not colon and block.link_share > 0.5:
        first = min((m.start for m in block.marks if m.tag == "a"), default=0)
        head, rest = block.plain[:first], block.plain[first:]
    elif not colon and block.size <= LIST_WORDS:
        head = _words_of_label(block.plain)
        rest = block.plain[len(head) :] if _are_keywords(block.text[len(head) :]) else ""
    known = len(head) < 40 and head.strip(" -–|•") in wordings("tags", "label")
    return block.text[: len(head)].strip() if known and rest.strip() else ""


def _words_of_label(plain: str) -> str:
    """The longest label that a line begins with, as “Posted in”; its first word, where none is."""
    words = plain.split()
    heads = (" ".join(words[:count]) for count in range(LABEL_WORDS, 0, -1))
    return next((head for head in heads if head in wordings("tags", "label")), words[0])


def _are_keywords(rest: str) -> bool:
    """Whether words behind a label are names, or short pieces between commas."""
    words, pieces = rest.replace("&", " ").split(), rest.split(",")
    is_list = len(pieces) > 1 and all(0 < len(each.split()) <= PIECE_WORDS for each in pieces)
    return all(not word[0].islower() for word in words) or (is_list and not t.ends_sentence(rest))


def _listed(article: Article, position: int, most: int) -> Iterator[Finding]:
    block = article.blocks[position]
    if not at_edge(article, position):
        yield possible(block, f"“{block.text}”")
        return
    yield certain(block, f"“{block.text}”, a label over keywords")
    for other in article.blocks[position + 1 : position + 1 + most]:
        if other.size > KEYWORD_WORDS or other.is_heading or t.ends_sentence(other.text):
            break
        yield likely(other, f"a keyword under “{block.text}”")
