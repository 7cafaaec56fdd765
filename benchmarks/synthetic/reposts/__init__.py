"""Reposts: true articles with five to ten kinds of residue around and within them.

The wordings are those of real sites in sixteen languages (`wordings/`), the pages have one of six
shapes (`shapes/`) or are scraped text in one of four (`plain_text.py`). Nothing here comes from the
package's lexicons. Half of the articles are English ones of ../shared/pages, the rest our own.
"""

from __future__ import annotations

from itertools import cycle
from random import Random

from benchmarks.synthetic.articles import Article, dataset_articles, own_articles
from benchmarks.synthetic.reposts.layout import compose
from benchmarks.synthetic.reposts.page import TEXT_SHAPES, Repost
from benchmarks.synthetic.reposts.shapes import HTML, shaped


def make(count: int, seed: int) -> list[Repost]:
    """So many reposts, the same for the same seed."""
    rng = Random(seed)
    stock: dict[str, list[Article]] = {}
    for article in (*own_articles(), *dataset_articles()):
        stock.setdefault(article.language, []).append(article)
    queues = {name: cycle(rng.sample(items, len(items))) for name, items in sorted(stock.items())}
    shapes = _shapes(count, rng)
    pages = []
    for number, (language, form) in enumerate(zip(_languages(count, stock), shapes, strict=True)):
        article, own_rng = next(queues[language]), Random(f"{seed}/{number}")
        rest = [other for other in stock[language] if other is not article]
        others = own_rng.sample(rest, min(6, len(rest)))
        pages.append(shaped(compose(article, others, own_rng), form, own_rng))
    return pages


def _shapes(count: int, rng: Random) -> list[str]:
    html, text = cycle(HTML), cycle(TEXT_SHAPES)
    shapes = [next(text) if i % 3 == 2 else next(html) for i in range(count)]
    rng.shuffle(shapes)
    return shapes


def _languages(count: int, stock: dict[str, list[Article]]) -> list[str]:
    """English on every other page, the others in turn; a third of Chinese is traditional."""
    rest = [name for name in sorted(stock) if name not in ("en", "zh-hant")]
    turns = [*rest, *rest, *("zh-hant" if name == "zh" else name for name in rest)]
    others = cycle(turns)
    return [next(others) if i % 2 else "en" for i in range(count)]
