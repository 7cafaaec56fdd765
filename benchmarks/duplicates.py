"""Reposted copies that are found, those that are missed, and pages wrongly taken for copies.

python benchmarks/duplicates.py                            the half of the pages kept for testing
python benchmarks/duplicates.py --half dev --every 3       the half that limits were chosen on
python benchmarks/duplicates.py --floor-precision 0.995 --floor-recall 0.95   exit 1 below them
python benchmarks/duplicates.py --scale 1000000            find_duplicates alone, on made copies

True pages of ../shared and our own articles in fifteen languages, one to four copies of each with
residue around and edits within (duplicate_edits.py), as pages and as scraped text, all of them
cleaned; and pages that are alike and no copies (duplicate_hard.py). Needs the extra `ingest`.
Pairs are all pairs within a group; a group is right where it has exactly the pages of one story.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

from duplicate_edits import EDITS
from duplicate_hard import hard
from duplicate_pages import Made, originals, with_copies
from duplicate_scale import scale

from cleaner import Options, clean
from cleaner.ingest.duplicates import Copy, Duplicate, find_duplicates, signature
from cleaner.ingest.origin import origin_of
from cleaner.text import words

TEXT = Options(source_kind="text")
Pair = tuple[int, int]
T, R = TypeVar("T"), TypeVar("R")


@dataclass
class Clock:
    """Seconds of CPU time, and words, to be divided."""

    seconds: Counter[str] = field(default_factory=Counter)
    words: int = 0

    def timed(self, name: str, function: Callable[[T], R], value: T) -> R:
        start = time.process_time()
        result = function(value)
        self.seconds[name] += time.process_time() - start
        return result


def read(number: int, made: Made, clock: Clock) -> Copy:
    """The page cleaned, and what is kept of it. Scraped text has no address."""
    url = made.url if made.is_html else None
    cleaned = clean(made.source, url=url, options=None if made.is_html else TEXT)
    text = cleaned.text if cleaned.outcome.is_article else ""
    count = len(words(text))
    clock.words += count
    sketch = clock.timed("signature", signature, text)
    return Copy(number, made.id, url, sketch, count, clock.timed("origin", origin_of, cleaned))


def grouped(keys: Iterable[tuple[str, int]]) -> list[list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for key, place in keys:
        found[key].append(place)
    return [sorted(group) for group in found.values() if len(group) > 1]


def pairs(groups: list[list[int]]) -> set[Pair]:
    return {pair for group in groups for pair in combinations(group, 2)}


def share(part: int, whole: int) -> str:
    return f"{part / whole if whole else 1:.4f}  ({part:,} of {whole:,})"


def report(pages: list[Made], found: dict[int, Duplicate]) -> tuple[float, float]:
    """Print all figures; precision and recall of pairs."""
    place = {made.id: number for number, made in enumerate(pages)}
    kept = {place[duplicate.of] for duplicate in found.values()}
    stories = grouped((made.story, n) for n, made in enumerate(pages) if made.story)
    groups = grouped([(d.of, n) for n, d in found.items()] + [(pages[n].id, n) for n in kept])
    true, told = pairs(stories), pairs(groups)
    both = len(true & told)
    right = sum(group in stories for group in groups)
    print(
        f"pairs    precision {share(both, len(told))}\n         recall    {share(both, len(true))}"
    )
    print(f"groups   precision {share(right, len(groups))}")
    print(f"         recall    {share(right, len(stories))}")
    by_mark(pages, found, place)
    by_edit(pages, told)
    by_evidence(pages, found, stories)
    return both / max(1, len(told)), both / max(1, len(true))


def by_mark(pages: list[Made], found: dict[int, Duplicate], place: dict[str, int]) -> None:
    wrong = [
        (pages[n], pages[place[d.of]], d.because)
        for n, d in found.items()
        if not pages[n].story or pages[n].story != pages[place[d.of]].story
    ]
    print(f"pages    rightly marked {share(len(found) - len(wrong), len(found))}")
    for page, other, because in wrong:
        print(f"         wrongly: {page.id} as copy of {other.id}: {because}")


def by_edit(pages: list[Made], told: set[Pair]) -> None:
    """Of the copies with each edit, how many were found to be copies of the original."""
    place = {made.id: number for number, made in enumerate(pages)}
    hits: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for number, made in enumerate(pages):
        if made.edits:
            form = "as page" if made.is_html else "as text"
            names = (form, *made.edits, "alone" if len(made.edits) == 1 else "several edits")
            all_.update(names)
            hits.update(names if (place[made.story], number) in told else ())
    print("copies found to be copies of their original, by edit")
    for name in (*EDITS, "alone", "several edits", "as page", "as text"):
        print(f"         {name:14} {share(hits[name], all_[name])}")


def by_evidence(pages: list[Made], found: dict[int, Duplicate], stories: list[list[int]]) -> None:
    hits: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for story in stories:
        of = {found[n].of for n in story if n in found}
        first = pages[story[0]]
        all_[first.intended] += bool(of)
        hits[first.intended] += of == {first.id} and story[0] not in found
    print("stories with a group where the original was kept, by what tells it apart")
    for name in sorted(all_):
        print(f"         {name:14} {share(hits[name], all_[name])}")


def main() -> None:
    summary = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=summary)
    parser.add_argument("--half", choices=["dev", "test"], default="test")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=int, metavar="N", help="so many made copies instead")
    parser.add_argument("--floor-precision", type=float, default=0.0, help="of pairs")
    parser.add_argument("--floor-recall", type=float, default=0.0, help="of pairs")
    args = parser.parse_args()
    if args.scale:
        scale(args.scale)
        return
    sources = originals(args.half, args.every)
    others = originals("dev" if args.half == "test" else "test", args.every)
    pages = [*with_copies(sources, args.seed), *hard(sources, others, args.seed)]
    signature("word " * 100)  # imports the library
    clock = Clock()
    copies = [read(number, made, clock) for number, made in enumerate(pages)]
    kinds = Counter(made.id.partition("/")[0] for made in pages if not made.story)
    print(f"{args.half} half, {len(sources)} pages, {len(pages)} with their copies and others")
    print(f"no copies: {', '.join(f'{n} {kind}' for kind, n in kinds.most_common())}\n")
    precision, recall = report(pages, find_duplicates(copies))
    for name, seconds in clock.seconds.items():
        print(f"{name:14} {seconds / len(pages) * 1e3:.3f} ms a page")
    print(f"{'':14} {clock.seconds['signature'] / clock.words * 1e6:.3f} ms for 1,000 words\n")
    scale(100_000)
    if precision < args.floor_precision or recall < args.floor_recall:
        sys.exit(f"pairs: precision {precision:.4f} or recall {recall:.4f} is below the floor")


if __name__ == "__main__":
    main()
