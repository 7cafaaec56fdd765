"""The cleaner without its phrases: what form and structure tell in a language that no list has."""

from __future__ import annotations

from cleaner.text import lexicon
from cleaner.text.slots import ROLES


def forget_phrases() -> None:
    """Empty the lists for the rest of the process; what a list is for is still known.

    To be called before the first page is cleaned. The table of wording, which was learned, stays.
    """
    for slots in lexicon.tables().values():
        slots.update({slot: {} for slot in slots if slot != ROLES})
