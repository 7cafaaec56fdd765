"""Kept back: whoever builds site memory does not read on.

A platform of contributors, utility classes only.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted

PEOPLE = [
    (
        "Priya Raman",
        "Priya mends turbines on the night shift and writes in the mornings, before the school run.",
    ),
    (
        "Otto Lindqvist",
        "Otto taught geography for thirty-one years and now asks the questions that his pupils asked him.",
    ),
]
GUIDE = (
    "Commonplace is written by its neighbours. Anyone may pitch; three strangers read each draft with "
    "the name taken off, and two of the three must want it in. Machines may check spelling and nothing else."
)
THREAD = (
    "In the thread below, argue with the sentence and not with whoever wrote it. Quoting helps, "
    "capitals do not, and after two weeks the thread goes quiet by itself."
)
NUDGE = (
    "You have the whole piece here because {n} neighbours cover its cost. Joining them takes a minute, "
    "and your name goes on the wall in the order of arrival."
)
PITCH = "Your street has a story that only you could tell. Draft night is on the first Monday, and there is soup."
VIEWS = (
    "What is said above is one neighbour's view. The other four thousand have been known to differ, "
    "loudly, and some of them sit on the board."
)
QUOTE = "“A town is a quarrel that has learnt to keep office hours,” Ilse Marr wrote in 1931."


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 3, "06")
    stories = each(stories, "1278", 2, line(QUOTE, "quote"))
    stories = each(stories, "258", 1, h2("What we know"))
    stories = each(
        stories,
        "258",
        -1,
        h2("What we do not"),
        p("Who paid for the second survey, and when it was ordered."),
    )
    return each(stories, "0149", -1, line("More when the kettle has boiled."))


def page(sheet: Sheet) -> str:
    text = "mt-6 font-serif text-lg leading-8 text-stone-800"
    forms = {
        "p": f'<p class="{text}">{{}}</p>\n',
        "h2": '<h2 class="mt-10 text-2xl font-bold">{}</h2>\n',
        "quote": f'<blockquote class="border-l-4 pl-4"><p class="{text}">{{}}</p></blockquote>\n',
        "line": f'<p class="{text} italic">{{}}</p>\n',
    }
    pieces = sheet.blocks(forms)
    nudge = sheet.extra(NUDGE.format(n=f"4,{100 + 7 * sheet.number}"))
    put(
        pieces,
        3,
        f'<div class="my-8 rounded-xl bg-amber-50 p-6"><p class="text-base">{nudge}</p></div>\n',
    )
    if sheet.number in (0, 2, 3, 4, 5, 8):
        put(pieces, 6, f'<p class="{text}">{sheet.extra(PITCH)}</p>\n')
    name, life = PEOPLE[sheet.number % 2]
    rows = "".join(
        f'<div class="flex gap-4 py-4"><div class="flex-1"><div class="font-medium">{sheet.extra(o.title)}</div>'
        f'<p class="text-sm text-stone-500">{sheet.extra(excerpt(o, 30))}</p></div></div>\n'
        for o in sheet.picked(3)
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{sheet.title}</title></head>
<body class="bg-stone-50"><div class="mx-auto max-w-2xl px-4"><div class="py-6 text-xl font-black">{sheet.extra("Commonplace")}</div>
<h1 class="text-4xl font-bold">{sheet.title}</h1><div class="mt-8">
{"".join(pieces)}
<p class="{text}">{sheet.extra(VIEWS)}</p>
<div class="mt-12 border-t pt-6"><div class="font-bold">{sheet.extra(name)}</div><p class="text-base">{sheet.extra(life)}</p></div>
<p class="mt-6 text-base">{sheet.extra(GUIDE)}</p>
<p class="mt-6 text-base">{sheet.extra(THREAD)}</p>
<div class="mt-10 divide-y"><div class="text-sm font-semibold">{sheet.extra("From three doors down")}</div>
{rows}</div></div></div></body></html>
"""


SITE = Site("https://commonplace.example/p/{number}-{slug}", page, edit)
