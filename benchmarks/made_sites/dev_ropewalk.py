"""Looked at when site memory was built.

A crafts weekly that a reader service made into Markdown: the menus stand at the end.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from html import unescape

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted, table, ul

MENU = ("Ropewalk", "Hands", "Wool", "Iron", "Clay", "Fairs and markets", "Whom to ask")
GUILD = (
    "Ropewalk is bound up every Thursday by a guild of {n} makers, each of whom gives the price of a "
    "ball of twine a month. They get a say in what goes in, and use it."
)
TEACH = (
    "Teach somebody what your hands know: the guild pairs old makers with young ones, finds the bench "
    "and pays for the plasters. Tell the porter which day suits you."
)
MARK = (
    "Prices and sizes were right when the page was tied up. Makers run out, and some of them cannot "
    "be hurried, least of all by us."
)
LEND = "Carry this page wherever you like, so long as the knot at the end of it comes along."
PORTER = (
    "The porter at the Ropewalk takes messages from ten to four, in person or by tin telephone."
)
ENDED = "You have come to the end of strand {n}."
STALL = (
    "The guild's stall is at the corn market on the {n} of the month, under the blue awning, and so is "
    "the tea towel with all forty-one knots, which does not shrink."
)
GUILDS = (
    "The hemp works closed in 1974, when its last 60 hands were sent home with a month's pay. The "
    "walk itself, 340 yards under one roof, was listed nine years later."
)
SAID = "“You do not learn a knot, you get used to it,” the last foreman told the museum."


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 1, "268")
    told = []
    for i, story in enumerate(stories):
        if i in (0, 2, 4, 7, 9):
            story = story.insert(
                min(3, len(story.blocks)),
                h2("What you need"),
                ul(
                    "A sharp knife", f"{3 + i} yards of cord", "Beeswax", f"{1 + i % 3} wooden pegs"
                ),
                h2("How it goes"),
                line(f"1. Cut the cord into {2 + i % 3} lengths and wax them.", "step"),
                line("2. Whip both ends, and pull until it squeaks.", "step"),
            )
        if i in (1, 3, 5, 8):
            story = story.insert(
                -1, table(f"Hours\t{4 + i}", "Skill\tmiddling", f"Cost\t£{9 + 2 * i}")
            )
        told.append(story)
    told = each(told, "0359", 1, line("Q: Who taught you?", "ask"))
    told = each(told, "0359", 3, line("Q: And who will do it after you?", "ask"))
    told = each(told, "3467", 2, p(GUILDS))
    told = each(told, "0279", 4, line(SAID, "quote"))
    told = each(told, "0458", 0, line("One thing made well, and who made it.", "motto"))
    return each(told, "1367", -1, p("Next week, with clean hands, wool."))


def page(sheet: Sheet) -> str:
    two = "{}\n\n"
    forms = {
        "p": two,
        "h2": "## " + two,
        "ask": "**{}**\n\n",
        "quote": "> " + two,
        "motto": "_{}_\n\n",
        "ul": ("", "*   {}\n", "\n"),
        "table": ("", "| {} |\n", "\n"),
        "cell": "{} ",
        "step": two,
        "line": two,
    }
    pieces = [unescape(piece) for piece in sheet.blocks(forms)]
    guild = GUILD.format(n=f"1,{204 + 5 * sheet.number}")
    put(pieces, 3, guild + "\n\n")
    if sheet.number != 7:
        put(pieces, 6, TEACH + "\n\n")
    tail = [LEND, MARK] if sheet.number % 2 else [MARK, LEND]
    cards = ["Further down the walk"]
    for other in sheet.picked(3):
        cards += [other.title, excerpt(other, 22)]
    stall = STALL.format(n=f"{4 + sheet.number}th")
    ended = ENDED.format(n=310 + sheet.number)
    mid = [guild, TEACH] if sheet.number != 7 else [guild]
    for words in (*mid, *tail, ended, *cards, stall, PORTER, *MENU):
        sheet.extra(words)
    shelf = f"### {cards[0]}\n\n" + "".join(
        f"*   #### {cards[i]}\n\n    {cards[i + 1]}\n\n" for i in (1, 3, 5)
    )
    menu = "\n".join(f"*   {name}" for name in MENU)
    title = sheet.story.title
    return (
        f"{title}\n{'=' * len(title)}\n\n{''.join(pieces)}{tail[0]}\n\n{tail[1]}\n\n{ended}\n\n"
        f"{shelf}* * *\n\n{stall}\n\n{PORTER}\n\n{menu}\n"
    )


SITE = Site("https://ropewalk.example/strand/{slug}", page, edit, ending="txt")
