"""One name a kind everywhere: its module, its cases, its words, its row in docs/kinds.md."""

from __future__ import annotations

import inspect
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import cleaner
from cleaner import kinds
from cleaner.residue import markdown_table
from cleaner.text import lexicon
from cleaner.text import slots as known_slots
from cleaner.text.lexicon import kinds_with
from cleaner.text.words import fold
from tests.cases import FIXTURES, ROOT, cases, files

PACKAGE = Path(cleaner.__file__).parent
KINDS = ROOT / "docs/kinds.md"
MODULES = sorted(p.stem for p in (PACKAGE / "residue").glob("[a-z]*.py"))
LEXICONS = sorted((PACKAGE / "lexicons").glob("*.toml"))
OUTCOMES = "outcomes"
"""The one list that belongs to no kind: what pages without an article say."""
LANGUAGES = {*lexicon.LANGUAGES, "any"}
WAYS = {
    *known_slots.WHOLE,
    *known_slots.START,
    *known_slots.END,
    *known_slots.WITHIN,
    *known_slots.NUMBERED,
    *known_slots.LISTS,
    *known_slots.GAPPED,
    "agency",  # looked for within a credit
}
ROLES = {"counted", "in-card", "ends-list", "classes-of-text"}
MIN_CASES = 3
MARKUP = [
    pytest.param(file, id=f"{folder}/{file.stem}")
    for folder in ("residue", "keep", "languages")
    for file in files(folder)
]


def kind_name(module: str) -> str:
    return module.replace("_", "-")


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_a_kind_with_cases(module: str) -> None:
    kind = kind_name(module)
    assert kind in kinds(), f"residue/{module}.py has no find()"
    file = FIXTURES / f"residue/{kind}.html"
    assert file.is_file(), f"{kind} has no cases: write {file}"
    strip = [c for c in cases(file) if any(name == kind for name, _ in c.residue)]
    # what looks last has nothing to look at where nothing went before
    foreign = {kind} if kinds()[kind].is_last else set(kinds())
    keep = [c for c in cases(file) if foreign.isdisjoint(name for name, _ in c.residue)]
    assert len(strip) >= MIN_CASES, f"{file.name} has {len(strip)} cases with {kind} to strip"
    assert len(keep) >= MIN_CASES, f"{file.name} has {len(keep)} cases to keep whole"


@pytest.mark.parametrize("module", MODULES)
def test_a_docstring_has_three_parts(module: str) -> None:
    doc = inspect.getdoc(import_module(f"cleaner.residue.{module}")) or ""
    first, seen, kept = re.match(r"(.*?)\n\nSeen as: (.*?)\n+Kept: (.*)\Z", doc, re.S).groups()
    assert "\n" not in first
    assert first.endswith(".")
    assert seen.strip()
    assert kept.strip().endswith(".")
    kind = kinds()[kind_name(module)]
    assert kind.summary == first
    assert (kind.seen_as, kind.kept) == (" ".join(seen.split()), " ".join(kept.split()))


@pytest.mark.parametrize("module", MODULES)
def test_a_row_of_the_document(module: str) -> None:
    row = next(
        r for r in markdown_table().split("\n") if r.startswith(f"| `{kind_name(module)}` |")
    )
    assert row.count(" | ") == 3, "a docstring must not hold the sign between columns"
    assert row in KINDS.read_text(encoding="utf-8"), (
        "run `cleaner kinds --markdown > docs/kinds.md`"
    )


def test_no_case_file_and_no_name_is_without_its_kind() -> None:
    assert {file.stem for file in files("residue")} == set(kinds())
    assert set(kinds()) == {kind_name(module) for module in MODULES}
    assert set(kinds_with("classes")) <= set(kinds())


@pytest.mark.parametrize("file", MARKUP)
def test_each_case_says_where_it_was_seen(file: Path) -> None:
    before = "<!-- (?:seen on|after the pattern of) [^-].*?-->\\s*$"
    text = file.read_text(encoding="utf-8")
    starts = [match.start() for match in re.finditer("<article", text)]
    assert starts
    for start in starts:
        name = text[start : start + 80]
        assert re.search(before, text[:start][-400:], re.S), f"no comment before {name}"


@pytest.mark.parametrize("file", MARKUP)
def test_cases_have_names_languages_and_known_kinds(file: Path) -> None:
    found = cases(file)
    names = Counter(case.name for case in found)
    assert [name for name, count in names.items() if count > 1] == []
    for case in found:
        assert case.name.split(": ")[1] not in ("", "?")
        assert case.language in LANGUAGES - {"any"} or file.parent.name == "keep"
        assert {kind for kind, _ in case.residue} <= set(kinds())
        assert case.kept


def test_keep_cases_are_forty_and_have_no_residue() -> None:
    kept = [case for file in files("keep") for case in cases(file)]
    assert len(kept) >= 40
    assert [case.name for case in kept if case.residue] == []


@pytest.mark.parametrize("file", LEXICONS, ids=lambda file: file.stem)
def test_a_lexicon_belongs_to_a_kind_and_is_well_formed(file: Path) -> None:
    assert file.stem in {*kinds(), OUTCOMES}
    slots = tomllib.loads(file.read_text(encoding="utf-8"))
    roles = slots.pop(known_slots.ROLES, {})
    assert slots
    assert set(roles) <= ROLES
    assert {slot for named in roles.values() for slot in named} <= set(slots)
    for slot, languages in slots.items():
        assert slot in WAYS or file.stem == OUTCOMES, f"{slot}: no such way to match"
        assert set(languages) <= LANGUAGES, f"[{slot}]"


@pytest.mark.parametrize("file", LEXICONS, ids=lambda file: file.stem)
def test_phrases_are_lower_case_and_say_something(file: Path) -> None:
    for slot, language, phrase in phrases(file):
        where = f"[{slot}] {language}: {phrase!r}"
        assert phrase.strip(), where
        assert phrase == phrase.lower(), where
        assert phrase == " ".join(phrase.split()), f"{where}: space"


@pytest.mark.parametrize("file", LEXICONS, ids=lambda file: file.stem)
def test_phrases_that_match_within_are_found(file: Path) -> None:
    lost = [
        f"[{slot}] {language}: {phrase}"
        for slot, language, phrase in phrases(file)
        if slot in known_slots.WITHIN and (file.stem, slot) not in lexicon.scan(fold(phrase))
    ]
    assert not lost, "one word is too short to be told from prose:\n" + "\n".join(lost)


def phrases(file: Path) -> Iterator[tuple[str, str, str]]:
    for slot, languages in tomllib.loads(file.read_text(encoding="utf-8")).items():
        for language, listed in languages.items():
            yield from ((slot, language, phrase) for phrase in listed)
