"""What has no name: lines that a small learned model takes for something else than the article.

Seen as: promotion after the last paragraph, teasers without a heading, forms, lists of other
pages, in any wording.

Kept: all that the model is not sure of; prose between the article's borders nearly always; lists of
references; of a scrape the line under the headline, postscripts, and short sentences right beside
paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely, possible
from cleaner.document.verdict import PROBABLY, UNLIKE, Verdict
from cleaner.signals.card_parts import dashed, goes_on, is_said, may_be_headline
from cleaner.signals.closing import closing_sentences
from cleaner.signals.headline import headline
from cleaner.signals.live import live
from cleaner.signals.references import references
from cleaner.text.regex import regex
from cleaner.text.words import ends_sentence, match_key

LOOK = "grey plain"
IS_UNNAMED = True

_POSTSCRIPT = regex(r"P\.? ?(?:P\.? ?)?S[.:] ?\S")

MIN_PROSE = 2
MIN_PROSE_OF_TEXT = 4
"""Paragraphs from which there is an article to compare with; of a scrape long lines count, too."""
FOREIGN, FOREIGN_PROSE = 0.08, 0.02
"""Scores up to which a line, and a paragraph, of a page goes whatever share of it would go."""
SURE, BEHIND = 0.9, 0.12
"""The score of a paragraph that surely is article, and the one up to which all goes behind the last
of them."""
STANDFIRST = 8
"""Words from which the line under a headline is no label."""
MAX_SHARE = 0.25
MAX_SHARE_OF_TEXT = 0.6
"""Shares of its words that may go: a scrape of all visible text is residue for a good part. Behind
an article that is beyond doubt, all lines of a scrape may, but no paragraph and no part of one."""


def find(article: Article) -> Iterator[Finding]:
    """Blocks that are judged not to be article."""
    if not _is_enough(article):
        return
    judged = [
        (at, block, article.verdicts[block.index])
        for at, block in enumerate(article)
        if block.index in article.verdicts
    ]
    max_share = MAX_SHARE_OF_TEXT if article.is_text else MAX_SHARE
    sure = likely if _share([verdict for *_, verdict in judged]) <= max_share else possible
    surely = [b.index for _, b, v in judged if b.is_prose and v.score > SURE]
    last = max(surely, default=len(article.blocks))
    is_told = article.is_text and len(surely) >= MIN_PROSE_OF_TEXT
    spared = _spared(article)
    for at, block, verdict in judged:
        if verdict.drop:
            if at in spared or (article.is_text and _is_part(article, at)):
                yield possible(block, UNLIKE).but(reason=verdict.explain)
                continue
            is_behind = is_told and block.index > last and may_be_headline(block)
            is_foreign = is_behind or (not article.is_text and _is_foreign(block, verdict, last))
            how = likely if is_foreign else sure
            yield how(block, UNLIKE).but(reason=verdict.explain)
        elif verdict.doubtful:
            yield possible(block, UNLIKE).but(reason=verdict.explain)


def _is_enough(article: Article) -> bool:
    """Whether there are paragraphs to compare with."""
    if len(article.prose) < MIN_PROSE or not article.is_text:
        return len(article.prose) >= MIN_PROSE
    return sum(block.is_prose or not block.is_short for block in article) >= MIN_PROSE_OF_TEXT


def _spared(article: Article) -> set[int]:
    """Positions of lines that their form tells to belong to articles, whatever the model says."""
    runs = chain(references(article), () if article.is_text else live(article))
    spared = {at for found in runs for at in found}
    if article.is_text:
        under = _under_title(article)
        said = (at for at, b in enumerate(article) if b is under or _POSTSCRIPT.match(b.text))
        closing = closing_sentences(article)
        spared.update(said, _beside_paragraphs(article))
        spared.update(at for at, block in enumerate(article) if block.index in closing)
    return spared


def _beside_paragraphs(article: Article) -> Iterator[int]:
    """Positions of short sentences of a scrape right before or behind what surely is article.

    A notice under each picture or comment is said more than once.
    """
    copies = Counter(block.key for block in article)
    for at in article.prose:
        paragraph = article.blocks[at]
        verdict = article.verdicts.get(paragraph.index)
        for position in (at - 1, at + 1) if verdict and verdict.score > PROBABLY else ():
            block = article.near(position)
            if block is None or abs(block.index - paragraph.index) != 1:
                continue  # something that went stood between them
            if block.size > 1 and copies[block.key] == 1 and is_said(block):
                yield position


def _is_part(article: Article, at: int) -> bool:
    """Whether a line of a scrape is part of a sentence that was cut at its links."""
    before, block, after = article.near(at - 1), article.blocks[at], article.near(at + 1)
    leads = after is not None and (goes_on(after) or dashed(block, after))
    if leads and not ends_sentence(block.text):
        return True
    return before is not None and goes_on(block) and not ends_sentence(before.text)


def _under_title(article: Article) -> Block | None:
    """The line right under the headline of a scrape, if it is long enough to go on with it."""
    title = match_key(article.title or headline(article))
    until = article.blocks[article.first_prose].index
    lines = (*(f.block for f in article.gone.values()), *article.blocks)
    at = max((b.index for b in lines if b.index < until and b.key == title), default=-2)
    under = next((b for b in article if b.index == at + 1), None)
    return under if under is not None and under.size >= STANDFIRST else None


def _is_foreign(block: Block, verdict: Verdict, last: int) -> bool:
    """Whether a line is so unlike the article that it goes however much else does.

    last: the last paragraph that surely is article; behind it stands what follows articles.
    """
    if block.is_prose:
        return verdict.score <= (BEHIND if block.index > last else FOREIGN_PROSE)
    return verdict.score <= FOREIGN


def _share(verdicts: list[Verdict]) -> float:
    """The share of the words that would go: of verse and of recipes the model knows too little."""
    going = sum(v.size for v in verdicts if v.drop or v.spared)
    return going / max(1.0, sum(v.size for v in verdicts))
