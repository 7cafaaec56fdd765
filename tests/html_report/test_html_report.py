"""The report as a file: laws, escaping, the policy, the order of pages, colours, the command."""

from __future__ import annotations

import base64
import doctest
import hashlib
import re
from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html as lxml_html

from cleaner import Cleaned, Options, clean, kinds
from cleaner.cli.main import main
from cleaner.html_report import html_report, original
from cleaner.html_report.index import by_kind, by_site, worst_first
from cleaner.html_report.palette import PATTERNS, families, look_of
from cleaner.html_report.view import Words, unread, view_of
from cleaner.rendering.counts import summary, words_in, words_out
from cleaner.sites.rules import SiteRules
from cleaner.text.word_count import word_count
from cleaner.text.words import words
from tests.cases import FIXTURES, ROOT
from tests.html_report.attacks import ATTACKS, NAMES, page

PAGES = sorted((FIXTURES / "pages").glob("*/page.*"))
WHOLE = [pytest.param(path, id=path.parent.name) for path in PAGES]
ARTICLE = page("")


def tree_of(*pages: tuple[str, Cleaned | str]) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(html_report(pages))


def cleaned_of(path: Path) -> Cleaned:
    return clean(path.read_bytes())


@pytest.mark.parametrize("path", WHOLE)
def test_every_finding_is_listed_once_with_its_reason(path: Path) -> None:
    cleaned = cleaned_of(path)
    tree = tree_of(("page", cleaned))
    listed = Counter(
        (e.get("data-kind"), e.get("data-state"), e.find_class("because")[0].text_content())
        for e in tree.find_class("item")
    )
    expected = Counter(
        (f.kind, str(f.action), f.because) for f in cleaned.findings if f.action != "agreed"
    )
    assert listed == expected
    agreed = sum(f.action == "agreed" for f in cleaned.findings)
    assert len(tree.find_class("also")) == agreed


@pytest.mark.parametrize("path", WHOLE)
def test_every_word_stands_in_the_story_once(path: Path) -> None:
    cleaned = cleaned_of(path)
    (story,) = tree_of(("page", cleaned)).find_class("story")
    gone = [e.text_content() for e in story.cssselect("del.words")]
    assert gone == [f.text for f in sorted(cleaned.stripped, key=_place)]
    shown = Counter(words(" ".join(e.text_content() for e in story.find_class("words"))))
    outside = [e.text_content() for e in story.cssselect(".outside .words")]
    assert outside == [fate.text for fate in cleaned.fates if fate.name == "outside"]
    shown -= Counter(words(" ".join(outside)))
    extraction = Counter(words(" ".join(b.text for b in cleaned.whole_blocks)))
    twice = Counter(words(" ".join(e.text_content() for e in story.cssselect("mark.words"))))
    assert not extraction - shown
    assert not shown - extraction - twice, "of two findings in doubt over the same words"


def test_long_runs_and_rows_of_one_kind_are_folded() -> None:
    tree = tree_of(("page", cleaned_of(FIXTURES / "pages/seed-html/page.html")))
    kept, outside = tree.cssselect("details.kept")
    assert kept.find("summary").text_content().startswith("1,055 words stay")
    assert outside.find("summary").text_content().startswith("188 words outside")
    rows = [e.find("summary").text_content() for e in tree.cssselect(".story > details.group")]
    assert [row.split("Market")[0].split("You")[0] for row in rows] == [
        "price-widget × 6",
        "related-items × 5",
    ]
    assert not tree.cssselect("details[open]:not(.page)")


def test_the_sentence_is_that_of_explain() -> None:
    cleaned = cleaned_of(FIXTURES / "pages/seed-html/page.html")
    tree = tree_of(("page", cleaned))
    assert [e.text for e in tree.find_class("sentence")] == [summary(cleaned)]
    both = tree_of(("page", cleaned), ("gone", "no such file"))
    told = [e.text for e in both.find_class("sentence")]
    assert told[1:] == [summary(cleaned)]
    assert told[0].startswith("1,629 words in, 1,055 kept; stripped: price-widget 6, related-")


def test_the_bar_has_every_visible_word() -> None:
    cleaned = cleaned_of(FIXTURES / "pages/seed-html/page.html")
    view = view_of(1, "page", cleaned)
    lines = sum(word_count(fate.text) for fate in cleaned.fates)
    assert view.words == Words(words_out(cleaned), words_in(cleaned) - words_out(cleaned), 188)
    assert view.words.total == pytest.approx(lines, rel=0.01)
    key = tree_of(("page", cleaned)).find_class("key")[0].text_content()
    assert key.split() == ["1,055", "kept", "574", "stripped", "188", "outside"]


