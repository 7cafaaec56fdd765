"""The rules of one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Action, Finding, certain
from cleaner.outcome import Outcome
from cleaner.reading.line import Line
from cleaner.reading.lines import Source
from cleaner.reading.page import Page
from cleaner.sites.rules.body import body_of
from cleaner.sites.rules.lost import back
from cleaner.sites.rules.match import Matched, matched, text_of
from cleaner.sites.rules.rule import Rule
from cleaner.sites.rules.tied import Cuts, Elements
from cleaner.sites.rules.wording import folded
from cleaner.text.word_count import word_count

KIND = "site-rule"
LITTLE = 0.2
"""A body with less than this share of the page's paragraphs is worth a note."""


class OnPage:
    """Made for one page: `see` its tree, ask for the `body`, put lost blocks `back`, rule."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Take the rules that the page's host has."""
        self.rules = tuple(rules)
        self.notes: list[str] = []
        self.title = ""
        self.body: tuple[Block, ...] = ()
        self.strip, self.keep = Matched(), Matched()
        self.kept_lines: list[tuple[Line, Rule]] = []

    def of(self, key: str) -> list[Rule]:
        """The rules of one key."""
        return [rule for rule in self.rules if rule.key == key]

    def see(self, page: Page) -> None:
        """Evaluate all selectors on a page as it came; what fails is noted and does nothing."""
        try:
            self._see(page.source, page.text)
        except Exception as error:  # the fifth law: no rule may cost the page
            self.title, self.body, self.kept_lines = "", (), []
            self.strip, self.keep = Matched(), Matched()
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        self.notes.append(f"the rules were not applied: {type(error).__name__}: {error}")

    def _see(self, source: Source, text: str) -> None:
        tree = source.tree
        self.title = text_of(self.of("title"), tree, self.notes)
        self.strip = matched(self._likely("strip", text), tree, self.notes)
        self.keep = matched(self._likely("keep", text), tree, self.notes)
        self.body, rule = body_of(self.of("body"), source, self.notes)
        if not self.title:
            self.unmatched("title")
        if rule is None:
            self.unmatched("body")
        if self.keep.chosen or self._says_kept(text):
            self.kept_lines = list(self._kept_lines(source))
        if rule is not None:
            self._measure(rule, source)

    def unmatched(self, key: str) -> None:
        """Note that no rule for the title or the body found any."""
        if rules := self.of(key):
            named = ", ".join(f"“{rule.written}”" for rule in rules)
            where = f"{rules[0].file}, line {rules[0].line}"
            self.notes.append(
                f"no {key} rule matched ({named} of {where}); the {key} was found as usual"
            )

    def _measure(self, rule: Rule, source: Source) -> None:
        prose = sum(len(n.text) for n in source.lines if n.is_paragraph)
        size = sum(len(block.text) for block in self.body)
        if size < LITTLE * prose:
            self.notes.append(
                f"{rule} selected {size:,} characters; the page has {prose:,} in paragraphs"
            )

    def _likely(self, key: str, text: str) -> list[Rule]:
        """The rules of a key that may select something in a page of this text."""
        return [rule for rule in self.of(key) if rule.selector.may_match(text)]

    def _says_kept(self, text: str) -> bool:
        """Whether a line that is to be kept may stand in a page of this text."""
        rules = self.of("keep-text")
        lower = text.lower() if rules else ""
        return any(rule.wording.may_be_in(lower) for rule in rules)

    def _kept_lines(self, source: Source) -> Iterable[tuple[Line, Rule]]:
        texts = self.of("keep-text")
        for line in source.lines:
            said = _said(texts, folded(line.text)) if texts else None
            rule = self.keep.covered.get(line.element) or said
            if rule is None and (run := self.keep.run_at(line.element, _signs(line.text))):
                rule = run.spans[0][2] if run.spans else None
            if rule is not None:
                yield line, rule

    def extraction(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The blocks with those lines put back that a rule keeps."""
        try:
            return back(blocks, self.kept_lines) if self.kept_lines else tuple(blocks)
        except Exception as error:  # the fifth law
            self._failed(error)
            return tuple(blocks)

    def over(self, article: Article, source: Source | None) -> Article:
        """The article with what the rules keep and take of its blocks; source: the page's lines."""
        try:
            return self._ruled(article, source)
        except Exception as error:  # the fifth law
            self._failed(error)
            return article

    def _ruled(self, article: Article, source: Source | None) -> Article:
        stripped, kept = self.of("strip-text"), self.of("keep-text")
        elements = Elements(article, source)
        keeps: dict[int, str] = {}
        found: list[Finding] = []
        for block in article:
            if rule := self._keeps(block, elements, kept):
                keeps[block.index] = str(rule)
            for start, end, rule in self._cuts(block, elements, stripped):
                found.append(replace(certain(block, str(rule), (start, end)), kind=KIND))
        return replace(article, keeps=keeps, site_findings=tuple(found))

    def outcome(
        self, usual: Outcome, kept: Sequence[Block], findings: Sequence[Finding]
    ) -> Outcome:
        """How the page ended: named where the rules took all, an article where they name one."""
        gone = [f for f in findings if f.action is Action.STRIPPED]
        left = sum(len(block.words) for block in kept)
        mine = sum(word_count(f.text) for f in gone if f.kind == KIND)
        if not left and mine:
            total = sum(word_count(f.text) for f in gone)
            detail = f"rules of the site took {mine:,} of the {total:,} words that were extracted"
            return Outcome("no-article", "no-text", detail)
        if left and self.body and usual.why == "list-page":
            return Outcome("cleaned" if gone else "nothing-to-strip")
        return usual

    def _keeps(self, block: Block, elements: Elements, texts: list[Rule]) -> Rule | None:
        back = next((r for r in self.rules if block.recovered and block.recovered == str(r)), None)
        if rule := back or _said(texts, block.plain) or elements.covering(block, self.keep):
            return rule
        run = elements.run(block, self.keep)
        return run.spans[0][2] if run and run.spans else None

    def _cuts(self, block: Block, elements: Elements, texts: list[Rule]) -> Cuts:
        if rule := _said(texts, block.plain) or elements.covering(block, self.strip):
            return ((0, len(block.text), rule),)
        return elements.cuts(block, self.strip)


def _said(rules: Iterable[Rule], line: str) -> Rule | None:
    """The first rule whose wording a folded line fits."""
    return next((rule for rule in rules if rule.wording.fits(line)), None)


def _signs(text: str) -> str:
    return text.replace(" ", "")
