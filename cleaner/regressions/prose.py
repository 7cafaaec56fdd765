"""Changes of an article: its title, and the words that it lost, gained or moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cleaner.regressions.changes import Change, Sort
from cleaner.regressions.reading import Reading, unmarked
from cleaner.regressions.sides import Side
from cleaner.regressions.words import Edit, edits
from cleaner.text.word_count import word_count
from cleaner.text.words import words

SMALL = 12
"""Words that are told as reworded where others stand in their place; more are lost and leaked."""
MOVED = 3
"""Words that can be recognised elsewhere."""


def article_changes(want: Reading, got: Reading) -> list[Change]:
    """What an article lost and gained against another, in its order."""
    one, other = Side(want.lines), Side(got.lines)
    found = [c for edit in edits(one, other) for c in _changes(one, other, edit)]
    return [*_title(want.title, got.title), *_with_moves(found)]


def _title(want: str, got: str) -> Iterator[Change]:
    meant = (words(want), words(unmarked(want)))
    if words(got) not in meant and words(unmarked(got)) not in meant:
        yield Change(Sort.TITLE, got, want)


def _changes(want: Side, got: Side, edit: Edit) -> Iterator[Change]:
    lost, leaked = edit.b - edit.a, edit.y - edit.x
    if lost and leaked and max(lost, leaked) <= SMALL and _in_line(want, got, edit):
        before, after = got.around(edit.x, edit.y)
        was, text = want.text(edit.a, edit.b), got.text(edit.x, edit.y)
        count = max(word_count(was), word_count(text))
        yield Change(Sort.REWORDED, text, was, before=before, after=after, words=count)
        return
    for a, b in want.pieces(edit.a, edit.b):
        yield _piece(Sort.LOST, want, a, b)
    for x, y in got.pieces(edit.x, edit.y):
        yield _piece(Sort.LEAKED, got, x, y)


def _in_line(want: Side, got: Side, edit: Edit) -> bool:
    """Whether an edit stays inside a line on both sides, and leaves something of it."""
    inside = len(list(want.pieces(edit.a, edit.b))) == len(list(got.pieces(edit.x, edit.y))) == 1
    return inside and not want.is_whole(edit.a, edit.b)


def _piece(sort: Sort, side: Side, a: int, b: int) -> Change:
    before, after = side.around(a, b)
    at = f"paragraph {side.found[a].line + 1} of {len(side.lines)}"
    text = side.text(a, b)
    return Change(sort, text, note=at, before=before, after=after, words=word_count(text))


def _with_moves(found: list[Change]) -> Iterator[Change]:
    """The changes, with what was lost in one place and leaked into another as moved."""
    lost, leaked = (
        Counter(_key(c) for c in found if c.sort is sort) for sort in (Sort.LOST, Sort.LEAKED)
    )
    moved = Counter({key: n for key, n in (lost & leaked).items() if len(key) >= MOVED})
    arrived = Counter(moved)
    for change in found:
        key = _key(change)
        if change.sort is Sort.LOST and moved[key] > 0:
            moved[key] -= 1
        elif change.sort is Sort.LEAKED and arrived[key] > 0:
            arrived[key] -= 1
            yield replace(change, sort=Sort.MOVED, note=f"now {change.note}")
        else:
            yield change


def _key(change: Change) -> tuple[str, ...]:
    return tuple(words(change.text))
