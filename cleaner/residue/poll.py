"""Polls and requests for feedback, which a page puts to its reader.

Seen as: a question over a few short answers, and "1,204 votes" or "View results" under them; "Was
this article helpful?", "Did you find an error? Let us know." after the last paragraph; "4.8 from 37
votes" over a recipe.

Kept: a survey that the article reports, with its shares; results of an election; questions and
answers of an interview; a question to the reader in prose.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely, possible
from cleaner.signals.controls import controls
from cleaner.signals.gapped import gapped, stands_outside
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import in_tail
from cleaner.text.lexicon import scan
from cleaner.text.patterns import has_digit, is_count
from cleaner.text.phrase import Hit
from cleaner.text.regex import regex
from cleaner.text.sentences import boundaries, is_quoted
from cleaner.text.words import ends_sentence

LOOK = "purple falling"

HEADINGS = lexicon("poll", "heading")
LABELS = lexicon("poll", "label")
PROMPTS = lexicon("poll", "prompt")
REPLIES = lexicon("poll", "reply")
QUESTION_WORDS, ANSWER_WORDS, TALLY_WORDS, PROMPT_WORDS = 30, 8, 6, 24
MIN_ANSWERS, MAX_ANSWERS, MAX_REPLIES = 2, 8, 3
SOON = 30
"""So many letters after a phrase a question ends."""
_REST = regex(r"\s*[·•|–—(]|\s-\s")
_RATING = regex(r"\W*\d(?:[.,]\d{1,2})?(?:\s?/\s?\d+)?\W+(?:[^\W\d]+\s){0,3}\W*(?=\d)")
_HEADS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_ASKS = ("?", "？", "؟", ";")


def find(article: Article) -> Iterator[Finding]:
    """Questions with answers and a sign of voting; prompts, and the replies under them."""
    last = -1
    signs = set(positions(article, HEADINGS, LABELS))
    signs |= {p for p, b in article.short_blocks if _asks_itself(b)}
    tallies = {p for p, b in article.short_blocks if _is_tally(b)}
    for position in sorted(signs | tallies):
        if position > last and (poll := _poll(article, position)):
            last = poll.stop - 1
            for block in article.blocks[poll.start : poll.stop]:
                yield likely(block, "a question to the reader, its answers and the votes")
    for _, block in article.short_blocks:
        if _is_rating(block):
            yield likely(block, f"“{block.text}”, how readers rate it")
    for block in controls(article, "poll"):
        yield likely(block, "one of the buttons for a vote")
    yield from _about_the_page(article)


def _about_the_page(article: Article) -> Iterator[Finding]:
    """Questions about the page, and the replies under them."""
    for finding in gapped(article, "poll", "a question about the page", _asks_alone):
        yield finding
        yield from _replies(article, article.position_of[finding.block.index])
    for position, block, hit in PROMPTS.over(article):
        if block.size > PROMPT_WORDS or is_quoted(block.text, hit.start, hit.end):
            continue
        seen = f"“{block.text[hit.start : hit.end]}”, a question about the page"
        yield (likely if _is_sure(article, position, hit) else possible)(block, seen)
        yield from _replies(article, position)


def _is_sure(article: Article, position: int, hit: Hit) -> bool:
    """Whether a line asks: a sentence of the article may open as a question about the page."""
    block = article.blocks[position]
    asks = any(sign in block.text[hit.end - 1 : hit.end + SOON] for sign in _ASKS)
    placed = in_tail(article, position) or hit.start <= 1
    return placed and block.tag != "tr" and (asks or not block.is_prose)


def _asks_alone(article: Article, position: int) -> bool:
    """Whether a line is or opens with a short question, outside of the paragraphs."""
    block, after = article.blocks[position], article.near(position + 1)
    is_answered = after is not None and bool(REPLIES.find(after))
    question = block.text[: boundaries(block.text)[1]].rstrip()
    asks = block.size <= QUESTION_WORDS and question.endswith(_ASKS)
    return asks and (is_answered or stands_outside(article, position))


def _is_rating(block: Block) -> bool:
    """Whether a line gives the mean of readers' ratings and how many there are."""
    rated = _RATING.match(block.plain) if block.tag in ("p", "li") else None
    return rated is not None and is_count("poll", block.plain[rated.end() :])


def _replies(article: Article, position: int) -> Iterator[Finding]:
    for block in article.blocks[position + 1 : position + 1 + MAX_REPLIES]:
        if not REPLIES.find(block) or block.is_heading:
            return
        yield likely(block, f"“{block.text}”, a reply to a question about the page")


def _poll(article: Article, sign: int) -> range | None:
    """The lines of a poll of which one line is a sign; None where it is none."""
    block = article.blocks[sign]
    if HEADINGS.find(block):
        if (asked := _question(article, sign + 1)) is not None:
            return _whole(article, sign, asked, needs_end=not block.is_heading)
        if (shares := _whole(article, sign, sign, needs_end=True)) is not None:
            return shares
    if _asks_itself(block):
        return _whole(article, sign, sign, needs_end=_has_shares(article, sign + 1))
    if not _ends(block):
        return None
    start = sign
    while start > max(0, sign - MAX_ANSWERS) and _is_answer(article.blocks[start - 1]):
        start -= 1
    asked = start - 1
    if asked < 0 or not _is_question(article.blocks[asked]):
        return None
    return _whole(article, asked, asked, needs_end=True)


def _asks_itself(block: Block) -> bool:
    """Whether a line is the heading of a poll, a colon and the question."""
    label, colon, question = block.plain.partition(":")
    if not colon or not question.strip() or block.tag not in _HEADS or block.size > QUESTION_WORDS:
        return False
    is_asked = block.is_heading or _is_question(block)
    return is_asked and ("poll", "heading") in scan(label)


def _has_shares(article: Article, position: int) -> bool:
    """Whether the line at a position has a number: results are what an article reports."""
    block = article.near(position)
    return block is None or has_digit(block.text)


def _question(article: Article, position: int) -> int | None:
    block = article.near(position)
    return position if block is not None and _is_question(block) else None


def _whole(article: Article, start: int, asked: int, *, needs_end: bool) -> range | None:
    """From the heading or question to the last line that tells of votes."""
    stop = asked + 1
    while (block := article.near(stop)) is not None and _is_answer(block) and not _ends(block):
        stop += 1
    answers = stop - asked - 1
    ended = False
    while (block := article.near(stop)) is not None and _ends(block):
        stop, ended = stop + 1, True
    fits = MIN_ANSWERS <= answers <= MAX_ANSWERS and (ended or not needs_end)
    return range(start, stop) if fits else None


def _is_question(block: Block) -> bool:
    return block.size <= QUESTION_WORDS and block.text.rstrip("\"'”» ").endswith(_ASKS)


def _is_answer(block: Block) -> bool:
    is_row = block.tag == "tr" and "%" in block.text
    fits = block.size <= ANSWER_WORDS and (is_row or (block.tag in ("p", "li") and not block.marks))
    return fits and (not ends_sentence(block.text) or bool(REPLIES.find(block)))


def _ends(block: Block) -> bool:
    """The number of votes, or a button under the answers."""
    if block.is_heading or block.tag == "tr":
        return False
    return bool(LABELS.find(block)) or _is_tally(block)


def _is_tally(block: Block) -> bool:
    """Whether a line counts the votes; what follows a dot says until when one may vote."""
    if block.size > 2 * TALLY_WORDS or not has_digit(block.plain):
        return False
    rest = _REST.search(block.plain)
    return is_count("poll", block.plain[: rest.start()].strip() if rest else block.plain)
