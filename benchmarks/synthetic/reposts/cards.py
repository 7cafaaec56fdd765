"""Residue that comes as cards: related items, teasers between paragraphs, price widgets."""

from __future__ import annotations

from benchmarks.synthetic.reposts.page import Group, Piece, Role
from benchmarks.synthetic.reposts.voice import Voice, data


def teaser_card(voice: Voice, kind: str) -> Piece:
    """“Read more: …” as one block, its label and its link side by side."""
    *label, link = voice.lines("teaser")
    return Piece((*(text + voice.space for text in label), link), kind, "teaser")


def related(voice: Voice) -> Group:
    """Two to four items, under a heading or not, each in the same of six forms."""
    rng, kind = voice.rng, "related-items"
    form = rng.choice(["titles", "titles", "twice", "excerpt", "full", "full", "long", "time"])
    headed = form == "titles" or rng.random() < 0.75
    heading = (Piece((voice.lines("related_heading")[0],), kind, "heading"),) if headed else ()
    items = voice.items(rng.randint(2, 4), 900 if form == "long" else 170)
    return Group(kind, (*heading, *(_item(voice, form, item) for item in items)))


def _item(voice: Voice, form: str, item: tuple[str, str]) -> Group:
    def piece(text: str, role: Role) -> Piece:
        return Piece((text,), "related-items", role)

    site, date = voice.one("sites"), voice.date()
    first, link = piece(item[0], voice.rng.choice(["picture", "link"])), piece(item[0], "link")
    excerpt = piece(item[1], "paragraph")
    glued = Piece((site, date), "related-items", "time")
    share = piece(voice.one("share_word"), "line")
    forms: dict[str, tuple[Piece, ...]] = {
        "titles": (link,),
        "twice": (first, link),
        "excerpt": (link, excerpt),
        "full": (first, link, excerpt, share, glued),
        "long": (link, excerpt, share, glued),
        "time": (link, piece(date, "time")),
    }
    return Group("related-items", forms[form])


def price(voice: Voice) -> Group:
    """A token's card as in the seed, a share's quote box, or a strip of indexes run together."""
    return voice.rng.choice([_token, _token, _quote, _strip])(voice)


def _lines(*lines: str | tuple[str, ...]) -> tuple[Piece, ...]:
    kind = "price-widget"
    return tuple(Piece(t if isinstance(t, tuple) else (t,), kind, "line") for t in lines)


def _change(voice: Voice) -> str:
    change = voice.rng.uniform(-9, 9)
    return f"{'+' if change > 0 else '-'}{voice.number(abs(change))}%"


def _token(voice: Voice) -> Group:
    rng, facts = voice.rng, voice.facts
    coin, ticker = facts["coin"], facts["ticker"]
    cost = f"${voice.number(rng.uniform(0.01, 90), rng.choice([2, 4, 5]))}"
    kind, chart = "price-widget", voice.lines("chart")[0]
    head = Piece((voice.lines("price_heading")[0],), kind, rng.choice(["heading", "line"]))
    logo = Piece((f"{coin} Logo",), kind, "picture")
    name = (f"{coin} {voice.one('price_label')}", f"({ticker})")
    lines = _lines(name, cost, (cost, cost), _change(voice), "USD", chart)
    return Group(kind, (head, logo, *lines))


def _quote(voice: Voice) -> Group:
    rng, sign = voice.rng, data()["currencies"].get(voice.language, "$")
    cost = voice.number(rng.uniform(4, 400))
    labels = voice.some("quote_labels", 3)
    values = [voice.number(rng.uniform(1, 900)) + rng.choice(["", "M", "B"]) for _ in labels]
    change = f"{_change(voice)} ({voice.number(rng.uniform(0.1, 9))})"
    pairs = [text for pair in zip(labels, values, strict=True) for text in pair]
    lines = (voice.facts["company"], sign + cost, rng.choice("▲▼") + " " + change, *pairs)
    return Group("price-widget", _lines(*lines, voice.lines("chart")[0]))


def _strip(voice: Voice) -> Group:
    rng = voice.rng
    cells: list[str] = []
    for name in rng.sample(data()["indexes"], 4):
        cells += [name, voice.number(rng.uniform(900, 40000)), _change(voice)]
    return Group("price-widget", _lines(tuple(cells)))
