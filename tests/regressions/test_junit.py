"""JUnit XML: that it is well formed, whatever a page holds, and has what CI services read."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cleaner.regressions import Case, Change, Result, Sort
from cleaner.regressions.junit import junit
from tests.regressions.made import SECOND, recorded, run

SCHEMA = etree.RelaxNG(
    etree.fromstring(
        """
<element name="testsuites" xmlns="http://relaxng.org/ns/structure/1.0"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <attribute name="name"/><ref name="counts"/>
  <element name="testsuite">
    <attribute name="name"/><ref name="counts"/>
    <attribute name="skipped"><data type="nonNegativeInteger"/></attribute>
    <attribute name="timestamp"><data type="dateTime"/></attribute>
    <zeroOrMore>
      <element name="testcase">
        <attribute name="classname"/><attribute name="name"/>
        <attribute name="time"><data type="decimal"/></attribute>
        <optional>
          <element>
            <choice><name>failure</name><name>error</name></choice>
            <attribute name="message"/><attribute name="type"/><text/>
          </element>
        </optional>
      </element>
    </zeroOrMore>
  </element>
</element>""".replace(
            '<ref name="counts"/>',
            """<attribute name="tests"><data type="nonNegativeInteger"/></attribute>
        <attribute name="failures"><data type="nonNegativeInteger"/></attribute>
        <attribute name="errors"><data type="nonNegativeInteger"/></attribute>
        <attribute name="time"><data type="decimal"/></attribute>""",
        )
    )
)
"""The common part of what Jenkins, GitLab and GitHub's readers take."""


def suite_of(text: str) -> ElementTree.Element:
    assert SCHEMA.validate(etree.fromstring(text.encode("utf-8"))), SCHEMA.error_log
    return ElementTree.fromstring(text)[0]


def test_a_test_case_a_page(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    changed = recorded(kept, "changed") / "article.md"
    recorded(kept, "good")
    (recorded(kept, "worse") / "report.json").write_text("{")
    changed.write_text(changed.read_text(encoding="utf-8").replace(SECOND, f"{SECOND}\n\nIt went."))
    out = tmp_path / "new/out.xml"
    result = run("check", kept, "--junit", out)
    assert result.exit_code == 2
    suite = suite_of(out.read_text(encoding="utf-8"))
    counts = {name: suite.get(name) for name in ("tests", "failures", "errors")}
    assert counts == {"tests": "3", "failures": "1", "errors": "1"}
    assert [(c.get("classname"), c.get("name")) for c in suite] == [
        ("kept", "changed"),
        ("kept", "good"),
        ("kept", "worse"),
    ]
    failure, error = suite[0][0], suite[2][0]
    assert (failure.tag, error.tag, len(suite[1])) == ("failure", "error", 0)
    assert failure.get("message") == "the article has changed: 2 words lost"
    assert "    - It went.\n" in (failure.text or "")
    assert "report.json is not JSON" in (error.get("message") or "")
    assert 0 < float(suite.get("time") or 0) < 60


def test_on_standard_output_it_stands_alone(tmp_path: Path) -> None:
    recorded(tmp_path)
    result = run("check", tmp_path, "--junit", "-")
    assert suite_of(result.stdout).get("failures") == "0"
    assert result.stderr == "1 page: 1 unchanged\n"


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    recorded(tmp_path / "kept")
    (tmp_path / "file").write_text("")
    result = run("check", tmp_path / "kept", "--junit", tmp_path / "file/out.xml")
    assert (result.exit_code, "cannot be written" in result.stderr) == (2, True)


@given(st.text(), st.text())
def test_any_characters(text: str, note: str) -> None:
    change = Change(Sort.LOST, text, note=note, words=1)
    suite = suite_of(
        junit([Result(Case(Path("a")), (change,)), Result(Case(Path("b")), error=note)])
    )
    assert suite.get("tests") == "2"


def test_forbidden_characters_are_named() -> None:
    told = junit([Result(Case(Path("a")), error="a\x1bb\ud800c\x00\ufffe")])
    assert re.search(r"a\\x1bb\\ud800c\\x00\\ufffe", suite_of(told)[0][0].text or "")
