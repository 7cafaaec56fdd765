"""Looked at when site memory was built.

A boat club's phpBB of 2004: its bulletin is the first post of a thread, signature and all.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Block, Story, each, line, p, reposted

DUES = (
    "The slip, the winch and this board are kept going by dues. They are eleven pounds a head, and "
    "{n} heads have paid; Big Ron has the list and knows who you are."
)
SIGNATURE = (
    "Wooden boats since before they were charming. I varnish on Sundays and will not be drawn on "
    "the subject of plastic."
)
BULLETIN = (
    "The bulletin goes up when Maureen has typed it. What is in it was read out at the bar and nobody "
    "objected, which is as near as the club comes to a policy."
)
DECK = "On deck just now: {a} hands signed in, {b} lurking under the tarpaulin. Most ever was 61, the night the crane fell."
HARBOUR = [
    "Jumble on the slip this Saturday from nine. Blocks, cleats and one slightly used mainsail, no early birds.",
    "The club burgee is back in two sizes. Ask Maureen through the hatch, cash in the biscuit tin.",
]
WARN = (
    "Advice here is given by people who have sunk at least once. Check it against your own boat, your "
    "own weather and somebody sober."
)
LAMP = "If you found this of use, say so to whoever wrote it, at the bar, in liquid form."
REFRAIN = "Haul away, and mind your fingers."
SAYING = "A boat is never finished, it is only launched."
STEPS = ("Step 1", "Step 2", "Step 3")
WOOD = ("larch on oak", "mahogany on oak", "larch on oak", "cedar")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 2, "158")
    told = []
    for i, story in enumerate(stories):
        if i in (0, 3, 4, 6, 9):
            about = Block(
                "spec",
                (
                    f"Length overall: {18 + i} ft",
                    f"Draught: {2 + i % 3} ft 6",
                    f"Planking: {WOOD[i % 4]}",
                    "Rig: gaff",
                ),
            )
            story = story.insert(min(3, len(story.blocks)), line("Her particulars", "head"), about)
        if i in (1, 3, 7, 9):
            for number, place in ((2, 5), (1, 3), (0, 1)):
                story = story.insert(min(place, len(story.blocks)), line(STEPS[number], "step"))
        told.append(story)
    for place in (5, 2):
        told = each(told, "0247", place, line(REFRAIN, "verse"))
    told = each(told, "3469", 2, line(SAYING, "cited"))
    told = each(
        told,
        "0258",
        3,
        p(
            "The old slip was laid in 1926 with 40 tons of stone from the quarry at Hessle, and it has been moved twice since."
        ),
    )
    told = each(told, "1267", -1, line("Fair winds, Maureen"))
    return each(told, "0345", 0, line("Minutes of the bench outside the bar", "motto"))


def page(sheet: Sheet) -> str:
    two = "<br /><br />\n"
    forms = {
        "p": "{}" + two,
        "h2": '<span style="font-weight: bold">{}</span>' + two,
        "head": '<span style="text-decoration: underline">{}</span><br />\n',
        "spec": ("", "{}<br />\n", "<br />\n"),
        "step": '<span style="font-size: 18px; line-height: normal">{}</span>' + two,
        "verse": '<span style="font-style: italic">{}</span>' + two,
        "cited": '</span><table width="90%" cellspacing="1" cellpadding="3" border="0" align="center"><tr><td class="quote">{}</td></tr></table><span class="postbody">\n',
        "line": "{}" + two,
        "motto": '<span style="color: darkblue">{}</span>' + two,
    }
    pieces = sheet.blocks(forms)
    put(pieces, 2, sheet.extra(DUES.format(n=104 + 3 * sheet.number)) + two)
    if sheet.number != 9:
        put(pieces, 5, sheet.extra(LAMP) + two)
    tail = [BULLETIN, WARN] if sheet.number % 2 else [WARN, BULLETIN]
    deck = DECK.format(a=sheet.rng.randrange(2, 15), b=sheet.rng.randrange(3, 40))
    threads = "".join(
        f'<tr><td class="row1" width="100%"><span class="topictitle">{sheet.extra(o.title)}</span><br /><span class="gensmall">{sheet.extra(excerpt(o, 20))}</span></td></tr>\n'
        for o in sheet.picked(3)
    )
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html dir="ltr"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Slipway Board :: View topic - {sheet.title}</title></head>
<body bgcolor="#E5E5E5" text="#000000"><a name="top"></a><center><font face="Verdana" size="2">{sheet.extra("The Slipway Board")}</font></center>
<table width="100%" cellspacing="0" cellpadding="10" border="0" align="center"><tr><td class="bodyline">
<table class="forumline" width="100%" cellspacing="1" cellpadding="3" border="0"><tr><td class="catHead" colspan="2"><h1 class="maintitle">{sheet.title}</h1></td></tr>
<tr><td width="150" align="left" valign="top" class="row1"><span class="name"><b>Maureen</b></span></td>
<td class="row1" width="100%" valign="top"><table width="100%" border="0"><tr><td colspan="2"><span class="postbody">
{"".join(pieces)}{two.join(sheet.extra(text) for text in tail)}{two}
_________________<br />{sheet.extra(SIGNATURE)}</span><span class="gensmall"></span></td></tr></table></td></tr></table>
<center><font face="Verdana" size="1" color="#444444">{sheet.extra(sheet.rotate(HARBOUR))}</font></center>
<table class="forumline" width="100%" cellspacing="1"><tr><th>{sheet.extra("Still tied up alongside")}</th></tr>
{threads}</table><span class="gensmall">{sheet.extra(deck)}</span></td></tr></table></body></html>
"""


SITE = Site("http://slipway.example/viewtopic.php?t={number}", page, edit)
