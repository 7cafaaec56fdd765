"""Pull quotes: sentences of the article that stand a second time, set off from the text.

Whatever is set off and says, from its first letter on, what a paragraph says from the beginning of
a sentence or quotation, is one. A quotation without a telling name has to be whole sentences, and
nothing may introduce or discuss it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.text import words as t
from cleaner.text.regex import regex

PREFIX = 8
"""Letters by which the beginnings of sentences are filed: no pull quote is shorter."""
MIN_WORDS, MIN_QUOTED_WORDS, MAX_WORDS = 3, 4, 70
MAX_PLACES = 8
NAME_WORDS = 8
MAX_NAMES = 10
NEAR = 2
_BOUNDARY = regex(r"[.!?…。！？:：;؟।][^\w\s]*\s*|[\"“”„«»‹›「」『』]\s*")
_SHELL = regex(r"^.*/(?:aside|blockquote|figure)(?:\[\d+\])?(?=/|$)")
_ASIDE = regex(r"/aside(?:\[\d+\])?(?=/|$)")
_NAMES = frozenset({"pullquote", "pullquotes", "pulledquote", "quotebox", "blurb"})


@dataclass(frozen=True, slots=True)
class Pulled:
    """A pull quote, or the name under one."""

    block: Block
    again: Block | None
    """The paragraph that says the same; None for a name."""
    is_named: bool
    """Whether the markup calls it a pull quote or sets it aside."""


def pull_quotes(article: Article) -> Iterator[Pulled]:
    """The pull quotes of a page, and the names under them, in order."""
    set_off = {p: how for p, b in enumerate(article) if (how := _set_off(article, b))}
    if not set_off or article.lines is None:
        return
    starts = _Starts(article, set(set_off))
    copies = {p: again for p in set_off if (again := starts.of(p)) is not None}
    for position, again in copies.items():
        named = set_off[position] == "named"
        if named or _repeats_only(article, position, again, copies):
            yield Pulled(article.blocks[position], article.blocks[again], named)
            yield from _name_under(article, position)
    yield from _left_over(article, [p for p in set_off if p not in copies])


def is_epigraph(article: Article, position: int) -> bool:
    """Whether a block opens an article as a quotation, with its source under it."""
    block, after = article.blocks[position], article.near(position + 1)
    grouped = after is not None and after.layout.group == block.layout.group
    quoted = block.layout.quote and grouped and position < article.first_prose
    return quoted and after is not None and after.layout.quote and _is_name(after)


def _set_off(article: Article, block: Block) -> str:
    """ "named" for what the markup pulls out, "quoted" for a quotation; empty for all else."""
    if block.is_heading or block.tag in ("tr", "pre") or block.size > MAX_WORDS:
        return ""
    if not block.layout.quote and block.is_prose and not block.is_short:
        return ""
    place = article.place(block)
    pulled = not place.names.isdisjoint(_NAMES) or {"pull", "quote"} <= place.names
    if pulled or _ASIDE.search(place.xpath):
        return "named"
    return "quoted" if block.layout.quote else ""


class _Starts:
    """Where the sentences and quotations of an article's paragraphs begin, in letters."""

    def __init__(self, article: Article, without: set[int]) -> None:
        self.blocks = article.blocks
        self.ends: dict[int, set[int]] = {}
        self.places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for position in article.prose:
            if position not in without:
                self._file(position)

    def _file(self, position: int) -> None:
        block = self.blocks[position]
        at, offset, offsets = 0, 0, {0}
        for match in _BOUNDARY.finditer(block.text):
            offset += len(t.match_key(block.text[at : match.end()]))
            at = match.end()
            offsets.add(offset)
        self.ends[position] = offsets | {len(block.key)}
        for offset in offsets:
            if len(places := self.places[block.key[offset : offset + PREFIX]]) < MAX_PLACES:
                places.append((position, offset))

    def of(self, position: int) -> int | None:
        """The one paragraph that says a block again; None where none does, or several do."""
        block = self.blocks[position]
        if block.size < MIN_WORDS or len(block.key) < PREFIX:
            return None
        places = self.places.get(block.key[:PREFIX], ())
        same = {p for p, offset in places if self._says(p, offset, block)}
        return same.pop() if len(same) == 1 and len(places) < MAX_PLACES else None

    def _says(self, position: int, offset: int, block: Block) -> bool:
        quoted = block.layout.quote and offset + len(block.key) not in self.ends[position]
        whole = not quoted or block.size >= 2 * MIN_QUOTED_WORDS
        return whole and self.blocks[position].key.startswith(block.key, offset)


def _repeats_only(article: Article, position: int, again: int, copies: dict[int, int]) -> bool:
    """Whether a quotation is not introduced, not discussed, no epigraph, and repeated whole."""
    block, before = article.blocks[position], article.near(position - 1)
    if block.size < MIN_QUOTED_WORDS or position < article.first_prose or before is None:
        return False
    if before.text.rstrip().endswith((":", "：", ",")):
        return False
    discussed = position < again <= position + NEAR and not _speaks(article, again, block)
    beside = (article.near(position - 1), article.near(position + 1))
    others = (b for b in beside if b and b.layout.quote and b.layout.group == block.layout.group)
    near = {article.blocks[p].index for p in (position - 1, position + 1) if p in copies}
    return not discussed and all(b.index in near or _is_name(b) for b in others)


def _speaks(article: Article, again: int, block: Block) -> bool:
    """Whether a paragraph says a text itself: it does not quote it in order to discuss it."""
    text = article.blocks[again].text
    at = t.fold(text).find(block.plain[1:PREFIX].strip('" '))
    return at >= 0 and '"' not in t.fold(text)[max(0, at - NEAR) : at]


def _name_under(article: Article, position: int) -> Iterator[Pulled]:
    after = article.near(position + 1)
    if after is None or not _is_name(after):
        return
    block = article.blocks[position]
    grouped = after.layout.quote and after.layout.group == block.layout.group
    if grouped or _in_one_shell(article, block, after):
        yield Pulled(after, None, is_named=True)


def _in_one_shell(article: Article, block: Block, other: Block) -> bool:
    path = article.place(block).xpath
    found = _SHELL.match(path)
    shell = found[0] if found else path.rpartition("/")[0]
    return shell.count("/") > NEAR and f"{article.place(other).xpath}/".startswith(f"{shell}/")


def _is_name(block: Block) -> bool:
    """A short line that is no sentence."""
    fits = block.size <= NAME_WORDS and not t.ends_sentence(block.text)
    return fits and not block.is_heading and not block.text.endswith((":", "："))


def _left_over(article: Article, positions: list[int]) -> Iterator[Pulled]:
    """Names alone in an aside that has lost its quotation; the text names who spoke."""
    for position in positions[:MAX_NAMES]:
        block = article.blocks[position]
        name = _is_name(block) and block.size > 1 and not any(map(str.isdigit, block.text))
        beside = (article.near(position - 1), article.near(position + 1))
        alone = all(b is not None and b.is_prose for b in beside)
        if name and alone and _is_pulled(article, block):
            yield Pulled(block, None, is_named=True)


def _is_pulled(article: Article, block: Block) -> bool:
    pulled = _set_off(article, block) == "named"
    return pulled and any(block.key in article.blocks[p].key for p in article.prose)
