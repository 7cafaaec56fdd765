"""Kept back: whoever builds site memory does not read on.

A WordPress blog of a hobbyist, with the plugins that such blogs have.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted, table

LINKS_NOTE = (
    "Heads up: a few of the links below earn me a little something if you buy through them. It costs "
    "you nothing extra and keeps the hens in corn."
)
GIFT_HEAD = "Grab the 12-page Sunday Reset planner"
GIFT = (
    "Pop your address in the box and I will send the printable straight over, plus a chatty note from "
    "my kitchen table most Fridays. Over {count} lovely people are in already."
)
GIFT_SMALL = "I hate junk as much as you do. Unhook yourself any time."
SHARING = "Sharing is caring, so pass it along!"
BUTTONS = ("Pin it", "Tweet", "Yum", "Flip")
SHARES = "{count} shares so far"
BIO_HEAD = "Hi, I’m Nell!"
BIO = (
    "Mum of three, maker of lists and owner of far too many mixing bowls. I started Zinnia & Thyme at "
    "my sister’s dining table in 2013 to prove that a calm home does not need a big budget."
)
MANNERS = (
    "I love hearing from you and read every single note. Be kind, stay on topic and leave the sales "
    "talk at the door; anything rude goes in the compost. First-timers wait until I have had my coffee."
)
RELATED = "More goodness from the potting shed"
ROTATING = (
    "Did you make this yours? Tag @zinniaandthyme on the photo app of your choice so that I can cheer "
    "you on from over here!"
)
SIGN_OFF = "Love from the shed, Nell x"
MOTTO = "Slow Sunday, number by number: one small change at a time."
BACKGROUND = (
    "When we moved into the cottage in 2016 there was no heating upstairs and the kitchen had one "
    "socket. We did the work ourselves over four winters, and it cost about £11,000 in the end."
)
ROWS = ("Time at the table\t20 minutes", "What it cost me\tUnder £15")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 0, "7")
    stories = each(stories, "1258", 3, p(BACKGROUND))
    stories = each(stories, "0249", 2, table(*ROWS))
    stories = each(stories, "1369", 2, h2("What I’d do differently"))
    stories = each(stories, "0368", 0, line(MOTTO, "motto"))
    return each(stories, "1346", -1, line(SIGN_OFF))


def page(sheet: Sheet) -> str:
    forms = {
        "h2": '<h2 class="wp-block-heading">{}</h2>\n',
        "motto": '<p class="has-text-align-center"><em>{}</em></p>\n',
        "table": (
            '<figure class="wp-block-table"><table><tbody>\n',
            "<tr>{}</tr>\n",
            "</tbody></table></figure>\n",
        ),
    }
    pieces = sheet.blocks(forms)
    gift = sheet.extra(GIFT.format(count=f"{18 + sheet.number // 2},000"))
    put(
        pieces,
        3,
        f'<div class="gp-optin gp-optin-inline" id="gp-{sheet.number}"><div class="gp-inner"><p class="gp-head"><strong>{sheet.extra(GIFT_HEAD)}</strong></p>'
        f'<p>{gift}</p><p class="gp-small">{sheet.extra(GIFT_SMALL)}</p></div></div>\n',
    )
    links = "".join(
        f'<li><a href="#{b[:2]}"><span>{sheet.extra(b)}</span></a></li>' for b in BUTTONS
    )
    shares = sheet.extra(SHARES.format(count=sheet.rng.randrange(40, 900)))
    cards = "".join(
        f'<div class="crelp-item"><a href="/{len(o.title)}/"><h4>{sheet.extra(o.title)}</h4></a><p class="crelp-text">{sheet.extra(excerpt(o, 22))}</p></div>\n'
        for o in sheet.picked(3)
    )
    menu = "".join(
        f'<li class="menu-item"><a href="/{n[:4]}/">{sheet.extra(n)}</a></li>'
        for n in ("Start here", "Home", "Grow", "Gather")
    )
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="generator" content="WordPress 6.4.3"><title>{sheet.title} - Zinnia &amp; Thyme</title></head>
<body class="post-template-default single single-post postid-{880 + sheet.number} single-format-standard">
<header class="site-header"><p class="site-title"><a href="/">{sheet.extra("Zinnia & Thyme")}</a></p><ul class="genesis-nav-menu">{menu}</ul></header>
<div class="site-inner"><div class="content-sidebar-wrap"><main class="content"><article class="post-{880 + sheet.number} post type-post entry">
<header class="entry-header"><h1 class="entry-title">{sheet.title}</h1></header>
<div class="entry-content">
<div class="zt-before"><p><em>{sheet.extra(LINKS_NOTE)}</em></p></div>
{"".join(pieces)}
<p>{sheet.extra(ROTATING)}</p>
<div class="shbx shbx-below"><p class="shbx-head">{sheet.extra(SHARING)}</p><ul>{links}</ul><span class="shbx-count">{shares}</span></div>
<div class="crelp"><h3 class="crelp-head">{sheet.extra(RELATED)}</h3>
{cards}</div>
<div class="abx-wrap"><div class="abx-pic"><img src="/nell.jpg" alt=""></div><div class="abx-name">{sheet.extra(BIO_HEAD)}</div><div class="abx-desc"><p>{sheet.extra(BIO)}</p></div></div>
<div class="zt-manners"><p>{sheet.extra(MANNERS)}</p></div>
</div></article></main></div></div>
<footer class="site-footer"><p>{sheet.extra("Made with muddy hands in Herefordshire")}</p></footer></body></html>
"""


SITE = Site("https://zinniaandthyme.example/{slug}/", page, edit)