def _place(finding: object) -> tuple[int, int]:
    return finding.block.index, finding.start  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", WHOLE)
def test_marks_hold_the_words_of_their_findings(path: Path) -> None:
    view = view_of(1, "page", cleaned_of(path))
    body = lxml_html.fromstring(f"<div>{view.original.html}</div>")
    marks = body.xpath("//*[@data-mark]")
    for item in (i for i in view.items if i.marked):
        found = [e for e in marks if str(item.number) in e.get("data-mark").split()]
        assert _letters(item.finding.text) in _letters("".join(e.text_content() for e in found))
    lost = [item.finding.text for item in view.items if not item.marked]
    assert len(lost) <= 0.1 * len(view.items), lost


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def test_the_same_pages_give_the_same_file() -> None:
    pages = [(path.parent.name, path.read_bytes()) for path in PAGES[:4]]
    one, other = (html_report((n, clean(data)) for n, data in pages) for _ in range(2))
    assert one == other


def test_the_policy_allows_what_is_there_by_hash_and_nothing_else() -> None:
    tree = tree_of(("page", clean(ARTICLE)))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert not re.search(r"unsafe|https?:|\*", policy)
    inner = lxml_html.document_fromstring(tree.xpath("//iframe/@srcdoc")[0])
    inline = tree.xpath("//script | //style") + inner.xpath("//script | //style")
    assert [e.tag for e in inline] == ["style", "script", "style"]
    for element in inline:
        digest = hashlib.sha256(element.text.encode()).digest()
        assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy


FRAME = ["referrerpolicy", "sandbox", "srcdoc", "title"]


@pytest.mark.parametrize("name", ATTACKS)
def test_nothing_but_structure_is_left_of_an_attack(name: str) -> None:
    tree = tree_of(("page", clean(page(ATTACKS[name]))))
    frames = tree.xpath("//iframe")
    assert [sorted(f.keys()) for f in frames] in ([FRAME], [])
    inner = lxml_html.document_fromstring((tree.xpath("//iframe/@srcdoc") or ["<p>"])[0])
    allowed = {"data-mark", "data-label", "title", "dir", "colspan", "rowspan"}
    body = inner.find("body")
    assert {a for e in body.iter() for a in e.attrib} <= allowed
    forbidden = "script style link meta base iframe object embed svg math form input img a[href]"
    assert not body.cssselect(", ".join(forbidden.split()))
    attributes = tree.xpath("//article//*[not(@class='title')]/@*")
    assert {a.attrname for a in attributes} <= {"title"}
    assert len(tree.xpath("//script")) == 1
    assert {f.get("sandbox") for f in frames} <= {"allow-same-origin"}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_escaped_wherever_it_stands(name: str) -> None:
    report = html_report([(name, clean(ARTICLE)), ("other", clean(ARTICLE))])
    assert "<img" not in report
    assert report.count("<script>") == 1
    assert "{% include" not in report or "{{ 7 * 7 }}" in report


def test_a_page_cannot_forge_marks() -> None:
    forged = '<p data-mark="1 red" title="no" data-label="x">A forged paragraph, of some words.</p>'
    view = view_of(1, "page", clean(page(forged)))
    assert "forged paragraph" in view.original.html
    assert 'title="no"' not in view.original.html
    assert "1 red" not in view.original.html


def test_scraped_text_and_fragments_have_an_original_too() -> None:
    lines = (
        "The ferry was cancelled on Monday, since its rudder had a crack.",
        "All rights reserved.",
    )
    text = "\n\n".join(["By Jane Doe", *lines])
    view = view_of(1, "page.txt", clean(text))
    assert view.is_text
    assert [i.marked for i in view.items] == [True] * len(view.items) != []
    markup = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    fragment = view_of(1, "page", clean(markup))
    assert [i.marked for i in fragment.items] == [True] * len(fragment.items) != []


def test_a_part_of_a_line_is_marked_alone() -> None:
    text = (
        "The ferry was cancelled on Monday, the operator said, since its rudder had a crack in it."
    )
    markup = ARTICLE.replace("All rights reserved.", f"{text} <b>Read more:</b> Ferry sails again")
    view = view_of(1, "page", clean(markup))
    body = lxml_html.fromstring(f"<div>{view.original.html}</div>")
    parts = [i for i in view.items if not i.finding.is_whole and i.marked]
    for item in parts:
        marks = [
            e
            for e in body.xpath("//*[@data-mark]")
            if str(item.number) in e.get("data-mark").split()
        ]
        assert _letters("".join(e.text_content() for e in marks)) == _letters(item.finding.text)
    assert parts


