"""Furniture of made sites that only a site's memory can know: what it takes, what it must not.

A memory is learnt from a site's first pages; the others are cleaned without it and with it.
Furniture "missed" is what is left without it; "gone" is the share of that which goes with it; an
article's words are "kept" when they are there with it, of those that are there without. A memory
knows what three different articles have: what fewer of the learnt ones had, and no card of another
story is, counts as "rare", apart from the rest; "with rare" is the share of both. Words are counted
on the cleaned pages, line by line. The articles are real ones of ../shared/pages; the templates and
the furniture are this benchmark's own.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from rapidfuzz import fuzz

from benchmarks.common.line_words import count, kept
from benchmarks.common.site_results import HEAD, Result, show, total
from benchmarks.common.tables import table
from benchmarks.synthetic.sites import Page, pages, sites
from cleaner import Cleaned, Options, clean
from cleaner.learn import learn
from cleaner.sites.memory import SiteMemory
from cleaner.text.words import match_key

FIGURES = {
    "gone": "share of the missed furniture that goes with a memory, all sites together",
    "gone_worst": "the same at the worst site",
    "kept": "share of the article's words that a memory leaves, at the worst site",
}
TIMED_ROUNDS = 5
MIN_ARTICLES = 3
"""Different ones that a memory must have seen a line on."""
MIN_SIMILARITY = 75


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--site", nargs="+", choices=list(sites()), default=list(sites()))
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="the N worst lines")
    help_text = "pages of a site to learn from"
    parser.add_argument("--learn", type=int, default=4, metavar="N", help=help_text)


def run(args: Namespace) -> dict[str, float]:
    results = {name: _site(name, args) for name in args.site}
    every = total(list(results.values()))
    rows = [result.row(name) for name, result in results.items()]
    print(table(HEAD, [*rows, every.row("all")]))
    if faults := {fault for result in results.values() for fault in result.faults}:
        sys.exit(f"clean() had internal faults: {'; '.join(sorted(faults))}")
    return {
        "gone": every.gone,
        "gone_worst": min(result.gone for result in results.values()),
        "kept": min(result.kept for result in results.values()),
    }


def _site(name: str, args: Namespace) -> Result:
    made = pages(name)
    result = measure(made, args.learn)
    if args.misses:
        print(name)
        show("lost of the article", result.lost, None)
        show("missed", result.stayed, args.misses)
    return result


def learnt(made: Sequence[Page]) -> SiteMemory:
    return learn([(page.source, page.url) for page in made])


def cleaned(page: Page, memory: SiteMemory | None = None) -> Cleaned:
    return clean(page.source, url=page.url, options=Options(site_memory=memory))


def measure(made: Sequence[Page], learn_from: int) -> Result:
    """Learn from the first pages, clean the others."""
    early, later = made[:learn_from], made[learn_from:]
    result, memory = Result(), learnt(early)
    for page in later:
        without_it, with_it = cleaned(page), cleaned(page, memory)
        result.faults |= {c.fault for c in (without_it, with_it) if c.fault}
        _add(result, page, (without_it.text, with_it.text), early)
        result.time.append(_timed(page, memory))
    result.merge = _merge(early, later, memory)
    return result


def _add(result: Result, page: Page, outputs: tuple[str, str], early: Sequence[Page]) -> None:
    (own, extra), (own_after, extra_after) = (
        kept(page.article, page.furniture, output) for output in outputs
    )
    rare = _rare(page, early)
    texts = {match_key(text): text for text in (*page.furniture, *page.article)}
    name = page.url.rstrip("/").rpartition("/")[2]
    result.words.update(furniture=count(page.furniture), article=count(page.article))
    result.words["before"] += sum(own.values())
    for line, there in extra.items():
        left = min(there, extra_after.get(line, 0))
        names = ("rare", "rare_stayed") if line in rare else ("missed", "stayed")
        result.words.update(dict(zip(names, (there, left), strict=True)))
        result.missed += [(there, name, texts[line])] if there else []
        result.stayed += [(left, name, texts[line])] if left else []
    for line, there in own.items():
        if (lost := there - own_after.get(line, 0)) > 0:
            result.words["lost"] += lost
            result.lost.append((lost, name, texts[line]))


def _rare(page: Page, early: Sequence[Page]) -> set[str]:
    """Keys of the furniture that too few different learnt articles had, cards apart."""
    return {
        match_key(text)
        for text in page.furniture
        if text not in page.cards and _articles_with(text, early) < MIN_ARTICLES
    }


def _articles_with(text: str, made: Sequence[Page]) -> int:
    """How many different articles have a line that says nearly the same."""
    different: list[set[str]] = []
    for page in made:
        lines = set(page.article)
        is_new = not any(2 * len(lines & other) > len(lines) for other in different)
        if is_new and any(_alike(text, other) for other in page.furniture):
            different.append(lines)
    return len(different)


def _alike(one: str, other: str) -> bool:
    """Whether two lines say the same but for numbers, names or a day."""
    folded = (re.sub(r"\d+", "0", text.lower()) for text in (one, other))
    return fuzz.ratio(*folded) >= MIN_SIMILARITY


def _timed(page: Page, memory: SiteMemory) -> tuple[float, float]:
    """The median CPU time of one page without and with memory, in turn."""
    spans: tuple[list[float], list[float]] = ([], [])
    for _ in range(TIMED_ROUNDS):
        for span, given in zip(spans, (None, memory), strict=True):
            start = time.process_time()
            _ = cleaned(page, given).text
            span.append(time.process_time() - start)
    return statistics.median(spans[0]), statistics.median(spans[1])


def _merge(early: Sequence[Page], later: Sequence[Page], memory: SiteMemory) -> str:
    """Whether halves that were learnt apart and merged do the same to the later pages."""
    half = len(early) // 2
    both = learnt(early[:half]).merge(learnt(early[half:]))
    same = all(cleaned(page, both).text == cleaned(page, memory).text for page in later)
    return "same" if same else "DIFFERS"
