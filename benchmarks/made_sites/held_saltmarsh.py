"""Kept back: whoever builds site memory does not read on.

A university's news on Drupal's paragraphs: each block in a wrapper of its own, and each field.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted, table

CHAIR = (
    "Saltmarsh was founded by a lighthouse board in 1911 and still keeps a lamp burning in the tower. "
    "Some {n} people study here, most of them after work, and nobody is asked for a cap and gown."
)
DESK = (
    "Words and pictures on these pages are made by two people in the gatehouse. Take them for your "
    "school, your club or your wall; for a film or a mug, knock first."
)
EXPERT = (
    "Looking for somebody who knows about mud, tides, sheep or the law of the sea? The gatehouse keeps "
    "a card index and will find you a scholar who answers the telephone."
)
GRADUATES = (
    "Were you here once? Your year has a bench by the sluice, and whoever sits on it on the last "
    "Friday of a month is bought a pie by the college."
)
OPEN = [
    "Gates stand open on the second Saturday of the month: see the wave tank, handle the eels, and ask the bursar what it costs.",
    "The evening classes for the winter are on the board by the gate. Seaweed, Latin and welding still have stools free.",
]
GAUGE = "The gauge under the footbridge read {m} centimetres and {t} degrees when this was set."
SAID = (
    "“A salt marsh is a slow conversation between a river and the sea, and we have only lately begun "
    "to listen in,” Agnes Hale wrote when the station was opened."
)
BEFORE = (
    "The reserve was bought in 1968 for the price of two houses. A first survey counted 41 species of "
    "wading birds; the latest one, of 2019, found 29 of them still there."
)
PANELS = ("Field survey", "Interviews", "Field survey", "Archive work")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 3, "58")
    told = []
    for i, story in enumerate(stories):
        facts = table(
            f"People taking part\t{120 + 31 * i}",
            f"Length\t{6 + 3 * (i % 4)} months",
            f"Approach\t{PANELS[i % 4]}",
            "Paid for by\tThe Humber Fund",
        )
        told.append(
            story.insert(min(4, len(story.blocks)), line("The work in short", "box"), facts)
        )
    told = each(told, "1269", 2, line(SAID, "quote"))
    told = each(told, "0279", 3, p(BEFORE))
    told = each(told, "1347", 1, line("Why has nobody looked before?", "ask"))
    told = each(told, "1347", 3, line("What comes next?", "ask"))
    told = each(told, "035", -1, h2("Where to read it"))
    told = [
        s.insert(
            -1, p(f"The paper is in the Journal of Estuaries, volume {30 + i}, page {211 + 9 * i}.")
        )
        if i in (0, 3, 5)
        else s
        for i, s in enumerate(told)
    ]
    return each(told, "0258", 0, line("From the wet end of the college", "kicker"))


def _field(kind: str, name: str, inner: str) -> str:
    return (
        f'<div class="paragraph paragraph--type--{kind} paragraph--view-mode--default"><div class="clearfix '
        f'text-formatted field field--name-field-{name} field--label-hidden field__item">{inner}</div></div>\n'
    )


def page(sheet: Sheet) -> str:
    text = _field("text", "text", "<p>{}</p>")
    rows = ("<table><tbody>", "<tr>{}</tr>", "</tbody></table>")
    opening, closing = _field("facts", "facts", "|").split("|")
    forms = {
        "p": text,
        "h2": _field("heading", "heading", "<h2>{}</h2>"),
        "ask": _field("question", "question", "<h3>{}</h3>"),
        "quote": _field("quote", "quote", "<blockquote><p>{}</p></blockquote>"),
        "box": _field("facts-title", "title", "<h3>{}</h3>"),
        "table": (opening + rows[0], rows[1], rows[2] + closing),
        "kicker": _field("kicker", "kicker", "<p>{}</p>"),
    }
    pieces = sheet.blocks(forms)
    if sheet.number != 6:
        put(pieces, 6, text.format(sheet.extra(EXPERT)))
    tail = [DESK, GRADUATES] if sheet.number % 3 else [GRADUATES, DESK]
    gauge = GAUGE.format(m=sheet.rng.randrange(20, 390), t=sheet.rng.randrange(4, 19))
    cards = "".join(
        f'<div class="field__item"><div class="field field--name-title field__item"><span>{sheet.extra(o.title)}</span></div>'
        f'<div class="field field--name-field-summary field__item"><p>{sheet.extra(excerpt(o, 26))}</p></div></div>\n'
        for o in sheet.picked(3)
    )
    chair = sheet.extra(CHAIR.format(n=f"3,{120 + 14 * sheet.number}"))
    return f"""<!DOCTYPE html><html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8"><title>{sheet.title} | Saltmarsh College</title></head>
<body class="path-node page-node-type-news"><div class="dialog-off-canvas-main-canvas"><div class="region region-header"><div class="block block-system-branding-block">{sheet.extra("Saltmarsh College")}</div></div>
<main><div class="region region-content"><div class="block block-page-title-block"><h1><span class="field field--name-title">{sheet.title}</span></h1></div>
<div class="block block-system-main-block"><div class="node node--type-news node--view-mode-full"><div class="field field--name-field-content field--type-entity-reference-revisions field__items">
{"".join(pieces)}{"".join(text.format(sheet.extra(words)) for words in tail)}
{_field("text", "text", f"<p>{chair}</p>")}{_field("event", "event-text", f"<p>{sheet.extra(sheet.rotate(OPEN))}</p>")}</div>
<div class="field field--name-field-gauge field__item">{sheet.extra(gauge)}</div>
<div class="field field--name-field-related field--label-above"><div class="field__label">{sheet.extra("Also out of the mud")}</div><div class="field__items">{cards}</div></div>
</div></div></div></main></div></body></html>
"""


SITE = Site("https://www.saltmarsh.example/news/{number}", page, edit)
