"""A regional magazine on WordPress: divs with a theme's classes, all under entry-content."""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from html import escape

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, line, p, reposted

PLEA = (
    "The Tarn Review has no owner in a tower somewhere. It has 1,{count} households who chip in the "
    "price of a loaf each month, and they are the reason that this page is here at all."
)
JOIN = "Be one of them: stand with the Review from £3 a month."
ABOUT = (
    "The Tarn Review was started in a boathouse in 1998 and is still put together by four people "
    "and a dog. We come out every other Thursday, and we print on paper made twelve miles from our door."
)
PROMOS = [
    "Walk with us: on the first Sunday of the month our editor leads a ramble around one of the "
    "lakes that he keeps going on about. Boots and sandwiches are your own affair.",
    "Our calendar of old ferries is back from the printer's, thirteen pages with a hole at the top. "
    "Collect it at the boathouse or let the postman carry it.",
]
LETTERS = (
    "Something to say? Put it on a postcard, or type it if you must, and send it to the boathouse. "
    "The sharpest three go into the next number."
)
AWARD = "Small Paper of the Year 2019, runner-up 2021 and, we are told, still in the room in 2023."
MOTTO = "Notes from a damp corner, by one who stays indoors on purpose."
SIGN_OFF = "Until next week, keep your boots dry."
BACKGROUND = (
    "The slipway has been closed since the flood of November 2022, when the river rose by more than "
    "two metres in one night and took the lower half of the quay with it. Repairs were put at £4.1m."
)


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 1, "37")
    stories = each(stories, "0257", 0, line(MOTTO, "motto"))
    stories = each(stories, "0259", -1, line(SIGN_OFF))
    return each(stories, "2468", 3, p(BACKGROUND))


def page(sheet: Sheet) -> str:
    forms = {"motto": '<p class="column-motto"><em>{}</em></p>\n', "line": "<p><em>{}</em></p>\n"}
    pieces = sheet.blocks(forms)
    plea = sheet.extra(PLEA.format(count=212 + 9 * sheet.number))
    join = sheet.extra(JOIN)
    put(pieces, 3, f'<div class="tr-plea"><p>{plea}</p><p><a href="/stand">{join}</a></p></div>\n')
    cards = "".join(_card(sheet, other) for other in sheet.picked(3))
    menu = "".join(
        f'<li class="menu-item"><a href="/{n.lower()}">{sheet.extra(n)}</a></li>'
        for n in ("Lakes", "Town", "Table", "Letters")
    )
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{sheet.title} – The Tarn Review</title></head>
<body class="post-template-default single single-post postid-{4100 + sheet.number} wp-theme-tarn">
<header id="masthead" class="site-header"><p class="site-title">{sheet.extra("The Tarn Review")}</p>
<nav><ul class="menu">{menu}</ul></nav></header>
<div id="content" class="site-content"><main id="main" class="site-main">
<article class="post type-post status-publish hentry">
<header class="entry-header"><h1 class="entry-title">{sheet.title}</h1></header>
<div class="entry-content">
{"".join(pieces)}
<div class="tr-after">
<p>{sheet.extra(ABOUT)}</p>
<div class="tr-promo"><p>{sheet.extra(sheet.rotate(PROMOS))}</p></div>
<p>{sheet.extra(LETTERS)}</p>
<p class="tr-small">{sheet.extra(AWARD)}</p>
</div>
<div class="tr-shelf"><p class="tr-shelf-name">{sheet.extra("From the same drawer")}</p>
{cards}</div>
</div></article></main></div>
<footer id="colophon" class="site-footer">{sheet.extra("Printed and posted from the boathouse.")}</footer>
</body></html>
"""


def _card(sheet: Sheet, other: Story) -> str:
    title, text = sheet.extra(other.title), sheet.extra(excerpt(other, 34))
    picture = f'<img src="/wp-content/{len(other.title)}.jpg" alt="{escape(other.title)}">'
    return f'<div class="tr-book">{picture}<h4><a href="/x">{title}</a></h4><p>{text}</p></div>\n'


SITE = Site("https://www.tarnreview.example/2024/{slug}/", page, edit)
