"""What the lexicons hold for each language, and what they lack."""

from __future__ import annotations

from cleaner.text.lexicon import LANGUAGES, slots_of
from cleaner.text.slots import OF_EVERY_LANGUAGE

Counts = dict[str, dict[str, int]]
"""Numbers of phrases, by slot and language; only slots that most of the languages have."""


def counts(kind: str) -> Counts:
    """The slots of a kind that more than half of the languages have phrases in."""
    found = {
        slot: {language: len(languages.get(language, ())) for language in LANGUAGES}
        for slot, languages in slots_of(kind).items()
        if slot not in OF_EVERY_LANGUAGE
    }
    return {slot: by for slot, by in found.items() if 2 * sum(map(bool, by.values())) > len(by)}


def table(kinds: list[str]) -> str:
    """Kinds by languages: how many phrases there are."""
    width = max(map(len, kinds))
    rows = [" ".join([" " * width, *(f"{language:>4}" for language in LANGUAGES)])]
    for kind in kinds:
        total = [sum(by[language] for by in counts(kind).values()) for language in LANGUAGES]
        rows.append(" ".join([f"{kind:<{width}}", *(f"{number:>4}" for number in total)]))
    return "\n".join(rows)


def lacking(kinds: list[str]) -> dict[str, list[str]]:
    """By language, the kinds without a phrase, and the slots without one as "poll [heading]"."""
    return {language: [n for k in kinds if (n := _lacks(k, language))] for language in LANGUAGES}


def _lacks(kind: str, language: str) -> str:
    found = counts(kind)
    empty = [slot for slot, by in found.items() if not by[language]]
    if not empty:
        return ""
    return kind if len(empty) == len(found) else f"{kind} [{', '.join(empty)}]"


def report(kinds: list[str]) -> str:
    """The table, and a line for each language that lacks something."""
    lines = [f"{language} lacks {', '.join(n)}" for language, n in lacking(kinds).items() if n]
    return "\n".join([table(kinds), "", *(lines or ["No language lacks anything."])])
