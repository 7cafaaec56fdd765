"""Changes of the report: what is stripped, as what kind, for which reason, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from cleaner.regressions.changes import Change, Sort
from cleaner.result import Cleaned
from cleaner.text.words import words

Entry = dict[str, Any]
"""One entry of `stripped` in a report.json."""


def report_of(cleaned: Cleaned) -> dict[str, Any]:
    """What report.json holds: the outcome, and what was stripped and why."""
    stripped = [
        {
            "kind": f.kind,
            "because": f.because,
            "text": f.text,
            "block": f.block.index,
            "span": list(f.span),
        }
        for f in cleaned.stripped
    ]
    return {"outcome": str(cleaned.outcome), "stripped": stripped}


def reason(entry: Entry) -> str:
    """As `byline: a line that names who wrote it`."""
    return f"{entry['kind']}: {entry['because']}"


def removal_changes(want: Sequence[Entry], got: Sequence[Entry]) -> Iterator[Change]:
    """What is stripped now and was not, was and is not, or is for another reason or elsewhere."""
    before, now = list(want), list(got)
    _paired(before, now, _whole)
    placed = _paired(before, now, _said)
    for old, new in _paired(before, now, _text):
        yield Change(Sort.REASON, new["text"], note=f"{reason(old)} → {reason(new)}")
    for entry in now:
        yield Change(Sort.NEW, entry["text"], note=reason(entry))
    for entry in before:
        yield Change(Sort.GONE, entry["text"], note=reason(entry))
    if placed:
        yield _elsewhere(placed)


def _elsewhere(pairs: Sequence[tuple[Entry, Entry]]) -> Change:
    """All that is only stripped from elsewhere, as one: a line more on a page moves all below."""
    old, new = pairs[0]
    more = f", and {len(pairs) - 1} more" if len(pairs) > 1 else ""
    if (old["block"], old["span"]) == (new["block"], new["span"]):
        return Change(Sort.PLACE, new["text"], note=f"it was written otherwise{more}")
    return Change(Sort.PLACE, new["text"], note=f"{_place(old)} → {_place(new)}{more}")


def _place(entry: Entry) -> str:
    return f"block {entry['block']}, signs {'–'.join(map(str, entry['span']))}"


def _paired(
    before: list[Entry], now: list[Entry], key: Callable[[Entry], Hashable]
) -> list[tuple[Entry, Entry]]:
    """Entries of the two that are the same by a key, in order; taken out of both."""
    waiting: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in reversed(before):
        waiting[key(entry)].append(entry)
    pairs = [(found.pop(), entry) for entry in now if (found := waiting[key(entry)])]
    taken = {id(entry) for pair in pairs for entry in pair}
    before[:] = [entry for entry in before if id(entry) not in taken]
    now[:] = [entry for entry in now if id(entry) not in taken]
    return pairs


def _text(entry: Entry) -> Hashable:
    return tuple(words(entry["text"])) or entry["text"]


def _said(entry: Entry) -> Hashable:
    return entry["kind"], entry["because"], _text(entry)


def _whole(entry: Entry) -> Hashable:
    return entry["kind"], entry["because"], entry["text"], entry["block"], tuple(entry["span"])
