"""`--rules` and `cleaner rules`: what is said, what is written, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.sites.rules import SiteRules
from cleaner.sites.rules.ftr import convert, host_of_file
from tests.cli.made import run
from tests.sites.rules.made import PARAGRAPHS, page

CANONICAL = '<link rel="canonical" href="https://gazette.example/ferry">'
BOX = "<div class=box><p>Our own guide to the islands has been printed again, with all its maps.</p></div>"
RULES = '[[site]]\nhost = "gazette.example"\nstrip = ".box"\nbody = ".none"\n'
NOTE = "no body rule matched (“.none” of rules.toml, line 4); the body was found as usual"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "page.html").write_text(page(BOX, head=CANONICAL), "utf-8")
    (tmp_path / "nowhere.html").write_text(page(BOX), "utf-8")
    (tmp_path / "rules.toml").write_text(RULES, "utf-8")
    (tmp_path / "other.toml").write_text('[[site]]\nhost = "*"\nstrip-text = "A fishing…"', "utf-8")
    (tmp_path / "bad.toml").write_text("[[site]]\nhost = 'a.example'\nstrip = 'b!!'\nkep = 'p'", "utf-8")  # fmt: skip
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_clean_takes_rules_and_says_what_did_not_match(folder: Path) -> None:
    result = run("clean", "page.html", "--no-title", "--rules", "rules.toml")
    assert result.stdout == "\n\n".join(PARAGRAPHS) + "\n"
    assert result.stderr == f"cleaner: page.html: {NOTE}\n"


def test_several_files_of_rules_apply(folder: Path) -> None:
    both = run("clean", "page.html", "--no-title", "--rules", "rules.toml", "--rules", "other.toml")
    assert both.stdout == "\n\n".join((*PARAGRAPHS[:2], PARAGRAPHS[3])) + "\n"


@pytest.mark.parametrize("command", ["clean", "explain"])
def test_a_page_of_no_known_host_is_said(folder: Path, command: str) -> None:
    result = run(command, "nowhere.html", "--rules", "rules.toml")
    assert "host unknown: only rules for every page were used" in result.stderr
    assert "guide" in result.stdout


def test_explain_names_the_rule_and_the_note(folder: Path) -> None:
    shown = run("explain", "page.html", "--rules", "rules.toml").stdout
    assert "[site-rule, certain: the rule strip “.box” of rules.toml, line 3]" in shown
    assert f"note: {NOTE}" in shown


@pytest.mark.parametrize("command", [["clean", "page.html"], ["explain", "page.html"], ["batch", "page.html", "-o", "x.jsonl"]])  # fmt: skip
def test_rules_that_are_wrong_are_wrong_usage(folder: Path, command: list[str]) -> None:
    result = run(*command, "--rules", "bad.toml")
    assert result.exit_code == 2
    assert "bad.toml:3: strip “b!!”: expected selector, got “!” at character 2" in result.stderr
    assert "bad.toml:4: unknown key kep; did you mean keep?" in result.stderr
    missing = run(*command, "--rules", "none.toml")
    assert (missing.exit_code, "none.toml: cannot be read" in missing.stderr) == (2, True)


def test_batch_takes_rules_and_refuses_others(folder: Path) -> None:
    pytest.importorskip("fastwarc")
    base = ["batch", "page.html", "-o", "out.jsonl", "--duplicates", "off", "--workers", "1"]
    assert run(*base, "--rules", "rules.toml").exit_code == 0
    row = json.loads((folder / "out.jsonl").read_text("utf-8"))
    assert row["stripped"] == {"repeated-title": 1, "site-rule": 1}
    assert row["error"] == NOTE
    assert "nothing to do" in run(*base, "--rules", "rules.toml").stderr
    changed = run(*base, "--rules", "rules.toml", "--rules", "other.toml")
    assert changed.exit_code == 2
    assert "rules was '" in changed.stderr
    assert run(*base).exit_code == 2


def test_check_tells_hosts_or_what_is_wrong(folder: Path) -> None:
    good = run("rules", "check", "rules.toml", "other.toml")
    assert (good.exit_code, good.stderr) == (0, "")
    assert good.stdout.splitlines() == [
        "rules.toml: 1 site, 2 rules",
        "  gazette.example: body 1, strip 1",
        "other.toml: 1 site, 1 rule",
        "  *: strip-text 1",
    ]
    bad = run("rules", "check", "rules.toml", "bad.toml")
    assert bad.exit_code == 2
    assert bad.stderr.splitlines() == [
        "bad.toml:3: strip “b!!”: expected selector, got “!” at character 2",
        "bad.toml:4: unknown key kep; did you mean keep?",
    ]
    assert bad.stdout.startswith("rules.toml: 1 site")


CONFIGURATION = r"""# A site of ours

