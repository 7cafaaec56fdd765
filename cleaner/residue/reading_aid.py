"""Tools beside the text: a player that reads it out, summaries and answers by AI.

Seen as: "Listen to this article", "6 min", "This audio is auto-generated"; "Ask AI about this
story" over a list of questions; "Summarize with" and links that open an assistant with the page;
"Readable Font", "Highlight Links", "Hide Images".

Kept: a summary with no such note under it; a story about assistants or voices, with links to them;
minutes of a recipe or a match.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, Sureness, likely, possible
from cleaner.signals.controls import controls
from cleaner.signals.gapped import gapped, rest_of_sentence, stands_last
from cleaner.signals.phrases import lexicon, positions
from cleaner.text.patterns import is_count
from cleaner.text.regex import regex
from cleaner.text.sentences import is_quoted
from cleaner.text.words import ends_sentence, has_sentence

LOOK = "sky dotted"

OPENINGS = lexicon("reading-aid", "opening")
STATEMENTS = lexicon("reading-aid", "statement")
LABELS = lexicon("reading-aid", "label")
HEADINGS = lexicon("reading-aid", "heading")
OPENING_WORDS, STATEMENT_WORDS, LABEL_WORDS, QUESTION_WORDS = 12, 30, 6, 16
MAX_QUESTIONS = 8
EARLY, POINT_WORDS = 4, 24
"""Paragraphs that a summary may seem to be, and the words of each of its points."""
HEAD_WORDS, MIN_POINTS, MAX_POINTS = 6, 2, 8
MAX_REST = 10
"""Words that go on in the sentence of a note, as "and checked by an editor"."""
_ASKS = ("?", "？", "؟", ";")
_WIDGETS = frozenset({"ai", "chat", "chatbot", "assistant", "genai", "llm"})
_ASSISTANT = regex(
    r"//(?:www\.)?(?:chatgpt\.com|chat\.openai\.com|(?:www\.)?perplexity\.ai|claude\.ai|grok\.com|"
    r"x\.com/i/grok|gemini\.google\.com|copilot\.microsoft\.com|chat\.mistral\.ai|"
    r"google\.com/(?:ai|search))\b[^?#]*\?[^#]*\b(?:q|text|prompt|query|udm)=",
    re.I,
)
"""An assistant that is opened with a question."""


def find(article: Article) -> Iterator[Finding]:
    """Lines that offer to read, sum up or answer, and what belongs to them."""
    aids: set[int] = set()
    for position, because in _aids(article):
        aids.add(position)
        yield likely(article.blocks[position], because)
    lengths = {p for p, b in article.short_blocks if is_count("reading-aid", b.plain)}
    for position in sorted({*positions(article, LABELS), *lengths}):
        if position not in aids and (found := _beside(article, position, aids)):
            yield found
    for block in controls(article, "reading-aid"):
        yield likely(block, "one of the settings of a tool for readers")
    yield from _headed(article)
    yield from _notes(article, aids)


def _headed(article: Article) -> Iterator[Finding]:
    """The heading over a summary by a machine, and the list under it, if the article follows."""
    for position, block, _ in HEADINGS.over(article):
        placed = _is_early(article, position) or stands_last(article, position)
        under = article.blocks[position + 1 : position + 2 + MAX_POINTS]
        points = list(takewhile(_is_point, under))
        after = article.near(position + 1 + len(points))
        if block.is_prose or not placed or not points or (after is not None and after.is_heading):
            continue
        yield likely(block, f"“{block.text}”, over a summary by a machine")
        for point in points:
            yield likely(point, "listed in a summary by a machine")


def _is_point(block: Block) -> bool:
    return block.tag == "li" and block.size <= STATEMENT_WORDS


def _notes(article: Article, aids: set[int]) -> Iterator[Finding]:
    """Notes that a machine wrote or read, and the summary over such a note."""
    told = {*aids, *(at + 1 for at in aids)}
    seen = "a note on a text by a machine"
    for finding in gapped(article, "reading-aid", seen, lambda a, at: _is_apart(a, at, told)):
        yield finding
        at = article.position_of[finding.block.index]
        is_written = finding.sureness is Sureness.LIKELY and not aids  # a player has notes, too
        if is_written and _is_early(article, at):
            for block in _summary(article, at):
                yield likely(block, "a summary over a note that a machine wrote it")


def _summary(article: Article, note: int) -> Sequence[Block]:
    """The heading and the points right over a note; empty where they are not told apart."""
    for at in range(note - 1, max(-1, note - 2 - MAX_POINTS), -1):
        block = article.blocks[at]
        amid = article.blocks[note].index - block.index != note - at  # something that went
        if amid or block.size > POINT_WORDS or block.tag in ("tr", "pre"):
            break
        if at < note - MIN_POINTS and _is_head(article, block):
            return article.blocks[at:note]
    return ()


def _is_head(article: Article, block: Block) -> bool:
    """Whether a line is a heading other than the title, which may be the first line."""
    is_title = block.key == article.title_key or (block.index == 0 and not article.title_key)
    is_label = block.size <= HEAD_WORDS and not ends_sentence(block.text)
    return not is_title and (block.is_heading or is_label)


def _is_apart(article: Article, position: int, aids: set[int]) -> bool:
    """Whether a note stands beside a tool, a summary, or among the last lines."""
    block = article.blocks[position]
    beside = not aids.isdisjoint((position - 1, position + 1))
    ends = max(h.end for h in block.gapped["reading-aid"])
    is_note = block.size <= STATEMENT_WORDS and rest_of_sentence(block, ends) <= MAX_REST
    return is_note and (beside or _is_early(article, position) or stands_last(article, position))


def _is_early(article: Article, position: int) -> bool:
    """Whether no more stands before a line than a summary, whose lines may count as paragraphs."""
    before = article.prose[: bisect_left(article.prose, position)]
    return len(before) <= EARLY and all(article.blocks[at].size <= POINT_WORDS for at in before)


def _aids(article: Article) -> Iterator[tuple[int, str]]:
    for position, block, hit in OPENINGS.over(article):
        if _is_offer(block, hit.end):
            yield position, f"“{block.text[hit.start : hit.end]}”, an offer of a tool"
            yield from _questions(article, position)
    for position, block, hit in STATEMENTS.over(article):
        told = block.text[hit.end : hit.end + 1] == "," or hit.start > 1
        quoted = told or is_quoted(block.text, hit.start, hit.end)
        if block.size <= STATEMENT_WORDS and block.tag != "tr" and not quoted:
            yield position, f"“{block.text[hit.start : hit.end]}”, a note of a tool"
    for position in _loose_questions(article):
        yield position, "a question to an assistant, in a widget"
    for position, block in article.short_blocks:
        hrefs = [m.href for m in block.marks if m.tag == "a"]
        if hrefs and not block.is_prose and all(map(_ASSISTANT.search, hrefs)):
            yield position, "a link that opens an assistant with a question"


def _is_offer(block: Block, end: int) -> bool:
    """Whether a line is no more than the offer: not a sentence of the article that begins so."""
    fits = block.size <= OPENING_WORDS and block.tag != "tr" and not block.is_prose
    return fits and not has_sentence(block.text) and "," not in block.plain[: end + 1]


def _questions(article: Article, position: int) -> Iterator[tuple[int, str]]:
    """The questions right under an offer to ask."""
    for at in range(position + 1, position + 1 + MAX_QUESTIONS):
        block = article.near(at)
        asks = block is not None and block.text.endswith(_ASKS)
        if block is None or not asks or block.size > QUESTION_WORDS or block.is_heading:
            return
        yield at, "a question to an assistant"


def _loose_questions(article: Article) -> Iterator[int]:
    """Questions in a list of a widget that has lost its heading."""
    listed = {p for p, b in article.short_blocks if b.tag == "li" and b.text.endswith(_ASKS)}
    for position in sorted(listed):
        beside = not {position - 1, position + 1}.isdisjoint(listed)
        if beside and not _WIDGETS.isdisjoint(article.place(article.blocks[position]).names):
            yield position


def _beside(article: Article, position: int, aids: set[int]) -> Finding | None:
    """A player's label or length: sure beside another part of the tool, or before the article."""
    block = article.blocks[position]
    label = bool(LABELS.find(block)) and block.size <= LABEL_WORDS
    if block.tag not in ("p", "li") or not (label or is_count("reading-aid", block.plain)):
        return None
    near = (position - 1, position + 1)
    told = any(p in aids or (_is_label(article.near(p)) and not label) for p in near)
    because = f"“{block.text}”, a part of a player"
    if told and position <= article.first_prose + 1:
        return likely(block, because)
    early = position < article.first_prose and (not label or len(block.text.split()) > 1)
    return possible(block, because) if told or early else None


def _is_label(block: Block | None) -> bool:
    return block is not None and block.size <= LABEL_WORDS and bool(LABELS.find(block))
