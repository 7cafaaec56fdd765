"""What `strip` and `strip-text` take: whole lines and parts of them, and nothing else."""

from __future__ import annotations

import pytest

from cleaner import Options, clean
from tests.laws import nothing_disappears
from tests.sites.rules.made import PARAGRAPHS, lines_of, page, ruled, rules, taken

BOX = '<div class="box"><p>Our own guide to the islands has been printed again, with all its maps.</p></div>'
BOX_TEXT = "Our own guide to the islands has been printed again, with all its maps."


def test_without_rules_nothing_changes() -> None:
    plain = clean(page(BOX)).to_dict()
    assert BOX_TEXT in plain["text"]
    assert "notes" not in plain
    assert clean(page(BOX), options=Options(rules=rules("strip = '.none'"))).to_dict() == plain
    other = Options(rules=rules("strip = '.box'", host="example.com"))
    assert clean(page(BOX), url="https://example.org/", options=other).to_dict() == plain


@pytest.mark.parametrize(
    "selector",
    [".box", "article > div", "div:has(p)", "//div[@class='box']", "xpath:descendant::div[1]", "(//div)[1]", ".box p",
     "p:nth-child(2) + div", "[class*=bo]"],
)  # fmt: skip
def test_a_selector_takes_what_is_at_or_under_it(selector: str) -> None:
    cleaned = ruled(page(BOX), f'strip = "{selector}"')
    assert taken(cleaned) == [BOX_TEXT]
    assert lines_of(cleaned) == list(PARAGRAPHS)
    (finding,) = cleaned.stripped[-1:]
    assert finding.because == f"the rule strip “{selector}” of rules.toml, line 3"
    assert finding.sureness == "certain"


def test_selectors_see_menus_too() -> None:
    """Hollow elements and menus go before extraction; places count with them."""
    hollow = "<div></div><nav><a href='/'>Home</a></nav><p></p><div></div>"
    cleaned = ruled(page(hollow), 'strip = "article > :nth-child(7)"')
    assert taken(cleaned) == [PARAGRAPHS[1]]


@pytest.mark.parametrize("share", ["“", "(5)", " | ", "…more"])
def test_an_element_between_two_words_never_makes_one_of_them(share: str) -> None:
    source = page(f"<p>A new wind<b class=share>{share}</b>mill stands on the hill by now.</p>")
    strip = rules('strip = ".share"')
    cleaned = clean(source, options=Options(rules=strip))
    assert not any("windmill" in line for line in lines_of(cleaned))
    nothing_disappears(source, cleaned, Options(rules=strip))


@pytest.mark.parametrize("kind", ["page", "fragment"])
def test_an_element_in_a_sentence_goes_alone(kind: str) -> None:
    twice = "<p>Buy now, said the sign. <span class=ad>Buy now,</span> Nobody did, because the <a href=/x>shop</a> was shut.</p>"
    source = page(twice) if kind == "page" else twice + f"<p>{PARAGRAPHS[0]}</p>"
    cleaned = ruled(source, 'strip = "span.ad"')
    assert taken(cleaned) == ["Buy now, "]
    assert "Buy now, said the sign. Nobody did, because the shop was shut." in lines_of(cleaned)
    (finding,) = (f for f in cleaned.stripped if f.kind == "site-rule")
    assert finding.span == (24, 33)
    (block,) = (b for b in cleaned.blocks if b.text.startswith("Buy now"))
    assert [block.text[m.start : m.end] for m in block.marks] == ["shop"]


def test_several_elements_in_a_sentence_and_one_in_another() -> None:
    line = "<p><b><i>One</i> two</b> three <i>four</i>. The gulls do not count beyond this, as far as is known.</p>"
    cleaned = ruled(page(line), 'strip = ["b", "i"]')
    assert taken(cleaned) == ["One two ", "four"]


def test_a_line_with_nothing_left_between_its_cuts_goes_whole() -> None:
    line = "<p><a href=/a>Ferries of the north and the south</a> | <a href=/b>Islands with a harbour</a></p>"
    cleaned = ruled(page(line), 'strip = "p a"')
    assert lines_of(cleaned) == list(PARAGRAPHS)


