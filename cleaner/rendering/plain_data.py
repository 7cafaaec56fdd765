"""A result as plain data, and the extraction built again from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from cleaner.document.block import Block, Layout, Mark
from cleaner.document.finding import Action, Finding
from cleaner.rendering.render import rendered


def plain_block(b: Block) -> dict[str, Any]:
    """A kept block as data that JSON has."""
    return {
        "index": b.index,
        "text": b.text,
        "layout": asdict(b.layout),
        "marks": [asdict(m) for m in b.marks],
        "recovered": b.recovered,
    }


def plain_finding(f: Finding) -> dict[str, Any]:
    """A finding as data that JSON has, with the layout that its block needs to come back."""
    return {
        "kind": f.kind,
        "sureness": str(f.sureness),
        "because": f.because,
        "action": str(f.action),
        "block": f.block.index,
        "span": [f.start, f.end],
        "text": f.text,
        "xpath": f.place.xpath,
        "classes": f.place.classes,
        "layout": asdict(f.block.layout),
    }


def blocks_from(report: Mapping[str, Any]) -> tuple[Block, ...]:
    """The extraction's blocks, built again from a report alone: kept text and stripped text.

    Raises TypeError where it is no mapping, ValueError where it is no such report.
    """
    if not isinstance(report, Mapping):
        named = type(report).__name__
        raise TypeError(f"a report is what to_dict() or json.loads() gave, not {named}")
    try:
        return _blocks(report)
    except (LookupError, TypeError, AttributeError) as error:
        told = f"{type(error).__name__}: {error}"
        raise ValueError(f"this is no report of a cleaned page ({told})") from error


def _blocks(report: Mapping[str, Any]) -> tuple[Block, ...]:
    kept = {b["index"]: b for b in report["blocks"]}
    gone: dict[int, list[Any]] = {}
    for f in report["findings"]:
        if f["action"] == Action.STRIPPED:
            gone.setdefault(f["block"], []).append(f)
    return tuple(
        _whole(index, kept.get(index), gone.get(index, [])) for index in sorted(kept | gone)
    )


def _whole(index: int, kept: Mapping[str, Any] | None, gone: Iterable[Mapping[str, Any]]) -> Block:
    text, at, size = kept["text"] if kept else "", 0, 0
    pieces: list[str] = []
    gone = sorted(gone, key=lambda f: f["span"])
    for f in gone:
        before = text[at : at + max(0, f["span"][0] - size)]
        at, size = at + len(before), f["span"][1]
        pieces += before, f["text"]
    pieces.append(text[at:])
    marks = tuple(Mark(**m) for m in kept["marks"]) if kept and not gone else ()
    layout = kept["layout"] if kept else gone[0]["layout"]
    return Block(index, "".join(pieces), Layout(**layout), marks)


def restore(report: Mapping[str, Any]) -> str:
    """The extraction's text from a report (`to_dict`, or its JSON read back).

    Raises TypeError and ValueError as `blocks_from`.
    """
    return rendered("text", blocks_from(report))
