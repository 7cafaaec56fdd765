"""Blocks → text, Markdown and sanitised HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from cleaner.block import Block, Mark

_SAFE_HREF = re.compile(r"(?:https?:|mailto:|tel:|[^:]*$|[/?#.])", re.I)
_MARKDOWN = re.compile(r"([\\`*_\[\]<&~])")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<&~])")
_LINE_START = re.compile(
    r"^(\d{1,9})?(?:([.)])(?=\s|$)|(#{1,6}|[+-])(?=\s|$)|(>|[-=]{2,}\s*$|~~~))"
)


def text(blocks: Sequence[Block]) -> str:
    """Plain text: a blank line between paragraphs, a newline between lines and list items."""
    return _joined(blocks, _text_line)


def markdown(blocks: Sequence[Block]) -> str:
    """CommonMark, with GitHub's tables."""
    return _joined(blocks, _markdown_line, hard_break="  \n")


def html(blocks: Sequence[Block]) -> str:
    """Well-formed HTML with no attribute but a safe href: a fragment, one block a line."""
    parts = []
    for wrapper, group in groupby(blocks, key=_wrapper):
        members = list(group)
        inner = "\n".join(_html_blocks(members))
        if wrapper[0] == "list":
            inner = _list(members)
        elif wrapper[0]:
            inner = f"<{wrapper[0]}>\n{inner}\n</{wrapper[0]}>"
        parts.append(inner)
    return "\n".join(parts)


def titled(form: str, title: str, body: str) -> str:
    """An article in a form ("text", "markdown", "html") under its title, ending in a newline."""
    headings = {"text": title, "markdown": f"# {title}", "html": f"<h1>{escape(title)}</h1>"}
    return (f"{headings[form]}\n\n" if title else "") + body + "\n"


def _joined(
    blocks: Sequence[Block], line: Callable[[Block, int, bool], str], hard_break: str = "\n"
) -> str:
    parts: list[str] = []
    previous: Block | None = None
    for block, number in zip(blocks, _numbers(blocks), strict=True):
        if previous is not None:
            parts.append(_separator(previous, block, hard_break))
        first = previous is None or previous.layout.group != block.layout.group
        parts.append(line(block, number, first))
        previous = block
    return "".join(parts)


def _separator(previous: Block, block: Block, hard_break: str) -> str:
    if block.tag in ("li", "tr"):
        same = previous.tag == block.tag and previous.layout.group == block.layout.group
        return "\n" if same and block.layout.tight else "\n\n"
    tight = block.layout.tight and block.index == previous.index + 1 and block.tag == "p"
    return hard_break if tight and previous.tag in ("p", "li") else "\n\n"


def _numbers(blocks: Iterable[Block]) -> Iterator[int]:
    counts: dict[tuple[int, int], int] = {}
    for block in blocks:
        if block.tag != "li":
            yield 0
            continue
        at = (block.layout.group, block.layout.level)
        counts = {k: n for k, n in counts.items() if k[0] == at[0] and k[1] <= at[1]}
        counts[at] = block.layout.number or counts.get(at, 0) + 1
        yield counts[at]


def _text_line(block: Block, number: int, first: bool) -> str:
    if block.tag == "li":
        return f"{number}. {block.text}" if block.layout.ordered else f"- {block.text}"
    return block.text


def _markdown_line(block: Block, number: int, first: bool) -> str:
    tag = block.tag
    if tag == "pre":
        fence = "````" if "```" in block.text else "```"
        return f"{fence}\n{block.text}\n{fence}"
    if tag == "tr":
        return _markdown_row(block, first)
    line = _plain_start(_marked(block, 0, len(block.text), _markdown_mark, _markdown_text))
    if tag == "li":
        sign = f"{number}." if block.layout.ordered else "-"
        return "    " * block.layout.level + f"{sign} {line}"
    if block.is_heading:
        return "#" * max(2, int(tag[1])) + " " + re.sub(r"(?<!\\)(#+)$", r"\\\1", line)
    return "> " + line if block.layout.quote else line


def _markdown_row(block: Block, first: bool) -> str:
    cells = [
        _marked(block, m.start, m.end, _markdown_mark, _markdown_text).replace("|", "\\|")
        for m in _cells(block)
    ]
    row = "| " + " | ".join(cells) + " |"
    return row + "\n|" + " --- |" * len(cells) if first else row


def _cells(block: Block) -> list[Mark]:
    cells = [m for m in block.marks if m.tag in ("td", "th")]
    return cells or [Mark(0, len(block.text), "td")]


def _markdown_text(raw: str) -> str:
    return _MARKDOWN.sub(r"\\\1", raw)


