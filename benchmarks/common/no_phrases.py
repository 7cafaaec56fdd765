"""The cleaner without its phrases: what form and structure tell in a language that no list has."""

from __future__ import annotations

from cleaner.text import index
from cleaner.text.filing import filed
from cleaner.text.lists import sources, tables
from cleaner.text.sections import packed
from cleaner.text.slots import ROLES


def forget_phrases() -> None:
    """Empty the lists for the rest of the process; what a list is for is still known.

    To be called before the first page is cleaned. The table of wording, which was learned, stays.
    """
    every = tables(sources())
    empty = {k: {s: by if s == ROLES else {} for s, by in t.items()} for k, t in every.items()}
    index.loaded = lambda: packed("no phrases", filed(empty))
