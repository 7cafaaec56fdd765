"""Kept back: whoever builds site memory does not read on.

A magazine of films and records: one article element, utility classes that name nothing.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Block, Story, each, h2, line, p, reposted, ul

KEPT = (
    "Weir is read in the dark by {n} people and paid for by a third of them. The other two thirds are "
    "welcome; they might bring crisps."
)
STUBS = (
    "Send us a torn ticket and we send you a page of the first issue, which we have far too many of. "
    "The envelope is yours, the stamp is ours."
)
LENT = (
    "Records and seats are lent to us by those who make them. We hand them back scratched or sat on, and "
    "nobody upstairs has ever learnt what a review would say."
)
CLUBROOM = "The projector is warmed on Tuesdays at half past eight, and whoever comes first picks the reel."
HOUSE = (
    "Written, cut and pasted on the lock island by Bea, Idris and the twins. No machine has hummed "
    "along to any of it, as you can hear."
)
BOX = [
    "Issue nine is in the racks: eighty pages on rain in films, with a flexidisc that nearly plays.",
    "Poster night comes round on the last Thursday. Bring tubes, the good ones go before ten.",
]
COUNTER = (
    "The bar of the old picture house poured {a} pints and {b} lemonades during this week's film."
)
LINE = "“I never saw it again, and I have been watching it ever since,” Orla Venn said of her first film."
PAST = (
    "The picture house burnt down in 1953 and opened again two years later with 312 seats, 40 fewer "
    "than before. Its screen is the one that came through the fire."
)
TURN = "Round and round the needle goes."
CERTIFICATES = ("PG", "12", "PG", "15")
LABELS = ("Tin Roof Records", "Lock Island", "Tin Roof Records")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 2, "47")
    told = []
    for i, story in enumerate(stories):
        if i in (0, 3, 5, 6, 9):
            sheet = Block(
                "credits",
                (
                    f"Running time: {84 + 7 * i} minutes",
                    f"Certificate: {CERTIFICATES[i % 4]}",
                    f"Out on: {LABELS[i % 3]}",
                ),
            )
            story = story.insert(min(3, len(story.blocks)), line("On the tin", "label"), sheet)
            story = story.insert(-1, line(f"Weir says: {2 + i % 4} lamps out of five", "verdict"))
        if i in (1, 4, 8):
            story = story.insert(
                -1, h2("Play these first"), ul("Side one, track two", f"Side two, track {i + 1}")
            )
        told.append(story)
    told = each(told, "1248", 1, line("WEIR: Where did it begin?", "ask"))
    told = each(told, "1248", 3, line("WEIR: And what came out of it?", "ask"))
    told = each(told, "0369", 2, line(LINE, "pull"))
    told = each(told, "1359", 3, p(PAST))
    for place in (5, 2):
        told = each(told, "0578", place, line(TURN, "verse"))
    told = each(told, "1467", 0, line("Seen from the back row, written on the way home.", "motto"))
    told = [s.opening("VENICE (Reuters) -") if i in (0, 3, 5, 9) else s for i, s in enumerate(told)]
    return each(told, "2468", -1, p("Lights up. Take your coat."))


def page(sheet: Sheet) -> str:
    text = "mb-5 text-[1.0625rem]/7 text-zinc-800 dark:text-zinc-200"
    forms = {
        "p": f'<p class="{text}">{{}}</p>\n',
        "h2": '<h2 class="mb-3 mt-9 text-xl font-semibold tracking-tight">{}</h2>\n',
        "label": '<div class="mt-8 rounded-t-lg bg-zinc-100 px-4 pt-3 text-sm font-semibold"><h3>{}</h3></div>\n',
        "credits": (
            '<div class="mb-8 rounded-b-lg bg-zinc-100 px-4 pb-3"><ul class="space-y-1 text-sm">',
            "<li>{}</li>",
            "</ul></div>\n",
        ),
        "verdict": '<p class="my-6 text-2xl font-bold text-rose-700">{}</p>\n',
        "ask": '<p class="mb-2 mt-7 font-bold text-zinc-950">{}</p>\n',
        "pull": '<figure class="my-10 -mx-4"><blockquote class="text-2xl/9 italic"><p>{}</p></blockquote></figure>\n',
        "ul": ('<ul class="mb-5 list-disc pl-6">', "<li>{}</li>", "</ul>\n"),
        "verse": '<p class="mb-5 pl-8 italic">{}</p>\n',
        "motto": '<p class="mb-8 text-lg italic text-zinc-500">{}</p>\n',
    }
    pieces = sheet.blocks(forms)
    paid = sheet.extra(KEPT.format(n=f"7,{310 + 8 * sheet.number}"))
    put(
        pieces,
        3,
        f'<div class="my-8 border-y border-zinc-300 py-4"><p class="text-base/6">{paid}</p></div>\n',
    )
    put(pieces, 6, f'<p class="{text}">{sheet.extra(STUBS)}</p>\n')
    tail = [LENT, HOUSE] if sheet.number % 2 else [HOUSE, LENT]
    drinks = COUNTER.format(a=sheet.rng.randrange(20, 90), b=sheet.rng.randrange(5, 40))
    cards = "".join(
        f'<div class="group relative flex gap-3 pt-4"><div class="grow"><div class="font-semibold leading-5">{sheet.extra(o.title)}</div>'
        f'<div class="mt-1 line-clamp-2 text-sm text-zinc-600">{sheet.extra(excerpt(o, 22))}</div></div></div>\n'
        for o in sheet.picked(3)
    )
    return f"""<!DOCTYPE html><html lang="en" class="h-full antialiased"><head><meta charset="utf-8"><title>{sheet.title} / Weir</title></head>
<body class="flex h-full flex-col bg-white"><div class="sticky top-0 px-6 py-3 font-black">{sheet.extra("Weir")}</div>
<article class="mx-auto w-full max-w-prose px-6"><h1 class="mb-6 mt-12 text-4xl font-extrabold">{sheet.title}</h1>
{"".join(pieces)}
{"".join(f'<p class="{text}">{sheet.extra(words)}</p>' + chr(10) for words in tail)}<p class="{text}">{sheet.extra(CLUBROOM)}</p>
<div class="mt-10 grid gap-4 rounded-2xl bg-rose-50 p-5"><p class="text-sm/5">{sheet.extra(sheet.rotate(BOX))}</p></div>
<p class="mt-4 text-sm text-zinc-500">{sheet.extra(drinks)}</p>
<div class="mt-12 divide-y divide-zinc-200"><p class="text-lg font-semibold">{sheet.extra("Under the same lamp")}</p>
{cards}</div></article></body></html>
"""


SITE = Site("https://weir.example/{slug}", page, edit)
