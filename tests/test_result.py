"""Cleaned: what comes back, in every form, and the way back from it."""

from __future__ import annotations

import json
import pickle
from dataclasses import FrozenInstanceError

import pytest

from cleaner import restore
from cleaner.document.finding import Action, Finding, certain, likely, possible
from cleaner.outcome import Outcome
from cleaner.reading.page import Page
from cleaner.result import SCHEMA, Cleaned
from tests.made import PROSE, article, of

LABEL, NOTE = "Share this article", "All rights reserved."
WHOLE = article(PROSE[0], LABEL, f"{PROSE[1]} {NOTE}", "Ferries")
PARTLY = (len(PROSE[1]), len(PROSE[1]) + 1 + len(NOTE))
FINDINGS: tuple[Finding, ...] = (
    of("share-bar", likely(WHOLE.blocks[1], "a label")).but(action=Action.STRIPPED),
    of("copyright", certain(WHOLE.blocks[2], "a mark", PARTLY)).but(action=Action.STRIPPED),
    of("tags", possible(WHOLE.blocks[3], "a tag")),
)
KEPT = article(PROSE[0], PROSE[1], "Ferries").blocks
BLOCKS = (KEPT[0], KEPT[1].numbered(2), KEPT[2].numbered(3))
MARKUP = "".join(f"<p class='c{b.index}'>{b.text}</p>" for b in WHOLE)


@pytest.fixture
def cleaned() -> Cleaned:
    page = Page(f"<html><body><main>{MARKUP}</main></body></html>", "page")
    return Cleaned(
        "The ferry", BLOCKS, Outcome("cleaned"), 0.98765, "en", _findings=FINDINGS, _page=page
    )


def test_the_body_stands_in_three_forms_without_the_title(cleaned: Cleaned) -> None:
    assert cleaned.text == f"{PROSE[0]}\n\n{PROSE[1]}\n\nFerries"
    assert cleaned.markdown == cleaned.text
    assert cleaned.html.split("\n")[0] == f"<p>{PROSE[0]}</p>"


def test_what_was_stripped_are_the_findings_that_were_carried_out(cleaned: Cleaned) -> None:
    assert [f.text.strip() for f in cleaned.stripped] == [LABEL, NOTE]
    assert [f.kind for f in cleaned.findings] == ["share-bar", "copyright", "tags"]


def test_a_finding_knows_where_it_stood(cleaned: Cleaned) -> None:
    first = cleaned.findings[0]
    assert first.xpath == "/html/body/main/p[2]"
    assert (first.classes, first.place.tags) == ("c1", ("p", "main"))


def test_restoring_gives_all_that_was_extracted(cleaned: Cleaned) -> None:
    assert cleaned.restore().split("\n\n") == [b.text for b in WHOLE]
    assert restore(json.loads(cleaned.to_json())) == cleaned.restore()


def test_plain_data_has_a_schema_and_rounds_its_confidence(cleaned: Cleaned) -> None:
    plain = cleaned.to_dict()
    assert (plain["schema"], plain["confidence"], plain["outcome"]) == (SCHEMA, 0.988, "cleaned")
    assert [b["text"] for b in plain["blocks"]] == [b.text for b in BLOCKS]
    assert [f["action"] for f in plain["findings"]] == ["stripped", "stripped", "doubtful"]
    assert "metadata" not in plain
    assert "notes" not in plain
    assert "metadata" in cleaned.to_dict(metadata=True)


def test_json_is_the_plain_data_with_letters_as_they_are(cleaned: Cleaned) -> None:
    assert json.loads(cleaned.to_json(metadata=True)) == cleaned.to_dict(metadata=True)
    assert "é" in Cleaned("é", (), Outcome("cleaned"), 1.0).to_json()


def test_notes_of_the_sites_rules_are_told() -> None:
    noted = Cleaned("", (), Outcome("cleaned"), 1.0, notes=("no body rule matched",))
    assert noted.to_dict()["notes"] == ["no body rule matched"]


def test_the_extraction_has_each_block_once_and_whole(cleaned: Cleaned) -> None:
    assert [b.index for b in cleaned.whole_blocks] == [0, 1, 2, 3]
    assert cleaned.whole_blocks[2].text == f"{PROSE[1]} {NOTE}"


def test_a_result_crosses_processes_with_its_reasons() -> None:
    asked = FINDINGS[0].but(because="", reason=lambda: "a label")
    sent = pickle.loads(pickle.dumps(Cleaned("", (), Outcome("cleaned"), 1.0, _findings=(asked,))))
    assert [f.because for f in sent.findings] == ["a label"]


def test_a_result_without_a_page_has_no_places_and_its_metadata_is_empty() -> None:
    bare = Cleaned("", BLOCKS, Outcome("cleaned"), 1.0, _findings=FINDINGS)
    assert bare.page is None
    assert {f.xpath for f in bare.findings} == {""}
    assert bare.metadata.author is None


def test_a_result_cannot_be_changed(cleaned: Cleaned) -> None:
    with pytest.raises(FrozenInstanceError):
        cleaned.title = "other"  # type: ignore[misc]
