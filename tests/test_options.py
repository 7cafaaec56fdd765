"""What a caller may say, and how he is told what he may not."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest

from cleaner.options import Options, OptionsError, content_of, options_of
from cleaner.reading.page import ReadSettings
from cleaner.rendering.content import Content
from cleaner.sites.memory import SiteMemory
from cleaner.sites.rules import SiteRules


@pytest.mark.parametrize(
    "given", [["byline", "tags"], {"tags": 1, "byline": 2}, iter(["byline", "tags"])]
)
def test_kinds_may_come_in_any_collection(given: Any) -> None:
    assert Options(keep=given).keep == frozenset({"byline", "tags"})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"keep": {"bylines"}}, "keep: unknown kind bylines; valid are: advert-label, "),
        ({"strip": [7]}, "strip: unknown kind 7; valid are: "),
        ({"keep": "byline"}, "keep takes a set of kinds, as {'byline'}, not a string"),
        ({"strip": None}, "strip takes a set of kinds, not None"),
        ({"keep": {"tags"}, "strip": {"tags"}}, "keep and strip both name tags; choose one"),
        ({"source_kind": "html"}, "unknown source_kind 'html'; valid are: page, fragment, text"),
        ({"charset": "klingon"}, "charset: 'klingon' is no charset that can be read"),
        ({"charset": 8}, "charset: 8 is no charset"),
        ({"max_bytes": 0}, "max_bytes must be a whole number above 0, not 0"),
        ({"max_depth": True}, "max_depth must be a whole number above 0, not True"),
        ({"max_blocks": 1.5}, "max_blocks must be a whole number above 0, not 1.5"),
        ({"include_links": "no"}, "include_links must be True or False, not 'no'"),
        ({"include_images": 1}, "include_images must be True or False, not 1"),
        ({"second_opinion": "gpt"}, "second_opinion takes a function or None, not 'gpt'"),
        ({"fallback": True}, "fallback takes a function or None, not True"),
        ({"opinion_blocks": 0}, "opinion_blocks must be a whole number above 0, not 0"),
        ({"opinion_timeout": 0}, "opinion_timeout must be a number above 0 and at most 1e+06"),
        ({"opinion_timeout": float("nan")}, "opinion_timeout must be a number above 0 and at"),
        ({"fallback_below": 80}, "fallback_below must be a number above 0 and at most 1, not 80"),
        ({"fallback_below": "0.5"}, "fallback_below must be a number above 0 and at most 1"),
        ({"rules": "rules.toml"}, "rules takes SiteRules, as SiteRules.read('rules.toml')"),
        ({"site_memory": Path("a")}, "site_memory takes SiteMemory, as SiteMemory.read('a')"),
    ],
)
def test_what_cannot_be_is_named(given: dict[str, Any], said: str) -> None:
    with pytest.raises(OptionsError) as raised:
        Options(**given)
    assert str(raised.value).startswith(said)


def test_what_articles_show_is_as_before_by_default() -> None:
    assert Options().content == Content(links=True, tables=True, formatting=True)
    assert not Options().include_images
    hidden = Options(include_links=False, include_tables=False, include_formatting=False)
    assert hidden.content == Content(links=False, tables=False, formatting=False)


def test_an_error_is_a_value_error() -> None:
    assert issubclass(OptionsError, ValueError)


def test_what_can_be_is_taken() -> None:
    rules = SiteRules.from_text('[[site]]\nhost = "a.example"\nstrip = "aside"\n')
    memory = SiteMemory("a.example")
    options = Options(
        rules=rules, site_memory={"a.example": memory}, charset="latin-1", max_bytes=1
    )
    assert (options.rules, options.max_bytes) == (rules, 1)
    assert Options(site_memory=memory).site_memory is memory


def test_options_cannot_be_changed_and_equal_ones_are_equal() -> None:
    with pytest.raises(FrozenInstanceError):
        Options().keep = {"byline"}  # type: ignore[misc]
    assert Options(keep=["byline"]) == Options(keep={"byline"})
    assert Options(keep=["byline"]) != Options(strip={"byline"})


def test_the_part_that_says_how_an_input_is_read() -> None:
    given = Options(
        source_kind="text", charset="latin-1", max_bytes=2, max_depth=3, host_from_page=True
    )
    assert given.reading == ReadSettings("text", "latin-1", 2, 3, True)


@pytest.mark.parametrize("source", [b"<p>", bytearray(b"<p>"), memoryview(b"<p>")])
def test_a_page_may_be_of_any_type_of_bytes(source: Any) -> None:
    assert isinstance(content_of(source), bytes)
    assert content_of(source) == b"<p>"
    assert content_of("<p>") == "<p>"


def test_a_source_that_is_no_page_is_told_with_what_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"not NoneType$"):
        content_of(None)
    with pytest.raises(TypeError, match=r"Path; give what is in the file, as its read_bytes\(\)"):
        content_of(tmp_path)
    with (tmp_path / "a").open("wb") as file, pytest.raises(TypeError, match=r"its read\(\) gives"):
        content_of(file)


def test_the_usual_options_stand_where_none_are_given() -> None:
    assert options_of(None, None) == Options()
    mine = Options(keep={"byline"})
    assert options_of("https://a.example/", mine) is mine


@pytest.mark.parametrize(
    ("url", "options", "said"),
    [
        (Options(), None, "write options=…"),
        (7, None, "address as str or None, not int"),
        (None, {"keep": ["byline"]}, r"not dict: write Options\(\*\*options\)"),
        (None, "keep", "options as Options or None, not str"),
    ],
)
def test_arguments_that_were_mixed_up_are_told(url: Any, options: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        options_of(url, options)
