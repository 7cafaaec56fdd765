"""What must hold of TEI documents and of pictures, for any input."""

from __future__ import annotations

from dataclasses import replace

from cleaner import Cleaned, clean
from tests.fuzz.case import Case
from tests.rendering import tei


def document(case: Case, cleaned: Cleaned) -> None:
    """A document of TEI that any parser reads, and that is valid."""
    assert tei.faults(cleaned.xmltei) == []


def pictures(case: Case, cleaned: Cleaned) -> None:
    """Whoever asks for pictures gets the same article."""
    illustrated = clean(case.source, case.url, replace(case.options, include_images=True))
    assert illustrated.fault == cleaned.fault
    plain = illustrated.to_dict()
    plain.pop("images", None)
    assert plain == cleaned.to_dict()
    assert tei.faults(illustrated.xmltei) == []
