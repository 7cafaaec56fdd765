"""A product-review blog in WordPress's block editor: each block in a wrapper of its own."""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, table, ul

HOW = (
    "How this page earns its keep: some shops pay us a little when you buy after having been here, "
    "and it makes no difference to your bill. Makers do not see a word before it is out, and what "
    "they lend us goes back in the box."
)
BENCH = (
    "Everything on Fieldbench is used for at least a fortnight by somebody who would rather be "
    "doing something else. Lena drops things, Omar weighs them, and the results go in a ledger."
)
QUIZ = "Two minutes, seven questions: find out which of our forty-one favourites suits you."
PACT = [
    "The bench pact: one long review a week, no scores out of a hundred, no countdowns. If that is "
    "your pace, put yourself on the Saturday list and we will knock.",
    "Our paper edition, The Ledger, is out: the sturdiest hundred things of the year, bound in "
    "boards, with room in the margins for your own verdict.",
]
HOUSE = (
    "House rules under the line: be as rude as you like about objects, kind to people, and silent "
    "about your own shop."
)
CREDIT = "Weights and lengths were taken on our own scales and may differ from the box."

PROS = ("Easy to clean", "Spare parts can be had", "Quiet", "Easy to clean")
CONS = ("Costs more than it should", "No case", "Only in black")
MADE_IN = ("Portugal", "Taiwan", "Italy")


def edit(stories: list[Story]) -> list[Story]:
    done = []
    for i, story in enumerate(stories):
        grams, days = 210 + 37 * i, 9 + 4 * (i % 4)
        story = story.insert(
            min(5, len(story.blocks)),
            h2("At a glance"),
            table(
                f"Weight\t{grams} g",
                f"Length\t{18 + i} cm",
                f"Battery\t{days} days",
                f"Origin\t{MADE_IN[i % 3]}",
            ),
            h2("Pros"),
            ul(*PROS[i % 3 : i % 3 + 2], f"Light for {grams} grams"),
            h2("Cons"),
            ul(*CONS[i % 2 : i % 2 + 2]),
        )
        story = story.insert(
            -1,
            h2("The verdict"),
            p(
                f"After {days} days it went back into its box, and Omar, who weighed it, asked for more."
            ),
        )
        done.append(story)
    return each(done, "0368", 0, line("What we use, and what we would buy again.", "motto"))


def page(sheet: Sheet) -> str:
    forms = {
        "p": '\n<p class="wp-block-paragraph">{}</p>\n',
        "h2": '\n<h2 class="wp-block-heading">{}</h2>\n',
        "ul": ('\n<ul class="wp-block-list">', "<li>{}</li>", "</ul>\n"),
        "table": (
            '\n<figure class="wp-block-table"><table><tbody>',
            "<tr>{}</tr>",
            "</tbody></table></figure>\n",
        ),
        "motto": '\n<p class="has-large-font-size wp-block-paragraph"><em>{}</em></p>\n',
    }
    pieces = sheet.blocks(forms)
    quiz = sheet.extra(QUIZ)
    box = f'<div class="wp-block-group has-background"><p class="wp-block-paragraph">{quiz}</p></div>\n'
    put(pieces, 3, box)
    how = (
        f'<div class="wp-block-group"><p class="has-small-font-size">{sheet.extra(HOW)}</p></div>\n'
    )
    bench = f'<p class="wp-block-paragraph">{sheet.extra(BENCH)}</p>\n'
    pact = f'<p class="wp-block-paragraph">{sheet.extra(sheet.rotate(PACT))}</p>\n'
    posts = "".join(
        f'<li class="wp-block-post"><h3 class="wp-block-post-title">{sheet.extra(other.title)}</h3>'
        f'<div class="wp-block-post-excerpt"><p>{sheet.extra(excerpt(other))}</p></div></li>\n'
        for other in sheet.picked(4)
    )
    tail = [bench, pact] if sheet.number % 4 else [pact, bench]
    return f"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8"><title>{sheet.title} · Fieldbench</title></head>
<body class="wp-singular post-template-default"><div class="wp-site-blocks">
<header class="wp-block-template-part"><p class="wp-block-site-title">{sheet.extra("Fieldbench")}</p></header>
<main class="wp-block-group is-layout-flow"><h1 class="wp-block-post-title">{sheet.title}</h1>
<div class="entry-content wp-block-post-content is-layout-constrained">
{how}{"".join(pieces)}
<hr class="wp-block-separator">
{"".join(tail)}<p class="wp-block-paragraph"><sub>{sheet.extra(CREDIT)}</sub></p>
<h3 class="wp-block-heading">{sheet.extra("Also on the bench")}</h3>
<ul class="wp-block-post-template">{posts}</ul>
<p class="wp-block-paragraph">{sheet.extra(HOUSE)}</p>
</div></main></div></body></html>
"""


SITE = Site("https://fieldbench.example/{slug}/", page, edit)
