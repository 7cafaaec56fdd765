"""The headline benchmark: reposts made from true articles and residue in fifteen languages.

python benchmarks/reposts.py                           the tables, this project and trafilatura
python benchmarks/reposts.py --system cleaner --misses 10
python benchmarks/reposts.py --floor-html 0.97 --floor-text 0.95      exit with 1 below them

Each page is a true article with five to ten kinds of residue around and within it, written as real
sites word it (repost_data/), as a page in one of six shapes or as text in one of four. The words
are this benchmark's own: it knows nothing of the package's lexicons. Half of the articles are
English, taken from ../shared/pages where that is there; the rest are our own.
Word F1: multisets of lower-cased words (letters in Chinese and Japanese), the title not counted.
"""

from __future__ import annotations

import argparse
import json
import sys
from itertools import cycle
from pathlib import Path
from random import Random

from repost_articles import Article, own, shared
from repost_assembly import compose
from repost_page import TEXT_SHAPES, Repost
from repost_score import SYSTEMS, mean, score
from repost_shapes import HTML, shape
from repost_tables import HALVES, misses, report

SHARED = Path(__file__).parents[2] / "shared"


def make(count: int, seed: int, folder: Path) -> list[Repost]:
    """The benchmark's pages, the same for the same seed."""
    rng = Random(seed)
    stock: dict[str, list[Article]] = {}
    for article in (*own(), *shared(folder)):
        stock.setdefault(article.language, []).append(article)
    queues = {name: cycle(rng.sample(items, len(items))) for name, items in sorted(stock.items())}
    html, text = cycle(HTML), cycle(TEXT_SHAPES)
    shapes = [next(text) if i % 3 == 2 else next(html) for i in range(count)]
    rng.shuffle(shapes)
    pages = []
    for number, (language, form) in enumerate(zip(_languages(count, stock), shapes, strict=True)):
        article, dice = next(queues[language]), Random(f"{seed}/{number}")
        rest = [other for other in stock[language] if other is not article]
        pages.append(
            shape(compose(article, dice.sample(rest, min(6, len(rest))), dice), form, dice)
        )
    return pages


def _languages(count: int, stock: dict[str, list[Article]]) -> list[str]:
    """English on every other page, the others in turn; a third of Chinese is traditional."""
    rest = [name for name in sorted(stock) if name not in ("en", "zh-hant")]
    turns = [*rest, *rest, *("zh-hant" if name == "zh" else name for name in rest)]
    others = cycle(turns)
    return [next(others) if i % 2 else "en" for i in range(count)]


def write(pages: list[Repost], folder: Path) -> None:
    """Each page, its truth and its residue, to be looked at."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pages):
        stem = f"{number:03}-{page.language}-{page.shape}"
        end = "html" if page.is_html else "txt"
        (folder / f"{stem}.{end}").write_bytes(page.source.encode())
        (folder / f"{stem}.truth").write_text(page.truth, encoding="utf-8")
        residue = json.dumps([page.title, *page.residue()], ensure_ascii=False, indent=1)
        (folder / f"{stem}.json").write_text(residue, encoding="utf-8")


def main() -> None:
    summary = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=summary)
    parser.add_argument("--pages", type=int, default=360)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with pages/")
    parser.add_argument("--system", action="append", choices=list(SYSTEMS), help="may be repeated")
    parser.add_argument("--misses", type=int, default=0, metavar="K", help="the K worst pages")
    parser.add_argument("--write", type=Path, metavar="DIR", help="keep the pages there")
    parser.add_argument("--floor-html", type=float, default=0.0)
    parser.add_argument("--floor-text", type=float, default=0.0)
    args = parser.parse_args()
    pages = make(args.pages, args.seed, args.shared)
    if args.write:
        write(pages, args.write)
    names = args.system or ["cleaner", "trafilatura"]
    results = {name: [score(page, SYSTEMS[name](page)) for page in pages] for name in names}
    print(f"{len(pages)} reposts, seed {args.seed}\n\n{report(results)}")
    for name in names if args.misses else ():
        print(f"\nworst pages of {name}", *misses(results[name], args.misses), sep="\n")
    floors = {"HTML": args.floor_html, "text": args.floor_text}
    first = results[names[0]]
    short = [h for h in floors if mean(filter(HALVES[h], first), "f1") < floors[h]]
    if short:
        sys.exit(f"{names[0]}: word F1 is below the floor for {' and '.join(short)}")


if __name__ == "__main__":
    main()
