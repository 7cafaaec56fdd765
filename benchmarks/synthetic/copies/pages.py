"""True pages, and what reposters make of them: copies with residue around and edits within."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import cycle
from random import Random
from typing import Any
from urllib.parse import urlsplit

from benchmarks.common import datasets
from benchmarks.synthetic.articles import Article, own_articles
from benchmarks.synthetic.copies.edits import EDITS, Draft, edited
from benchmarks.synthetic.reposts.layout import compose
from benchmarks.synthetic.reposts.page import TEXT_SHAPES, Group, Piece
from benchmarks.synthetic.reposts.shapes import HTML, shaped
from benchmarks.synthetic.reposts.voice import WORDINGS

SETS = ("wcxb-dev-articles", "readability-articles")
MAX_KNOWN = 0.2  # share of four-word runs of earlier pages; a page with more is left out
MIN_WORDS = 120  # of an article that is copied
SITES = ("tidingsbox", "newsmirror", "repostly", "dailyfold", "wirecatch", "pagerelay")
EVIDENCE = ("publisher", "link", "date", "complete")


@dataclass(frozen=True)
class Made:
    """A page of the benchmark and what is to be found about it."""

    id: str
    url: str
    source: str
    is_html: bool = True
    story: str = ""
    """Pages with the same story are copies of each other; empty where there are none."""
    edits: tuple[str, ...] = ()
    intended: str = ""
    """On the copy that is to be kept: what tells it apart."""
    shape: str = ""


@dataclass(frozen=True)
class Original:
    """A page as its own site has it."""

    id: str
    url: str
    html: str
    article: Article | None

    @property
    def publisher(self) -> str:
        """The site's own name, or its host's."""
        match = re.search(r'"og:site_name"\s+content="([^"|,.]{3,40})"', self.html)
        host = (urlsplit(self.url).hostname or "").removeprefix("www.")
        return match[1] if match else host


def half_of(name: str) -> str:
    """dev or test, by a hash of the page's id."""
    return "dev" if hashlib.sha256(name.encode()).digest()[0] % 2 else "test"


def originals(half: str, every: int) -> list[Original]:
    """The pages of one half: those of ../shared, and our own articles in fifteen languages."""
    everything = (*_shared(), *_own())
    return [page for page in everything if half_of(page.id) == half][::every]


