"""Controls and messages of a video or audio player.

Seen as: "Mute", "Current Time", "Picture-in-Picture" and the dialog for captions, with its colours
and fonts, one to a line or all in one; "No compatible source was found for this media", "Video will
resume in 15 seconds".

Kept: colours, fonts and settings in a list or table of their own; a guide to such a message, with
it in the title or in quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely, possible
from cleaner.signals.controls import controls
from cleaner.signals.phrases import lexicon
from cleaner.text.phrase import Hit
from cleaner.text.regex import regex
from cleaner.text.sentences import is_quoted
from cleaner.text.words import match_key

LOOK = "sky falling"

MESSAGES = lexicon("player", "statement")
WORDS = 45
"""Of the longest message."""
BEFORE = 20
"""Letters before what a message says, such as an exclamation."""
_ENDS = regex(r"\s*(?:[.,!?:;…。！？،؟।(\[-]|\d|\Z)")


def find(article: Article) -> Iterator[Finding]:
    """Runs of labels that only a player has, with its settings; messages on lines of their own."""
    for block in controls(article, "player"):
        yield likely(block, "one of the controls of a player")
    for _, block, hit in MESSAGES.over(article):
        said = block.text[hit.start : hit.end]
        fits = block.size <= WORDS and hit.start <= BEFORE and not block.is_heading
        if fits and _ENDS.match(block.text, hit.end):
            sure = possible if _is_told(article, block, hit) else likely
            yield sure(block, f"“{said}”, a message of a player")


def _is_told(article: Article, block: Block, hit: Hit) -> bool:
    """Whether an article speaks of a message: it quotes it, or names it in its title."""
    key = match_key(block.text[hit.start : hit.end])
    return is_quoted(block.text, hit.start, hit.end) or key in article.title_key
