"""Pointers to another article at a paragraph's end: “Read more: …” after the last full stop."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely
from cleaner.signals.pointer_labels import labelled_title
from cleaner.text import words as t
from cleaner.text.lexicon import scan
from cleaner.text.phrase import Hit
from cleaner.text.regex import regex

MAX_WORDS = 40
LONGEST_TAIL, STOPS = 220, 3
SIGNS = ("▶", "►", "▷", "☞", "👉", "→", "»", "≫", ">>", "➡", "⇒")
SEPARATORS = tuple("|»→>＞▸›")
POINTER_WORDS = 4
_TAIL = regex(r"[.!?…。！？]['\"”’»)\]]*\s*(?=[(\[>»→▶*-]*\s*\S)")


def at_the_end(block: Block) -> Iterator[Finding]:
    """A pointer after the last full stop but one, or right before a link at the end."""
    if found := list(_before_link(block)) if block.marks else []:
        yield from found
        return
    closed = t.ends_sentence(block.text)
    if ":" not in block.plain[-LONGEST_TAIL:] and closed:
        return
    for match in list(_TAIL.finditer(block.text, max(0, len(block.text) - LONGEST_TAIL)))[-STOPS:]:
        start = match.end()
        tail = block.plain[start:]
        if ":" not in tail and closed:
            continue
        if not closed and (sign := _sign_before_title(block.text[start:])):
            yield likely(block, f"a title behind “{sign}”", (start, len(block.text)))
            return
        for hit in scan(tail).get(("inline-related", "opening"), ()):
            if hit.start < 4 and _points_on(block, start, hit):
                said = seen(block.text[start:], hit)
                yield likely(block, f"“{said}” at a paragraph's end", (start, len(block.text)))
                return


def _sign_before_title(tail: str) -> str:
    """The sign, or the label in capitals or brackets, before a title."""
    if tail.startswith(SIGNS) and len(t.words(tail)) <= MAX_WORDS:
        return tail[0]
    return tail[: labelled_title(tail)].strip()


def seen(text: str, hit: Hit) -> str:
    """A pointer as it stands in a text."""
    return text[hit.start : hit.end].strip(" :")


def _points_on(block: Block, start: int, hit: Hit) -> bool:
    """Whether a pointer after a full stop has a colon; else a link, a sign or capitals, no stop."""
    tail = block.text[start:]
    if ":" in block.plain[start : start + hit.end + 2]:
        return True
    said, rest = tail[hit.start : hit.end], tail[hit.end :].lstrip()
    marked = said.isupper() and len(said.split()) > 1 and not rest[:1].islower()
    told = _is_linked(block, start + hit.end) or marked or rest.startswith(SEPARATORS)
    return told and not t.ends_sentence(tail)


def _before_link(block: Block) -> Iterator[Finding]:
    """A pointer right before the link that ends a block."""
    start = next((m.start for m in block.marks if m.tag == "a" and m.end == len(block.text)), 0)
    before = block.plain[:start].rstrip()
    words = before.split()[-POINTER_WORDS:] if start > 1 else []
    for count in range(len(words), 0, -1):
        pointer = " ".join(words[-count:]).lstrip("[(")
        for hit in scan(pointer).get(("inline-related", "opening"), ()):
            if hit.start == 0 and hit.end >= len(pointer.rstrip(" :|-–—")) and pointer[-1:] in ":|":
                at = before.rfind(pointer)
                yield likely(
                    block, f"“{pointer.strip(' :|')}” before a link", (at, len(block.text))
                )
                return


def _is_linked(block: Block, position: int) -> bool:
    return any(
        m.tag == "a" and m.end > position + 3 and m.start <= position + 3 for m in block.marks
    )
