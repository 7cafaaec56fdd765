"""Files of rules: what is read, and that everything wrong is told with its line."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from cleaner import Options, OptionsError
from cleaner.sites.rules import RulesError, SiteRules

GOOD = '''# rules of ours

[[site]]
host = ["example.com", "www.Example.org"]   # two sites of one house
title = "h1.headline"
body = ["div.article-body", "//main"]
strip = [
  ".promo",     # a "box"
  """aside""",
]
keep = ".correction"
strip-text = 'Sign up for our morning letter'
keep-text = ["Correction:…"]

[[site]]
host = "*"
"strip" = "ins"
'''


def problems(text: str) -> list[str]:
    with pytest.raises(RulesError) as caught:
        SiteRules.from_text(text, "rules.toml")
    return [problem.removeprefix("rules.toml:") for problem in caught.value.problems]


def site(*lines: str) -> str:
    return "\n".join(["[[site]]", 'host = "example.com"', *lines])


def test_every_value_knows_its_line() -> None:
    rules = SiteRules.from_text(GOOD, "some/rules.toml")
    told = {rule.written: (rule.key, rule.line) for s in rules.sites for rule in s.rules}
    assert told == {
        "h1.headline": ("title", 5),
        "div.article-body": ("body", 6),
        "//main": ("body", 6),
        ".promo": ("strip", 8),
        "aside": ("strip", 9),
        ".correction": ("keep", 11),
        "Sign up for our morning letter": ("strip-text", 12),
        "Correction:…": ("keep-text", 13),
        "ins": ("strip", 17),
    }
    assert str(rules.sites[0].rules[4]) == "the rule strip “aside” of rules.toml, line 9"
    assert rules.sites[0].hosts == ("example.com", "example.org")


def test_lines_are_the_same_with_windows_line_ends() -> None:
    one, other = (SiteRules.from_text(t) for t in (GOOD, GOOD.replace("\n", "\r\n")))
    assert one == other


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (site('strip = ".promo'), ["3: no TOML: Unterminated string"]),
        ("[[site]]\nhost = \n", ["2: no TOML: Invalid value at column 8"]),
        (site("strip = ["), ["3: no TOML: Invalid value"]),
        ("", ["1: write each site under a line [[site]] of its own"]),
        ("[site]\nhost = 'a'\n", ["1: write each site under a line [[site]] of its own"]),
        (
            "\nsite = [{host = 'a.b', strip = 'p'}]",
            ["2: write each site under a line [[site]] of its own"],
        ),
        ("\n[[page]]\nhost = 'a'\n" + site("strip = 'p'"), ["2: unknown key page; there are: site"]),
        ("hosts = 1\n" + site("strip = 'p'"), ["1: unknown key hosts; there are: site"]),
        (site("", "strp = '.promo'"), ["4: unknown key strp; did you mean strip?"]),
        (site("strip-txt = 'x'"), ["3: unknown key strip-txt; did you mean strip-text?"]),
        (site("[site.strip]", "a = 1"), ["1: strip: takes a string or a list of strings, not a table"]),
        (
            site("author = '.by'"),
            [
                "3: unknown key author; there are: host, subdomains, title, body, strip, keep, "
                "strip-text, keep-text"
            ],
        ),
        (site("strip = ['p',", "  7,", "]"), ["4: strip: takes a string or a list of strings, not a number"]),
        (site("strip = true"), ["3: strip: takes a string or a list of strings, not true or false"]),
        (site("strip = []"), ["3: strip: there is nothing in it"]),
        (site("subdomains = 'no'", "strip = 'p'"), ["3: subdomains: write true or false"]),
        (
            site(),
            ["1: a site without a rule; give one of title, body, strip, keep, strip-text, keep-text"],
        ),
        ("[[site]]\nstrip = 'p'", ['1: a site without a host; write host = "example.com", or "*"']),
        (site("strip-text = ['Sign up', '…']"), ["3: strip-text “…”: has no letter: it would fit any line"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(text: str, said: list[str]) -> None:
    assert problems(text) == said


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("https://example.com/news", "name the host alone, as example.com"),
        ("example.com:80", "name the host alone, as example.com"),
        ("*.example.com", "write example.com, which is for its subdomains, too"),
        (".example.com", "write example.com, which is for its subdomains, too"),
        ("exa mple", "no name of a host; write example.com, or * for every page"),
        ("", "no name of a host; write example.com, or * for every page"),
    ],
)
def test_a_bad_host(host: str, said: str) -> None:
    assert problems(f'[[site]]\n\nhost = "{host}"\nstrip = "p"') == [f"3: host “{host}”: {said}"]


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        ("b!!", "expected selector, got “!” at character 2"),
        ("div >", "expected selector, got its end at character 6"),
        ("p:nth-child(x)", "invalid series “x” at character 13"),
        ("a:sparkling", "the pseudo-class :sparkling is unknown"),
        ("p::before", "pseudo-elements are not supported"),
        ("", "there is nothing in it"),
        ("//p[", "invalid expression at character 4"),
        ("//p[@class='x]", "unfinished literal at character 14"),
        ("//p[lower-case(.)='x']", "XPath 1.0 has no lower-case() at character 5"),
        ("//p[re:test(., 'x')]", "XPath 1.0 has no re:test() at character 5"),
        ("//svg:p", "there are no namespaces, so no svg: at character 3"),
        ("//p[$x]", "there are no variables, so no $ at character 5"),
        ("//img/@src", "selects no elements, which strip takes"),
        ("//p/text()[2]", "selects no elements, which strip takes"),
        ("xpath:count(//p)", "selects no elements, which strip takes"),
        ("xpath:string(//p)", "selects no elements, which strip takes"),
    ],
)
def test_a_bad_selector_is_told_with_its_place(selector: str, said: str) -> None:
    text = site("strip = [", '  "p",', f'  "{selector}",', "]")
    assert problems(text) == [f"5: strip “{selector}”: {said}"]


@pytest.mark.parametrize("selector", ["//h1/text()", "//meta[@property='og:title']/@content", "xpath:string(//h1)"])  # fmt: skip
def test_a_title_may_be_a_text_or_an_attribute(selector: str) -> None:
    assert SiteRules.from_text(site(f'title = "{selector}"'))


def test_a_host_has_its_rules_once_a_file() -> None:
    again = site("strip = 'p'") + "\n" + site("strip = 'a'")
    assert problems(again) == ["5: host example.com has its rules at line 2 already"]
    alone = site("strip = 'p'") + "\n" + site("subdomains = false", "strip = 'a'")
    assert len(SiteRules.from_text(alone).sites) == 2


def test_all_problems_are_told_in_order() -> None:
    text = site("strip = ['b!!', 'p']", "titel = 'h1'", "body = '//p['")
    assert [problem.split(":")[0] for problem in problems(text)] == ["3", "4", "5"]


def test_files_are_read_in_order(tmp_path: Path) -> None:
    for name, what in (("a", ".a"), ("b", ".b")):
        (tmp_path / f"{name}.toml").write_text(f"\ufeff{site(f'strip = {what!r}')}", "utf-8")
    rules = SiteRules.read(tmp_path / "a.toml", tmp_path / "b.toml")
    assert [rule.written for rule in rules.of("example.com")] == [".a", ".b"]


def test_files_that_cannot_be_read_are_all_named(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"# fine\n# caf\xe9\n")
    with pytest.raises(RulesError) as caught:
        SiteRules.read(tmp_path / "none.toml", tmp_path / "latin.toml")
    assert caught.value.problems == (
        f"{tmp_path}/none.toml: cannot be read: No such file or directory",
        f"{tmp_path}/latin.toml:2: not UTF-8",
    )


HOSTS = SiteRules.from_text(
    """
