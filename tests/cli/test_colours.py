"""Results on a terminal: wrapped between words, below the text and not below its sign."""

from __future__ import annotations

import pytest
from rich.console import Console
from rich.text import Text

from cleaner.cli.colours import tell

TOLD = Text(
    "# A title of a page\n"
    "\n"
    "- Read more of our news\n"
    "    [byline, likely: a name]\n"
    "  - One item of the list\n"
)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (
            16,
            "# A title of a\n  page\n\n- Read more of\n  our news\n    [byline,\n"
            "    likely: a\n    name]\n  - One item of\n    the list\n",
        ),
        (80, TOLD.plain),
    ],
)
def test_a_terminal_shows_lines_below_their_text(width: int, shown: str) -> None:
    console = Console(width=width, force_terminal=True, color_system=None)
    with console.capture() as captured:
        tell(console, TOLD)
    assert captured.get() == shown


def test_elsewhere_a_line_is_a_line() -> None:
    console = Console(width=16, force_terminal=False, soft_wrap=True)
    with console.capture() as captured:
        tell(console, TOLD)
    assert captured.get() == TOLD.plain
