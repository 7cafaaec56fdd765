"""What stands where a page does not show it until its scripts run."""

from __future__ import annotations

import re
from bisect import bisect_right

from cleaner.reading.page import Page
from cleaner.reading.revealed import DECLARED, STATE
from cleaner.spans.source import source_of
from cleaner.text.regex import regex

_EDGE = regex(r"<(/?)(?:noscript|template)(?=[\s/>])", re.I)


class Unseen:
    """Where the text of one page stands unseen."""

    def __init__(self, page: Page) -> None:
        """Nothing is looked for on pages whose text is seen."""
        revealed = page.revealed if page.kind == "page" else ""
        self.is_made = revealed in (DECLARED, STATE)
        """Whether the page's tree had no elements for it."""
        self.where = f"it stands in {revealed}" if revealed else ""
        """In words; empty where it is seen."""
        source = (source_of(page) or "") if revealed and not self.is_made else ""
        self._edges = [(edge.start(), not edge[1]) for edge in _EDGE.finditer(source)]

    def around(self, at: int) -> str:
        """The same of a place in the source; empty where that is seen."""
        last = bisect_right(self._edges, (at, False)) - 1
        return self.where if last >= 0 and self._edges[last][1] else ""
