"""What `keep` and `keep-text` hold against every kind, and bring back."""

from __future__ import annotations

import pytest

from cleaner import Action, Cleaned, Options, clean, kinds
from cleaner.sites.rules import SiteRules
from cleaner.sites.rules.ftr import quoted
from tests.cases import FIXTURES, Case, cases
from tests.sites.rules.made import PARAGRAPHS, lines_of, page, ruled, taken

GIVEN = ("site-rule", "site-furniture")
"""Kinds that strip only where something is given."""
CASES = [
    pytest.param(kind, case, form, id=f"{case.name} ({form})")
    for kind in kinds()
    if kind not in GIVEN
    for case in cases(FIXTURES / f"residue/{kind}.html")
    if case.residue
    for form in ("html", "text")
]


def keeping(texts: list[str]) -> Options:
    listed = ", ".join(map(quoted, texts))
    return Options(rules=SiteRules.from_text(f'[[site]]\nhost = "*"\nkeep-text = [{listed}]'))


def stripped_lines(cleaned: Cleaned) -> dict[str, str]:
    """The lines that were touched, with the kind, that a rule can name."""
    return {f.block.text: f.kind for f in cleaned.stripped if f.block.key}


@pytest.mark.parametrize(("kind", "case", "form"), CASES)
def test_a_rule_keeps_a_line_against_its_kind(kind: str, case: Case, form: str) -> None:
    usual = clean(case.source[form])
    lines = stripped_lines(usual)
    if not lines:
        pytest.skip("nothing goes")
    cleaned = clean(case.source[form], options=keeping(list(lines)))
    assert cleaned.fault == ""
    assert set(lines) <= set(lines_of(cleaned))
    assert not {f.block.text for f in cleaned.stripped} & lines.keys()


def test_every_kind_was_overruled() -> None:
    overruled: set[str] = set()
    for param in CASES:
        kind, case, form = param.values
        overruled |= {kind} & set(stripped_lines(clean(case.source[form])).values())
    assert overruled == {*kinds()} - {*GIVEN}


def test_a_finding_on_a_kept_line_names_the_rule() -> None:
    cleaned = ruled(page('<p class="note">By Jane Doe</p>'), 'keep = ".note"')
    assert "By Jane Doe" in lines_of(cleaned)
    told = [f for f in cleaned.findings if f.text == "By Jane Doe"]
    assert {f.action for f in told} == {Action.KEPT}
    assert all(f.because.endswith("; kept by the rule keep “.note” of rules.toml, line 3") for f in told)  # fmt: skip


def test_keep_is_stronger_than_strip() -> None:
    box = '<div class="box"><p class="note">The boat is called Arethusa, and always was.</p></div>'
    cleaned = ruled(page(box), 'strip = [".box", "p"]', 'keep = ".note"')
    assert lines_of(cleaned) == ["The boat is called Arethusa, and always was."]


def test_a_paragraph_is_kept_by_an_element_in_it() -> None:
    line = "<p><em class=thanks>Jane Doe is a freelance writer based in Leeds.</em> Follow her on Twitter.</p>"
    cleaned = ruled(page("", "", "", line), 'keep = "em.thanks"')
    assert (
        lines_of(cleaned)[-1]
        == "Jane Doe is a freelance writer based in Leeds. Follow her on Twitter."
    )


NOTE = "Correction: An earlier version named the wrong boat."


@pytest.mark.parametrize(
    "rule", ['keep = ".note"', 'keep-text = "Correction:…"', 'keep = "span.note"']
)
@pytest.mark.parametrize("tag", ["nav", "footer", "div class=sidebar", "aside"])
def test_what_the_extraction_had_lost_comes_back_at_its_place(rule: str, tag: str) -> None:
    element = "span" if "span" in rule else "p"
    note = f"<{tag}><{element} class=note>{NOTE}</{element}></{tag.split()[0]}>"
    before, after = ruled(page(before=note), rule), ruled(page(after=note), rule)
    assert lines_of(before) == [NOTE, *PARAGRAPHS]
    assert lines_of(after) == [*PARAGRAPHS, NOTE]
    (block,) = (b for b in after.blocks if b.text == NOTE)
    assert block.recovered == f"the rule {rule.replace(' = ', ' ').replace(chr(34), '“', 1)[:-1]}” of rules.toml, line 3"  # fmt: skip


def test_between_paragraphs_it_comes_back_between_them() -> None:
    note = f'<figure><figcaption class="note">{NOTE}</figcaption></figure>'
    assert lines_of(ruled(page("", note), 'keep = ".note"')) == [*PARAGRAPHS[:2], NOTE, *PARAGRAPHS[2:]]  # fmt: skip


def test_what_is_there_does_not_come_back_twice() -> None:
    cleaned = ruled(
        page(f'<p class="note">{NOTE}</p>'), 'keep = [".note", "p"]', 'keep-text = "Correction…"'
    )
    assert lines_of(cleaned) == [PARAGRAPHS[0], NOTE, *PARAGRAPHS[1:]]
    table = "<table class=t><tr><td>Monday</td><td>closed</td></tr></table>"
    assert lines_of(ruled(page(table), 'keep = ".t"')).count("Monday | closed") == 1


def test_a_heading_that_is_kept_stays_over_nothing() -> None:
    source = page(
        "",
        "",
        "",
        "<h2 class=h>The guide</h2><div class=box><p>Our own guide has been printed again.</p></div>",
    )
    cleaned = ruled(source, 'strip = ".box"', 'keep = ".h"')
    assert taken(cleaned) == ["Our own guide has been printed again."]
    assert lines_of(cleaned)[-1] == "The guide"


def test_text_is_kept_in_text() -> None:
    source = "\n\n".join(["By Jane Doe", *PARAGRAPHS, "All rights reserved."])
    cleaned = ruled(source, 'keep-text = ["By Jane Doe", "All rights…"]')
    assert "By Jane Doe" in lines_of(cleaned)
    assert "All rights reserved." in lines_of(cleaned)


def test_a_lost_line_comes_back_that_glues_the_words_of_elements() -> None:
    glued = "<footer><p><a>Jane Doeson</a><b>Published</b> Monday</p></footer>"
    source = page(glued)
    assert "Published" not in clean(source).text
    assert (
        "Jane DoesonPublished Monday" in ruled(source, 'keep-text = "Jane DoesonPublished…"').text
    )
