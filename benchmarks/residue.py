"""Labelled residue of real pages and of scraped texts: what goes, what is kept.

The pages, texts and labels are those of ../shared/residue, scored by its score.py.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from benchmarks.common import folds
from benchmarks.common.datasets import SHARED, read_lines, without_classes
from benchmarks.common.tables import table
from cleaner import clean

FIGURES = {
    "drop": "share of the residue of pages that goes",
    "keep": "share of the article of pages that is kept",
    "text_drop": "share of the residue of texts that goes",
    "text_keep": "share of the article of texts that is kept",
}
FOLDER = SHARED / "residue"
Outputs = dict[str, str]
RATES = re.compile(r"micro: drop recall ([\d.]+)  keep rate ([\d.]+)")


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--no-classes", action="store_true", help="pages without class names")
    parser.add_argument("--text", action="store_true", help="the scraped texts only")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="the N worst pages")
    folds.add_option(parser)


def run(args: Namespace) -> dict[str, float]:
    figures: dict[str, float] = {}
    if not args.text:
        outputs = dict(page_outputs(args.no_classes, args.folds))
        drop, keep = rates("cases.jsonl", outputs, args.misses)
        figures |= {"drop": drop, "keep": keep}
    drop, keep = rates("text_cases.jsonl", dict(text_outputs(args.folds)), args.misses)
    figures |= {"text_drop": drop, "text_keep": keep}
    print(table(["figure", "share"], figures.items()))
    return figures


def page_outputs(no_classes: bool, folder: Path | None) -> Iterator[tuple[str, str]]:
    for page in read_lines(FOLDER / "pages.jsonl.xz"):
        html = without_classes(page["html"]) if no_classes else page["html"]
        with folds.unseen(folder, page):
            yield page["id"], _title_and_text(html, page["url"])


def text_outputs(folder: Path | None) -> Iterator[tuple[str, str]]:
    for line in (FOLDER / "text_cases.jsonl").read_text(encoding="utf-8").split("\n"):
        if line.strip():
            page = json.loads(line)
            with folds.unseen(folder, page):
                yield page["id"], _title_and_text(page["text"], None)


def _title_and_text(source: str, url: str | None) -> str:
    cleaned = clean(source, url=url)
    return f"{cleaned.title}\n\n{cleaned.text}"


def rates(case_file: str, outputs: Outputs, misses: int) -> tuple[float, float]:
    """Print what score.py says; the pooled shares of residue gone and of article kept."""
    printed = _scored(case_file, outputs, misses)
    print(printed)
    found = RATES.search(printed)
    if not found:
        raise ValueError("score.py printed no pooled rates")
    return float(found[1]), float(found[2])


def _scored(case_file: str, outputs: Outputs, misses: int) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(outputs, file)
        file.flush()
        command = [sys.executable, str(FOLDER / "score.py"), str(FOLDER / case_file), file.name]
        done = subprocess.run(
            [*command, "--misses", str(misses)], check=True, capture_output=True, text=True
        )
    return done.stdout
