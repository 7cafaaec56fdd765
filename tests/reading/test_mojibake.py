"""What was decoded twice is read once; what looks like it and is meant stays."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.reading.mojibake import read_once

SAID = "Zażółć gęślą jaźń: the café’s “résumé” — déjà vu, naïve, 東京 and Ελλάδα."


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_it_is_read_once(wrong: str) -> None:
    said = SAID if wrong == "latin-1" else "It’s the café’s résumé, naïve as ever – “déjà vu‘."
    assert read_once(said.encode().decode(wrong)) == said


@pytest.mark.parametrize(
    "said",
    [
        "“No boat sails,” he said – “it’s the storm”.",
        "Сегодня в Москве прошёл дождь — по словам синоптиков, «самый сильный» за год.",
        "Сьогодні в Києві пройшов дощ, повідомляє служба погоди.",
    ],
)
def test_it_is_read_once_where_it_was_taken_for_cyrillic(said: str) -> None:
    assert read_once(said.encode().decode("cp1251")) == said


def test_lines_that_are_right_stay_beside_those_that_are_not() -> None:
    twice = "le café, la résumé, l’été".encode().decode("cp1252")
    assert read_once(f"Dès l’été…\n{twice}\n東京") == "Dès l’été…\nle café, la résumé, l’été\n東京"


@pytest.mark.parametrize(
    "text",
    [
        "NÃO, SÃO, PÃES, AVIÕES, CORAÇÃO, IRMÃ, MAÇÃS, LIMÕES",
        "Some pages show “Ã©” where “é” is meant.",
        "Â, â and Ã are letters: “Âge”, “Pâques”, “Às vezes”, “Ãngelo”",
        "«Рёв», Рік, РФ, СССР… В С… и Р. С. — «Сёла», С€, Ђорђе и Љубица",
        "Vĩ độ â–ê, ô–ơ; 10 °C – 20 °C; £5–£10; «à» › «â»",
    ],
)
def test_what_is_meant_stays(text: str) -> None:
    assert read_once(text) == text


def test_a_page_says_what_its_authors_wrote() -> None:
    text = "".join(
        f"<p>In the café, the baker’s {n} loaves were gone by noon – or so he said.</p>"
        for n in range(4)
    )
    page = f"<html><head><meta charset=utf-8><title>Loaves</title></head><body>{text}</body></html>"
    twice = page.encode().decode("cp1252").encode()
    assert "the baker’s 3 loaves were gone by noon – or so" in clean(twice).text
