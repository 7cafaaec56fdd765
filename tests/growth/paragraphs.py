"""One paragraph of one odd piece over and over, in a page and in text that was scraped already."""

from __future__ import annotations

from tests.growth.markup import LAST, LEAD, Case, repeated

PIECES = [
    "a", "A", "1", "_", "本", "1,", "1.5 and ", "word ", "a.", "a@", ".", "…", "-", "/", "(", "“",
    "<a href=/>x</a> ", "$1 ", "12:30 ", "A. ", "by ", "&nbsp;", "&#8203;",
    "<b>x</b> ", "<br>", "<i>",
]  # fmt: skip
AGAIN = LEAD.replace("its", "the").rstrip(".")
"""The lead once more, with other words behind it: both are compared."""

CASES: dict[str, Case] = {
    **{
        f"{piece!r} in a page": repeated(piece, f"<p>{LEAD}</p><p>", f"</p><p>{LAST}</p>")
        for piece in PIECES
    },
    **{f"{piece!r} in text": repeated(piece, f"{LEAD}\n\n", f"\n\n{LAST}") for piece in PIECES},
    "the lead again, in text": repeated(
        " and more words here",
        f"{LEAD}\n\n{LAST}\n\n{AGAIN}",
        f" at v2.a the end.\n\n{LAST.replace('three', 'four')}",
    ),
}
