"""A hobby journal of 1998 that never changed: tables, font, lines parted by <br>, no class at all."""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, line, p, reposted

WELCOME = "You are the {count}th visitor since the server was moved to Harald's garage."
KEEPERS = (
    "Kettle & Quill is kept by three retired telegraph engineers. We type what we like, we do not "
    "carry banners, and the machine is switched off on Sundays so that it may rest."
)
COFFEE = (
    "If something here was worth a cup of coffee to you, the tin stands at Miller's counter in "
    "Dunford, and what is in it at the end of the year buys the next disk."
)
BEST = "This page looks its best in a window 800 wide, with the curtains drawn."
RING = "You stand in the Ring of Quiet Pages: go to the one before, the one after, or one picked blind."
REFRAIN = "Row, lads, row, for the tide won't wait."
MOTTO = "Slow news, carefully typed."


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 2, "08")
    stories = each(stories, "0123456789", 0, line(MOTTO, "motto"))
    for place in (6, 4, 2):
        stories = each(stories, "135", place, line(REFRAIN, "verse"))
    return each(stories, "469", 3, p("The old exchange at Dunford was pulled down in 1987."))


def page(sheet: Sheet) -> str:
    forms = {
        "p": "{}<br><br>\n",
        "h2": "<b>{}</b><br><br>\n",
        "motto": "<i>{}</i><br><br>\n",
        "verse": "<i>{}</i><br><br>\n",
        "line": "{}<br><br>\n",
    }
    pieces = sheet.blocks(forms)
    if sheet.number % 10 in (0, 1, 3, 4, 6, 7, 9):
        put(pieces, 4, f"{sheet.extra(COFFEE)}<br><br>\n")
    tail = [KEEPERS, RING] if sheet.number % 3 else [RING, KEEPERS]
    others = "".join(
        f"<li>{sheet.extra(other.title)}<br>{sheet.extra(excerpt(other, 24))}\n"
        for other in sheet.picked(3)
    )
    menu = "<br>".join(sheet.extra(n) for n in ("Front", "Wireless", "Steam", "Guest book"))
    return f"""<HTML><HEAD><TITLE>{sheet.title}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFF0" TEXT="#222222"><TABLE WIDTH=780 BORDER=0 CELLPADDING=4><TR>
<TD WIDTH=140 VALIGN=TOP><FONT SIZE=2>{menu}</FONT></TD>
<TD VALIGN=TOP><H1>{sheet.title}</H1>
<FONT FACE="Times">
{"".join(pieces)}
<HR>
{"".join(f"{sheet.extra(text)}<br><br>" for text in tail)}
{sheet.extra(WELCOME.format(count=20417 + 311 * sheet.number))}<br><br>
{sheet.extra("Typed lately")}
<UL>{others}</UL>
{sheet.extra(BEST)}<br>
</FONT></TD></TR></TABLE></BODY></HTML>
"""


SITE = Site("http://kettle-quill.example/~journal/n{number}.htm", page, edit)
