"""The original publisher of a syndicated piece, from the attribution that was stripped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleaner.document.finding import Finding
from cleaner.text.regex import regex

_MARKERS = regex(
    r"(?:appeared|published|posted)(?: first)? (?:by|on|in|at|via)\s+|syndicated from\s+|"
    r"permission (?:from|of)\s+|(?:erschien|veröffentlicht) (?:zuerst )?(?:auf|bei|in)\s+|"
    r"(?:publié|paru) (?:dans|sur|par|initialement (?:dans|sur|par))\s+|"
    r"(?:publicado|pubblicato|publicada) (?:originalmente |originariamente |por primera vez )?"
    r"(?:en|em|su|por|no|na|da)\s+|"
    r"(?:source|quelle|fuente|fonte|bron|источник|kaynak|sumber|nguồn|来源|來源|出典|출처|المصدر)\s*[:：]\s*",
    re.I,
)
_END = regex(r"[.,;。，|]\s|[.。]$|\s+(?:and|on|under|with|und|et|y)\s|$|\s+[-–—]\s")
LONGEST = 80


def publisher_of(findings: Iterable[Finding]) -> str | None:
    """The name after "first appeared on", "Source:" and their like; None where none is given."""
    return next((name for name, _ in named_publishers(findings)), None)


def named_publishers(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """The publishers that attributions name, each with its attribution."""
    for f in findings:
        if f.kind == "attribution" and (match := _MARKERS.search(f.text)):
            rest = f.text[match.end() :]
            name = rest[: _END.search(rest).start()].strip(" .\"'“”«»「」『』")  # type: ignore[union-attr]  # `$` always matches
            if 1 < len(name) <= LONGEST:
                yield name, f
