"""What the report's script needs of a page to make rules and a recorded page of corrections."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from cleaner.html_report.pieces import Numbered
from cleaner.html_report.story import owned
from cleaner.reading.page import Page
from cleaner.result import Cleaned
from cleaner.sites.rules.hosts import ANY, ascii_host, problem_of

_UNSAFE = re.compile(r"[^\w.-]+|^\.+", re.ASCII)
_LONGEST = 80
"""Characters of a folder's name."""


def material_of(name: str, cleaned: Cleaned, found: Mapping[int, Sequence[Numbered]]) -> str:
    """JSON, packed by zlib and written in base64; empty where the page was no page.

    It has the decoded page, the lines outside of the extraction by number, and each block with the
    number of its line and in pieces, with the number of the finding that took a piece, or 0.
    found: by block index.
    """
    page = cleaned.page
    if page is None or page.problem:
        return ""
    material = {
        "name": _folder(name),
        "title": cleaned.title,
        "host": _host(page),
        "url": page.url or "",
        "kind": str(page.kind),
        "source": page.text,
        "outside": {f.number: f.text for f in cleaned.fates if f.name == "outside"},
        "lines": {b.index: b.line for b in cleaned.whole_blocks},
        "blocks": {b.index: owned(b, found.get(b.index, ())) for b in cleaned.whole_blocks},
    }
    data = json.dumps(material, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(data.encode("utf-8", "replace"))).decode("ascii")


def _folder(name: str) -> str:
    """The name of a recorded page's folder, by that of the input."""
    path = PurePath(name)
    stem = path.parent.name if path.stem == "page" else path.stem
    return _UNSAFE.sub("-", stem).strip("-")[:_LONGEST] or "page"


def _host(page: Page) -> str:
    """As rules name it; `*` where it is not known."""
    host = ascii_host(page.host)
    return host if host and not problem_of(host) else ANY
