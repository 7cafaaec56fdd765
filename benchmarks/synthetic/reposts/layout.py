"""One repost: an article, five to ten kinds of residue, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from benchmarks.synthetic.articles import Article
from benchmarks.synthetic.reposts.cards import teaser_card
from benchmarks.synthetic.reposts.page import Group, Piece, Repost
from benchmarks.synthetic.reposts.residue import MAKERS
from benchmarks.synthetic.reposts.voice import Voice

# Where a kind is met; a place named twice is met twice as often.
PLACES = {
    "duplicate-lead": ["head"],
    "repeated-title": ["head", "head", "foot"],
    "price-widget": ["foot", "foot", "foot", "body", "head"],
    "disclaimer": ["foot", "foot", "foot", "head"],
    "related-items": ["foot", "foot", "foot", "foot", "body"],
    "inline-related": ["body"],
    "attribution": ["foot", "foot", "foot", "head"],
    "press-release": ["foot"],
    "byline": ["head", "head", "head", "foot"],
    "timestamp": ["head", "head", "head", "foot"],
    "share-bar": ["head", "foot", "foot"],
    "subscribe": ["foot", "foot", "body", "head"],
    "author-note": ["foot"],
    "caption": ["head", "head", "body"],
    "advert-label": ["body", "body", "head", "foot"],
    "tags": ["foot", "foot", "foot", "head"],
    "comments": ["foot"],
    "consent": ["foot", "head"],
    "copyright": ["foot"],
}
FOOT = (
    "attribution", "press-release", "author-note", "byline", "timestamp", "disclaimer",
    "price-widget", "tags", "share-bar", "advert-label", "subscribe", "related-items", "comments",
    "copyright", "consent",
)  # fmt: skip
REPEATED = {"inline-related": 3, "advert-label": 3, "caption": 2, "subscribe": 2, "share-bar": 2}


@dataclass
class Sheet:
    """The three places of a page, while residue is being laid out."""

    head: list[Group]
    body: list[Group]
    foot: list[Group]


def compose(article: Article, others: list[Article], rng: Random) -> Repost:
    """The article with residue around it; now and then some of it speaks English."""
    voice = Voice(article.language, rng, article, others)
    english = Voice("en", rng, article, others)
    mixed = article.language != "en" and rng.random() < 0.2
    sheet = Sheet([], [_own(p) for p in article.paragraphs], [])
    kinds = rng.sample(sorted(MAKERS), rng.randint(5, 10))
    for kind in kinds:
        speaker = english if mixed and rng.random() < 0.5 else voice
        for _ in range(rng.randint(1, REPEATED.get(kind, 1))):
            _lay(sheet, kind, speaker)
    title = Group("title", (Piece((article.title,), "title", "title"),))
    sheet.head.insert(0 if rng.random() < 0.6 else rng.randint(0, len(sheet.head)), title)
    sheet.foot.sort(key=lambda g: _rank(g.kind) + rng.uniform(-4, 4))
    return Repost(
        article.language, article.title, voice.facts["site"], "\n\n".join(article.paragraphs),
        sheet.head, sheet.body, sheet.foot, voice.some("menu", 8), voice.some("footer", 6),
    )  # fmt: skip


def _own(text: str) -> Group:
    """A paragraph of the article, or a heading between two of them."""
    is_heading = len(text) < 60 and text[-1] not in ".!?…:;。！？」”\"'"
    return Group("", (Piece((text,), role="heading" if is_heading else "paragraph"),))


def _rank(kind: str) -> int:
    return FOOT.index(kind) if kind in FOOT else 0


def _lay(sheet: Sheet, kind: str, voice: Voice) -> None:
    """One group of that kind into one of its places."""
    rng = voice.rng
    place = rng.choice(PLACES[kind])
    if kind == "inline-related" and rng.random() < 0.3:
        _append(sheet, teaser_card(voice, kind), rng)
    elif place == "body":
        sheet.body.insert(_gap(sheet, rng), MAKERS[kind](voice))
    elif place == "head":
        sheet.head.insert(rng.randint(0, len(sheet.head)), MAKERS[kind](voice))
    else:
        sheet.foot.append(MAKERS[kind](voice))


def _gap(sheet: Sheet, rng: Random) -> int:
    """A place between two paragraphs, not behind a heading."""
    places = [i for i in range(1, len(sheet.body)) if _is_paragraph(sheet.body[i - 1])]
    return rng.choice(places)


def _is_paragraph(group: Group) -> bool:
    return group.kind == "" and len(next(group.pieces()).text) > 60


def _append(sheet: Sheet, tail: Piece, rng: Random) -> None:
    """The teaser at the end of a paragraph, in the same block."""
    free = [
        i for i, g in enumerate(sheet.body) if _is_paragraph(g) and next(g.pieces()).tail is None
    ]
    if free:
        place = rng.choice(free)
        piece = replace(next(sheet.body[place].pieces()), tail=tail)
        sheet.body[place] = Group("", (piece,))