title: //h1[@class="big"]
title: //meta[@property='og:title']/@content
body: //div[@id='x'] | id("story")/p
strip: //aside
strip: //aside
strip: h2[@class='x']
strip_id_or_class: "promo"
strip_id_or_class: a\b
strip: //img/@src
strip: //p[matches(., 'x')]
strip_image_src: /ads/
author: //span
find_string: <b>
replace_string: <i>
replace_string(<a href="x">): <a>
http_header(user-agent): Somebody
prune: no
what is this
test_url: http://example.com/1
"""


def test_a_configuration_becomes_rules_and_nothing_is_dropped() -> None:
    made = convert(CONFIGURATION, "sites/www.example.com.txt")
    (site,) = SiteRules.from_text(made.toml()).sites
    assert (site.hosts, site.subdomains) == (("example.com",), False)
    assert [(rule.key, rule.written) for rule in site.rules] == [
        ("title", '//h1[@class="big"]'),
        ("title", "//meta[@property='og:title']/@content"),
        ("body", "//div[@id='x'] | //*[@id=\"story\"]/p"),
        ("strip", "//aside"),
        ("strip", "xpath:h2[@class='x']"),
        ("strip", '[class*="promo"], [id*="promo"]'),
        ("strip", r'//*[contains(@class, "a\b") or contains(@id, "a\b")]'),
    ]
    assert made.unsupported == [
        "strip: //img/@src (selects no elements, which strip takes)",
        "strip: //p[matches(., 'x')] (XPath 1.0 has no matches() at character 5)",
        "strip_image_src: /ads/",
        "author: //span",
        "find_string: <b>",
        "replace_string: <i>",
        'replace_string(<a href="x">): <a>',
        "http_header(user-agent): Somebody",
        "prune: no",
        "what is this",
    ]
    comments = [line for line in made.toml().splitlines() if line.startswith("#")]
    for line in filter(None, CONFIGURATION.splitlines()):
        assert any(line.lstrip("# ") in c for c in comments) or line.split(":")[0] in ("title", "body", "strip", "strip_id_or_class")  # fmt: skip
    assert sum("not supported" in c for c in comments) == len(made.unsupported)


def test_what_is_converted_does_what_it_did() -> None:
    from cleaner import Options, clean

    source = page('<div class="my-promo-box"><p>Our own guide has been printed again.</p></div>')
    given = SiteRules.from_text(
        convert("strip_id_or_class: promo\nbody: //article", "global.txt").toml()
    )
    assert clean(source, options=Options(rules=given)).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("example.com.txt", ("example.com", False)),
        (".example.com.txt", ("example.com", True)),
        ("global.txt", ("*", True)),
    ],
)
def test_the_host_is_in_the_name_of_the_file(name: str, host: tuple[str, bool]) -> None:
    assert host_of_file(name) == host


@pytest.mark.parametrize(
    "name", ["notes.txt", "-", "fingerprint.wordpress.com.txt", "rules.toml", "a b.com.txt"]
)
def test_a_file_of_another_name_is_no_configuration(name: str) -> None:
    with pytest.raises(ValueError, match=r"not HOST\.txt"):
        host_of_file(name)


def test_convert_writes_counts_and_skips(folder: Path) -> None:
    (folder / "example.com.txt").write_text(CONFIGURATION, "utf-8")
    (folder / ".example.com.txt").write_text("tidy: no\n", "utf-8")
    result = run("rules", "convert", "example.com.txt", ".example.com.txt", "notes.txt", "no.example.txt", "-o", "new.toml")  # fmt: skip
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "cleaner: example.com.txt: 7 rules; 10 directives not supported, in comments",
        "cleaner: .example.com.txt: 0 rules; 1 directive not supported, in comments",
        "cleaner: notes.txt: skipped: no such file",
        "cleaner: no.example.txt: skipped: no such file",
    ]
    assert run("rules", "check", "new.toml").stdout.startswith("new.toml: 1 site, 7 rules\n")
    assert run("rules", "convert", "example.com.txt").stdout in (folder / "new.toml").read_text(
        "utf-8"
    )


def test_an_output_that_cannot_be_written_is_wrong_usage(folder: Path) -> None:
    (folder / "example.com.txt").write_text("body: //p", "utf-8")
    assert run("rules", "convert", "example.com.txt", "-o", "page.html/x.toml").exit_code == 2
