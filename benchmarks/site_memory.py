"""Site memory on made sites: what the other kinds missed and it takes, and what it must not take.

python benchmarks/site_memory.py                              both sets, each site of ten pages
python benchmarks/site_memory.py --set dev --site hashed --misses 10
python benchmarks/site_memory.py --floor-gone 0.98 --floor-kept 1.0   exit with 1 below them
python benchmarks/site_memory.py --set dev --write DIR        keep the pages and their truth there

A site's memory is learnt from its first pages; the others are cleaned without it and with it.
Furniture "missed" is what is left without it; "gone" is the share of that which goes with it; an
article's words are "kept" when they are there with it, of those that are there without. A memory
knows what three different articles have: what fewer of the learnt ones had, and no card of another
story is, counts as "rare", apart from the rest; "with rare" is the share of both. Words are
counted on pages cleaned, line by line (made_sites/measure.py). The articles are real ones of
../shared/pages; the templates and the furniture are this benchmark's own.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from made_sites.measure import count, kept
from made_sites.result import HEAD, Result, row, show, total
from made_sites.site import Page, pages, sites
from rapidfuzz import fuzz

from cleaner import Cleaned, Options, clean
from cleaner.text import key

SHARED = Path(__file__).resolve().parents[2] / "shared"
ROUNDS, LEAST, NEAR = 5, 3, 75

# Where the benchmark meets the package: these three functions are all that it knows of it.


def learnt(pages: Sequence[Page]) -> object:
    """What is learnt of some pages of a site; None where the package has no site memory."""
    try:
        from cleaner.site_memory import learn
    except ImportError:
        return None
    return learn([(page.source, page.url) for page in pages])


def merged(one: object, other: object) -> object:
    """Two memories as one."""
    return one.merge(other)


def cleaned(page: Page, memory: object = None) -> Cleaned:
    """A page, cleaned without memory or with it."""
    if memory is None:
        return clean(page.source, url=page.url)
    return clean(page.source, url=page.url, options=Options(site_memory=memory))


def measure(made: Sequence[Page], learn: int, *, without: bool) -> Result:
    """Learn of the first pages, clean the others."""
    result = Result()
    memory = None if without else learnt(made[:learn])
    for page in made[learn:]:
        without_it, with_it = cleaned(page), cleaned(page, memory)
        result.faults |= {c.fault for c in (without_it, with_it) if c.fault}
        _add(result, page, (without_it.text, with_it.text), made[:learn])
        if memory is not None:
            result.time.append(_timed(page, memory))
    if memory is not None:
        result.merge = _merge(made[:learn], made[learn:], memory)
    return result


def _add(result: Result, page: Page, outputs: tuple[str, str], early: Sequence[Page]) -> None:
    (own, extra), (own_after, extra_after) = (
        kept(page.article, page.furniture, output) for output in outputs
    )
    rare = _rare(page, early)
    texts = {key(text): text for text in (*page.furniture, *page.article)}
    name = page.url.rstrip("/").rpartition("/")[2]
    result.furniture += count(page.furniture)
    result.article += count(page.article)
    result.before += sum(own.values())
    for line, there in extra.items():
        left = min(there, extra_after.get(line, 0))
        if line in rare:
            result.rare, result.rare_stayed = result.rare + there, result.rare_stayed + left
        else:
            result.missed, result.stayed = result.missed + there, result.stayed + left
        result.leaked += [(there, name, texts[line])] if there else []
        result.still += [(left, name, texts[line])] if left else []
    for line, there in own.items():
        if (lost := there - own_after.get(line, 0)) > 0:
            result.lost += lost
            result.lines += 1
            result.gone.append((lost, name, texts[line]))


def _rare(page: Page, early: Sequence[Page]) -> set[str]:
    """Keys of the furniture that fewer than three different learnt articles had, cards apart."""
    return {
        key(text)
        for text in page.furniture
        if text not in page.cards and _articles_with(text, early) < LEAST
    }


def _articles_with(text: str, pages: Sequence[Page]) -> int:
    """How many different articles have a line that says nearly the same."""
    different: list[set[str]] = []
    for page in pages:
        lines = set(page.article)
        new = not any(2 * len(lines & other) > len(lines) for other in different)
        if new and any(_same(text, other) for other in page.furniture):
            different.append(lines)
    return len(different)


def _same(one: str, other: str) -> bool:
    """Whether two lines say the same but for numbers, names or a day."""
    return fuzz.ratio(*(re.sub(r"\d+", "0", text.lower()) for text in (one, other))) >= NEAR


def _timed(page: Page, memory: object) -> tuple[float, float]:
    """The median CPU time of one page without and with memory, in turn."""
    spans: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for span, given in zip(spans, (None, memory), strict=True):
            start = time.process_time()
            _ = cleaned(page, given).text
            span.append(time.process_time() - start)
    return statistics.median(spans[0]), statistics.median(spans[1])


def _merge(early: Sequence[Page], later: Sequence[Page], memory: object) -> str:
    """Whether halves that were learnt apart and merged do the same to the later pages."""
    half = len(early) // 2
    try:
        both = merged(learnt(early[:half]), learnt(early[half:]))
    except AttributeError:
        return "none"
    same = all(cleaned(p, both).text == cleaned(p, memory).text for p in later)
    return "same" if same else "DIFFERS"


def write(folder: Path, stem: str, made: Sequence[Page], ending: str) -> None:
    """Each page, and its truth beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(made):
        (folder / f"{stem}-{number}.{ending}").write_text(page.source, encoding="utf-8")
        truth = {"url": page.url, "article": page.article, "furniture": page.furniture}
        truth_text = json.dumps(truth, ensure_ascii=False, indent=1)
        (folder / f"{stem}-{number}.json").write_text(truth_text, encoding="utf-8")


def run(which: str, args: argparse.Namespace) -> list[Result]:
    """One set, a row a site."""
    print(f"\n{which}\n{HEAD}")
    results = []
    for name, site in sites(which).items():
        if args.site and name not in args.site:
            continue
        made = pages(which, name, args.shared)
        if args.write:
            write(args.write, f"{which}-{name}", made, site.ending)
        results.append(result := measure(made, args.learn, without=args.without))
        print(row(name, result), flush=True)
        for fault in sorted(result.faults):
            print(f"  FAULT, the figures of this site mean nothing: {fault}")
        if args.misses:
            show("lost of the article", result.gone, 10**6)
            has_memory = result.merge != "-"
            show("missed", result.still if has_memory else result.leaked, args.misses)
    print(row("all", total(results)))
    return results


def main() -> None:
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    parser.add_argument("--set", action="append", choices=["dev", "held"], help="may be repeated")
    parser.add_argument("--site", action="append", help="may be repeated")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with pages/")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="the N worst lines")
    parser.add_argument("--learn", type=int, default=4, help="pages of a site to learn of")
    parser.add_argument("--without", action="store_true", help="no memory: what is missed now")
    parser.add_argument("--floor-gone", type=float, default=0.0, help="of every site")
    parser.add_argument("--floor-kept", type=float, default=0.0, help="of every site")
    parser.add_argument("--write", type=Path, metavar="DIR", help="keep the pages there")
    args = parser.parse_args()
    results = [r for which in args.set or ["dev", "held"] for r in run(which, args)]
    if any(r.faults for r in results):
        sys.exit("clean() had internal faults")
    gone, safe = (min(getattr(r, n) for r in results) for n in ("share_gone", "share_kept"))
    if gone < args.floor_gone or safe < args.floor_kept:
        sys.exit(f"below the floor: gone {gone:.3f} or kept {safe:.4f} at a site")


if __name__ == "__main__":
    main()
