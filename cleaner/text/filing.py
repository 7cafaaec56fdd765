"""Lexicons → their index: each phrase filed under what finds it in a text.

A phrase that is a line of its own is filed under itself, and any other under its rarest word (in
unspaced scripts: two characters), rare as the lists go: so one pass over a block's words finds the
few phrases worth trying, and the cost grows with the text, not with the lists.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from cleaner.text import pattern_filing
from cleaner.text.lists import Tables
from cleaner.text.pattern_filing import Phrases
from cleaner.text.phrase import IS_DENSE, TOKEN, TRIM, ListName
from cleaner.text.sections import columns, rows
from cleaner.text.slots import GAPPED, LISTS, ROLES, WHOLE, WITHIN
from cleaner.text.words import fold


def filed(tables: Tables) -> dict[str, str]:
    """The index of lexicons as named texts; a list of phrases goes by its number in `names`.

    `whole` has numbers of lists and a line that is in them in turn, by first letter, `within` the
    same of phrases by word, and each slot a text of its own.
    """
    phrases = list(_phrases(tables))
    names = list(dict.fromkeys(name for name, _ in phrases))
    number = {name: str(i) for i, name in enumerate(names)}
    return {
        "names": rows(names),
        "roles": rows(_roles(tables)),
        **columns("whole", _whole(phrases, number)),
        **columns("within", _within(phrases, number)),
        **pattern_filing.filed([each for each in phrases if each[0][1] in GAPPED], number),
        **{f"{kind}.{slot}": text for kind, slot, text in _slots(tables)},
    }


def _phrases(tables: Tables) -> Iterator[tuple[ListName, str]]:
    for kind, slots in tables.items():
        for slot, languages in slots.items():
            for language, listed in languages.items() if slot != ROLES else ():
                yield from (((kind, slot, language), fold(phrase)) for phrase in listed)


def _roles(tables: Tables) -> Iterator[tuple[str, ...]]:
    for kind, slots in tables.items():
        yield from ((kind, role, *named) for role, named in slots.get(ROLES, {}).items())


def _slots(tables: Tables) -> Iterator[tuple[str, str, str]]:
    """The phrases of each slot: a line a language, its code first."""
    for kind, slots in tables.items():
        for slot, by in slots.items():
            if slot != ROLES:
                yield (
                    kind,
                    slot,
                    rows((code, *map(fold, p)) for code, p in by.items() if p),
                )


def _is_whole(slot: str, phrase: str) -> bool:
    """Whether the line says this and nothing else, so that it is looked up."""
    return slot in WHOLE and "…" not in phrase


def _whole(phrases: Phrases, number: Mapping[ListName, str]) -> dict[str, list[str]]:
    """The numbers of its lists and the line, in turn, of each line under its first letter."""
    lists: dict[str, list[str]] = defaultdict(list)
    for name, phrase in phrases:
        if _is_whole(name[1], phrase) and (form := TRIM.sub("", phrase)):
            lists[form].append(number[name])
    whole: dict[str, list[str]] = defaultdict(list)
    for form, numbers in lists.items():
        whole[form[0]] += (" ".join(numbers), form)
    return whole


def _within(phrases: Phrases, number: Mapping[ListName, str]) -> dict[str, list[str]]:
    """The number of its list and the phrase, in turn, of each phrase under a word."""
    waiting = [
        (keys, name, phrase)
        for name, phrase in phrases
        if _is_searched(name[1], phrase) and (keys := _filing_keys(phrase))
    ]
    common = Counter(key for keys, *_ in waiting for key in keys)
    within: dict[str, list[str]] = defaultdict(list)
    for keys, name, phrase in waiting:
        rarest = min(keys, key=lambda k: (common[k] / len(k) ** 3, k))
        within[rarest] += (number[name], phrase)
    return within


def _is_searched(slot: str, phrase: str) -> bool:
    if slot in LISTS or slot in GAPPED or _is_whole(slot, phrase):
        return False
    return slot not in WITHIN or not _is_one_word(phrase)  # that stands in articles about it


def _filing_keys(phrase: str) -> list[str]:
    """The words that a phrase could be filed under; of unspaced scripts, pairs of characters."""
    tokens = TOKEN.findall(phrase)
    dense = [t[i : i + 2] for t in tokens if IS_DENSE.match(t) for i in range(max(1, len(t) - 1))]
    return dense or tokens


def _is_one_word(phrase: str) -> bool:
    tokens = TOKEN.findall(phrase)
    return len(tokens) == 1 and len(tokens[0]) < (4 if IS_DENSE.search(phrase) else 99)
