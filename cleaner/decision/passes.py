"""Passes: detect and decide again on what was kept, until nothing more goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from cleaner.decision.decide import decide
from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.cut import kept_gaps
from cleaner.document.finding import Action, Finding
from cleaner.document.verdict import Remembered
from cleaner.extraction.verdicts import text_verdicts
from cleaner.residue import Kind, kinds
from cleaner.signals.headline import headline

PASSES = 6
"""Cleaning what was cleaned changes nothing: passes end where no finding is carried out."""


def stripped(
    article: Article, remembered: Remembered, keep: Set[str], strip: Set[str]
) -> tuple[tuple[Finding, ...], Article, str]:
    """Detect and decide until nothing more goes, then once more for the kinds that look last.

    keep: kinds that never go. strip: kinds that go even where they are only possible. Returns the
    findings, over the blocks of the extraction; the article that stays; and a fault, in which case
    the extraction stays whole.
    """
    passes, whole, ruled = _Passes(article, keep, strip), article, article.site_findings
    of_the_site = bool(ruled or remembered.doubts)
    try:
        for number in range(PASSES + of_the_site):
            first = of_the_site and not number
            known = ruled + (remembered.sure if first else remembered.doubts)
            if article.site_findings != known:
                article = replace(article, site_findings=known)
            article, carried = passes.run(article, _of_site() if first else _others())
            if first or (carried and (article.is_text or _opens_more(carried, passes.doubtful))):
                continue
            if article.title or not (title := headline(article, whole)):
                break
            article = replace(article, title=title)
        article, _ = passes.run(article, _last(), is_last=True)
    except Exception as error:  # the fifth law: the extraction is returned whole
        return (), whole, f"{type(error).__name__}: {error}"
    return passes.findings, article, ""


class _Passes:
    """What passes over one article found."""

    def __init__(self, article: Article, keep: Set[str], strip: Set[str]) -> None:
        """Nothing has gone yet."""
        self.doubtful: list[Finding] = []
        """Of the last pass that all kinds took part in."""
        self._asked = keep, strip
        self._original = {b.index: b for b in article}
        self._gone: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._carried: list[Finding] = []

    def run(
        self, article: Article, names: Iterable[str], *, is_last: bool = False
    ) -> tuple[Article, list[Finding]]:
        """The article that stays, and the findings of these kinds that were carried out."""
        judged = article if is_last else _judged(article)
        verdict = decide(judged, _findings(judged, names), *self._asked)
        mapped = [p for f in verdict.findings for p in _onto(f, self._original, self._gone)]
        doubtful = [f for f in mapped if f.action in (Action.DOUBTFUL, Action.KEPT)]
        self.doubtful = self.doubtful + doubtful if is_last else doubtful
        carried = [f for f in mapped if f.action in (Action.STRIPPED, Action.AGREED)]
        for f in carried:
            self._gone[f.block.index].append(f.span)
        self._carried += carried
        stays = {block.index for block in verdict.kept}
        went = {f.block.index: f for f in carried if f.block.index not in stays}
        return replace(judged, blocks=verdict.kept, gone={**article.gone, **went}), carried

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of what they are about."""
        every = (*self._carried, *self.doubtful)
        return tuple(sorted(every, key=lambda f: (f.block.index, f.start, f.end)))


def _of_site() -> list[str]:
    """The kinds that go first: what is known of a site must not count as the page's own."""
    return [kind.name for kind in kinds().values() if kind.is_of_site]


def _others() -> list[str]:
    return [kind.name for kind in kinds().values() if not kind.is_last]


def _last() -> list[str]:
    return [kind.name for kind in kinds().values() if kind.is_last]


def _opens_more(carried: list[Finding], doubtful: list[Finding]) -> bool:
    """Whether what went can let more go: prose or part of a block, or anything beside doubts."""
    doubts = any(not kinds()[f.kind].is_of_site for f in doubtful)
    return doubts or any(f.block.is_prose or not f.is_whole for f in carried)


def _judged(article: Article) -> Article:
    """The lines of a text are judged anew in each pass; those of a page were judged once."""
    has_verdicts = not article.is_text or not article.prose
    return article if has_verdicts else article.judged(text_verdicts(article))


def _findings(article: Article, names: Iterable[str]) -> list[Finding]:
    return [f for name in names for f in found(kinds()[name], article)]


def found(kind: Kind, article: Article) -> Iterator[Finding]:
    """What a kind finds, under its name: in place, since nobody else has it yet."""
    for f in kind.find(article):
        object.__setattr__(f, "kind", kind.name)
        yield f


def _onto(
    f: Finding, original: dict[int, Block], gone: dict[int, list[tuple[int, int]]]
) -> list[Finding]:
    """A finding over what earlier passes left of a block, laid over the block as it was."""
    block = original[f.block.index]
    spans = gone.get(block.index)
    if not spans:
        return [f]
    pieces, at = [], 0
    for start, end in kept_gaps(len(block.text), spans):
        inside = max(f.start, at) - at + start, min(f.end, at + end - start) - at + start
        if inside[0] < inside[1]:
            pieces.append(f.but(block=block, start=inside[0], end=inside[1]))
        at += end - start
    return pieces
