"""Days: as pages write them in any language; publication and change are not mixed."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.metadata.timestamps import is_of_change
from cleaner.text.dates import Habits, day_of, days_in
from tests.metadata.test_authors import OWN, ld, read


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024-03-05T23:30:00-05:00", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("1709596800", "2024-03-05"),
        ("Tue, 05 Mar 2024 06:00:00 GMT", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("5th of March 2024", "2024-03-05"),
        ("5. März 2024", "2024-03-05"),
        ("5 de marzo de 2024", "2024-03-05"),
        ("5 марта 2024 г.", "2024-03-05"),
        ("5 مارس 2024", "2024-03-05"),
        ("2024年3月5日", "2024-03-05"),
        ("2024년 3월 5일", "2024-03-05"),
        ("2024. március 5.", "2024-03-05"),
        ("05.03.2024", "2024-03-05"),
        ("25/03/2024", "2024-03-25"),
        ("03/05/2024", None),
        ("05.03.24", "2024-03-05"),
        ("5. marts 2024", "2024-03-05"),
        ("٥ مارس ٢٠٢٤", "2024-03-05"),
        ("5 آذار 2024", "2024-03-05"),
        ("12 تشرين الأول 2023", "2023-10-12"),
        ("۱۵ اسفند ۱۴۰۲", "2024-03-05"),
        ("५ मार्च २०२४", "2024-03-05"),
        ("5 มีนาคม 2567", "2024-03-05"),
        ("๕ มี.ค. ๒๕๖๗", "2024-03-05"),
        ("5 tháng 3, 2024", "2024-03-05"),
        ("令和6年3月5日", "2024-03-05"),
        ("民國113年3月5日", "2024-03-05"),
        ("1402/12/15", None),
        ("10.24.31.5", None),
        ("2024-13-45", None),
        ("0001-01-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_the_day_of_a_value(said: str, day: str | None) -> None:
    assert day_of(said) == day


def test_the_country_tells_the_order_of_numbers() -> None:
    days = [day_of("03/05/2024", Habits(month_first=first)) for first in (True, False)]
    assert days == ["2024-03-05", "2024-05-03"]
    over = "<p>Published 03/05/2024</p>"
    stated = [read(over=over, lang=lang).stated("date")[0] for lang in ("en-US", "en-GB", "en")]
    assert [each.value for each in stated[:2]] == ["2024-03-05", "2024-05-03"]
    assert [each.where for each in stated] == ["timestamp", "timestamp", "guess"]


def test_persian_numbers_are_read_on_persian_pages() -> None:
    assert day_of("۱۴۰۲/۱۲/۱۵", Habits(("fa", "en"))) == "2024-03-05"


# after the pattern of short stories, whose paragraphs are among the first lines
def test_the_day_of_an_event_is_not_that_of_publication() -> None:
    event = "<p>The new ferry sails on 12 May 2025, the council has said, and tickets are sold.</p>"
    assert all(each.where == "guess" for each in read(over=event).stated("date"))
    dateline = "<p>PORT, 5 March 2024 – The new ferry sails in May, the council has said today.</p>"
    assert read(over=dateline).date == "2024-03-05"


def test_days_in_a_line_stand_in_order() -> None:
    assert [day for day, _, _ in days_in("5 March 2024, updated 2024-03-07")] == [
        "2024-03-05",
        "2024-03-07",
    ]


@pytest.mark.parametrize(
    "label",
    ["Updated", "Zuletzt aktualisiert:", "Mis à jour le", "最終更新", "Обновлено", "آخر تحديث"],
)
def test_labels_of_change(label: str) -> None:
    assert is_of_change(label)
    assert not any(map(is_of_change, ["Published", "Veröffentlicht", "Publié le", "公開日", ""]))


def test_publication_and_change_are_not_mixed() -> None:
    metadata = read(over="<p>Published 5 March 2024. Updated 7 March 2024</p>")
    assert (metadata.date, metadata.date_modified) == ("2024-03-05", "2024-03-07")
    metadata = read(over="<p>Last updated 7 March 2024</p>")
    assert (metadata.date, metadata.date_modified) == (None, "2024-03-07")


def test_the_raw_value_keeps_time_and_zone() -> None:
    stated = "2024-03-05T08:30:00+01:00"
    metadata = read(ld(OWN | {"datePublished": stated, "dateModified": "2024-03-06"}))
    assert [(s.value, s.raw, s.where) for s in metadata.stated("date")] == [
        ("2024-03-05", stated, "json-ld NewsArticle datePublished")
    ]
    assert metadata.date_modified == "2024-03-06"


def test_the_day_that_readers_see_comes_before_the_one_beside_it_in_utc() -> None:
    head = '<meta property="article:published_time" content="2024-03-06T02:30:00Z">'
    assert read(head).date == "2024-03-06"
    assert read(head, over="<p>March 5, 2024</p>").date == "2024-03-05"
    assert read(head, over="<p>March 9, 2024</p>").date == "2024-03-06"


# seen on blogs and shops whose system states the day on which it was filled anew
def test_an_earlier_day_under_the_title_comes_before_the_one_that_is_stated() -> None:
    head = '<meta property="article:published_time" content="2024-03-06">'
    row = "<p>1/13/2013 | +13.1%</p>"
    assert read(head, over="<p>Published March 1, 2023</p>").date == "2023-03-01"
    assert read(head, over=row, lang="en-US").date == "2024-03-06"
    assert read(head, over="<p>March 1, 2023</p><p>March 2, 2023</p>").date == "2024-03-06"
    assert read(head, over="<p>Updated March 1, 2023</p>").date == "2024-03-06"


def test_times_of_comments_and_cards_are_guesses_at_most() -> None:
    said = "".join(
        f"<p>A comment of many words, all of its own, number {n}.</p>" for n in "123456789"
    )
    under = f"{said}<div><time datetime=2024-03-05>x</time> Well!</div>"
    assert {each.where for each in read(under=under).stated("date")} <= {"guess"}
    head = '<meta property="article:modified_time" content="2024-03-07">'
    assert read(head, under=under).date is None


def test_the_address_tells_the_day_where_nothing_else_does() -> None:
    page = f"<html><body><h1>Ferry</h1>{'<p>It rained on the island for a whole week.</p>' * 5}"
    found = clean(page, url="https://island.example/2024/03/05/ferry").metadata.stated("date")
    assert [(each.value, each.where) for each in found] == [("2024-03-05", "address")]


def test_timestamps_of_scraped_text() -> None:
    text = "Ferry is cancelled\n\nBy Jane Doe\n\n5 March 2024\n\n" + "\n\n".join(
        f"The rudder broke on day {n}, and nobody on the island knew what to do." for n in "123"
    )
    metadata = clean(text).metadata
    assert (metadata.authors, metadata.date) == (("Jane Doe",), "2024-03-05")
