"""What comes back on page after page and is the article's own."""

# ruff: noqa: E501
# a page or a text on one line is read as one

from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaner import clean
from tests.sites.memory.made import (
    FORMS,
    TITLES,
    address,
    lines_of,
    lost,
    own,
    page,
    recalled,
    said,
    taken,
    taught,
)

MOTTO = "Notes from a bench that faces the water."
BACKGROUND = (
    "The quarry has been before the courts since 2019, when people on the hill complained of cracks "
    "in their walls."
)
REFRAIN = "Pull it through and tie it tight, somebody comes home tonight."
QUESTIONS = (
    "Which book have you read more than twice, and why did you do that?",
    "What do you do on a Sunday when it rains and nobody at all calls?",
    "Who should play you in a film that nobody but your mother would watch?",
)


def _with(*before: str, amid: str = "", after: str = "") -> Callable[[int], str]:
    def made(i: int) -> str:
        parts = [*before, *own(i)]
        return page(i, *parts[:-2], *filter(None, [amid]), *parts[-2:], *filter(None, [after]))

    return made


def _recipe(i: int) -> str:
    items = "".join(f"<li>{x}</li>" for x in ("Salt and pepper", "200 g of flour", TITLES[i]))
    return page(i, *own(i), "<h2>Ingredients</h2>", f"<ul>{items}</ul>", "<h2>Method</h2>", said(160 - i))  # fmt: skip


def _steps(i: int) -> str:
    first = "Heat the oven to 180 degrees and butter a round tin of twenty-four centimetres before you begin with the dough."
    last = "Let the cake cool in its tin for ten minutes, then turn it out on a rack and dust it with sugar."
    items = "".join(f"<li>{x}</li>" for x in (first, *own(i + 9, 2), last))
    return page(i, *own(i), "<h2>Method</h2>", f"<ol>{items}</ol>")


def _nutrition(i: int) -> str:
    rows = (("Energy", f"{200 + 9 * i} kcal"), ("Protein", f"{i + 2} g"), ("Salt", "1 g"))
    cells = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    return page(i, *own(i), "<h2>Nutrition</h2>", f"<table>{cells}</table>", said(160 - i))


def _interview(i: int, mark: str = "<p>{}</p>") -> str:
    answers = [own(i, 6)[2 * n : 2 * n + 2] for n in range(3)]
    parts = [x for q, a in zip(QUESTIONS, answers, strict=True) for x in (mark.format(q), *a)]
    return page(i, *parts)


def _song(i: int) -> str:
    first, *rest = own(i)
    return page(i, first, REFRAIN, *rest, REFRAIN, said(160 - i))


def _weather(i: int) -> str:
    a, b, c = (7 * i + 3) % 9, (5 * i + 2) % 8, (3 * i + 11) % 40
    return page(
        i,
        f"The morning begins with fog along the coast and temperatures of {a} to {a + 3} degrees.",
        f"Winds will blow from the west at {c} kilometres an hour, with gusts of {c + 31} on the hills.",
        f"Tonight it will be {b} degrees in the valleys and {b + 4} degrees down by the sea wall.",
        f"The water at Corran pier measured {a + 1} degrees at {b} this morning, and waves were {c} inches high.",
        title=f"The weather on day {i + 3}",
    )


def _shares(i: int) -> str:
    one, two, *rest = own(i)
    points, more = 4000 + 317 * i % 900, 1 + 13 * i % 77
    index = (
        f"The index closed at {points} points, which is {more} points more than on the day before."
    )
    oil = f"A barrel of oil from the north cost {60 + more % 9} dollars and {more} cents in the evening."
    return page(i, one, index, two, oil, *rest)


def _funeral(i: int) -> str:
    hour = f"The funeral is at the chapel of Saint Bride on {i + 3} May at {i + 9}, and all are welcome to come."
    return page(i, *own(i), hour)


def _stars(i: int) -> str:
    signs = ("Aries", "Taurus", "Gemini", "Cancer")
    return page(i, *(x for s, own_ in zip(signs, own(i), strict=True) for x in (f"<h3>{s}</h3>", own_)))  # fmt: skip


CASES = {
    "motto": _with(MOTTO),
    "motto with a class": _with(f'<p class="motto">{MOTTO}</p>'),
    "motto in a box": _with(f'<div class="motto-box"><p>{MOTTO}</p></div>'),
    "dateline": _with("DUNMERE (Coast Wire) –"),
    "dateline amid": _with(amid="DUNMERE (Coast Wire) –"),
    "sign-off": _with(after="Until next week, and keep your lines dry."),
    "subheading": _with(amid="<h2>What we know</h2>"),
    "ingredients": _recipe,
    "nutrition table": _nutrition,
    "refrain": _song,
    "interview": _interview,
    "interview with subheadings": lambda i: _interview(i, "<h3>{}</h3>"),
    "interview with classes": lambda i: _interview(i, '<div class="asked"><p>{}</p></div>'),
    "horoscope": _stars,
    "weather": _weather,
    "shares": _shares,
    "funerals": _funeral,
    "some background in most articles": lambda i: _with(amid=BACKGROUND if i % 3 else "")(i),
    "some background at the end of some": lambda i: _with(after=BACKGROUND if i % 2 else "")(i),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_nothing_of_the_article_is_lost(case: str, form: str) -> None:
    assert lost([FORMS[form](CASES[case](i)) for i in range(8)]) == []


def test_steps_that_all_recipes_have_stay_in_their_list() -> None:
    assert lost([_steps(i) for i in range(8)]) == []


@pytest.mark.parametrize("form", FORMS)
def test_an_article_that_is_reposted_whole(form: str) -> None:
    plea = "Kestle Post is printed by nine people who would rather be fishing, and paid for by you."
    pages = [FORMS[form](page(i, *own(i), plea)) for i in range(5)]
    again = FORMS[form](page(0, *own(0), plea, title="Once more: night at the dairy"))
    memory = taught([*pages, again])
    for source in (pages[0], again):
        assert set(own(0)) <= set(lines_of(recalled(source, memory)))


@pytest.mark.parametrize("form", FORMS)
def test_an_article_whose_opening_is_in_cards_everywhere(form: str) -> None:
    def made(i: int) -> str:
        cards = "".join(
            f'<div class="card"><h3><a href="/{n}">{TITLES[n]}</a></h3><p>{own(n)[0]}</p></div>'
            for n in (0, 1, 2)
            if n != i
        )
        return page(i, *own(i), f'<div class="cards"><h2>More of Kestle</h2>{cards}</div>')

    pages = [FORMS[form](made(i)) for i in range(6)]
    memory = taught(pages)
    for i in (0, 1, 2):
        assert lines_of(recalled(pages[i], memory))[:4] == own(i)
        bare = FORMS[form](page(i, *own(i)))
        assert lines_of(recalled(bare, memory)) == lines_of(clean(bare, url=address(i)))


def test_a_page_of_nothing_but_what_is_known_is_left_where_it_is_doubtful() -> None:
    pages = [page(i, MOTTO, *own(i)) for i in range(5)]
    bare = page(9, MOTTO, *own(9))
    assert taken(recalled(bare, taught(pages))) == []


def test_a_report_that_quotes_a_part_of_the_notice() -> None:
    notice = "Kestle Post prints in good faith and in poor light. Ask twice before you put to sea on our word."
    memory = taught([page(i, *own(i), notice) for i in range(4)])
    quoted = "“Kestle Post prints in good faith and in poor light,” the notice begins, and the judge read it out."
    assert quoted in lines_of(recalled(page(9, own(9)[0], quoted, *own(9)[1:]), memory))
