"""A quote card, ticker strip or shop box: values and labels, without a sentence.

Seen as: "Market Opportunity", a name with a ticker, a price said twice, a change in per cent,
"Live Price Chart", one short line each; "Check price on …"; "Quotes delayed at least 15 minutes".

Kept: price tables that the article introduces; prices in prose; currency lists; the price line
of a review; specifications.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.quote_lines import is_label, quote_lines
from cleaner.signals.share_moves import share_moves
from cleaner.text import words as t
from cleaner.text.lexicon import wordings
from cleaner.text.patterns import has_digit, without_dates
from cleaner.text.regex import regex
from cleaner.text.values import CHANGE, NUMBER, PRICE, is_quote_value

LOOK = "red rising"
IS_OF_FACTS = True

LABELS = lexicon("price-widget", "label")
ENDINGS = lexicon("price-widget", "ending")
BESIDE = lexicon("price-widget", "beside")
NOTES = lexicon("price-widget", "note")
MAX_WORDS = 10
MAX_LETTERS = 500
MIN_LINES = 3
MAX_NAME_WORDS = 4
MAX_BEYOND = 4
ROUNDING = 1.5
"""So much may shares in per cent miss a hundred by."""
_TICKER = regex(r"\(\s*[A-Z][A-Z0-9.]{1,9}\s*\)\s*$|^[A-Z]{2,6}(?:[-/][A-Z]{2,6})?$")
_CODE = regex(r"(?<=\()[A-Z][A-Z0-9.]{1,9}(?=\))|\b[A-Z]{3,5}\d?\b")
_MONEY = regex(r"[%+$€£¥₽₩₹▲▼−]| -\d")
_SIGNED = regex(r"(?:^|[\s(（])[+−–▲▼-]\s?\d[\d.,]*")
_SHARE = regex(r"(?<![\d.,+−–▲▼-])(\d{1,3}(?:[.,]\d{1,2})?)\s?%")
_CHANGES = regex(r"[+−–-]\s?\d[\d.,]*\s?%|\d[.,]\d+\s?%")
_GLUED_SHOP = regex(r"[^\W\d_A-Z][$€£¥]\d")


def find(article: Article) -> Iterator[Finding]:
    """Runs of short lines that are values, labels and tickers; notes; strips in one line."""
    yield from _pairs(article)
    for block in share_moves(article):
        yield likely(block, "a share with its value and how it changed")
    noted = set(positions(article, NOTES))
    for start, end in _runs(article):
        for block in article.blocks[start:end]:
            yield certain(block, "one line of a price card: values and labels without a sentence")
    for position, block in enumerate(article):
        if (position in noted) and (hit := NOTES.find(block)):
            size = block.size
            short = size <= 30 or (position > article.last_prose and size < 60)
            yield (likely if short else possible)(block, f"“{block.text[hit.start : hit.end]}”")
        elif _is_strip(block):
            yield likely(block, "prices and changes run together, without a sentence")


def _pairs(article: Article) -> Iterator[Finding]:
    """Labels with their values, and the name over them and the button under them."""
    for start, end in quote_lines(article.blocks, _is_known):
        if not _is_introduced(article, start):
            first, last = start - _has_name(article, start), _beyond(article, start, end)
            for block in article.blocks[first:last]:
                yield likely(block, "one of several labels and values of a price card")


def _is_known(label: str) -> bool:
    return any(label in wordings("price-widget", slot) for slot in ("label", "ending"))


def _runs(article: Article) -> Iterator[tuple[int, int]]:
    start = 0
    for position in range(len(article.blocks) + 1):
        block = article.near(position)
        if block is not None and _is_line(block):
            continue
        if position - start >= MIN_LINES and _is_card(article, start, position):
            yield start - _has_name(article, start), _beyond(article, start, position)
        start = position + 1


def _beyond(article: Article, start: int, end: int) -> int:
    """After the lines that go on: labels with values, "Buy ABC now", "View ABC chart"."""
    blocks = article.blocks
    while end + 1 < len(blocks) and is_label(blocks[end]) and is_quote_value(blocks[end + 1].plain):
        end += 2
    tickers = {m[0] for b in blocks[start:end] for m in _CODE.finditer(b.text)}
    for position in range(end, min(end + MAX_BEYOND, len(blocks))):
        block = blocks[position]
        if block.size > MAX_WORDS or block.is_prose:
            break
        is_next = position == end and is_label(block) and _CODE.search(block.text)
        if is_next or any(code in block.text for code in tickers):
            end = position + 1
    return end


def _has_name(article: Article, start: int) -> bool:
    """Whether the line above a card names the paper or coin in it."""
    above = article.near(start - 1)
    most = MAX_NAME_WORDS * (2 if above and above.is_unspaced else 1)
    return (
        above is not None
        and above.tag == "p"
        and 0 < len(above.words) <= most
        and (not t.ends_sentence(above.text))
    )


def _is_line(block: Block) -> bool:
    """A line that could stand in a card."""
    if block.tag in ("tr", "pre", "li") or not block.is_short or block.size > MAX_WORDS:
        return False
    return bool(
        is_quote_value(block.plain)
        or LABELS.find(block)
        or ENDINGS.find(block)
        or _TICKER.search(block.text)
        or BESIDE.find(block)
        or _is_quote(block)
    )


def _is_quote(block: Block) -> bool:
    """A name with its value and its signed change, as in a list of shares.

    A month and its change, or a place and its shares in several votes, are no quotes.
    """
    if not has_digit(block.text) or block.is_prose or " | " in block.text:
        return False
    if not _SIGNED.search(block.text) or len(_SHARE.findall(block.text)) > 1:
        return False
    return len(NUMBER.findall(without_dates(block.plain)[0])) >= 2


def _is_card(article: Article, start: int, end: int) -> bool:
    """Whether lines that nothing introduces have a price or change, and a label or ticker."""
    blocks = article.blocks[start:end]
    if _is_introduced(article, start):
        return False
    values = sum(is_quote_value(b.plain) for b in blocks)
    priced = any(PRICE.search(b.text) or "%" in b.text for b in blocks if is_quote_value(b.plain))
    labels = sum(bool(LABELS.find(b) or ENDINGS.find(b) or _TICKER.search(b.text)) for b in blocks)
    quotes = sum(_is_quote(b) for b in blocks)
    if not labels and _are_shares(blocks):
        return False
    return quotes >= MIN_LINES or (values >= 1 and labels >= 1 and priced)


def _is_introduced(article: Article, start: int) -> bool:
    above = article.near(start - 1)
    return above is not None and above.text.endswith((":", "："))


def _are_shares(blocks: Sequence[Block]) -> bool:
    """Whether the first percentages of lines add up to a whole, as those of a vote do."""
    found = [m for b in blocks if (m := _SHARE.search(b.text))]
    sums = accumulate(float(m[1].replace(",", ".")) for m in found)
    return len(found) >= MIN_LINES and any(abs(total - 100) <= ROUNDING for total in sums)


def _is_strip(block: Block) -> bool:
    """An index strip in one line: several values with changes, hardly a word between."""
    if block.is_prose or block.tag in ("tr", "pre"):
        return False
    if len(block.text) > MAX_LETTERS or not _MONEY.search(block.text):
        return False
    changes = len(_CHANGES.findall(block.text))
    values = len(NUMBER.findall(block.text))
    if _GLUED_SHOP.search(block.text) and len(PRICE.findall(block.text)) > 1:
        return block.size <= 4 * MAX_WORDS
    signed = len(_SIGNED.findall(block.text))
    if max(changes, signed) < 2 or values < 4 or (signed < 2 and _names(block.text) < 2):
        return False
    letters = sum(map(str.isalpha, NUMBER.sub("", CHANGE.sub("", block.text))))
    few = 0.4 if changes < MIN_LINES else 1.2
    return letters < (2.5 if block.is_unspaced else few) * (len(block.text) - letters)


def _names(text: str) -> int:
    """How many pieces between the changes of a line have a name: one in a row of a table."""
    return sum(any(map(str.isalpha, piece)) for piece in _CHANGES.split(text))
