"""The true article as blocks, with subheads, a list, a quotation, bold and links."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from pathlib import Path

from benchmarks.synthetic.articles import Article, dataset_articles, own_articles
from benchmarks.synthetic.modern.page import Block, Role

STOCK = Path(__file__).with_name("stock")
SENTENCE = re.compile(r"[^.!?。！？؟]+(?:[.!?؟](?!\s|$)[^.!?。！？؟]*)*[.!?。！？؟]+[\"”“»」』’)]*")
END = re.compile(r"[.!?。！？؟…:：][\"”“»」』’)]*$")
MARKS: dict[str, Role] = {"##": "heading", "-": "item", ">": "quote"}
MIN_SENTENCE, MAX_SENTENCE = 40, 220
MIN_CJK_SENTENCE = 16
UNSPACED = ("zh", "ja")
MIN_WORDS = 9
"""Of a paragraph that a link or bold is put into, and of one that only asks."""


@dataclass(frozen=True)
class Story:
    """An article as blocks, with the key points that someone else wrote of it, if there are any."""

    language: str
    title: str
    blocks: tuple[Block, ...]
    points: tuple[str, ...] = ()

    @property
    def truth(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    def sentences(self) -> list[str]:
        """Whole sentences, one of a paragraph."""
        least = MIN_CJK_SENTENCE if self.language in UNSPACED else MIN_SENTENCE
        found = [first_sentence(b.text) for b in self.blocks if b.role == "p"]
        return [s for s in found if least <= len(s) <= MAX_SENTENCE]


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph; all of it where none ends.

    >>> first_sentence("It cost 2.3 million. Nobody paid.")
    'It cost 2.3 million.'
    """
    match = SENTENCE.match(text)
    return match[0].strip() if match else text


@cache
def stories(language: str) -> tuple[Story, ...]:
    """All stories of a language."""
    given = [a for a in own_articles() if a.language == language]
    given += dataset_articles() if language == "en" else []
    return (*map(_of_article, given), *_of_stock(language))


def _of_article(article: Article) -> Story:
    return Story(
        article.language,
        article.title,
        tuple(
            Block((text,), "heading" if _is_subhead(text) else "p")
            for line in article.paragraphs
            if (text := " ".join(line.split()))
        ),
    )


def _is_subhead(text: str) -> bool:
    is_short_question = text.endswith("?") and len(text.split()) < MIN_WORDS
    return is_short_question or not END.search(text)


def _of_stock(language: str) -> list[Story]:
    path = STOCK / f"{language}.toml"
    if not path.exists():
        return []
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["article"]
    return [
        Story(language, e["title"], tuple(map(_marked, e["paragraphs"])), tuple(e["points"]))
        for e in entries
    ]


def _marked(line: str) -> Block:
    mark, _, rest = line.partition(" ")
    return Block((rest,), MARKS[mark]) if mark in MARKS else Block((line,))


def dressed(story: Story, rng: random.Random, subheads: list[str]) -> Story:
    """The story cut to a page's length, with elements that it did not have."""
    blocks = list(story.blocks[: rng.randint(7, 15)])
    while blocks and blocks[-1].role == "heading":
        blocks.pop()
    if all(b.role != "heading" for b in blocks) and rng.random() < 0.5:
        blocks.insert(rng.randint(2, len(blocks) - 2), Block((rng.choice(subheads),), "heading"))
    if rng.random() < 0.25:
        blocks = _with_list(blocks, rng)
    if rng.random() < 0.25:
        place = rng.randrange(len(blocks))
        if blocks[place].role == "p":
            blocks[place] = replace(blocks[place], role="quote")
    return replace(story, blocks=tuple(_with_markup(b, story, rng) for b in blocks))


def _with_list(blocks: list[Block], rng: random.Random) -> list[Block]:
    """A paragraph of three sentences or more is a list of them."""
    for place in rng.sample(range(1, len(blocks)), len(blocks) - 1):
        sentences = [s.strip() for s in SENTENCE.findall(blocks[place].text)]
        if len(sentences) >= 3 and min(map(len, sentences)) > 20:
            whole = "".join(sentences) == re.sub(r"(?<=\W) ", "", blocks[place].text)
            if whole or " ".join(sentences) == blocks[place].text:
                items = [Block((s,), "item") for s in sentences]
                return [*blocks[:place], *items, *blocks[place + 1 :]]
    return blocks


def _with_markup(block: Block, story: Story, rng: random.Random) -> Block:
    is_short = len(block.text.split()) < MIN_WORDS and story.language not in UNSPACED
    if block.role == "heading" or is_short or rng.random() > 0.4:
        return block
    text = block.text
    if story.language in UNSPACED:
        start = rng.randrange(max(1, len(text) - 12))
        before, marked, after = text[:start], text[start : start + 6], text[start + 6 :]
    else:
        words = text.split(" ")
        start = rng.randrange(max(1, len(words) - 4))
        cut = start + rng.randint(1, 4)
        before = " ".join(words[:start]) + " " * (start > 0)
        marked = " ".join(words[start:cut])
        after = " " * (cut < len(words)) + " ".join(words[cut:])
    tag, attributes = rng.choice(
        (("a", ' href="/topic"'), ("strong", ""), ("a", ' href="#"'), ("em", ""))
    )
    inner = f"{escape(before)}<{tag}{attributes}>{escape(marked)}</{tag}>{escape(after)}"
    return replace(block, inner=inner)
