"""One repost: an article, five to ten kinds of residue, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from benchmarks.synthetic.articles import Article
from benchmarks.synthetic.reposts.cards import teaser_card
from benchmarks.synthetic.reposts.page import Group, Piece, Repost
from benchmarks.synthetic.reposts.residue import MAKERS
from benchmarks.synthetic.reposts.voice import Voice, data


@dataclass
class Layout:
    """The three places of a page, while residue is being laid out."""

    head: list[Group]
    body: list[Group]
    foot: list[Group]


def compose(article: Article, others: list[Article], rng: Random) -> Repost:
    """The article with residue around it; now and then some of it speaks English."""
    voice = Voice(article.language, rng, article, others)
    english = Voice("en", rng, article, others)
    mixed = article.language != "en" and rng.random() < 0.2
    layout = Layout([], [_own(p) for p in article.paragraphs], [])
    kinds = rng.sample(sorted(MAKERS), rng.randint(5, 10))
    for kind in kinds:
        speaker = english if mixed and rng.random() < 0.5 else voice
        for _ in range(rng.randint(1, data()["repeated"].get(kind, 1))):
            _lay(layout, kind, speaker)
    title = Group("title", (Piece((article.title,), "title", "title"),))
    layout.head.insert(0 if rng.random() < 0.6 else rng.randint(0, len(layout.head)), title)
    layout.foot.sort(key=lambda g: _rank(g.kind) + rng.uniform(-4, 4))
    return Repost(
        article.language, article.title, voice.facts["site"], "\n\n".join(article.paragraphs),
        layout.head, layout.body, layout.foot, voice.some("menu", 8), voice.some("footer", 6),
    )  # fmt: skip


def _own(text: str) -> Group:
    """A paragraph of the article, or a heading between two of them."""
    is_heading = len(text) < 60 and text[-1] not in ".!?…:;。！？」”\"'"
    return Group("", (Piece((text,), role="heading" if is_heading else "paragraph"),))


def _rank(kind: str) -> int:
    return data()["foot"].index(kind) if kind in data()["foot"] else 0


def _lay(layout: Layout, kind: str, voice: Voice) -> None:
    """One group of that kind into one of its places."""
    rng = voice.rng
    place = rng.choice(data()["places"][kind])
    if kind == "inline-related" and rng.random() < 0.3:
        _append(layout, teaser_card(voice, kind), rng)
    elif place == "body":
        layout.body.insert(_gap(layout, rng), MAKERS[kind](voice))
    elif place == "head":
        layout.head.insert(rng.randint(0, len(layout.head)), MAKERS[kind](voice))
    else:
        layout.foot.append(MAKERS[kind](voice))


def _gap(layout: Layout, rng: Random) -> int:
    """A place between two paragraphs, not behind a heading."""
    places = [i for i in range(1, len(layout.body)) if _is_paragraph(layout.body[i - 1])]
    return rng.choice(places)


def _is_paragraph(group: Group) -> bool:
    return group.kind == "" and len(next(group.pieces()).text) > 60


def _append(layout: Layout, tail: Piece, rng: Random) -> None:
    """The teaser at the end of a paragraph, in the same block."""
    free = [
        i for i, g in enumerate(layout.body) if _is_paragraph(g) and next(g.pieces()).tail is None
    ]
    if free:
        place = rng.choice(free)
        piece = replace(next(layout.body[place].pieces()), tail=tail)
        layout.body[place] = Group("", (piece,))
