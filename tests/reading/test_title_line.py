"""The title of a page that a scraper made one line of: said first, and again over the article."""

from __future__ import annotations

import pytest

from cleaner import Options, clean
from cleaner.reading.text_blocks import blocks_of_text
from cleaner.reading.title_line import titles_marked
from cleaner.text.words import words
from tests.reading.test_one_line import CHINESE, ENGLISH, RUSSIAN

TEXT = Options(source_kind="text")
EN = "Last ferry turns back for want of a key"
RU = "Паром вернулся к причалу без ключа"
ZH = "末班渡轮因钥匙遗失被迫返航 船员在岸上睡着"


def _page(page: tuple[str, str, str], named: str, shown: str) -> str:
    return " ".join((named, page[0], shown, page[1], page[2]))


# after the pattern of pages of newspapers in three scripts, as `get_text(" ")` has them
@pytest.mark.parametrize(
    ("page", "title", "named"),
    [
        (ENGLISH, EN, f"{EN} | Harbour Courier"),
        (ENGLISH, EN, f"{EN} - Islands - Harbour Courier"),
        (ENGLISH, EN, f"Harbour Courier : {EN}"),
        (ENGLISH, EN, EN),
        (ENGLISH, f"{EN}?", f"{EN}? » Harbour Courier"),
        (RUSSIAN, RU, f"{RU} :: Портовый Вестник"),
        (RUSSIAN, RU, f"Портовый Вестник / {RU} / Общество"),
        (CHINESE, ZH, f"{ZH}_滚动新闻_港口网"),
    ],
)
def test_the_title_is_what_the_page_begins_with_and_says_again(
    page: tuple[str, str, str], title: str, named: str
) -> None:
    cleaned = clean(_page(page, named, title), options=TEXT)
    assert cleaned.title == title
    article = words(page[1])
    assert words(cleaned.text)[: len(article)] == article


def test_the_headline_may_be_in_other_quotes_and_letters() -> None:
    named, shown = (
        'Ferry\'s last trip "ends" at the quay - Courier',
        "Ferry’s Last Trip “Ends” at the Quay",
    )
    assert clean(_page(ENGLISH, named, shown), options=TEXT).title == shown


def test_a_date_may_stand_behind_the_headline() -> None:
    text = _page(ENGLISH, f"{EN} | Courier", f"{EN} 3 May 2024 By Jane Doe")
    assert clean(text, options=TEXT).title == EN


@pytest.mark.parametrize("page", [ENGLISH, RUSSIAN], ids=["en", "ru"])
def test_a_label_out_of_a_menu_is_no_title(page: tuple[str, str, str]) -> None:
    assert clean(" ".join(page), options=TEXT).title == ""
    assert all(b.is_torn for b in blocks_of_text(" ".join(page)))


@pytest.mark.parametrize(
    "again",
    [
        "last ferry turns back for want of a key, as it did in May.",
        "Last ferry turns back for want of a key in the rain, says a notice on the quay.",
        "Last ferry turns back for want of a key, says a notice on the quay.",
        "Last ferry turns round.",
    ],
)
def test_a_sentence_that_begins_as_the_page_does_is_not_parted(again: str) -> None:
    text = " ".join((f"{EN} | Courier", ENGLISH[0], again, ENGLISH[1], ENGLISH[2]))
    assert titles_marked(text) == text


@pytest.mark.parametrize(
    "text",
    [
        " ".join(("The Ferry Council – a body of nine – met. The Ferry Council Met", ENGLISH[1])),
        "\n".join((EN, ENGLISH[1], EN, ENGLISH[1])),
        f"{EN}. {ENGLISH[1]} {EN}.",
        f"{ZH}，{CHINESE[1]}{ZH}。",
        "Row, row, row your boat! " * 30,
        "",
    ],
)
def test_a_text_without_menus_is_not_parted(text: str) -> None:
    assert titles_marked(text) == text


def test_no_word_is_lost() -> None:
    text = _page(ENGLISH, f"{EN} | Harbour\u2028Courier", EN)
    assert words(" ".join(b.text for b in blocks_of_text(text))) == words(text)
