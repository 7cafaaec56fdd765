"""Word F1, precision, recall and exact matches on pages with the true text.

python benchmarks/quality.py [--set wcxb-dev-articles] [--every N] [--no-classes] [--systems …]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import pages

from cleaner import clean


def by_cleaner(page: dict[str, Any]) -> str:
    return clean(page["html"], url=page.get("url")).text


def by_trafilatura(page: dict[str, Any]) -> str:
    from trafilatura import extract

    return extract(page["html"], include_comments=False) or ""


def by_readability(page: dict[str, Any]) -> str:
    from lxml import html
    from readability import Document

    try:
        return str(html.fromstring(Document(page["html"]).summary()).text_content())
    except Exception:  # readability raises on pages without text
        return ""


def by_resiliparse(page: dict[str, Any]) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page["html"], main_content=True))


SYSTEMS: dict[str, Callable[[dict[str, Any]], str]] = {
    "cleaner": by_cleaner,
    "trafilatura": by_trafilatura,
    "readability-lxml": by_readability,
    "resiliparse": by_resiliparse,
}


def measure(name: str, selection: list[dict[str, Any]]) -> tuple[list[float], float]:
    """Mean F1, precision, recall, exact; CPU seconds."""
    rows, cpu = [], 0.0
    for page in selection:
        start = time.process_time()
        output = SYSTEMS[name](page)
        cpu += time.process_time() - start
        rows.append(pages.word_scores(page["truth"], output))
    return [sum(row[i] for row in rows) / len(rows) for i in range(4)], cpu


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--set", default="wcxb-dev-articles")
    parser.add_argument("--every", type=int, default=1, help="every Nth page only")
    parser.add_argument("--no-classes", action="store_true")
    parser.add_argument("--systems", nargs="+", default=list(SYSTEMS), choices=list(SYSTEMS))
    parser.add_argument("--floor-f1", type=float, default=0.0)
    args = parser.parse_args()
    selection = list(pages.read(args.set))[:: args.every]
    if args.no_classes:
        selection = [page | {"html": pages.without_classes(page["html"])} for page in selection]
    print(f"{args.set}: {len(selection)} pages{', no classes' if args.no_classes else ''}")
    print(f"{'system':18}{'F1':>8}{'P':>8}{'R':>8}{'exact':>8}{'CPU s':>8}")
    results = {}
    for name in args.systems:
        results[name], cpu = measure(name, selection)
        print(
            f"{name:18}" + "".join(f"{v:8.4f}" for v in results[name]) + f"{cpu:8.1f}", flush=True
        )
    if args.floor_f1 and results["cleaner"][0] < args.floor_f1:
        sys.exit(f"word F1 {results['cleaner'][0]:.4f} is below the floor of {args.floor_f1}")


if __name__ == "__main__":
    main()