[[site]]
host = "*"
strip = "any"
[[site]]
host = "example.com"
strip = "wide"
[[site]]
host = "example.com"
subdomains = false
strip = "alone"
[[site]]
host = "news.example.com"
strip = "news"
[[site]]
host = "müller.example"
strip = "mill"
"""
)


@pytest.mark.parametrize(
    ("host", "applied"),
    [
        ("example.com", ["alone", "wide", "any"]),
        ("WWW.example.com", ["alone", "wide", "any"]),
        ("old.news.example.com", ["news", "wide", "any"]),
        ("notexample.com", ["any"]),
        ("example.com.evil.org", ["any"]),
        ("", ["any"]),
        ("xn--mller-kva.example", ["mill", "any"]),
        ("MÜLLER.example", ["mill", "any"]),
    ],
)
def test_all_sites_that_fit_apply_the_most_specific_first(host: str, applied: list[str]) -> None:
    assert [rule.written for rule in HOSTS.of(host)] == applied


def test_rules_cross_processes_even_when_they_were_used() -> None:
    rules = SiteRules.from_text(GOOD)
    assert rules.of("example.com")[0].selector
    copy = pickle.loads(pickle.dumps(Options(rules=rules))).rules
    assert copy == rules
    assert copy.digest == rules.digest


def test_the_digest_is_of_what_rules_do() -> None:
    rules = SiteRules.from_text(GOOD)
    assert SiteRules.from_text("\n\n" + GOOD, "other").digest == rules.digest
    assert SiteRules.from_text(GOOD.replace(".promo", ".promos")).digest != rules.digest
    assert (
        SiteRules.from_text(GOOD.replace('"*"', '"*"\nsubdomains = false')).digest != rules.digest
    )


@pytest.mark.parametrize("given", ["rules.toml", Path("rules.toml")])
def test_options_take_rules_and_no_name(given: object) -> None:
    with pytest.raises(OptionsError, match=r"SiteRules.read\('rules.toml'\)"):
        Options(rules=given)  # type: ignore[arg-type]
