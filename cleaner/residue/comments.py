"""What readers wrote, and the form that asks them to.

Seen as: "3 Comments", "Leave a comment", names with times, "Reply", "Your email address will not be
published", "Comments are closed".

Kept: "declined to comment"; an article about comments; letters that are the article; the author's
closing question.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, Sureness, certain, likely, possible
from cleaner.signals.headline import begins_behind
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import in_tail
from cleaner.text.patterns import has_date
from cleaner.text.sentences import goes_on

LOOK = "green dotted"

HEADINGS = lexicon("comments", "heading")
LABELS = lexicon("comments", "label")
PROMPTS = lexicon("comments", "prompt")
RELATIVE = lexicon("timestamp", "relative")
MAX_PROMPT_WORDS = 60
LATE, TOLD = 0.4, 0.15
"""Shares of the paragraphs behind which a heading is no button over the article: of any heading,
and of one over tools and posts."""
TOOLS, POSTS, PARAGRAPHS = 4, 6, 8
"""Lines under a heading among which tools stand, traces of comments below it, and paragraphs of a
post."""


def find(article: Article) -> Iterator[Finding]:
    """The section under a heading, where it shows traces of comments; prompts; labels."""
    sections = _Sections(article)
    for position in positions(article, HEADINGS, PROMPTS, LABELS):
        block = article.blocks[position]
        if block.is_short and (hit := HEADINGS.find(block)):
            yield from sections.under(position, block.text[hit.start : hit.end].strip())
        elif block.size <= MAX_PROMPT_WORDS and (hit := PROMPTS.find(block)):
            told = hit.start <= 1 and block.is_prose and goes_on(block.text, hit.end)
            yield (possible if told else certain)(
                block, f"“{block.text[hit.start : hit.end]}”, an invitation to comment"
            )
        elif block.size <= 4 and LABELS.find(block):
            yield (likely if in_tail(article, position) else possible)(
                block, f"“{block.text}” under a comment"
            )


class _Sections:
    """Sections of comments, each to the end: what an earlier heading has said is not repeated."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.said: Sureness | None = None

    @cached_property
    def traces(self) -> list[int]:
        """For each position, how many blocks before it are traces of comments."""
        return list(accumulate(map(_is_trace, self.article.blocks), initial=0))

    def _has_tools(self, position: int) -> bool:
        """Whether a heading counts comments, under paragraphs, and tools and posts follow."""
        article, first = self.article, position + 1
        counts = any(map(str.isdigit, article.blocks[position].text))
        if not counts or _prose_share(article, position) < TOLD:
            return False
        under = article.blocks[first : first + TOOLS]
        has_tools = any(LABELS.find(block) or PROMPTS.find(block) for block in under)
        are_many = self.traces[-1] - self.traces[first] >= POSTS
        return has_tools and are_many and self._are_posts(first)

    def _are_posts(self, first: int) -> bool:
        """Whether no two traces of comments have more paragraphs between them than a post has."""
        article = self.article
        stops = [at for at in range(first, len(article.blocks)) if _is_trace(article.blocks[at])]
        between = (bisect_left(article.prose, at) for at in (first, *stops))
        return all(after - before <= PARAGRAPHS for before, after in pairwise(between))

    def under(self, position: int, phrase: str) -> Iterator[Finding]:
        article, heading = self.article, self.article.blocks[position]
        is_late = in_tail(article, position) or _prose_share(article, position) >= LATE
        if not (is_late or self._has_tools(position)):
            counted = any(map(str.isdigit, heading.text)) and position < article.first_prose
            yield (likely if counted else possible)(heading, f"the heading “{phrase}”")
            return
        if begins_behind(article, position):
            yield possible(heading, f"“{phrase}” over the headline")
            return
        yield likely(heading, f"the heading “{phrase}”")
        traces = self.traces[-1] - self.traces[position + 1]
        prose = len(article.prose) - bisect_right(article.prose, position)
        sure = traces >= max(1, prose // 3)
        if self.said is Sureness.CERTAIN or (self.said and not sure):
            return
        self.said = Sureness.CERTAIN if sure else Sureness.POSSIBLE
        how = f"under “{phrase}”, among names, times and replies" if sure else f"under “{phrase}”"
        for block in article.blocks[position + 1 :]:
            yield (certain if sure else possible)(block, how)


def _prose_share(article: Article, position: int) -> float:
    before = bisect_left(article.prose, position)
    return before / max(1, len(article.prose))


def _is_trace(block: Block) -> bool:
    """A reply label, a time, a prompt: what stands between comments and nowhere else."""
    if LABELS.find(block) or PROMPTS.find(block):
        return True
    short = block.is_short and not block.is_prose
    return short and (bool(RELATIVE.find(block)) or has_date(block.plain))
