"""Whether a page is still laid out as the pages that its site's memory was learnt from."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.site_memory.chains import Chain
from cleaner.site_memory.furniture import Furniture

AT_HOME = 0.3
"""Share of a page's prose that must stand where the articles of its site stood."""
LEAST_WORDS = 60


def layout_changed(furniture: Furniture, places: Sequence[tuple[Chain, int]], *, met: bool) -> bool:
    """Whether hardly any prose of a page stands where the site's articles did.

    places: where each line of its prose stands, and its words. met: whether a line or list that
    the memory knows is on the page.
    """
    placed = [(chain, size) for chain, size in places if chain]
    total = sum(size for _, size in placed)
    if met or not furniture.bodies or total < LEAST_WORDS:
        return False
    home = sum(size for chain, size in placed if _is_home(chain, furniture))
    return home < AT_HOME * total


def _is_home(chain: Chain, furniture: Furniture) -> bool:
    return any(chain[:depth] in furniture.bodies for depth in range(1, len(chain) + 1))
