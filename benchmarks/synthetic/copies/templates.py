"""Texts of one template each, which differ only in what matters (`templates.toml`)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

FILE = Path(__file__).with_name("templates.toml")


@cache
def templates() -> dict[str, Any]:
    """All of templates.toml."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def filled(template: str, rng: Random) -> str:
    """The text with its slots filled, and one line a paragraph."""
    between = "" if re.search("[\u3000-\u9fff]", template) else " "
    paragraphs = (between.join(p.splitlines()) for p in template.split("\n\n"))
    return "\n\n".join(re.sub(r"<([^<>]+)>", lambda m: _slot(m[1], rng), p) for p in paragraphs)


def _slot(name: str, rng: Random) -> str:
    slots = {
        "n": lambda: str(rng.randint(2, 900)),
        "p": lambda: f"{rng.uniform(0.1, 400):.{rng.randint(1, 2)}f}",
        "y": lambda: str(rng.randint(2016, 2026)),
        "f": lambda: rng.choice(templates()["firms"]),
        "w": lambda: rng.choice(templates()["people"]),
        "m": lambda: rng.choice(templates()["months"]),
    }
    return slots[name]() if name in slots else rng.choice(name.split("|"))
