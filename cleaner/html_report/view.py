"""One page as the report shows it: plain values, ready for the template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from markupsafe import Markup

from cleaner.document.finding import Action, Finding
from cleaner.html_report.corrections import material_of
from cleaner.html_report.original import NOTHING, Original, original_of
from cleaner.html_report.pieces import Numbered
from cleaner.html_report.sanitise import sanitised_article
from cleaner.html_report.story import Outside, Story, outside_of, story_of
from cleaner.rendering.counts import summary, words_in, words_out
from cleaner.result import Cleaned
from cleaner.text.word_count import word_count

_HEADING = re.compile(r"<(/?)h([1-6])>")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_FROM_THE_RIGHT = frozenset("ar arc ckb dv fa he ks ku ps sd ug ur yi".split())
_NOTHING = Markup()
ARTICLE_LEVEL = 4
"""Of the article's title, among the report's own headings."""


@dataclass(frozen=True)
class Item:
    """A finding in the list, with those that agreed with it."""

    number: int
    finding: Finding
    also: tuple[Finding, ...]
    marked: bool
    """Whether it stands in the original, too."""

    @property
    def state(self) -> str:
        """stripped, doubtful, kept or agreed."""
        return str(self.finding.action)


@dataclass(frozen=True)
class Words:
    """How many words of a page stay, went, and never were in the extraction."""

    kept: int = 0
    stripped: int = 0
    outside: int = 0

    @property
    def total(self) -> int:
        """All that can be seen of the page."""
        return self.kept + self.stripped + self.outside


@dataclass(frozen=True)
class View:
    """A page, or what was said of an input that could not be read."""

    number: int
    name: str
    cleaned: Cleaned | None
    problem: str = ""
    items: tuple[Item, ...] = ()
    story: Story = ()
    outside: tuple[Outside, ...] = ()
    words: Words = Words()
    summary: str = ""
    """What happened, in one sentence."""
    original: Original = NOTHING
    is_text: bool = False
    """Scraped to text before it came here."""
    material: str = ""
    """What corrections are made of."""
    article: Markup = _NOTHING
    """The article's HTML, its headings below the report's own."""

    @property
    def site(self) -> str:
        """The host by the page's address; else the folder that the file stands in."""
        return self.original.host or str(PurePath(self.name).parent).replace("\\", "/")

    @property
    def outcome(self) -> str:
        """How the page ended."""
        return str(self.cleaned.outcome) if self.cleaned else "not read"

    @property
    def is_article(self) -> bool:
        """Whether there is an article to use."""
        return self.cleaned is not None and self.cleaned.outcome.is_article

    @property
    def notes(self) -> tuple[str, ...]:
        """What site rules and the site's memory had to say."""
        return self.cleaned.notes if self.cleaned else ()

    @property
    def concerns(self) -> tuple[str, ...]:
        """What speaks against the article."""
        return self.cleaned.concerns if self.cleaned and self.is_article else ()

    @property
    def language(self) -> str:
        """A language that may stand in a `lang` attribute; empty where there is none."""
        declared = self.cleaned.language if self.cleaned else ""
        return declared if _LANGUAGE.match(declared) else ""

    @property
    def direction(self) -> str:
        """Of the article's script."""
        return "rtl" if self.language in _FROM_THE_RIGHT else "ltr" if self.language else "auto"

    @property
    def title(self) -> str:
        """Of the article; the name of the input where it has none."""
        return (self.cleaned.title if self.cleaned else "") or self.name

    def count(self, state: str) -> int:
        """How many findings had an end."""
        return sum(item.state == state for item in self.items)

    def words_of(self, state: str) -> int:
        """How many words they hold."""
        return sum(word_count(i.finding.text) for i in self.items if i.state == state)


def _lowered(match: re.Match[str]) -> str:
    return f"<{match[1]}h{min(6, int(match[2]) + ARTICLE_LEVEL - 1)}>"


def unread(number: int, name: str, problem: str) -> View:
    """An input that could not be read."""
    return View(number, name, None, problem)


def view_of(number: int, name: str, cleaned: Cleaned) -> View:
    """A cleaned page. Every finding is in it once; what agreed stands with the one that won."""
    agreed, numbered = _numbered(cleaned.findings)
    found = _by_block(numbered)
    original = original_of(cleaned, found)
    items = tuple(
        Item(n.number, n.finding, tuple(agreed[n.number]), n.number in original.marked)
        for n in numbered
    )
    story, outside = story_of(cleaned.whole_blocks, found), outside_of(cleaned.fates)
    light = replace(cleaned, _page=None, _findings=cleaned.findings)  # trees are megabytes each
    return View(
        number,
        name,
        light,
        items=items,
        story=story,
        outside=outside,
        words=_words(cleaned, outside),
        summary=summary(cleaned),
        original=original,
        material=material_of(name, cleaned, found),
        is_text=cleaned.page is not None and cleaned.page.kind == "text",
        article=Markup(sanitised_article(_HEADING.sub(_lowered, cleaned.html))),  # by nh3
    )


def _words(cleaned: Cleaned, outside: Iterable[Outside]) -> Words:
    kept = words_out(cleaned)
    never = sum(word_count(line.text) for row in outside for line in row.lines)
    return Words(kept, max(0, words_in(cleaned) - kept), never)


def _numbered(findings: Sequence[Finding]) -> tuple[dict[int, list[Finding]], list[Numbered]]:
    """The findings to list, and by number those that only agreed with one of them."""
    stripped = _by_block([Numbered(0, f) for f in findings if f.action is Action.STRIPPED])
    owners = [_owner(f, stripped) if f.action is Action.AGREED else None for f in findings]
    listed = [f for f, owner in zip(findings, owners, strict=True) if owner is None]
    numbers = {id(f): number for number, f in enumerate(listed, 1)}
    agreed: dict[int, list[Finding]] = {number: [] for number in numbers.values()}
    for f, owner in zip(findings, owners, strict=True):
        if owner is not None:
            agreed[numbers[id(owner)]].append(f)
    return agreed, [Numbered(numbers[id(f)], f) for f in listed]


def _by_block(numbered: Sequence[Numbered]) -> dict[int, list[Numbered]]:
    found: dict[int, list[Numbered]] = {}
    for each in numbered:
        found.setdefault(each.finding.block.index, []).append(each)
    return found


def _owner(agreed: Finding, stripped: Mapping[int, Sequence[Numbered]]) -> Finding | None:
    """The finding that had stripped the same text."""
    beside = (n.finding for n in stripped.get(agreed.block.index, ()))
    return next((f for f in beside if f.start < agreed.end and agreed.start < f.end), None)
