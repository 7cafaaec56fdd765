"""The pages of ../shared (or $CLEANER_SHARED), and the word measures used on them."""

from __future__ import annotations

import json
import lzma
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleaner.reading.lines import Source
from cleaner.reading.page import parse
from cleaner.text.words import words

SHARED = Path(os.environ.get("CLEANER_SHARED", Path(__file__).resolve().parents[3] / "shared"))
_WORD = re.compile(r"\w+")
_NAMES = re.compile(r"""\s(?:class|id|role|data-[\w-]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""", re.I)
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")


def path(name: str) -> Path:
    """The file of a dataset, such as "wcxb-dev-articles"."""
    return SHARED / f"pages/{name}.jsonl.xz"


def read(name: str) -> Iterator[dict[str, Any]]:
    """The pages of a dataset."""
    return read_lines(path(name))


def read_lines(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a compressed JSON Lines file."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def without_classes(html: str) -> str:
    """A page with no class, id, role and data-* attribute."""
    return _TAG.sub(lambda tag: _NAMES.sub("", tag[0]), html)


def visible(html: str) -> str:
    """A page as a naive scraper leaves it: its visible lines, each on one."""
    return "\n".join(line.text for line in Source(parse(html)).lines)


def bag(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def bag_scores(wanted: Counter[str], got: Counter[str]) -> tuple[float, float, float]:
    """F1, precision and recall of multisets of words."""
    common = (wanted & got).total()
    precision = common / max(1, got.total())
    recall = common / max(1, wanted.total())
    f1 = 2 * precision * recall / (precision + recall) if common else 0.0
    return f1, precision, recall


def word_scores(truth: str, output: str) -> tuple[float, float, float, bool]:
    """Word F1, precision, recall, and whether the multisets are the same."""
    wanted, got = bag(truth), bag(output)
    return *bag_scores(wanted, got), wanted == got


def token_scores(page: dict[str, Any], output: str) -> tuple[float, float, float, bool]:
    """The same over tokens in order; the summary (`deck`) and the title may stand or not."""
    got = words(output)
    deck, title = page.get("deck") or "", page.get("title") or ""
    heads = ([], words(deck), words(title), words(title) + words(deck))
    return max(_token_scores(head + words(page["truth"]), got) for head in heads)


def _token_scores(wanted: list[str], got: list[str]) -> tuple[float, float, float, bool]:
    return *bag_scores(Counter(wanted), Counter(got)), wanted == got


def snippet_counts(page: dict[str, Any], output: str) -> tuple[float, float, float]:
    """Snippets that must occur and do, that must occur, and that must not and do."""
    folded = " ".join(output.split())
    found = sum(" ".join(s.split()) in folded for s in page["present"])
    leaked = sum(" ".join(s.split()) in folded for s in page["absent"])
    return float(found), float(len(page["present"])), float(leaked)
