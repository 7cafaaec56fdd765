"""Kept back: whoever builds site memory does not read on.

A software company's news room, half blog and half releases, built of a page builder's blocks.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from datetime import timedelta

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted, ul

PRODUCT_HEAD = "Zuludesk Flow puts the busywork to bed"
PRODUCT = (
    "Rosters, invoices and the odd apology, all in one window. Crews that moved over last year won "
    "back six hours a week each. See it with your own numbers."
)
PRODUCT_GO = "Show me Flow"
WEBINAR = "{day}: our engineers take Flow apart, live, for forty minutes, and put it back together if time allows."
WEBINAR_GO = "Keep me a chair"
ABOUT_HEAD = "Who we are"
ABOUT = (
    "Zuludesk (Nasdaq First North: ZULU) builds software for field crews in 31 countries. Founded in "
    "Aarhus in 2006, the group employs around {staff} people and had revenue of €214 million last year. "
    "Its customers keep lifts, lights and water running for a quarter of a billion people."
)
PRESS_HEAD = "For reporters"
PRESS = ("Mette Lundqvist, Head of Group Communications", "+45 5550 0172, press@zuludesk.example")
CAUTION = (
    "Some sentences on this page look ahead. They rest on what management believes today and on a good "
    "deal that it cannot steer, so what comes to pass may differ, even sharply."
)
KEEP = "Before you go back to work"
TRIAL = "Fourteen days on the house. No card, no call from a man named Kevin."
MOTTO = "Notes from the van: what our customers taught us this month."
BACKGROUND = (
    "Zuludesk bought the Dutch scheduling firm Roosterly in September 2021 for €38 million. Its 60 "
    "engineers stayed in Utrecht and now look after everything that has a calendar in it."
)
QUOTE = "“Our customers don’t wake up wanting software,” said chief executive Anders Holt. “They wake up wanting the lift to work.”"
DATELINE = "AARHUS, Denmark –"
POINTS = ("Organic growth remained in double digits.", "Net churn stayed under two percent.")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 0, "4")
    stories = [s.opening(DATELINE) if i in (1, 3, 5, 7, 8) else s for i, s in enumerate(stories)]
    stories = each(stories, "1269", 3, p(BACKGROUND))
    stories = each(stories, "0358", 2, p(QUOTE))
    stories = each(stories, "1378", 1, ul(*POINTS))
    stories = each(stories, "0257", 2, h2("What comes next"))
    stories = each(stories, "2369", 0, line(MOTTO, "motto"))
    return each(stories, "0268", -1, line("See you on the road, the Zuludesk crew"))


def page(sheet: Sheet) -> str:
    forms = {"motto": '<p class="lead-in"><em>{}</em></p>\n', "h2": "<h2><span>{}</span></h2>\n"}
    pieces = sheet.blocks(forms)
    put(
        pieces,
        3,
        f'<div class="blk blk-offer"><div class="blk-inner"><h3>{sheet.extra(PRODUCT_HEAD)}</h3><p>{sheet.extra(PRODUCT)}</p>'
        f'<a class="btn" href="/flow">{sheet.extra(PRODUCT_GO)}</a></div></div>\n',
    )
    on = sheet.day + timedelta(days=16)
    webinar = sheet.extra(WEBINAR.format(day=f"{on:%A}, {on:%B} {on.day}"))
    press = "".join(f"<p>{sheet.extra(text)}</p>" for text in PRESS)
    cards = "".join(
        f'<div class="col-4"><div class="tile"><h5>{sheet.extra(o.title)}</h5><p>{sheet.extra(excerpt(o, 24))}</p><a href="/n/{len(o.title)}">{sheet.extra("Go on")}</a></div></div>\n'
        for o in sheet.picked(3)
    )
    about = sheet.extra(ABOUT.format(staff=f"1,{400 + 10 * (sheet.number // 3)}"))
    menu = "".join(
        f'<a href="/{n[:4].lower()}">{sheet.extra(n)}</a>'
        for n in ("Flow", "Crews", "Prices", "Investors")
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{sheet.title} | Zuludesk</title></head><body>
<div class="nav-wrap"><a class="brand" href="/">{sheet.extra("Zuludesk")}</a>{menu}</div>
<div class="hero"><div class="container"><h1>{sheet.title}</h1></div></div>
<div class="container"><div class="row"><div class="col-8 rte">
<div class="blk blk-strip"><p>{webinar}</p><a class="btn" href="/seat">{sheet.extra(WEBINAR_GO)}</a></div>
{"".join(pieces)}
<p>{sheet.extra(CAUTION)}</p>
<div class="blk blk-plain"><h4>{sheet.extra(ABOUT_HEAD)}</h4><p>{about}</p></div>
<div class="blk blk-plain"><h4>{sheet.extra(PRESS_HEAD)}</h4>{press}</div>
<div class="blk blk-try"><p>{sheet.extra(TRIAL)}</p></div>
</div></div>
<div class="row row-tiles"><h4>{sheet.extra(KEEP)}</h4>
{cards}</div></div>
<div class="base"><p>{sheet.extra("Zuludesk A/S, Dokvej 12, 8000 Aarhus C")}</p></div></body></html>
"""


SITE = Site("https://www.zuludesk.example/newsroom/{slug}", page, edit)
