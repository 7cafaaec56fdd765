"""A source read again by another parser of HTML, as browsers have it."""

from __future__ import annotations

from resiliparse.parse.html import HTMLTree

from cleaner import Cleaned, Span
from cleaner.text.words import INVISIBLE

UNSEEN = "script, style, template, svg, rt, textarea"


def folded(text: str) -> str:
    """Without white space and what cannot be seen, nor what stands for characters there are not."""
    return "".join(INVISIBLE.sub("", text).replace("\ufffd", "").split())


def reread(markup: str) -> str:
    """The letters that markup shows."""
    body = HTMLTree.parse(f"<body>{markup}").body
    for unseen in body.query_selector_all(UNSEEN):
        unseen.decompose()
    return folded(body.text)


def at(source: str, span: Span) -> str:
    """What stands at a span."""
    assert span.start is not None
    return source[span.start : span.end]


def check(source: str, cleaned: Cleaned, *, least: float = 1.0) -> None:
    """Each span says its block, and so large a share of the blocks has one."""
    blocks = cleaned.spans.blocks
    assert [(b.block, b.text) for b in blocks] == [(b.index, b.text) for b in cleaned.blocks]
    placed = [b for b in blocks if b.start is not None]
    is_text = cleaned.page is not None and cleaned.page.kind == "text"
    for span in placed:
        said = at(source, span)
        assert (folded(said) if is_text else reread(said)) == folded(span.text)
        assert said == said.strip()
    assert all(b.note for b in blocks if b.start is None)
    assert len(placed) >= least * len(blocks)
