"""Looked at when site memory was built.

A recipe site, everything nested in one card.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, table, ul

JUMP = "In a hurry with wet hands? Tap twice anywhere and the page slides down to the quantities."
SCALE = "Written for {n} people with an appetite; the dial at the side doubles it."
OVEN = (
    "Our oven is a tired gas one from 1983. Yours is likely keener, so look in five minutes before "
    "we say you should, and trust your nose over our clock."
)
HABIT = (
    "Butter & Bay is two sisters, one stove and a rota for the washing-up. We cook each thing four "
    "times, twice on a weeknight, and nothing gets on the page that the children would not finish."
)
BOOK = [
    "Nan's Tin, our little spiral-bound book, lies flat by the hob and wipes clean. Ninety-odd suppers, no chia.",
    "Sunday kitchen: eight stools around our table, five hours, and you carry home what you made. Dates are on the fridge.",
]
MEMBER = (
    "Friends of the stove get the shopping list by text on Thursdays and a jar at Christmas. It comes "
    "to forty pence a week and it keeps the page free of dancing saucepans."
)
TALK = "Made it? Burnt it? Tell the others underneath, and be gentle: it is somebody's tea."
CARE = (
    "Numbers for energy and salt come from a calculator and from packets, so treat them as a rough "
    "guide. With allergies, the label in your hand beats the words on ours."
)
STEPS = [
    "Heat the oven to 180 degrees and grease a shallow dish.",
    "Put a wide pan on a low flame and wait until a drop of water dances.",
    "Line the tin with paper that comes up over the sides.",
    "Mix everything but the eggs, rest it for ten minutes, then fold them in.",
    "Knead until it stops sticking to the bowl, about as long as two songs.",
    "Simmer with the lid off until a spoon leaves a path behind it.",
    "Beat the eggs with the flour and a little water, and leave it be.",
]


def edit(stories: list[Story]) -> list[Story]:
    told = []
    for i, story in enumerate(stories):
        kcal = 345 + 31 * i
        told.append(
            story.insert(
                -1,
                h2("Ingredients"),
                ul(
                    "Salt and pepper",
                    "1 tbsp olive oil",
                    f"{200 + 50 * (i % 4)} g flour",
                    ("2 eggs", "1 egg")[i % 2],
                ),
                h2("Method"),
                p(STEPS[i % 3]),
                p(STEPS[3 + i % 4]),
                h2("Nutrition"),
                table(
                    f"Calories\t{kcal} kcal",
                    f"Fat\t{9 + i} g",
                    f"Salt\t0.{i} g",
                    f"Serves\t{2 + i % 5}",
                ),
            )
        )
    told = each(told, "0257", 0, line("Plain food for people who are tired.", "motto"))
    return each(told, "1368", -1, line("Eat it hot, and leave the pan for tomorrow."))


def page(sheet: Sheet) -> str:
    forms = {
        "p": '<p class="bb-card__para">{}</p>\n',
        "h2": '<h3 class="bb-card__step">{}</h3>\n',
        "ul": ('<ul class="bb-list">', '<li class="bb-list__item">{}</li>', "</ul>\n"),
        "table": ('<table class="bb-facts">', "<tr>{}</tr>", "</table>\n"),
        "motto": '<p class="bb-card__dek"><em>{}</em></p>\n',
        "line": '<p class="bb-card__para"><em>{}</em></p>\n',
    }
    pieces = sheet.blocks(forms)
    scale = SCALE.format(n=2 + sheet.number % 5)
    box = (
        f'<div class="bb-card__hint"><p>{sheet.extra(JUMP)}</p><p>{sheet.extra(scale)}</p></div>\n'
    )
    put(pieces, 2, box)
    if sheet.number not in (2, 6, 9):
        put(pieces, 5, f'<p class="bb-card__para">{sheet.extra(OVEN)}</p>\n')
    tiles = "".join(
        f'<figure class="bb-tile"><img src="/t/{len(o.title)}.webp" alt=""><figcaption><b>{sheet.extra(o.title)}</b>'
        f"<p>{sheet.extra(excerpt(o, 18))}</p></figcaption></figure>\n"
        for o in sheet.picked(4)
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{sheet.title} | Butter &amp; Bay</title></head>
<body class="bb"><div class="bb-top"><a href="/">{sheet.extra("Butter & Bay")}</a></div>
<div class="bb-page"><div class="bb-card" itemscope itemtype="https://schema.org/Article">
<h1 class="bb-card__name">{sheet.title}</h1><div class="bb-card__inner"><div class="bb-card__text">
{"".join(pieces)}
<div class="bb-card__end"><p>{sheet.extra(CARE)}</p><p>{sheet.extra(TALK)}</p>
<div class="bb-card__turn"><p>{sheet.extra(sheet.rotate(BOOK))}</p></div></div>
<p class="bb-card__para">{sheet.extra(HABIT)}</p>
<p class="bb-card__para">{sheet.extra(MEMBER)}</p>
<div class="bb-tiles"><p class="bb-tiles__head">{sheet.extra("More for the same table")}</p>
{tiles}</div></div></div></div></div></body></html>
"""


SITE = Site("https://butterandbay.example/recipes/{slug}", page, edit)
