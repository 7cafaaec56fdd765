"""Which findings are carried out: sureness, agreement, orphan headings, the guard.

`certain` and `likely` go. A `possible` goes where a second kind found the same words, where
the source's class names agree, or where the caller asked for its kind to be stripped. Where
more than half of the words would go without certain evidence, no prose goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from cleaner.decision.guard import guarded_of
from cleaner.decision.kept import held_back, in_own_lists, named, why_kept
from cleaner.decision.whole_runs import of_broken_runs
from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.cut import cut, joins_words, kept_gaps, left, subtract
from cleaner.document.finding import Action, Finding, Sureness
from cleaner.document.verdict import PROBABLY, SURELY
from cleaner.residue import Kind, kinds
from cleaner.signals.class_names import agrees, class_names
from cleaner.text.words import ends_sentence


@dataclass(frozen=True)
class Decision:
    """What stays, and every finding with what was done about it."""

    kept: tuple[Block, ...]
    findings: tuple[Finding, ...]


def decide(
    article: Article,
    findings: Iterable[Finding],
    keep: Set[str] = frozenset(),
    strip: Set[str] = frozenset(),
) -> Decision:
    """Carry out the findings over an article; the order they come in does not matter.

    keep: kinds that never go. strip: kinds that go even where they are only possible.
    """
    ordered = sorted(findings, key=_precedence)
    by_block: dict[int, list[Finding]] = defaultdict(list)
    for f in ordered:
        by_block[f.block.index].append(f)
    held = held_back(ordered, keep) | in_own_lists(article, ordered)
    goes = [
        f
        for f in ordered
        if not _is_kept(f, article, held) and _goes(f, by_block[f.block.index], article, strip)
    ]
    guarded = of_broken_runs(article, goes)
    goes = [f for f in goes if id(f) not in guarded]
    guarded |= guarded_of(article, goes)
    goes = _with_copies([f for f in goes if id(f) not in guarded])
    stripped, cuts = _carve(goes)
    stripped += _orphans(article, stripped, cuts)
    taken = set(map(id, goes))
    rest = [
        named(f.but(action=why_kept(f, article, held | guarded)), article)
        for f in ordered
        if id(f) not in taken
    ]
    owners = {(s.block.index, s.kind, s.because) for s in stripped}
    agreed = [
        f.but(action=Action.AGREED)
        for f in goes
        if (f.block.index, f.kind, f.because) not in owners
    ]
    kept = tuple(b for block in article if (b := cut(block, cuts.get(block.index, []))))
    return Decision(kept, tuple(sorted((*stripped, *agreed, *rest), key=_place)))


def _precedence(f: Finding) -> tuple[object, ...]:
    """Surest first; a kind with a name before the one without."""
    unnamed = kinds()[f.kind].is_unnamed
    return (f.sureness.rank, f.block.index, f.start, -f.end, unnamed, f.kind, f.because)


def _place(f: Finding) -> tuple[object, ...]:
    return (f.block.index, f.start, -f.end, f.action, f.kind, f.because)


def _is_kept(f: Finding, article: Article, held: set[int]) -> bool:
    if id(f) in held or f.start >= f.end or article.kept_by(f.block):
        return True
    return f.block.text[f.start] != " " and joins_words(f.block.text, f.start, f.end)


def _goes(f: Finding, beside: list[Finding], article: Article, strip: Set[str]) -> bool:
    """Whether a finding goes that nothing keeps."""
    if f.sureness is not Sureness.POSSIBLE or f.kind in strip:
        return True
    if _is_denied(f, article):
        return False
    second = any(_speaks_for(f, o) and o.start < f.end and f.start < o.end for o in beside)
    return second or (bool(class_names(f.kind)) and agrees(f.kind, article.place(f.block)))


def _is_denied(f: Finding, article: Article) -> bool:
    """Whether a date or a price is surely the article's own, as the classifier says."""
    least = PROBABLY if f.block.is_prose else SURELY
    return kinds()[f.kind].is_of_facts and f.is_whole and article.surely_holds(f.block, least)


def _speaks_for(f: Finding, other: Finding) -> bool:
    alone = kinds()[f.kind].is_alone or kinds()[other.kind].is_alone
    return other.kind != f.kind and not alone


def _with_copies(goes: list[Finding]) -> list[Finding]:
    """The findings that go less those whose words would stand nowhere any more."""
    gone = {f.block.index for f in goes if f.is_whole}
    return [f for f in goes if f.again not in gone]


def _carve(goes: list[Finding]) -> tuple[list[Finding], dict[int, list[tuple[int, int]]]]:
    """Give every character that goes to one finding: the surest, then the first."""
    cuts: dict[int, list[tuple[int, int]]] = defaultdict(list)
    stripped: list[Finding] = []
    for f in goes:
        spans = cuts[f.block.index]
        for start, end in subtract(_widened(f), spans):
            stripped.append(f.but(start=start, end=end, action=Action.STRIPPED))
            spans.append((start, end))
    return stripped, cuts


def _widened(f: Finding) -> tuple[int, int]:
    """The span with the white space that would be left dangling; all where no word would stay."""
    text, start, end = f.block.text, f.start, f.end
    if not any(map(str.isalnum, text[:start] + text[end:])):
        return 0, len(text)
    if not start or text[start - 1] == " ":
        end = len(text) - len(text[end:].lstrip(" "))
    if text[start] == " " and text[end : end + 1].isalnum():
        start += 1
    while end == len(text) and start and text[start - 1] == " ":
        start -= 1
    return start, end


def _orphans(
    article: Article, stripped: list[Finding], cuts: dict[int, list[tuple[int, int]]]
) -> list[Finding]:
    """Headings whose whole section goes; each goes as the kind that took its section."""
    taken_by = {f.block.index: f.kind for f in stripped}
    blocks = {f.block.index: f.block for f in stripped}
    gone = {index for index, block in blocks.items() if not left(block, cuts[index])}
    orphans: list[Finding] = []
    for position in range(len(article.blocks) - 2, -1, -1):
        block, after = article.blocks[position], article.blocks[position + 1]
        if (
            not block.is_heading
            or block.index in gone
            or article.kept_by(block)
            or after.index not in gone
            or (after.is_heading and after.tag <= block.tag)  # a box's own, which may go alone
            or _stays_over(kinds()[taken_by[after.index]], block, article)
        ):
            continue
        if all(b.index in gone for b in _section(article, position)):
            taken_by[block.index] = taken_by[after.index]
            orphans += _orphan(block, taken_by[after.index], cuts[block.index])
            gone.add(block.index)
            cuts[block.index] = [(0, len(block.text))]
    return orphans


def _stays_over(kind: Kind, heading: Block, article: Article) -> bool:
    """Whether a heading stays over a section of a kind; what is known of the site takes it.

    A heading that is a sentence says something by itself, as the items of a picture story do.
    """
    if kind.stands_apart or kind.is_of_site:
        return kind.stands_apart
    return ends_sentence(heading.text) or article.surely_holds(heading)


def _orphan(block: Block, kind: str, taken: list[tuple[int, int]]) -> list[Finding]:
    """All of a heading that nothing has taken yet."""
    because = "a heading with nothing left under it"
    return [
        Finding(block, start, end, Sureness.LIKELY, because, kind, Action.STRIPPED)
        for start, end in kept_gaps(len(block.text), taken)
    ]


def _section(article: Article, position: int) -> Iterator[Block]:
    tag = article.blocks[position].tag
    for at in range(position + 1, len(article.blocks)):
        block = article.blocks[at]
        if block.is_heading and block.tag <= tag:
            break
        yield block