def _unlike(items: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Without the sets' own copies: test pages made of one filler text, pages scraped twice."""
    seen: set[tuple[str, ...]] = set()
    for page in items:
        words = page["truth"].lower().split()
        runs = set(zip(words, words[1:], words[2:], words[3:], strict=False))
        if len(runs & seen) <= MAX_KNOWN * len(runs):
            yield page
        seen |= runs


def _shared() -> Iterator[Original]:
    for name in SETS:
        for page in _unlike(datasets.read(name)):
            id_ = f"{name}/{page['id']}"
            slug = re.sub(r"\W+", "-", str(page["id"])).strip("-").lower()
            url = page.get("url") or f"https://www.{slug[:40].strip('-')}.example/story"
            yield Original(id_, url, page["html"], _article(page))


def _own() -> Iterator[Original]:
    for number, article in enumerate(own_articles()):
        body = "".join(f"<p>{escape(p)}</p>\n" for p in article.paragraphs)
        html = (
            f'<!DOCTYPE html>\n<html lang="{article.language[:2]}"><head>\n<title>'
            f"{escape(article.title)}</title></head>\n<body><h1>{escape(article.title)}</h1>\n"
            f"<article>\n{body}</article></body></html>"
        )
        url = f"https://www.gazette-{number}.example/{number}"
        yield Original(f"own/{number}", url, html, article)


def _article(page: dict[str, Any]) -> Article | None:
    lines = [" ".join(line.split()) for line in page["truth"].split("\n") if line.strip()]
    title = page["title"] or "Untitled"
    if lines and re.sub(r"\W", "", lines[0]) in re.sub(r"\W", "", title):
        lines = lines[1:]
    prose = [line for line in lines[:-1] if len(line) > 80]
    if len(prose) < 2 or len(" ".join(lines).split()) < MIN_WORDS:
        return None
    return Article(_language(page["html"]), title, tuple(lines))


def _language(html: str) -> str:
    match = re.search(r"<html[^>]{0,300}?\slang=[\"']?([a-z]{2})", html[:20_000], re.I)
    code = match[1].lower() if match else "en"
    return code if (WORDINGS / f"{code}.toml").exists() else "en"


def with_copies(sources: list[Original], seed: int) -> Iterator[Made]:
    """Every page, and one to four copies of each that is long enough."""
    articles = [page.article for page in sources if page.article]
    html, text = cycle(HTML), cycle(TEXT_SHAPES)
    for page in sources:
        rng = Random(f"{seed}/{page.id}")
        if page.article is None:
            yield Made(page.id, page.url, page.html)
            continue
        same = [a for a in articles if a.language == page.article.language and a != page.article]
        forms = [next(text) if rng.random() < 0.4 else next(html) for _ in range(rng.randint(1, 4))]
        others = rng.sample(pool := same or articles, min(6, len(pool)))
        yield from _story(page, others, forms, rng)


def _story(page: Original, others: list[Article], forms: list[str], rng: Random) -> Iterator[Made]:
    """The page and its copies. What tells the original apart is the same for all of them."""
    usable = [e for e in EVIDENCE if e not in ("link", "date") or set(forms) & set(HTML)]
    evidence = rng.choice(usable)
    told = _head("", "2020-03-04T05:06:07Z") if evidence == "date" else ""
    yield Made(page.id, page.url, _with_head(page.html, told), True, page.id, (), evidence)
    for number, form in enumerate(forms):
        yield _copy(page, others, (number, form, evidence), rng)


def _copy(page: Original, others: list[Article], how: tuple[int, str, str], rng: Random) -> Made:
    number, form, evidence = how
    assert page.article is not None
    edits = tuple(rng.sample(sorted(EDITS), rng.choice([1, 1, 1, 2, 3])))
    if evidence == "complete" and "shortened" not in edits:
        edits = (*edits, "shortened")
    strange = tuple(w for p in others[0].paragraphs[:8] for w in p.split() if w.isalpha())
    draft = Draft(page.article.title, page.article.paragraphs, strange or ("other",))
    draft = edited(draft, edits, rng)
    repost = compose(Article(page.article.language, draft.title, draft.paragraphs), others, rng)
    if evidence == "publisher":
        line = f"The post {draft.title} appeared first on {page.publisher}."
        repost.foot.insert(0, Group("attribution", (Piece((line,), "attribution"),)))
    source = shaped(repost, form, rng).source
    url = f"https://{rng.choice(SITES)}.example/{_number_of(page.id)}/{number}"
    if form in HTML:
        source = _with_head(source, _evidence(evidence, page.url, rng))
    return Made(f"{page.id}#{number}", url, source, form in HTML, page.id, edits, "", form)


def _number_of(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])


def _evidence(evidence: str, url: str, rng: Random) -> str:
    date = f"2020-03-{rng.randint(5, 28):02}T{rng.randint(10, 23)}:00:00+02:00"
    if evidence == "link":
        return _head(url, rng.choice(["", date]))
    return _head("", date) if evidence == "date" else ""


def _head(canonical: str, published: str) -> str:
    link = f'<link rel="canonical" href="{escape(canonical)}">\n' if canonical else ""
    name = "article:published_time"
    return link + (f'<meta property="{name}" content="{published}">\n' if published else "")


def _with_head(html: str, head: str) -> str:
    """The page with this as the first of its head."""
    match = re.search(r"<head\b[^>]*>", html[:50_000], re.I)
    place = match.end() if match else 0
    return f"{html[:place]}\n{head}{html[place:]}" if head else html
