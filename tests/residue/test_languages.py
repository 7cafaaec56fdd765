"""Languages whose lists are tried together: a page with all that stands around an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import clean
from cleaner.text.gapped import search
from cleaner.text.lexicon import LANGUAGES
from cleaner.text.words import fold
from tests.cases import FIXTURES, cases, files

NO_NAMES = [
    ("el", "Της θάλασσας τα δέντρα"),
    ("el", "Του χρόνου πάλι στο ίδιο λιμάνι"),
    ("ro", "De veghe la poarta satului"),
    ("sv", "Av is och vind"),
]
"""Headings that begin as bylines of their language do."""
ANSWERS = [
    ("pl", "Zgadzam się."),
    ("cs", "Souhlasím."),
    ("el", "Συμφωνώ."),
    ("sv", "Jag förstår."),
    ("ro", "Sunt de acord."),
    ("hu", "Rendben."),
    ("he", "אני מסכים."),
]
NOTES = [
    ("author-note", "सुमित्रा देवांगन पत्रकार हैं और नदियों पर लिखती हैं।"),
    ("author-note", "תמר גולדווסר היא עיתונאית, כותבת על נחלים."),
    ("author-note", "مهرانگیز سپهری روزنامه‌نگار است و درباره رودها می‌نویسد."),
    ("author-note", "ผู้เขียนเป็นอดีตนักข่าวประจำท่าเรือ"),
    ("press-release", "अधिक जानकारी के लिए www.example.in देखें।"),
    ("press-release", "למידע נוסף בקרו באתר הנמל."),
    ("press-release", "برای کسب اطلاعات بیشتر به سایت بندر مراجعه کنید."),
    ("press-release", "สอบถามข้อมูลเพิ่มเติม โทร 02-123-4567"),
    ("reading-aid", "Rezumatul de mai sus a fost generat cu inteligență artificială."),
    ("reading-aid", "Az összefoglaló mesterséges intelligencia segítségével készült."),
    ("reading-aid", "यह सारांश एआई की मदद से तैयार किया गया है।"),
    ("reading-aid", "התקציר נוצר באמצעות בינה מלאכותית."),
    ("reading-aid", "این خلاصه به کمک هوش مصنوعی تهیه شده است."),
    ("reading-aid", "สรุปนี้สร้างโดย AI และตรวจโดยกองบรรณาธิการ"),
]
PAGES = [pytest.param(file, id=file.stem) for file in files("languages")]
LEAST_KINDS, LEAST_KEPT = 12, 4


@pytest.mark.parametrize("file", PAGES)
def test_a_language_has_a_page_of_residue_and_look_alikes_that_stay(file: Path) -> None:
    found = cases(file)
    assert {case.language for case in found} == {file.stem}
    assert file.stem in LANGUAGES
    assert max(len({kind for kind, _ in case.residue}) for case in found) >= LEAST_KINDS
    assert len([case for case in found if not case.residue]) >= LEAST_KEPT


@pytest.mark.parametrize(("language", "line"), NO_NAMES)
def test_a_heading_that_opens_as_a_byline_stays(language: str, line: str) -> None:
    file = FIXTURES / f"languages/{language}.html"
    case = next(c for c in cases(file) if not c.residue)
    assert line in clean(f"<h2>{line}</h2>{case.html}").text
    assert line in clean(f"{line}\n\n{case.text}").text


@pytest.mark.parametrize(("kind", "text"), NOTES)
def test_notes_are_found_by_words_with_gaps(kind: str, text: str) -> None:
    assert kind in search(fold(text))


@pytest.mark.parametrize(("language", "line"), ANSWERS)
def test_an_answer_between_paragraphs_is_no_button_of_a_cookie_notice(
    language: str, line: str
) -> None:
    found = [c for c in cases(FIXTURES / f"languages/{language}.html") if not c.residue]
    before, after = found[0], found[-1]
    assert line in clean(f"{before.html}<p>{line}</p>{after.html}").text
    assert line in clean(f"{before.text}\n\n{line}\n\n{after.text}").text
