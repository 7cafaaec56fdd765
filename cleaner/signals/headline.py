"""The title of a text that was scraped already: the line over the article that reads like one."""

from __future__ import annotations

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.text.words import ends_sentence, has_sentence, match_key

MAX_WORDS = 30
MIN_WORDS = 3
HEAD = 60
CRUMBS = (" > ", " › ", " » ")


def headline(article: Article, before: int | None = None) -> str:
    """The title that stands among the blocks; empty where no line reads like a title.

    In a fragment only a first `<h1>` is one. In text it is the longest line without a full
    stop before the first prose (or before a position); lines that stand twice or right over the
    prose count as longer.
    """
    for block in article.blocks[:HEAD]:
        if block.tag == "h1":
            return block.text
    if not article.is_text:
        return ""
    return _before_prose(article, article.first_prose if before is None else before)


def _before_prose(article: Article, until: int) -> str:
    best: tuple[int, str] = (0, "")
    for position, block in enumerate(article.blocks[:until]):
        if position < HEAD and _reads_like_title(block):
            best = max(best, (_weight(article, position, block), block.text), key=lambda b: b[0])
    return _without_site(best[1], article) if article.prose else ""


def _without_site(title: str, article: Article) -> str:
    """The title as it stands a second time without the site's name behind it."""
    whole = match_key(title)
    for block in article.blocks[:HEAD]:
        if (
            whole.startswith(block.key)
            and len(block.key) > len(whole) / 2
            and _reads_like_title(block)
        ):
            return block.text
    return title


def _weight(article: Article, position: int, block: Block) -> int:
    """Longer is likelier; said twice, or right over prose, is likelier still."""
    twice = sum(b.key == block.key for b in article.blocks[:HEAD]) > 1
    after = article.near(position + 1)
    return len(block.words) + 6 * twice + (after is not None and after.is_prose)


def _reads_like_title(block: Block) -> bool:
    count = len(block.words)
    least = MIN_WORDS * (3 if block.is_unspaced else 1)
    most = MAX_WORDS * (2 if block.is_unspaced else 1)
    return (
        least <= count <= most
        and block.tag == "p"
        and (not ends_sentence(block.text) or block.text.endswith(("?", "？", "!", "！")))
        and not block.text.endswith((":", "：", ",", "，", "…"))
        and not has_sentence(block.text)
        and sum(block.text.count(c) for c in CRUMBS) < 2
        and not any(slot not in ("statement", "appeal") for _, slot in block.hits)
    )
