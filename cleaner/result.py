"""Cleaned: what `clean` gives back; kept blocks, findings, and the way back from them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

from cleaner.document.block import Block
from cleaner.document.finding import Action, Finding
from cleaner.document.image import Image
from cleaner.document.question import Opinion
from cleaner.document.span import Spans
from cleaner.fates import Fate, fates_of
from cleaner.metadata.stated import Metadata
from cleaner.outcome import Outcome
from cleaner.reading.page import Page
from cleaner.rendering.content import Content
from cleaner.rendering.header import Header
from cleaner.rendering.plain_data import plain_block, plain_finding, restore
from cleaner.rendering.render import rendered
from cleaner.rendering.unlisted import unlisted
from cleaner.spans.places import placed
from cleaner.text.urls import host_in, safe_link
from cleaner.text.words import collapse_space

SCHEMA = "page-cleaner/1"


@dataclass(frozen=True)
class Cleaned:
    """A cleaned page. `text`, `markdown` and `html` are without the title; `xmltei` has it."""

    title: str
    blocks: tuple[Block, ...]
    outcome: Outcome
    confidence: float
    """The word F1 that the article is predicted to have, 0 to 1; of text and fragments the share of
    the words whose fate is beyond doubt."""
    language: str = ""
    fault: str = ""
    """An internal error, by name; the extraction was then returned whole."""
    notes: tuple[str, ...] = ()
    """What rules and a second opinion did not bring about, where unseen text stood, in words."""
    images: tuple[Image, ...] = ()
    """The pictures of the article, in page order; empty unless `include_images` asks for them."""
    concerns: tuple[str, ...] = ()
    """What speaks against the article, in words, as "the votes disagree about 40% of the words"."""
    opinion: Opinion | None = None
    """What came of the second opinion; None where none was asked for, or nothing was in doubt."""
    _content: Content = field(default_factory=Content, repr=False)
    _findings: tuple[Finding, ...] = field(default=(), repr=False)
    _page: Page | None = field(default=None, repr=False, compare=False)

    @cached_property
    def text(self) -> str:
        """The article as plain text."""
        return self.rendered("text")

    @cached_property
    def markdown(self) -> str:
        """The article as CommonMark."""
        return self.rendered("markdown")

    @cached_property
    def html(self) -> str:
        """The article as sanitised, well-formed HTML."""
        return self.rendered("html")

    @cached_property
    def xmltei(self) -> str:
        """The article as a TEI document, which names the title and metadata in its header."""
        return self.rendered("xmltei")

    def rendered(self, form: str) -> str:
        """The article in a format of `cleaner.rendering.formats`, without its title.

        The header of a TEI document names it. Raises KeyError for a format that there is not.
        """
        return rendered(form, self.shown, self._header, self.images)

    @property
    def shown(self) -> Sequence[Block]:
        """The blocks as renderings have them: options may leave some out; no lists of layout."""
        return unlisted(self._content.of(self.blocks))

    def _header(self) -> Header:
        known = self.metadata
        url = safe_link((self._page.url if self._page else "") or known.canonical_url or "")
        return Header(
            title=collapse_space(self.title),
            author=known.author or "",
            publisher=known.site_name or "",
            host=host_in(url),
            date=known.date or "",
            url=url,
            language=self.language,
            description=known.description or "",
        )

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found, in page order, with where it stood; places unknown are empty."""
        return tuple(placed(self._page, self._findings))

    @cached_property
    def stripped(self) -> tuple[Finding, ...]:
        """The findings that were carried out: together with `blocks`, all of the extraction."""
        return tuple(f for f in self.findings if f.action is Action.STRIPPED)

    @cached_property
    def metadata(self) -> Metadata:
        """Authors, dates, site …, each with its evidence; read when first asked for."""
        from cleaner.metadata.read import metadata_of  # nobody else pays for it

        return metadata_of(self._page, self)

    @cached_property
    def fates(self) -> tuple[Fate, ...]:
        """What became of each visible line of the page, in page order."""
        return tuple(fates_of(self._page, self.blocks, self._findings))

    @cached_property
    def spans(self) -> Spans:
        """Where each kept block stands in the source, and what that was; found when asked for."""
        from cleaner.spans.spans_of import spans_of  # nobody else pays for it

        return spans_of(self._page, self.blocks, self._findings)

    def restore(self) -> str:
        """The extraction as it was before anything was stripped, as plain text."""
        return restore(self.to_dict())

    def to_dict(
        self, *, metadata: bool = False, lines: bool = False, spans: bool = False
    ) -> dict[str, Any]:
        """Everything as plain data; `schema` names the version of its form.

        metadata, lines, spans: with what the page says of itself; with the fate of each visible
        line; with where the kept blocks stand in the source.
        """
        result: dict[str, Any] = {
            "schema": SCHEMA,
            "title": self.title,
            "outcome": self.outcome.name,
            "why": self.outcome.why,
            "detail": self.outcome.detail,
            "confidence": round(self.confidence, 3),
            "language": self.language,
            "fault": self.fault,
            "text": self.text,
            "blocks": [plain_block(b) for b in self.blocks],
            "findings": [plain_finding(f) for f in self.findings],
        }
        known = {
            "images": [asdict(image) for image in self.images],
            "concerns": list(self.concerns),
            "opinion": self.opinion and self.opinion.to_dict(),
            "notes": list(self.notes),
        }
        result |= {name: value for name, value in known.items() if value}
        if metadata:
            result["metadata"] = self.metadata.to_dict()
        if lines:
            result["lines"] = [asdict(fate) for fate in self.fates]
        if spans:
            result["spans"] = self.spans.to_dict()
        return result

    def to_json(
        self,
        *,
        metadata: bool = False,
        lines: bool = False,
        spans: bool = False,
        indent: int | None = None,
    ) -> str:
        """`to_dict` as JSON."""
        told = self.to_dict(metadata=metadata, lines=lines, spans=spans)
        return json.dumps(told, ensure_ascii=False, indent=indent)

    @property
    def page(self) -> Page | None:
        """What came in."""
        return self._page

    @property
    def whole_blocks(self) -> tuple[Block, ...]:
        """The blocks that the extraction had, each once, whole."""
        whole = {b.index: b for b in self.blocks} | {f.block.index: f.block for f in self._findings}
        return tuple(whole[index] for index in sorted(whole))

    def __getstate__(self) -> dict[str, Any]:
        """Results may cross processes; what was rendered is made again there."""
        state = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return state | {"_findings": tuple(f.explained() for f in self._findings)}
