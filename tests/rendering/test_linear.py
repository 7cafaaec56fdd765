"""What it costs to render blocks grows as they do: CPU time at two sizes."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Sequence

import pytest

from cleaner import Block, Layout, Mark
from cleaner.rendering.formats.html import render as html
from cleaner.rendering.formats.markdown import render as markdown
from cleaner.rendering.formats.text import render as text
from cleaner.rendering.formats.xmltei import render as xmltei
from cleaner.rendering.links import absolute

SIZE = 1000
TIMES = 8
MAX_EXPONENT = 1.3
"""Exponent; what is quadratic has 2, and small sizes are noisy."""
NAMES = ("em", "strong", "a", "code", "del", "sub")


def one(words: str, marks: Sequence[Mark] = (), tag: str = "p") -> list[Block]:
    return [Block(0, words, Layout(tag, group=1), tuple(marks))]


def items(n: int, level: Callable[[int], int]) -> list[Block]:
    return [Block(i, "item", Layout("li", True, 1, level(i), True)) for i in range(n)]


def cells(n: int) -> list[Block]:
    pairs = ((Mark(4 * i, 4 * i + 1, "td"), Mark(4 * i, 4 * i + 1, "a", "/x")) for i in range(n))
    return one(" | ".join("c" * n), [mark for pair in pairs for mark in pair], "tr")


def rows(n: int) -> list[Block]:
    marks = (Mark(0, 1, "td"), Mark(4, 5, "td"))
    return [Block(i, "a | b", Layout("tr", True, 1), marks) for i in range(n)]


def placed(n: int, at: Callable[[int], tuple[int, int]]) -> list[Block]:
    """An item and a paragraph in it by turns; at: the level, and where the quotation begins."""
    both = [at(i // 2) for i in range(n)]
    items = (Layout("li", True, 1, level, quote=True, outer=outer) for level, outer in both)
    inside = (Layout("p", group=1, quote=True, outer=o, item=level + 1) for level, o in both)
    layouts = zip(items, inside, strict=True)
    return [Block(i, "item", pair[i % 2]) for i, pair in enumerate(layouts)]


def each(tag: str, step: int, n: int) -> list[Mark]:
    return [Mark(step * i, step * i + 1, tag, f"/?a={i}&copy={i}") for i in range(n)]


MADE: dict[str, Callable[[int], list[Block]]] = {
    "bold words": lambda n: one("x " * n, each("strong", 2, n)),
    "bold letters": lambda n: one("x" * n, each("strong", 1, n)),
    "links": lambda n: one("x " * n, each("a", 2, n)),
    "links after !": lambda n: one("x!" * n, each("a", 2, n)),
    "code": lambda n: one("`x" * n, each("code", 2, n)),
    "nested marks": lambda n: one("x " * n, [Mark(i, 2 * n - i, NAMES[i % 6]) for i in range(n)]),
    "overlapping marks": lambda n: one("x" * 2 * n, [Mark(i, i + n, "em") for i in range(n)]),
    "the same mark": lambda n: one("x" * n, [Mark(0, n, "em", str(i)) for i in range(n)]),
    "items": lambda n: items(n, lambda i: 0),
    "items ever deeper": lambda n: items(n, lambda i: i),
    "items up and down": lambda n: items(n, lambda i: i % 400),
    "paragraphs of items": lambda n: placed(n, lambda i: (0, 0)),
    "paragraphs ever deeper": lambda n: placed(n, lambda i: (i, 0)),
    "quotations up and down": lambda n: placed(n, lambda i: (i % 400, i % 300)),
    "lines": lambda n: [Block(i, "a line", Layout("p", True)) for i in range(n)],
    "quotations": lambda n: [Block(i, "a", Layout("p", group=i, quote=True)) for i in range(n)],
    "cells": cells,
    "rows": rows,
    "signs": lambda n: one("*_[<&~`!#" * n),
    "signs of headings": lambda n: one("#" * n + "x" + "#" * n, tag="h2"),
    "backticks": lambda n: one("`\n" * n, tag="pre"),
    "brackets in code": lambda n: one("[" * n, [Mark(0, n, "a", "/x"), Mark(0, n, "code")]),
    "spaces": lambda n: one("x" + " " * n + "x", [Mark(0, n, "em")]),
    "dashes": lambda n: one("- " * n + "x"),
}


def _cost(run: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


@pytest.mark.limits
@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize(
    "form", [text, markdown, html, xmltei, lambda b: absolute(b, "https://a.b/c/")]
)
def test_the_cost_is_linear(form: Callable[[list[Block]], object], name: str) -> None:
    small, large = MADE[name](SIZE), MADE[name](SIZE * TIMES)
    before = max(1e-3, min(_cost(lambda: form(small)) for _ in range(2)))
    after = min(_cost(lambda: form(large)) for _ in range(2))
    assert math.log(max(after, before) / before, TIMES) < MAX_EXPONENT


def test_marks_nest_to_any_depth() -> None:
    blocks = one("x", [Mark(0, 1, "em", str(i)) for i in range(20_000)])
    assert html(blocks).count("<em>") == 20_000
    assert markdown(blocks) == "*x*"
