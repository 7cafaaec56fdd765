"""Clean the labelled pages and texts of ../shared/residue and score them with its score.py.

    python benchmarks/residue.py [--no-classes] [--misses N] [--text] [--folds DIR]

--no-classes takes class, id, role and data-* attributes off the pages first; --folds judges each
page by a model that never saw its site (`train_leftover.py --folds DIR`).
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from folds import unseen
from pages import SHARED, without_classes

from cleaner import clean


def cases(name: str) -> Path:
    return SHARED / "residue" / name


def html_outputs(no_classes: bool, folder: Path | None) -> dict[str, str]:
    outputs = {}
    with lzma.open(cases("pages.jsonl.xz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            html = without_classes(page["html"]) if no_classes else page["html"]
            with unseen(folder, page):
                outputs[page["id"]] = _whole(html, page["url"])
    return outputs


def text_outputs(folder: Path | None) -> dict[str, str]:
    outputs = {}
    for line in cases("text_cases.jsonl").read_text(encoding="utf-8").split("\n"):
        if line.strip():
            page = json.loads(line)
            with unseen(folder, page):
                outputs[page["id"]] = _whole(page["text"], None)
    return outputs


def _whole(source: str, url: str | None) -> str:
    cleaned = clean(source, url=url)
    return f"{cleaned.title}\n\n{cleaned.text}"


def score(case_file: str, outputs: dict[str, str], misses: int) -> str:
    """What score.py prints."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(outputs, file)
        file.flush()
        command = [
            sys.executable,
            str(SHARED / "residue/score.py"),
            str(cases(case_file)),
            file.name,
        ]
        return subprocess.run(
            [*command, "--misses", str(misses)], check=True, capture_output=True, text=True
        ).stdout


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--no-classes", action="store_true")
    parser.add_argument("--text", action="store_true", help="the text cases only")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--folds", type=Path)
    for name in ("drop", "keep", "text-drop", "text-keep"):
        parser.add_argument(f"--floor-{name}", type=float, default=0.0)
    args = parser.parse_args()
    if not args.text:
        printed = score("cases.jsonl", html_outputs(args.no_classes, args.folds), args.misses)
        print(printed)
        hold(printed, args.floor_drop, args.floor_keep)
    printed = score("text_cases.jsonl", text_outputs(args.folds), args.misses)
    print(printed)
    hold(printed, args.floor_text_drop, args.floor_text_keep)


def hold(printed: str, drop: float, keep: float) -> None:
    """Exit with 1 where a pooled rate is below its floor."""
    rates = re.search(r"micro: drop recall ([\d.]+)  keep rate ([\d.]+)", printed)
    if not rates or float(rates[1]) < drop or float(rates[2]) < keep:
        sys.exit(f"below the floors of {drop} drop and {keep} keep")


if __name__ == "__main__":
    main()