def _markdown_mark(mark: Mark, inner: str) -> str:
    sign = {"em": "*", "strong": "**", "del": "~~"}.get(mark.tag)
    core = inner.strip()
    if mark.tag == "code" and core:
        return inner.replace(core, _code(_ESCAPED.sub(r"\1", core)))
    if mark.tag == "a" and core and _is_safe(mark.href):
        url = mark.href.strip().replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        return inner.replace(core, f"[{core}]({url})")
    return inner.replace(core, f"{sign}{core}{sign}") if sign and core else inner


def _plain_start(line: str) -> str:
    """A line whose first sign would make it a list, heading, quotation or rule, escaped."""
    match = _LINE_START.match(line)
    if match is None or bool(match[1]) != bool(match[2]):
        return line
    at = match.end(1) if match[1] else 0
    return line[:at] + "\\" + line[at:]


def _code(raw: str) -> str:
    """A code span, fenced with one backtick more than stands in a row in it."""
    longest = max((len(run) for run in re.findall(r"`+", raw)), default=0)
    fence = "`" * (longest + 1)
    space = " " * (raw.startswith("`") or raw.endswith("`"))
    return f"{fence}{space}{raw}{space}{fence}"


def _wrapper(block: Block) -> tuple[str, int]:
    if block.tag == "li":
        return "list", block.layout.group
    if block.tag == "tr":
        return "table", block.layout.group
    return ("blockquote", block.layout.group) if block.layout.quote else ("", 0)


def _list(items: Sequence[Block]) -> str:
    """The items of a list, nested by their levels."""
    out: list[str] = []
    open_lists: list[str] = []
    for item in items:
        tag, depth = ("ol" if item.layout.ordered else "ul"), item.layout.level + 1
        while len(open_lists) > depth or (len(open_lists) == depth and open_lists[-1] != tag):
            out.append(f"</li></{open_lists.pop()}>")
        if len(open_lists) == depth:
            out.append("</li>")
        while len(open_lists) < depth:
            open_lists.append(tag)
            out.append(f"<{tag}>" if len(open_lists) == depth else f"<{tag}><li>")
        out.append(f"<li>{_inline(item, 0, len(item.text))}")
    out += [f"</li></{tag}>" for tag in reversed(open_lists)]
    return "".join(out)


def _html_blocks(blocks: Sequence[Block]) -> Iterator[str]:
    previous: Block | None = None
    open_lines: list[str] = []
    for block in blocks:
        joins = previous is not None and block.layout.tight and block.tag == previous.tag == "p"
        if not (joins and previous and block.index == previous.index + 1) and open_lines:
            yield f"<p>{'<br/>'.join(open_lines)}</p>"
            open_lines = []
        if block.tag == "p":
            open_lines.append(_inline(block, 0, len(block.text)))
        else:
            yield _html_block(block)
        previous = block
    if open_lines:
        yield f"<p>{'<br/>'.join(open_lines)}</p>"


def _html_block(block: Block) -> str:
    if block.tag == "tr":
        cells = (f"<{m.tag}>{_inline(block, m.start, m.end)}</{m.tag}>" for m in _cells(block))
        return f"<tr>{''.join(cells)}</tr>"
    return f"<{block.tag}>{_inline(block, 0, len(block.text))}</{block.tag}>"


def _inline(block: Block, start: int, end: int) -> str:
    return _marked(block, start, end, _html_mark, lambda raw: escape(raw, quote=False))


def _html_mark(mark: Mark, inner: str) -> str:
    if mark.tag == "a":
        href = escape(mark.href.strip(), quote=True)
        return f'<a href="{href}">{inner}</a>' if _is_safe(mark.href) else inner
    return f"<{mark.tag}>{inner}</{mark.tag}>"


def _is_safe(href: str) -> bool:
    bare = re.sub(r"[\s\x00-\x1f]", "", href)
    return bool(bare) and bool(_SAFE_HREF.match(bare))


def _marked(  # noqa: PLR0913  # a stretch, and how to write what is in it
    block: Block,
    start: int,
    end: int,
    wrap: Callable[[Mark, str], str],
    raw: Callable[[str], str],
) -> str:
    """The text from start to end with its inline marks, innermost first."""
    marks = [
        m for m in block.marks if m.tag not in ("td", "th") and start <= m.start < m.end <= end
    ]
    marks = sorted(dict.fromkeys(marks), key=lambda m: (m.start, -m.end))

    def build(a: int, b: int, inside: list[Mark]) -> str:
        out, at, rest = [], a, list(inside)
        while rest:
            mark, rest = rest[0], rest[1:]
            if mark.start < at:
                continue
            nested = [m for m in rest if m.end <= mark.end]
            rest = [m for m in rest if m.end > mark.end]
            out += [
                raw(block.text[at : mark.start]),
                wrap(mark, build(mark.start, mark.end, nested)),
            ]
            at = mark.end
        return "".join([*out, raw(block.text[at:b])])

    return build(start, end, marks)
