"""What comes back on page after page and is none of the article."""

# ruff: noqa: E501
# a page or a text on one line is read as one

from __future__ import annotations

import pytest

from cleaner import Options, clean
from tests.sites.memory.made import (
    FORMS,
    HOST,
    TITLES,
    lines_of,
    own,
    page,
    recalled,
    said,
    taken,
    taught,
)

PLEA = "Kestle Post burns because {} neighbours each give the price of a loaf a month, and the tin for it hangs on the door of the net loft."
NOTICE = "What stands here was written in good faith by tired people. Tides and prices move, so ask at the office before you put to sea."


def _plea(i: int) -> str:
    one, two, *rest = own(i)
    return page(i, one, two, PLEA.format(800 + 13 * i), *rest)


def _notice(i: int) -> str:
    return page(i, *own(i), NOTICE)


def _cards(i: int) -> str:
    cards = "".join(
        f'<li class="card"><h3><a href="/{n}">{TITLES[n]}</a></h3><p>{own(n)[0]}</p></li>'
        for n in ((i + 1) % 6, (i + 2) % 6, (i + 3) % 6)
    )
    return page(i, *own(i), f'<div class="cards"><h2>More of Kestle</h2><ul>{cards}</ul></div>')


def _prices(i: int) -> str:
    one, two, *rest = own(i)
    card = f'<div class="quote-card"><p>Within reach</p><p>HSW</p><p>${4 + 0.37 * i:.2f}</p><p>-{i}.80%</p></div>'
    return page(i, one, two, card, *rest)


PROMOS = [
    "The tide tables of Kestle are out again, with all of the moons and none of the errors of the last.",
    "Choir practice is on Thursdays in the ice house, where nobody minds what you sound like at all.",
]  # fmt: skip


def _promo(i: int) -> str:
    one, two, *rest = own(i)
    return page(i, one, two, f'<aside class="turn"><p>{PROMOS[i % 2]}</p></aside>', *rest)


def _list(i: int) -> str:
    shown = ((i + 1) % 6, (i + 2) % 6, (i + 3) % 6)
    cards = [x for n in shown for x in (f"<p>{TITLES[n]}</p>", own(n)[0])]
    return page(i, *own(i), NOTICE, "<h3>Further along the quay</h3>", *cards)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("made", [_plea, _notice, _list], ids=["plea", "notice", "list"])
def test_it_goes_from_a_later_page(made, form: str) -> None:
    memory = taught(FORMS[form](made(i)) for i in range(6))
    assert lines_of(recalled(FORMS[form](made(7)), memory))[-4:] == own(7)


@pytest.mark.parametrize("made", [_cards, _prices, _promo], ids=["cards", "prices", "promo"])
def test_it_goes_where_a_class_tells_its_place(made) -> None:
    memory = taught(made(i) for i in range(6))
    assert lines_of(recalled(made(7), memory)) == own(7)


def test_not_before_three_different_articles() -> None:
    two, three = taught([_notice(0), _notice(1)]), taught([_notice(0), _notice(1), _notice(2)])
    assert NOTICE in lines_of(recalled(_notice(7), two))
    assert NOTICE not in lines_of(recalled(_notice(7), three))


def test_reposts_count_once() -> None:
    again = page(0, *own(0), NOTICE, title="Once more: night at the dairy")
    nearly = page(0, *own(0), said(160), NOTICE, title="Night at the dairy, with more of it")
    memory = taught([_notice(0), _notice(1), again, nearly])
    assert memory.seen == 4
    assert memory.furniture.of == 2
    assert NOTICE in lines_of(recalled(_notice(7), memory))


def test_the_reason_says_how_often_it_was_seen() -> None:
    (found,) = recalled(_notice(7), taught(map(_notice, range(4)))).stripped[-1:]
    assert found.kind == "site-furniture"
    assert str(found.sureness) == "certain"
    assert found.because == f"seen in 4 of 4 articles of {HOST}"
    (found,) = (
        f for f in recalled(_plea(7), taught(map(_plea, range(5)))).stripped if "loaf" in f.text
    )
    assert found.because == f"seen in 5 of 5 articles of {HOST}, not always the same"
    prices = [f.because for f in recalled(_prices(7), taught(map(_prices, range(4)))).stripped]
    assert "a card of prices, at the same place in 4 of 4 articles" in prices


@pytest.mark.parametrize("host", ["lowick.example", "kestle.example.org", "m.kestle.example"])
def test_pages_of_other_hosts_are_left(host: str) -> None:
    assert taken(recalled(_notice(7), taught(map(_notice, range(4))), host)) == []


def test_a_page_without_a_host_is_taken_for_one_of_a_single_memory() -> None:
    memory = taught(map(_notice, range(4)))
    assert taken(clean(_notice(7), options=Options(site_memory=memory))) == [NOTICE]
    assert taken(clean(_notice(7), options=Options(site_memory={HOST: memory}))) == []


def test_a_kind_that_is_to_be_kept_is_kept() -> None:
    options = Options(site_memory=taught(map(_notice, range(4))), keep={"site-furniture"})
    cleaned = clean(_notice(7), options=options)
    assert NOTICE in lines_of(cleaned)
    assert [str(f.action) for f in cleaned.findings if f.text == NOTICE] == ["kept"]


def test_pages_without_a_title_are_not_all_one_article() -> None:
    """A third of each is the notice: that alone must not make reposts of them."""
    made = ["".join(f"<p>{x}</p>" for x in (*own(i, 2), NOTICE)) for i in range(4)]
    memory = taught(made[:3])
    assert memory.furniture.of == 3
    assert lines_of(recalled(made[3], memory)) == own(3, 2)