def test_a_page_that_is_no_page_is_shown_as_such() -> None:
    tree = tree_of(("a.pdf", clean(b"%PDF-1.7")), ("gone.html", "no such file"))
    said = " ".join(tree.find("body").text_content().split())
    assert "no-article: not-html" in said
    assert "This input was not read: no such file." in said


def test_the_worst_come_first() -> None:
    good, bad = clean(ARTICLE), clean(b"%PDF-1.7")
    views = [view_of(1, "good", good), view_of(2, "bad", bad), unread(3, "gone", "no such file")]
    assert [v.name for v in worst_first(views)] == ["gone", "bad", "good"]


def test_counts_by_kind_and_by_site() -> None:
    one = clean(ARTICLE, url="https://www.example.com/a")
    views = [view_of(1, "a", one), view_of(2, "folder/b.html", clean(ARTICLE)), unread(3, "c", "!")]
    byline = next(c for c in by_kind(views) if c.kind == "byline")
    assert (byline.pages, byline.pieces, byline.words) == (2, 2, 6)
    assert {(c.site, c.pages, c.unusable) for c in by_site(views)} == {
        ("example.com", 1, 0),
        ("folder", 1, 0),
        (".", 1, 1),
    }


def test_a_fault_costs_the_original_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise IndexError("<b>no such run</b>")

    monkeypatch.setattr(original, "mark", broken)
    report = html_report([("page", clean(ARTICLE))])
    assert "IndexError: &lt;b&gt;no such run" in report
    assert "By Jane Doe" in report
    assert "not located in the original" in report


def test_the_documentation_runs() -> None:
    failed, tried = doctest.testfile(str(ROOT / "docs/report.md"), module_relative=False)
    assert (failed, tried > 3) == (0, True)


def test_no_page_is_no_report() -> None:
    with pytest.raises(ValueError, match="one page or more"):
        html_report([])


def test_kinds_of_one_colour_have_different_patterns() -> None:
    looks = Counter(look_of(kind) for kind in kinds())
    assert {look.pattern for look in looks} <= set(PATTERNS)
    named = {kind for some in families().values() for kind in some}
    assert Counter(look_of(kind) for kind in named).most_common(1)[0][1] == 1


def test_every_kind_has_a_place_of_its_own() -> None:
    placed = [kind for some in families().values() for kind in some]
    assert sorted(placed) == sorted(kinds())
    assert all(len(some) <= len(PATTERNS) for some in families().values())


def test_notes_stand_at_their_page_and_in_the_index() -> None:
    noted = replace(clean(ARTICLE), notes=("no title was found", "the layout has changed"))
    one = replace(noted, notes=noted.notes[:1])
    tree = tree_of(("plain", clean(ARTICLE)), ("noted", noted), ("one", one), ("gone", "no file"))
    pages = {each.get("id"): each.cssselect(".notes li") for each in tree.find_class("page")}
    said = {name: [e.text_content() for e in notes] for name, notes in pages.items()}
    assert said == {"p1": [], "p2": list(noted.notes), "p3": ["no title was found"], "p4": []}
    rows = {
        (row.find_class("file") or row.xpath(".//bdi"))[0].text_content(): row
        for row in tree.cssselect(".wide tbody tr")
    }
    marks = {name: [e.text for e in row.find_class("noted")] for name, row in rows.items()}
    assert marks == {"plain": [], "noted": ["2 notes"], "one": ["1 note"], "gone": []}
    assert [e.text for e in tree.cssselect("summary .noted")] == ["2 notes", "1 note"]


def test_concerns_stand_in_the_head_of_their_page() -> None:
    doubtful = replace(clean(ARTICLE), concerns=("few words: 3", "<b>"))
    (line,) = tree_of(("a.html", doubtful)).cssselect("header .concerns")
    assert (line.text, len(line)) == ("few words: 3; <b>", 0)
    certain = replace(doubtful, concerns=())
    assert not tree_of(("a.html", certain)).cssselect(".concerns")


@pytest.mark.parametrize("name", NAMES)
def test_a_note_is_escaped(name: str) -> None:
    noted = replace(clean(ARTICLE), notes=(name, f"the rule strip “{name}” could not be evaluated"))
    report = html_report([("page", noted), ("other", clean(ARTICLE))])
    assert "<img" not in report
    assert report.count("<script>") == 1
    tree = lxml_html.document_fromstring(report)
    for e in tree.cssselect(".notes li"):
        assert [child.tag for child in e] == ["bdi"]
        assert not list(e[0])
    assert len(tree.cssselect(".notes li")) == 2


