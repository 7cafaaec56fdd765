"""Kept back: whoever builds site memory does not read on.

A modern city newspaper: article, sections and asides of HTML5, BEM classes.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted, ul

MORNING_NAME = "First Light, by Dana Orcutt"
MORNING = (
    "What moved overnight in Port Calder, in the time that it takes to butter toast. Dana writes it "
    "at five so that you need not be up at five."
)
MORNING_SMALL = "Weekdays only. Leave whenever you like; one tap does it."
PLEA_HEAD = "You have read this far. Most people do not."
PLEA = (
    "The Calder Courier has been locally owned since 1904 and has lost money in nine of the past ten "
    "years. {count} neighbours put in what they can so that a reporter still sits in every committee "
    "room. Could you make it one more?"
)
PLEA_BUTTON = "Put in $5 a month"
PUT_RIGHT = (
    "Spotted a slip? Tell the standards editor, Ruth Amsel, at putright@caldercourier.example. Whatever "
    "we change after publication is marked on our page of amendments, with the hour of the change."
)
SHARE = "Six people on your street take the Courier. Hand this one over the fence."
POPULAR = "What Calder is opening today"
MORE = "Close to this one"
AUTHOR = (
    "{name} covers {beat} for the Courier and has lived on the East Shore since {year}. Tips are "
    "welcome by letter, by phone or at the counter of the Blue Heron."
)
PEOPLE = [
    ("Maya Trent", "the harbor and the port authority", 2009),
    ("Luis Okafor", "schools, libraries and playgrounds", 2015),
    ("Hannah Pell", "money and work", 2011),
]
BACKGROUND = (
    "The port authority was set up in 1961 and answers to the state rather than to the city. It owns "
    "about a third of the waterfront, including the grain pier that burned down in 2018."
)
DATELINES = ("PORT CALDER —", "STATE CAPITOL —")
QUOTE = "“We were told one thing in the spring and another in the fall,” the harbor master said. “Somebody ought to write these things down.”"
NUMBERS = ("Calls to the night desk: 41", "Streets without power at noon: 3")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 1, "8")
    stories = each(stories, "0247", 3, p(BACKGROUND))
    stories = each(stories, "1359", 2, h2("How we got here"))
    stories = each(stories, "0369", -1, p(QUOTE))
    stories = each(stories, "2459", 2, ul(*NUMBERS))
    stories = each(
        stories,
        "0157",
        0,
        line("City Hall Notebook: small things, seen from the back row.", "motto"),
    )
    return [
        s.opening(DATELINES[i % 2]) if i in (1, 2, 4, 5, 9) else s for i, s in enumerate(stories)
    ]


def page(sheet: Sheet) -> str:
    forms = {
        "p": '<p class="story__graf">{}</p>\n',
        "h2": '<h2 class="story__crosshead">{}</h2>\n',
        "motto": '<p class="story__standing"><em>{}</em></p>\n',
        "ul": ('<ul class="story__list">\n', "<li>{}</li>\n", "</ul>\n"),
    }
    pieces = sheet.blocks(forms)
    put(
        pieces,
        2 + sheet.number % 3,
        f'<aside class="signup" data-component="signup"><h3 class="signup__name">{sheet.extra(MORNING_NAME)}</h3>'
        f'<p class="signup__pitch">{sheet.extra(MORNING)}</p><form><input type="email"><button>{sheet.extra("Wake me up")}</button></form>'
        f'<p class="signup__small">{sheet.extra(MORNING_SMALL)}</p></aside>\n',
    )
    name, beat, year = PEOPLE[sheet.number % 3]
    popular = "".join(
        f'<li class="rank__row"><a href="/s/{len(o.title)}">{sheet.extra(o.title)}</a></li>\n'
        for o in sheet.picked(5)
    )
    more = "".join(
        f'<div class="teaser"><h4 class="teaser__head"><a href="/s/{len(o.title)}">{sheet.extra(o.title)}</a></h4>'
        f'<p class="teaser__text">{sheet.extra(excerpt(o))}</p></div>\n'
        for o in sheet.picked(4)
    )
    menu = "".join(
        f'<a href="/{n.lower()}">{sheet.extra(n)}</a> '
        for n in ("Harbor", "Shore", "Work", "Sunday")
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{sheet.title} | Calder Courier</title></head>
<body class="page page--story"><header class="masthead"><a href="/">{sheet.extra("Calder Courier")}</a><nav>{menu}</nav></header>
<main class="page__main"><article class="story" id="story">
<header class="story__top"><h1 class="story__title">{sheet.title}</h1></header>
<section class="story__body">
{"".join(pieces)}
<div class="story__by"><p>{sheet.extra(AUTHOR.format(name=name, beat=beat, year=year))}</p></div>
<section class="plea"><h3 class="plea__head">{sheet.extra(PLEA_HEAD)}</h3>
<p class="plea__text">{sheet.extra(PLEA.format(count=3120 + 17 * sheet.number))}</p><a class="plea__go" href="/in">{sheet.extra(PLEA_BUTTON)}</a></section>
<p class="story__putright"><em>{sheet.extra(PUT_RIGHT)}</em></p>
</section>
<div class="story__hand"><p>{sheet.extra(SHARE)}</p></div>
<section class="nearby"><h3>{sheet.extra(MORE)}</h3>
{more}</section></article>
<aside class="rank"><h3 class="rank__head">{sheet.extra(POPULAR)}</h3><ol>
{popular}</ol></aside></main>
<footer class="foot"><p>{sheet.extra("The Calder Courier, 8 Cannery Row, Port Calder. Presses stop at one.")}</p></footer></body></html>
"""


SITE = Site("https://www.caldercourier.example/2024/story/{number}-{slug}", page, edit)
