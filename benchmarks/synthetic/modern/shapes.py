"""From a page to its source: HTML by a template, or text."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path

from jinja2 import Environment

from benchmarks.synthetic.modern.page import Block, Group, ModernPage
from benchmarks.synthetic.templates import environment

FOLDER = Path(__file__).with_name("shapes")
BULLETS = ("", "- ", "• ", "* ")


def source(page: ModernPage, rng: random.Random) -> str:
    """The page's source in its shape."""
    return _html(page, rng) if page.is_html else _text(page, rng)


@cache
def _environment() -> Environment:
    return environment(FOLDER)


def _html(page: ModernPage, rng: random.Random) -> str:
    template = _environment().get_template(f"{page.shape}.html")
    return template.render(
        page=page,
        e=escape,
        hashed=_hashes(rng),
        pick=rng.choice,
        number=rng.randint,
        runs=_runs,
    )


def _hashes(rng: random.Random) -> Callable[[str], str]:
    """Names of classes as bundlers make them, one for each name given."""
    known: dict[str, str] = {}
    letters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789"

    def name(of: str) -> str:
        return known.setdefault(of, "_" + "".join(rng.choices(letters, k=6)))

    return name


def _runs(group: Group) -> list[tuple[str, list[Block]]]:
    """The blocks of a group by role, so that items and rows stand in one list or table."""
    runs: list[tuple[str, list[Block]]] = []
    for block in group.blocks:
        if runs and runs[-1][0] == block.role:
            runs[-1][1].append(block)
        else:
            runs.append((block.role, [block]))
    return runs


def _text(page: ModernPage, rng: random.Random) -> str:
    glue, bullet = rng.choice((" ", "\n", "", "\t", ": ")), rng.choice(BULLETS)
    between = "\n" if page.shape == "text-lines" else "\n\n"
    within = "\n" if page.shape != "text-blank" else rng.choice(("\n\n", "\n"))
    tail_glue = rng.choice((" ", "", "  "))

    def line(block: Block) -> str:
        text = glue.join(block.parts) + (tail_glue + block.tail if block.tail else "")
        return bullet + text if block.role == "item" else text

    parts = [within.join(map(line, group.blocks)) for group in page.groups()]
    title = [page.title] if rng.random() < 0.8 else []
    lines = [*title, *parts]
    if page.shape == "text-menus":
        lines = ["\n".join(page.menu), page.site, *lines, "\n".join(page.footer)]
    return between.join(lines) + "\n"
