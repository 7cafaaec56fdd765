"""Results as JUnit XML, as CI services read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from cleaner.regressions.result import Result

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write."""


def junit(results: Sequence[Result], *, suite: str = "") -> str:
    """A test suite of a test case a page: a failure where it changed, an error where it is broken.

    Characters that XML forbids are written as `\\x0b`.
    """
    counts = {
        "tests": str(len(results)),
        "failures": str(sum(result.status == "changed" for result in results)),
        "errors": str(sum(result.status == "broken" for result in results)),
        "time": _seconds(sum(result.seconds for result in results)),
    }
    root = ET.Element("testsuites", {"name": "cleaner check", **counts})
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    attributes = {
        "name": _safe(f"cleaner check {suite}".strip()),
        **counts,
        "skipped": "0",
        "timestamp": stamp,
    }
    parent = ET.SubElement(root, "testsuite", attributes)
    for result in results:
        _case(parent, result)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def _case(parent: ET.Element, result: Result) -> None:
    name = {
        "classname": _safe(result.case.folder.resolve().parent.name or "pages"),
        "name": _safe(result.slug),
        "time": _seconds(result.seconds),
    }
    case = ET.SubElement(parent, "testcase", name)
    if result.status == "unchanged":
        return
    tag, sort = ("error", "broken") if result.error else ("failure", _sort(result))
    told = {"message": _safe(result.headline), "type": sort}
    ET.SubElement(case, tag, told).text = _safe(str(result))


def _sort(result: Result) -> str:
    return "article" if result.article_changed else "report"


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}"


def _safe(text: str) -> str:
    return _FORBIDDEN.sub(lambda found: ascii(found[0])[1:-1], text)
