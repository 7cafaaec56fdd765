"""Every visible line of a page has one fate, and it agrees with the article and the findings."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from cleaner import Cleaned, clean
from cleaner.cli.main import main
from cleaner.document.finding import Action
from cleaner.regressions import Case, cases
from cleaner.regressions.checking import clean_case
from tests.cases import FIXTURES

PAGES = [pytest.param(case, id=case.slug) for case in cases(FIXTURES / "pages")]
PROSE = [
    "The ferry to the island was cancelled on Monday after divers found a crack in its rudder.",
    "Islanders buy their groceries on the mainland and have asked the council for a second boat.",
    "The council will decide in March, when the accounts of the harbour have been looked through.",
    "Until then a fishing boat carries the post, the doctor and those who have to see the dentist.",
    "The company that owns the ferry said that the rudder had been looked at twice in the autumn.",
]
PAGE = (
    "<html><head><title>Ferry cancelled</title></head><body><nav><a href='/'>Home</a></nav><main>"
    f"<h1>Ferry cancelled</h1>{''.join(f'<p>{text}</p>' for text in PROSE)}<p>Share</p></main>"
    "<footer><p>Printed by the harbour press.</p></footer></body></html>"
)


@pytest.mark.parametrize("case", PAGES)
def test_every_line_has_one_fate(case: Case) -> None:
    cleaned = clean_case(case, case.settings())
    page = cleaned.page
    assert page is not None
    if page.kind == "text":
        assert [f.text for f in cleaned.fates] == [b.text for b in cleaned.whole_blocks]
    else:
        assert [f.text for f in cleaned.fates] == [line.text for line in page.source.lines]
    assert [f.number for f in cleaned.fates] == [*range(len(cleaned.fates))]
    agree(cleaned)


def agree(cleaned: Cleaned) -> None:
    by_name: dict[str, list[str]] = {}
    for fate in cleaned.fates:
        by_name.setdefault(fate.name, []).append(fate.text)
    whole = {b.index: b.text for b in cleaned.whole_blocks}
    stays = [whole[block.index] for block in cleaned.blocks]
    assert sorted(by_name.get("article", []) + by_name.get("doubtful", [])) == sorted(stays)
    gone = {f.block.index for f in cleaned.findings if f.action is Action.STRIPPED}
    gone -= {block.index for block in cleaned.blocks}
    assert sorted(by_name.get("stripped", [])) == sorted(whole[index] for index in gone)


def test_lines_outside_say_where_they_stand() -> None:
    fates = {fate.text: (fate.name, fate.kind, fate.because) for fate in clean(PAGE).fates}
    assert fates["Home"] == ("outside", "", "menu")
    assert fates["Printed by the harbour press."] == ("outside", "", "footer")
    assert fates[PROSE[1]] == ("article", "", "")
    assert clean(PAGE).to_dict(lines=True)["lines"][0]["because"] == "menu"


def test_explain_shows_them_where_asked(tmp_path: pytest.TempPathFactory) -> None:
    file = tmp_path / "page.html"  # type: ignore[operator]
    file.write_text(PAGE)
    said = CliRunner().invoke(main, ["explain", str(file)]).output
    every = CliRunner().invoke(main, ["explain", "--all", str(file)]).output
    assert "Home" not in said
    assert "· Home\n    [outside: menu]\n" in every
    assert "· Printed by the harbour press.\n    [outside: footer]\n" in every