def test_the_command_shows_what_rules_had_to_say(folder: Path) -> None:
    rules = '[[site]]\nhost = "example.com"\ntitle = ".no"\nbody = "#no-such"\n'
    (folder / "rules.toml").write_text(rules, encoding="utf-8")
    result = run("one.html", "--rules", "rules.toml", "--url", "https://example.com/a")
    notes = lxml_html.document_fromstring(result.stdout).cssselect(".notes li")
    options = Options(rules=SiteRules.read("rules.toml"))
    told = clean(ARTICLE, url="https://example.com/a", options=options)
    assert [e.text_content() for e in notes] == list(told.notes) != []
    assert (result.exit_code, result.stderr) == (0, "")


def test_the_original_leads_to_the_reasons() -> None:
    tree = tree_of(("page", clean(ARTICLE)), ("other", clean(ARTICLE)))
    pages = tree.find_class("page")
    assert len(pages) == 2
    for page_ in pages:
        (link,) = page_.cssselect(".legend a")
        assert len(page_.find_class("item")) > 0
        assert page_.cssselect(f"h3{link.get('href')}")
        assert [e.get("hidden") for e in page_.cssselect(".scripted")] == [""]


@pytest.mark.parametrize(
    ("shade", "share", "least"),
    [(0, 0, 15), (0, 0.25, 12), (255, 0.15, 12)],
    ids=["swatch", "light", "dark"],
)
def test_colours_are_told_apart_by_the_colour_blind(shade: int, share: float, least: float) -> None:
    sheet = (Path(html_report.__globals__["__file__"]).parent / "assets/report.css").read_text()
    found = re.findall(r"^\.(\w+) \{ --c: #(\w{6}); \}", sheet, re.M)
    colours = {name: _rgb(_mixed(code, shade, share)) for name, code in found}
    assert set(colours) >= set(families())
    for kind, matrix in BLIND.items():
        for one, other in combinations(families(), 2):
            apart = _distance(_see(colours[one], matrix), _see(colours[other], matrix))
            assert apart > least, (kind, one, other, apart)


def _mixed(code: str, shade: int, share: float) -> str:
    """As color-mix() of the style sheets: bars and outlines are darker or lighter."""
    parts = (int(code[i : i + 2], 16) for i in (0, 2, 4))
    return "".join(f"{round(part + (shade - part) * share):02x}" for part in parts)


BLIND = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}
"""Machado, Oliveira and Fernandes 2009, severity 1, over linear RGB."""
RGB = tuple[float, float, float]


def _rgb(code: str) -> RGB:
    parts = (int(code[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def _see(colour: RGB, matrix: tuple[tuple[float, ...], ...]) -> RGB:
    mixed = (sum(m * c for m, c in zip(row, colour, strict=True)) for row in matrix)
    red, green, blue = (min(1.0, max(0.0, part)) for part in mixed)
    return red, green, blue


def _distance(one: RGB, other: RGB) -> float:
    """In CIE Lab (1976); some 2 is just to be seen."""
    return sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5


def _lab(colour: RGB) -> RGB:
    r, g, b = colour
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "one.html").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "two.html").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "bad.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["report", *arguments], input=stdin, catch_exceptions=False)


def test_the_command_writes_one_file(folder: Path) -> None:
    result = run("one.html", "two.html", "-o", "out/report.html")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    report = (folder / "out/report.html").read_text(encoding="utf-8")
    assert "from 2 pages" in report
    assert [p.name for p in (folder / "out").iterdir()] == ["report.html"]


def test_without_a_file_it_goes_to_standard_output(folder: Path) -> None:
    assert run("one.html").stdout.startswith("<!doctype html>")
    assert run("-", stdin=ARTICLE).stdout.startswith("<!doctype html>")


def test_what_cannot_be_used_is_said_counted_and_shown(folder: Path) -> None:
    result = run("bad.html", "nowhere.html", "one.html", "-o", "report.html")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "cleaner: bad.html: no-article: not-html (it is a PDF)",
        "cleaner: nowhere.html: no such file",
        "cleaner: 2 of 3 inputs had nothing usable",
    ]
    assert "no such file" in (folder / "report.html").read_text(encoding="utf-8")


def test_keep_is_obeyed(folder: Path) -> None:
    tree = lxml_html.document_fromstring(run("one.html", "--keep", "byline").stdout)
    states = {e.get("data-state") for e in tree.cssselect(".item[data-kind=byline]")}
    assert states == {"kept"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing argument"),
        (["one.html", "-o", "one.html"], "is also an input"),
        (["one.html", "-o", "."], "cannot be written"),
        (["one.html", "--keep", "bylines"], "unknown kind bylines"),
        (["void-*.html"], "nothing matches"),
    ],
)
def test_wrong_usage_is_status_2(folder: Path, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert (folder / "one.html").read_text(encoding="utf-8") == ARTICLE
