"""Kept back: whoever builds site memory does not read on.

A columnist's old blog: one div, lines parted by pairs of <br />.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, line, p, reposted

JAR = (
    "I pay for this corner out of a jar. When you drop something in, a bell rings in my kitchen and "
    "the cat looks up; there have been {n} rings so far."
)
WHO = (
    "I was a tram inspector for twenty-two years and now I look at other things that run late. None "
    "of this is anybody's opinion but mine, and my old employer has asked me to say so."
)
SCISSORS = (
    "Help yourself to a paragraph or two for your own page, as long as you leave a string that leads "
    "back here. Whole pieces only by arrangement, and not on pages with flashing things."
)
TALK = "Below is for talking. I read it on trams, so be brief, and I take out anything that would start a fight on one."
POST = "Word of a new piece can come to you by pigeon, that is, by that envelope in the corner."
ASKED = ("You asked:", "I answer:")
CHORUS = "And still the number nine did not come."
BOOK = "My small book of timetables that lied is at the printer's and will be late."


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 0, "39")
    for place in (7, 5, 3):
        stories = each(stories, "1247", place, line(CHORUS, "verse"))
    stories = each(stories, "258", 1, line(ASKED[0], "label"))
    stories = each(stories, "258", 4, line(ASKED[1], "label"))
    stories = each(stories, "0123456789", 0, line("Things that run late, on Tuesdays.", "motto"))
    return each(stories, "1468", -1, p("Mind the step, and each other."))


def page(sheet: Sheet) -> str:
    two = "<br /><br />\n"
    forms = {
        "p": "{}" + two,
        "h2": "<b>{}</b>" + two,
        "line": "{}" + two,
        "verse": "<i>{}</i>" + two,
        "label": "<b>{}</b>" + two,
        "motto": "<i>{}</i>" + two,
    }
    pieces = sheet.blocks(forms)
    put(pieces, 3, sheet.extra(JAR.format(n=1290 + 17 * sheet.number)) + two)
    tail = [WHO, SCISSORS, TALK] if sheet.number % 2 else [WHO, TALK, SCISSORS]
    if sheet.number in (0, 2, 3, 4, 5, 7, 8):
        tail.append(BOOK)
    links = "".join(
        f"&#8226; {sheet.extra(o.title)}<br />{sheet.extra(excerpt(o, 20))}<br />\n"
        for o in sheet.picked(3)
    )
    return f"""<!DOCTYPE html><html dir='ltr' xmlns='http://www.w3.org/1999/xhtml'><head><meta charset='utf-8'/>
<title>Running Late: {sheet.title}</title></head><body class='loading'><div class='content-outer'><div class='main section' id='main'>
<div class='date-outer'><div class='post hentry'><h3 class='post-title entry-title'>{sheet.title}</h3>
<div class='post-body entry-content'><div dir="ltr" style="text-align: left;" trbidi="on">
{"".join(pieces)}
<hr />{two.join(sheet.extra(text) for text in tail)}{two}
{sheet.extra("Older delays:")}<br />
{links}<br /><i>{sheet.extra(POST)}</i>
<div style='clear: both;'></div></div></div></div></div></div></div></body></html>
"""


SITE = Site("https://runninglate.example/2024/03/{slug}.html", page, edit)
