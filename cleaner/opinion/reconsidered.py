"""What was decided of a page, reconsidered where the options ask somebody else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cleaner.confidence.predicted import confidence_of
from cleaner.decision.passes import stripped
from cleaner.document.article import Article
from cleaner.document.question import Opinion
from cleaner.document.verdict import Remembered
from cleaner.opinion.decided import Decided
from cleaner.opinion.fallback import taken_by
from cleaner.opinion.second import second_opinion
from cleaner.opinion.within import Trouble
from cleaner.options import Options
from cleaner.outcome import NO_TEXT, outcome_of
from cleaner.reading.page import Page

OTHER = "the article is that of the other extractor"
"""The concern of a page that fell back: nothing is known of how much of it is right."""


@dataclass(frozen=True)
class Reconsidered:
    """A page after all opinions on it."""

    decided: Decided
    confidence: float
    concerns: tuple[str, ...]
    opinion: Opinion | None = None
    notes: tuple[str, ...] = ()
    """What went wrong, in words."""


def reconsidered(decided: Decided, page: Page, options: Options, language: str) -> Reconsidered:
    """A page and its confidence, after the other extractor and the second opinion, if asked."""
    found = _of(decided)
    if options.fallback is not None and found.confidence < options.fallback_below:
        try:
            found = _fallen_back(found, page, options)
        except Exception as error:  # a fault of ours must not cost what was decided
            found = _noted(found, f"fallback: {type(error).__name__}: {error}")
    if options.second_opinion is None:
        return found
    try:
        after, opinion = second_opinion(found.decided, page, options, language)
    except Exception as error:
        return _noted(found, f"second opinion: {type(error).__name__}: {error}")
    if opinion is None:
        return found
    known = replace(found if OTHER in found.concerns else _of(after), notes=found.notes)
    told = (f"second opinion: {trouble}" for trouble in opinion.trouble)
    return replace(_noted(known, *told), decided=after, opinion=opinion)


def _noted(known: Reconsidered, *notes: str) -> Reconsidered:
    return replace(known, notes=(*known.notes, *notes))


def _of(decided: Decided) -> Reconsidered:
    known = confidence_of(decided.whole, decided.body.blocks, decided.findings)
    return Reconsidered(decided, *known)


def _fallen_back(before: Reconsidered, page: Page, options: Options) -> Reconsidered:
    """The page as another extractor has it, less what is found to be residue of that."""
    if page.kind != "page" or not _may_be_article(before.decided, page):
        return before
    try:
        blocks = taken_by(page, options)
    except Trouble as trouble:
        return replace(before, notes=(f"fallback: {trouble}",))
    was = before.decided.whole
    whole = Article(blocks, was.title, was.languages, host=was.host, lines=was.lines)
    kinds = frozenset(options.keep), frozenset(options.strip)
    findings, body, fault = stripped(whole, Remembered(), *kinds)
    notes = (f"fallback: {fault}",) if fault else ()
    concerns = (*before.concerns, OTHER)
    return Reconsidered(Decided(whole, findings, body), before.confidence, concerns, notes=notes)


def _may_be_article(decided: Decided, page: Page) -> bool:
    """Whether a page is none that says why it has no article, such as a paywall."""
    kept, went = decided.body.blocks, decided.any_went
    outcome = outcome_of(page, decided.whole, kept, stripped=went)
    return outcome.is_article or outcome.why == NO_TEXT.why
