"""Facts: what the readers of metadata share of a page, each made once, on first use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.metadata.head import head_of, lines_of, reach_of, stands_in
from cleaner.metadata.json_ld import JsonLd, Node, type_of
from cleaner.metadata.own import Own
from cleaner.metadata.stated import Stated
from cleaner.metadata.tags import Said, Tags, properties, stated_by
from cleaner.reading.heading import headings_in
from cleaner.reading.line import Element, Line
from cleaner.reading.page import Page
from cleaner.reading.title import names_in
from cleaner.text import words as t
from cleaner.text.dates import Habits, order_in

FOOT = 8
"""Lines behind an article that may say who wrote it, and when."""
TAIL = 30
"""Lines behind an article among which a labelled name may be its author's."""
PROPERTIES = (
    *("author", "creator", "datePublished", "dateModified", "articleSection"),
    *("publisher", "image", "inLanguage", "keywords", "headline", "description"),
)


@dataclass(frozen=True)
class Facts:
    """A page, what was kept of it, and what its tree says of its article."""

    page: Page
    title: str
    kept: Sequence[Block]
    findings: Sequence[Finding]
    language: str

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The article's language, and that of labels that sites in any language use."""
        return tuple(dict.fromkeys(filter(None, (self.language, "en"))))

    @cached_property
    def habits(self) -> Habits:
        """How the page writes dates, by its language and country."""
        said = next((s for s, _ in self.tags.meta("og:locale")), "")
        tag = ((self.page.tree.get("lang") or said).replace("_", "-")).lower()
        country = tag.partition("-")[2]
        is_american = country[-2:] in ("us", "ph")
        if is_american or ((self.language or tag[:2]) in ("", "en") and not country):
            seen = is_american or order_in(line.text for line in self.page.source.lines)
            return Habits(self.languages, seen)
        return Habits(self.languages, month_first=False)

    @cached_property
    def phrasing(self) -> frozenset[str]:
        """The languages whose phrases count."""
        return frozenset((*self.languages, "any"))

    @cached_property
    def tags(self) -> Tags:
        """The page's `<meta>` and `<link>`."""
        source = self.page.source
        return Tags(source.named("meta"), source.named("link"))

    @cached_property
    def json(self) -> JsonLd:
        """All of the page's JSON-LD."""
        return JsonLd(self.page.source.named("script"))

    @cached_property
    def own(self) -> Own:
        """What tells the article's own JSON-LD from that of others."""
        every = self.page.source.named("title", "meta", "h1")
        said = [said for said, _ in (*self.tags.link("canonical"), *self.tags.meta("og:url"))]
        titles = (self.title, *names_in(every), *list(headings_in(every))[:3])
        return Own(titles, (self.page.url or "", *said), self.page.base or next(iter(said), ""))

    @cached_property
    def items(self) -> list[Node]:
        """The items of JSON-LD that are of the article, the surest first."""
        return self.json.of_article(self.own)

    @cached_property
    def properties(self) -> dict[str, list[Element]]:
        """The elements of microdata."""
        return properties(self.page.tree, *PROPERTIES)

    def property(self, *names: str) -> Iterator[Said]:
        """What microdata says of the article."""
        for name in names:
            for element in self.properties.get(name, ()):
                if self._is_own(element) and (said := stated_by(element)):
                    yield said, f"itemprop {name}"

    def _is_own(self, element: Element) -> bool:
        """Whether the item that a property is of holds the article; of the whole page, its head."""
        scope = next((e for e in element.iterancestors() if e.get("itemscope") is not None), None)
        if scope is None or scope.tag in ("html", "body"):
            return element.tag == "meta" or self.in_head(element)
        first, end = self.page.source.reach(scope)
        return bool(self.kept) and first <= self.kept[0].line < end

    def json_values(self, *names: str) -> Iterator[tuple[object, str]]:
        """Values of properties of the article's JSON-LD, one by one, references resolved."""
        for name in names:
            for node in self.items:
                value = node.get(name)
                for each in value if isinstance(value, list) else [value]:
                    if each:
                        yield self.json.resolved(each), f"json-ld {type_of(node)} {name}"

    def json_texts(self, *names: str, inner: Sequence[str] = ("name",)) -> Iterator[Said]:
        """The texts of properties; of items, their property `inner`."""
        for value, where in self.json_values(*names):
            if isinstance(value, str):
                yield t.collapse_space(t.unescaped(value)), where
            elif isinstance(value, dict):
                for key in inner:
                    found = value.get(key)
                    for text in found if isinstance(found, list) else [found]:
                        if isinstance(text, str) and text:
                            yield t.collapse_space(t.unescaped(text)), f"{where}.{key}"

    @cached_property
    def head(self) -> tuple[int, int]:
        """The numbers of the lines from the title to the first paragraph."""
        return head_of(self.page.source, t.match_key(self.title), self.kept)

    @cached_property
    def title_line(self) -> int:
        """The number of the title's line, or of the first one of the head."""
        return max(self.head[0], self.page.source.title_line(t.match_key(self.title)))

    @cached_property
    def head_lines(self) -> list[Line]:
        """Those lines, from the title on; those before it come last."""
        lines = lines_of(self.page.source, *self.head)
        return sorted(lines, key=lambda line: line.number < self.title_line)

    @cached_property
    def foot_lines(self) -> list[Line]:
        """The last lines of what was kept, and those right behind."""
        last = max((block.line for block in self.kept), default=-1)
        return lines_of(self.page.source, max(0, last - 1), last + FOOT) if last >= 0 else []

    @cached_property
    def tail_lines(self) -> list[Line]:
        """The last lines of what was kept, and more of those behind."""
        last = max((block.line for block in self.kept), default=-1)
        return lines_of(self.page.source, max(0, last - 1), last + TAIL) if last >= 0 else []

    def in_head(self, element: Element) -> bool:
        """Whether an element stands among them."""
        return stands_in(element, self.page.source, *self.head)

    def is_over_title(self, element: Element) -> bool:
        """Whether an element stands before the title, as a clock in the masthead does."""
        source = self.page.source
        return 0 < reach_of(element, source)[1] <= source.title_line(t.match_key(self.title))

    def is_in_lines(self, said: str) -> bool:
        """Whether a text stands in the lines of the head, as words of their own."""
        pattern = re.compile(rf"(?<!\w){re.escape(said)}(?!\w)", re.I)
        return any(pattern.search(line.text) for line in self.head_lines)

    def stated(self, field: str, *said: Iterator[Said]) -> Iterator[Stated]:
        """Values that stand as they are."""
        for each in said:
            yield from (Stated(field, raw, raw, where) for raw, where in each)
