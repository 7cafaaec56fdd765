"""What readers wrote, and the form that asks them to.

Seen as: "3 Comments", "Leave a comment", names with times, "Reply", "Your email address will not be
published", "Comments are closed".

Kept: "declined to comment"; an article about comments; letters that are the article; the author's
closing question.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import in_tail
from cleaner.text.patterns import has_date

LOOK = "green dotted"

HEADINGS = lexicon("comments", "heading")
LABELS = lexicon("comments", "label")
PROMPTS = lexicon("comments", "prompt")
RELATIVE = lexicon("timestamp", "relative")
MAX_PROMPT_WORDS = 60
MAX_HEADINGS = 20
MAX_LINES = 20_000
"""Lines under headings after which no further heading is looked under: cost stays linear."""


def find(article: Article) -> Iterator[Finding]:
    """The section under a heading, where it shows traces of comments; prompts; labels."""
    headings = lines = 0
    for position in positions(article, HEADINGS, PROMPTS, LABELS):
        block = article.blocks[position]
        more = headings < MAX_HEADINGS and lines < MAX_LINES
        if more and block.is_short and (hit := HEADINGS.find(block)):
            headings, lines = headings + 1, lines + len(article.blocks) - position
            yield from _section(article, position, block.text[hit.start : hit.end].strip())
        elif block.size <= MAX_PROMPT_WORDS and (hit := PROMPTS.find(block)):
            yield certain(block, f"“{block.text[hit.start : hit.end]}”, an invitation to comment")
        elif block.size <= 4 and LABELS.find(block):
            yield (likely if in_tail(article, position) else possible)(
                block, f"“{block.text}” under a comment"
            )


def _section(article: Article, position: int, phrase: str) -> Iterator[Finding]:
    rest = article.blocks[position + 1 :]
    heading = article.blocks[position]
    if not in_tail(article, position) and _prose_share(article, position) < 0.4:
        counted = any(map(str.isdigit, heading.text)) and position < article.first_prose
        yield (likely if counted else possible)(heading, f"the heading “{phrase}”")
        return
    traces = sum(_is_trace(block) for block in rest)
    prose = sum(block.is_prose for block in rest)
    yield likely(heading, f"the heading “{phrase}”")
    if traces >= max(1, prose // 3):
        for block in rest:
            yield certain(block, f"under “{phrase}”, among names, times and replies")
    else:
        for block in rest:
            yield possible(block, f"under “{phrase}”")


def _prose_share(article: Article, position: int) -> float:
    before = bisect_left(article.prose, position)
    return before / max(1, len(article.prose))


def _is_trace(block: Block) -> bool:
    """A reply label, a time, a prompt: what stands between comments and nowhere else."""
    if LABELS.find(block) or PROMPTS.find(block):
        return True
    short = block.is_short and not block.is_prose
    return short and (bool(RELATIVE.find(block)) or has_date(block.plain))
