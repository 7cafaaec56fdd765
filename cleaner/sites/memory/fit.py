"""Whether a page is still laid out as the pages that its site's memory was learnt from."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.sites.memory.chains import Chain, plainly
from cleaner.sites.memory.fingerprint import PROSE, PageFingerprint
from cleaner.sites.memory.furniture import Furniture, within

AT_HOME = 0.3
"""Share of a page's prose that must stand where the articles of its site stood."""
MIN_WORDS = 60


def is_elsewhere(furniture: Furniture, places: Iterable[tuple[Chain, int]]) -> bool:
    """Whether hardly any prose of a page stands where the site's articles did.

    places: where each line of its prose stands, and its words.
    """
    placed = [(chain, size) for chain, size in places if chain]
    total = sum(size for _, size in placed)
    home = sum(size for chain, size in placed if within(chain, furniture.bodies))
    return bool(furniture.bodies) and total >= MIN_WORDS and home < AT_HOME * total


def layout_changed(furniture: Furniture, page: PageFingerprint) -> bool:
    """Whether a page to be learnt stands otherwise than all before, and has nothing of theirs."""
    if any(line.key in furniture.lines for line in page.lines):
        return False
    plain = plainly(furniture.steady)
    prose = [(plain(line.chain), line.size) for line in page.lines if PROSE in line.marks]
    return is_elsewhere(furniture, prose)
