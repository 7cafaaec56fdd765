"""The second opinion with the truth as oracle: the ceiling of what is in doubt.

Each page is cleaned with an oracle that knows the truth of every passage, asked about 1, 3 and 10
blocks, and with one that says the opposite, which must change nothing but what it was asked.
`keep` is the share of the truth's words that stay; `drop` the share that went of the words that
were extracted and are not the truth's; F1 is the mean over pages, as in `quality`.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.common import alignment, datasets, folds, truths
from benchmarks.common.tables import table
from benchmarks.quality import score
from cleaner import Cleaned, Options, clean
from cleaner.document.question import Answer, Question
from cleaner.reading.lines import Source
from cleaner.reading.page import parse
from cleaner.rendering.render import rendered

BUDGETS = (1, 3, 10)
FIGURES = {
    "f1": "word F1 without a second opinion",
    "oracle_1": "word F1 with the truth about 1 block a page",
    "oracle_3": "the same about 3 blocks",
    "oracle_10": "the same about 10 blocks",
    "wrong_10": "word F1 with the opposite of the truth about 10 blocks",
    "asked": "share of the pages on which something is in doubt",
    "beyond": "lines that nobody was asked about and whose fate changed, over all pages",
}
LOWER_IS_BETTER = ("beyond",)
SETS = ("newer-articles", "wcxb-dev-articles")


@dataclass
class Oracle:
    """Answers by the labels of the page's lines, where the truth tells."""

    labels: dict[str, bool | None]
    is_right: bool = True
    asked: set[str] = field(default_factory=set)
    """The passages."""

    def __call__(self, question: Question) -> Answer:
        self.asked = {passage.text for passage in question.passages}
        known = {p.number: self.labels.get(p.text) for p in question.passages}
        return {
            n: "keep" if is_article == self.is_right else "strip"
            for n, is_article in known.items()
            if is_article is not None
        }


@dataclass
class Sums:
    """Of one way to ask, over pages."""

    f1: float = 0.0
    pages: int = 0
    kept: int = 0
    wanted: int = 0
    went: int = 0
    foreign: int = 0
    asked: int = 0
    blocks: int = 0
    changed: int = 0

    def add(self, page: dict[str, Any], cleaned: Cleaned) -> None:
        wanted, got = datasets.bag(page["truth"]), datasets.bag(cleaned.text)
        whole = datasets.bag(rendered("text", cleaned.whole_blocks)) | got
        self.f1 += score(page, cleaned.text)[0]
        self.pages += 1
        self.kept += (wanted & got).total()
        self.wanted += wanted.total()
        self.foreign += (whole - wanted).total()
        self.went += (whole - wanted).total() - (got - wanted).total()
        if cleaned.opinion is not None:
            self.asked += 1
            self.blocks += cleaned.opinion.asked
            self.changed += cleaned.opinion.changed

    def row(self, name: str) -> list[str | float]:
        return [
            name,
            self.f1 / self.pages,
            self.kept / self.wanted,
            self.went / max(1, self.foreign),
            self.blocks / self.pages,
            self.changed / self.pages,
        ]


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page only")
    folds.add_option(parser)


def run(args: Namespace) -> dict[str, float]:
    names = ["none", *(f"oracle_{n}" for n in BUDGETS), f"wrong_{BUDGETS[-1]}"]
    sums, beyond = {name: Sums() for name in names}, 0
    for page in _pages(args.every):
        with folds.unseen(args.folds, page):
            labels = _labels(page)
            plain = _cleaned(page, Options())
            sums["none"].add(page, plain)
            for most in BUDGETS:
                oracle = Options(second_opinion=Oracle(labels), opinion_blocks=most)
                sums[f"oracle_{most}"].add(page, _cleaned(page, oracle))
            wrong = Oracle(labels, is_right=False)
            against = _cleaned(page, Options(second_opinion=wrong, opinion_blocks=BUDGETS[-1]))
            sums[names[-1]].add(page, against)
            beyond += len(changed_lines(plain, against) - wrong.asked)
    head = ["asked", "F1", "keep", "drop", "blocks a page", "changed a page"]
    print(table(head, (sums[name].row(name) for name in names)))
    figures = {name: sums[name].f1 / sums[name].pages for name in names[1:]}
    share = sums[names[-1]].asked / sums["none"].pages
    f1 = sums["none"].f1 / sums["none"].pages
    return {"f1": f1, **figures, "asked": share, "beyond": beyond}


def changed_lines(one: Cleaned, other: Cleaned) -> set[str]:
    """The lines of a page that stay in one result and not in the other, or only in part."""
    stays = [{(f.number, f.text) for f in each.fates if _stays(f.name)} for each in (one, other)]
    words = [{(b.line, b.text) for b in each.blocks} for each in (one, other)]
    return {text for _, text in (stays[0] ^ stays[1]) | (words[0] ^ words[1])}


def _stays(fate: str) -> bool:
    return fate in ("article", "doubtful")


def _pages(every: int) -> Iterator[dict[str, Any]]:
    for name in SETS:
        for page in list(datasets.read(name))[::every]:
            if truths.is_sound(name, page):
                yield page


def _labels(page: dict[str, Any]) -> dict[str, bool | None]:
    """Of each visible line, whether the truth has it; of lines that stand twice, if it has one."""
    texts = [line.text for line in Source(parse(page["html"])).lines]
    found: dict[str, bool | None] = {}
    for text, is_article in zip(texts, alignment.label(texts, page), strict=True):
        found[text] = found.get(text) or is_article
    return found


def _cleaned(page: dict[str, Any], options: Options) -> Cleaned:
    return clean(page["html"], url=page.get("url"), options=options)
