"""Kept back: whoever builds site memory does not read on.

A magazine on a headless CMS: styled components, their hashes the same on every page.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted, table

PICK_HEAD = "The Aperture Set"
PICK = (
    "Four print issues, a tote that holds a week’s groceries and a seat at our summer evening: that is "
    "what the Set gets for {price} a year, and there is room for a few more at the table."
)
LISTEN = (
    "Rather hear it? Our producers read three long ones aloud each week, wherever your ears live."
)
COMMISSION = (
    "Our writers choose what they write about and no brand sees a draft. When you shop from a page of "
    "ours, the shop may send us a slice."
)
WRITER = "{name} is a {role} at Aperture Quarterly. {tail}"
PEOPLE = [
    ("Iris Vandermeer", "contributing editor", "Her last book was about lighthouses."),
    ("Cole Basuto", "staff writer", "He lives in Leith with two whippets."),
    ("Iris Vandermeer", "contributing editor", "Her last book was about lighthouses."),
    ("June Halloran", "senior editor", "She is learning the accordion."),
]
DISPATCH_HEAD = "A letter worth opening"
DISPATCH = "On Saturdays, one long read, one short film and one thing to cook, picked by hand and never by machine."
NEXT = "Stay a while"
ISSUE = "From the {season} number, on shelves until {day}."
SEASONS = ("Tide", "Ember", "Frost")
MOTTO = "Field Notes — dispatches from places with poor signal"
DATELINE = "Leith, after rain."
BACKGROUND = (
    "The mill closed in 1987, and for two decades nobody could agree on what should become of it. A "
    "trust bought the building for one pound in 2009 and has been mending the roof ever since."
)
QUOTE = (
    "“You don’t restore a place,” the architect likes to say. “You merely stop it from leaving.”"
)
ROWS = ("Best for\tA long weekend", "Bring\tSomething waterproof")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 3, "9")
    stories = each(stories, "0258", 3, p(BACKGROUND))
    stories = each(stories, "1347", 2, line(QUOTE, "quote"))
    stories = each(stories, "0346", 2, h2("Why it matters"))
    stories = each(stories, "1257", -1, table(*ROWS))
    stories = each(stories, "0278", 0, line(MOTTO, "motto"))
    return each(stories, "1345", 0, line(DATELINE))


def page(sheet: Sheet) -> str:
    forms = {
        "p": '<div class="sc-1x9vbk2-0 hTzQeL"><p class="sc-fKgJPI dYbRrc">{}</p></div>\n',
        "h2": '<div class="sc-1x9vbk2-0 hTzQeL"><h2 class="sc-bCwfaz kGpnWe">{}</h2></div>\n',
        "motto": '<p class="sc-iwajpm jXkPzA">{}</p>\n',
        "line": '<p class="sc-iwajpm eVfQou"><em>{}</em></p>\n',
        "quote": '<blockquote class="sc-cxNHIi bnYtKd"><p>{}</p></blockquote>\n',
    }
    pieces = sheet.blocks(forms)
    pick = sheet.extra(PICK.format(price=sheet.rng.choice(("£38", "£42", "£45"))))
    put(
        pieces,
        3,
        f'<div class="sc-qYSYK gWmTla"><span class="sc-llJcti pqRsWv">{sheet.extra(PICK_HEAD)}</span><p class="sc-iIgjPs cXoDbN">{pick}</p></div>\n',
    )
    if len(pieces) > 7:
        dispatch = f'<h3 class="sc-hOPeYd lMaXbe">{sheet.extra(DISPATCH_HEAD)}</h3><p class="sc-iIgjPs fRtOvx">{sheet.extra(DISPATCH)}</p>'
    else:
        dispatch = f'<p class="sc-iIgjPs fRtOvx">{sheet.extra(DISPATCH)}</p>'
    put(pieces, 6, f'<div class="sc-dkQUaI wBnHcy">{dispatch}</div>\n')
    name, role, tail = PEOPLE[sheet.number % 4]
    cards = "".join(
        f'<a class="sc-jtggT oPqLmz" href="/r/{len(o.title)}"><div class="sc-ebFjAB nUiYtr">{sheet.extra(o.title)}</div><div class="sc-KfMfS aSdFgh">{sheet.extra(excerpt(o, 32))}</div></a>\n'
        for o in sheet.picked(3)
    )
    issue = sheet.extra(
        ISSUE.format(season=SEASONS[sheet.number % 3], day=f"{sheet.day:%B} {sheet.day.day}")
    )
    menu = "".join(
        f'<a class="sc-tAExr" href="/{n.lower()}">{sheet.extra(n)}</a>'
        for n in ("Places", "Objects", "Plates", "Minds")
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{sheet.title} — Aperture Quarterly</title></head><body><div id="__next">
<div class="sc-gsTCUz kLmNop"><div class="sc-dlfnbm">{sheet.extra("Aperture Quarterly")}</div><div class="sc-hKgILt">{menu}</div></div>
<div class="sc-eCssSg vTyUio"><main class="sc-jSgupP xZaQws">
<h1 class="sc-gKsewC rFvTgb">{sheet.title}</h1>
<div class="sc-iBPRYJ yHnUjm">
<div class="sc-fubCfw iKlOpp"><p class="sc-pFZIQ">{sheet.extra(LISTEN)}</p></div>
{"".join(pieces)}
<div class="sc-jrAGrp mNbVcx"><p class="sc-kEjbxe">{sheet.extra(WRITER.format(name=name, role=role, tail=tail))}</p></div>
<div class="sc-iqHYGH lKjHgf"><p class="sc-crrsfI">{sheet.extra(COMMISSION)}</p><p class="sc-crrsfI">{issue}</p></div>
</div>
<div class="sc-hBEYos qAzWsx"><div class="sc-fodVxV">{sheet.extra(NEXT)}</div>
{cards}</div></main></div>
<div class="sc-fFubgz">{sheet.extra("Aperture Quarterly is bound with thread, not glue.")}</div></div></body></html>
"""


SITE = Site("https://aperturequarterly.example/read/{slug}", page, edit)
