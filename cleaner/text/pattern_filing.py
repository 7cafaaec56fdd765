"""The gapped patterns of the lexicons → their part of the index: filed by their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cleaner.text.pattern import Pattern, head, parsed
from cleaner.text.phrase import ListName
from cleaner.text.sections import columns, rows

Phrases = Sequence[tuple[ListName, str]]
Filed = dict[str, list[str]]


def filed(written: Phrases, number: Mapping[ListName, str]) -> dict[str, str]:
    """The patterns of all lists as named texts. number: of each list.

    `words` has "pattern step rest" by first word, `rarest` "pattern anchor", `lengths` numbers of
    letters; a pattern goes by its place in `patterns`.
    """
    patterns = [parsed(pattern) for _, pattern in written]
    words = _words(patterns)
    pieces = {w[0] for p in patterns if p.is_unspaced for s in p.steps for w in s.wordings}
    return {
        "patterns": rows((number[name], pattern) for name, pattern in written),
        **columns("words", words),
        **columns("rarest", _by_rarest(patterns)),
        **columns("lengths", _lengths(words)),
        "pieces": rows([piece] for piece in sorted(pieces, key=lambda p: (-len(p), p))),
    }


def _words(patterns: Sequence[Pattern]) -> Filed:
    words: Filed = defaultdict(list)
    for number, pattern in enumerate(patterns):
        for step, (_, wordings) in enumerate(pattern.steps):
            for first, *rest in wordings:
                words[first].append(" ".join([str(number), str(step), *rest]))
    return words


def _by_rarest(patterns: Sequence[Pattern]) -> Filed:
    rarest: Filed = defaultdict(list)
    for number, pattern in enumerate(patterns):
        for anchor, keys in enumerate(_rarest(pattern)):
            for key in sorted(keys):
                rarest[key].append(f"{number} {anchor}")
    return rarest


def _rarest(pattern: Pattern) -> list[set[str]]:
    """First words of the two classes whose shortest are the longest: short words are everywhere."""
    firsts = [{wording[0] for wording in step.wordings} for step in pattern.steps]
    two = sorted(firsts, key=lambda words: min(map(len, words)))[-2:]
    return [{word[:2] for word in words} for words in two] if pattern.is_unspaced else two


def _lengths(words: Iterable[str]) -> Filed:
    """How many letters stand before a `*`, by the first of them."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for word in words:
        if word.endswith("*"):
            lengths[head(word[:-1])].add(len(word) - 1)
    return {head: list(map(str, sorted(each))) for head, each in lengths.items()}
