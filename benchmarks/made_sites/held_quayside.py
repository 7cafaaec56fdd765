"""Kept back: whoever builds site memory does not read on.

A city desk that was scraped to text, its blocks parted by empty lines.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from html import unescape

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, line, p, reposted

BAR = "Quayside Desk  ·  Council  ·  Courts  ·  Football  ·  Names"
PAYERS = (
    "Stories on the Quayside Desk stay open to all because {n} people in the borough pay for them. If "
    "you are not one of the {n}, the desk would be glad of you, and so would its heating bill."
)
PRESS = (
    "Quayside Desk answers to a board of nine, drawn by lot each spring from the people who pay for "
    "it. Three of the present nine had never read it before they were drawn."
)
TIP = "If somebody told you not to tell anybody, the desk has a landline that keeps no list: 01555 010 340."
RULES = (
    "Remarks go up after a person has read them, which on Sundays can take until Monday. Names are "
    "optional, manners are not."
)
WALK = "Come and see where the news is made: the desk is open every {day} from four, mind the bicycles."
COURT = (
    "The inquest into the fire at Dyer's Wharf opened in March 2020 and was adjourned twice. Four people "
    "died in the fire, which started in a ground-floor workshop shortly before three in the morning."
)
WIRE = "(PA) —"


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 3, "048")
    stories = each(stories, "1269", 3, p(COURT))
    stories = each(stories, "125", 1, line("Q: What happens now?"))
    stories = each(stories, "125", 3, line("A: Nobody knows yet."))
    stories = each(stories, "2367", -1, line("Same bench, next Friday."))
    return [s.opening(WIRE) if i in (0, 1, 2, 5, 7, 9) else s for i, s in enumerate(stories)]


def page(sheet: Sheet) -> str:
    forms = dict.fromkeys(("p", "h2", "line"), "{}\n\n")
    pieces = [unescape(piece) for piece in sheet.blocks(forms)]
    payers = PAYERS.format(n=f"2,{300 + 6 * sheet.number}")
    put(pieces, 2, payers + "\n\n")
    walk = WALK.format(day=("Tuesday", "Thursday")[sheet.number % 2])
    tail = [PRESS, TIP, RULES, walk] if sheet.number % 2 else [TIP, PRESS, RULES, walk]
    cards = ["Seen by others on the quay"]
    for other in sheet.picked(3):
        cards += [other.title, excerpt(other, 24)]
    sheet.furniture += [BAR, payers, *tail, *cards]
    return (
        f"{BAR}\n\n{sheet.story.title}\n\n{''.join(pieces)}" + "\n\n".join([*tail, *cards]) + "\n"
    )


SITE = Site("https://quaysidedesk.example/{slug}", page, edit, ending="txt")