def test_lines_between_breaks_are_told_apart() -> None:
    line = "<p>The boat left at noon and nobody saw it. <i>Ad</i><br>The boat left at noon and nobody saw it. <b>Add</b></p>"
    cleaned = ruled(page(line), 'strip = "i"')
    assert taken(cleaned) == [" Ad"]


def test_tables_go_by_their_rows_and_twins_elsewhere_stay() -> None:
    table = "<table class={}><tr><td>Monday</td><td>closed all day</td></tr><tr><td>{}</td><td>open</td></tr></table>"
    source = page(table.format("odds", "Friday"), table.format("times", "Sunday"))
    cleaned = ruled(source, 'strip = ".odds"')
    assert taken(cleaned) == ["Monday | closed all day", "Friday | open"]
    assert "Monday | closed all day" in lines_of(cleaned)


def test_a_line_said_twice_goes_where_it_was_named() -> None:
    twice = "<p class={}>The harbour master had no comment.</p>"
    cleaned = ruled(page(twice.format("a"), "", twice.format("b")), 'strip = ".b"')
    assert lines_of(cleaned) == [
        PARAGRAPHS[0],
        "The harbour master had no comment.",
        *PARAGRAPHS[1:],
    ]


@pytest.mark.parametrize(
    ("rule", "line", "goes"),
    [
        ("Sign up for our letter", "sign  up for our LETTER", True),
        ("Sign up for our letter", "Sign up for our letter now", False),
        ("Sign up for our letter…", "Sign up for our letter now, it is free", True),
        ("Sign up…", "Please sign up", False),
        ("…in the app", "Find tide tables in the app", True),
        ("…tide tables…", "Find tide tables in the app", True),
        ("Find…tables…app", "Find tide tables in the app", True),
        ("Find…app…tables", "Find tide tables in the app", False),
        ("“Don't miss it”", '"Don’t miss it"', True),
        ("aba…ba", "aba", False),
    ],
)
@pytest.mark.parametrize("kind", ["page", "fragment", "text"])
def test_a_line_goes_by_its_text(rule: str, line: str, goes: bool, kind: str) -> None:
    sources = {
        "page": page(f"<p>{line}</p>"),
        "fragment": f"<p>{PARAGRAPHS[0]}</p><p>{line}</p><p>{PARAGRAPHS[1]}</p>",
        "text": "\n\n".join([PARAGRAPHS[0], line, PARAGRAPHS[1], PARAGRAPHS[2]]),
    }
    rule = rule.replace('"', '\\"')
    cleaned = clean(sources[kind], options=Options(rules=rules(f'strip-text = "{rule}"'), source_kind=kind))  # fmt: skip
    assert bool(taken(cleaned)) == goes


def test_what_a_rule_takes_does_not_make_another_line_a_copy() -> None:
    """The box repeats the lead; the rule takes the box, and the lead must stay."""
    box = f'<div class="summary"><p>{PARAGRAPHS[0]}</p></div>'
    cleaned = ruled(page("", box), 'strip = ".summary"')
    assert lines_of(cleaned) == list(PARAGRAPHS)
    assert taken(cleaned) == [PARAGRAPHS[0]]


def test_a_heading_over_nothing_goes_with_what_was_under_it() -> None:
    cleaned = ruled(page("", "", "", "<h2>The guide</h2>" + BOX), 'strip = ".box"')
    assert taken(cleaned) == ["The guide", BOX_TEXT]


def test_a_rule_that_takes_all_is_obeyed_and_named() -> None:
    cleaned = ruled(page(), 'strip = "article"')
    assert str(cleaned.outcome) == "no-article: no-text"
    assert cleaned.outcome.detail.startswith("rules of the site took ")
    assert cleaned.restore() == clean(page()).restore()


def test_the_kind_can_be_kept_like_any_other() -> None:
    options = Options(rules=rules('strip = ".box"'), keep={"site-rule"})
    assert BOX_TEXT in clean(page(BOX), options=options).text


def test_what_the_extraction_left_out_is_no_finding() -> None:
    source = page(after="<footer class='foot'><p>All boats are subject to the tide.</p></footer>")
    assert taken(ruled(source, 'strip = ".foot"')) == []
