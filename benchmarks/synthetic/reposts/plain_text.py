"""The shapes of scraped text: blank lines or none, with the site's menu, with Windows line ends."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.synthetic.reposts.page import Group, Repost


def text(page: Repost, rng: Random) -> str:
    """Blocks with a blank line between them; the lines of a card close together, or not."""
    tight = "\n" if rng.random() < 0.6 else "\n\n"
    return "\n\n".join(tight.join(_lines(group)) for group in page.groups())


def lines(page: Repost, rng: Random) -> str:
    """Every block on its own line, no blank lines."""
    return "\n".join(line for group in page.groups() for line in _lines(group))


def text_with_menu(page: Repost, rng: Random) -> str:
    """The site's menu above and its footer below, as a naive scrape of a whole page has them."""
    gap = rng.choice(["\n", "\n\n"])
    return "\n\n".join([gap.join(page.menu), text(page, rng), gap.join(page.footer)])


def windows(page: Repost, rng: Random) -> str:
    """CRLF, no-break spaces among the spaces, zero-width spaces at the ends of lines."""
    out = []
    for line in text(page, rng).split("\n"):
        spaced = "".join("\u00a0" if c == " " and rng.random() < 0.08 else c for c in line)
        before = rng.choice(["", "", "", "\u200b", "\u00a0", "\ufeff"])
        out.append(before + spaced + rng.choice(["", "", "", "\u200b", " ", "\u00a0"]))
    return "\r\n".join(out)


def _lines(group: Group) -> list[str]:
    return [f"{p.text} {p.tail.text}" if p.tail else p.text for p in group.pieces()]


TEXTS: dict[str, Callable[[Repost, Random], str]] = {
    "text": text,
    "lines": lines,
    "text+nav": text_with_menu,
    "crlf": windows,
}
