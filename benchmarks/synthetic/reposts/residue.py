"""Each kind of residue as real sites have it: one function a kind, from a voice to a group."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.synthetic.reposts.cards import price, related, teaser_card
from benchmarks.synthetic.reposts.lead import lead
from benchmarks.synthetic.reposts.page import Group, Piece, Role
from benchmarks.synthetic.reposts.voice import Voice, wordings

Maker = Callable[[Voice], Group]
PARAGRAPHS = 60  # letters from which a line is set as a paragraph


def group(kind: str, lines: list[str], role: Role | None = None) -> Group:
    """The lines as one group: short ones as lines, long ones as paragraphs."""
    roles = [role or ("line" if _width(line) < PARAGRAPHS else "paragraph") for line in lines]
    return Group(kind, tuple(Piece((t,), kind, r) for t, r in zip(lines, roles, strict=True)))


def _width(line: str) -> int:
    """The letters of the line, a Chinese, Japanese or Korean one counted twice."""
    return sum(2 if "\u3000" <= letter < "\uffef" else 1 for letter in line)


def title_again(voice: Voice) -> Group:
    kind, title = "repeated-title", voice.article.title
    form = voice.rng.choice(["line", "heading", "glued", "crumbs", "picture"])
    if form == "glued":
        return Group(kind, (Piece((title, title), kind, "line"),))
    if form == "crumbs":
        home, section = wordings(voice.language)["menu"][0], voice.one("tags")
        mark = voice.rng.choice([" > ", " » ", " / ", " › "])
        return group(kind, [mark.join((home, section, title))], "line")
    if form == "picture":
        return Group(kind, (Piece((title,), kind, "picture"), Piece((title,), kind, "line")))
    return group(kind, [title], "heading" if form == "heading" else "line")


def disclaimer(voice: Voice) -> Group:
    lines = voice.lines("disclaimer")
    if voice.rng.random() < 0.25:
        lines += voice.lines("disclaimer")
    return group("disclaimer", list(dict.fromkeys(lines)), voice.rng.choice(["paragraph", "small"]))


def inline_related(voice: Voice) -> Group:
    return Group("inline-related", (teaser_card(voice, "inline-related"),))


def press_release(voice: Voice) -> Group:
    keys = voice.rng.choice([
        ["about"], ["contact"], ["about", "contact"], ["about", "forward", "contact"],
        ["forward", "about"], ["contact", "about"],
    ])  # fmt: skip
    return group("press-release", [line for key in keys for line in voice.lines(key)])


def share_bar(voice: Voice) -> Group:
    return group("share-bar", voice.lines("share_bar"), "line")


def tags(voice: Voice) -> Group:
    return group("tags", voice.lines("tag_line"), "line")


def comments(voice: Voice) -> Group:
    kind, rng = "comments", voice.rng
    heading = Piece((voice.lines("comment_heading")[0],), kind, "heading")
    texts = voice.some("comment", 2)
    posts = tuple(
        Group(kind, (*group(kind, voice.lines("comment_meta"), "line").children, Piece((t,), kind)))
        for t in texts
    )
    form = group(kind, voice.lines("comment_form"), "line").children if rng.random() < 0.7 else ()
    return Group(kind, (heading, *posts, *form))


def _plain(kind: str, key: str) -> Maker:
    return lambda voice: group(kind, voice.lines(key))


PLAIN = {
    "attribution": "attribution", "byline": "byline", "timestamp": "stamp",
    "subscribe": "subscribe", "author-note": "author_note", "caption": "caption",
    "advert-label": "advert", "consent": "consent", "copyright": "copyright",
}  # fmt: skip
"""The kinds that are one wording and nothing else, with the name of their wordings."""
MAKERS: dict[str, Maker] = {
    "duplicate-lead": lead,
    "repeated-title": title_again,
    "price-widget": price,
    "disclaimer": disclaimer,
    "related-items": related,
    "inline-related": inline_related,
    "press-release": press_release,
    "share-bar": share_bar,
    "tags": tags,
    "comments": comments,
} | {kind: _plain(kind, key) for kind, key in PLAIN.items()}
