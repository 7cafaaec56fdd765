"""Tables: columns that stay aligned, and what is marked in a cell."""

from __future__ import annotations

import time

import pytest

from cleaner import Options, clean

NOON = "The boat left the harbour at noon, and nobody knew when it would be back."
MONDAY = "Nobody was hurt, the harbour master of the island said on Monday evening."
HEAD = "<tr><th>Port</th><th>Boats</th><th>Year</th></tr>"
TOP = "| Port | Boats | Year |\n| --- | --- | --- |\n"


def between(markup: str) -> str:
    """The Markdown of what stands between two paragraphs."""
    page = f"<p>{NOON}</p>{markup}<p>{MONDAY}</p>"
    written = clean(page, options=Options(source_kind="fragment")).markdown
    return written.removeprefix(f"{NOON}\n\n").removesuffix(f"\n\n{MONDAY}")


@pytest.mark.parametrize(
    ("rows", "written"),
    [
        ("<td colspan=2>Kilmory</td><td>1962</td>", "| Kilmory |  | 1962 |"),
        (
            "<td rowspan=2>Kilmory</td><td>red</td><td>1962</td></tr><tr><td>blue</td><td>1970",
            "| Kilmory | red | 1962 |\n|  | blue | 1970 |",
        ),
        (
            "<td>Kilmory</td><td colspan=2 rowspan=2>none</td></tr><tr><td>Portree</td>"
            "</tr><tr><td>Oban</td><td>four</td><td>1962</td>",
            "| Kilmory | none |  |\n| Portree |  |  |\n| Oban | four | 1962 |",
        ),
        ("<td colspan=3>Closed in winter.</td>", "| Closed in winter. |  |  |"),
        (
            '<td><a href="/k">Kilmory</a> pier</td><td><b>four</b> or <code>n</code></td>'
            "<td>10<sup>6</sup></td>",
            "| [Kilmory](/k) pier | **four** or `n` | 10<sup>6</sup> |",
        ),
        (
            "<td><p>Kilmory</p><p><i>old</i> pier</p></td><td>\n<ul>\n<li><b>red</b> </li>\n"
            "<li>blue</li></ul></td><td>since<br>1962</td>",
            "| Kilmory *old* pier | **red**; blue | since 1962 |",
        ),
        (
            "<td>a|b<span hidden>not seen</span></td><td><script>x()</script>"
            '<math alttext="x^2"><mi>x</mi></math></td><td>19<wbr>62</td>',
            "| a\\|b | $x^2$ | 1962 |",
        ),
    ],
)
def test_rows_of(rows: str, written: str) -> None:
    assert between(f"<table>{HEAD}<tr>{rows}</tr></table>") == TOP + written


def test_a_caption_stands_over_its_table() -> None:
    table = f"<table><caption>Boats by port</caption>{HEAD}<tr><td>Oban<td>four<td>1962</table>"
    assert between(table) == f"Boats by port\n\n{TOP}| Oban | four | 1962 |"


def test_a_table_with_one_column_is_none() -> None:
    assert between("<table><tr><td>Closed in<tr><td>the winter</table>") == (
        "Closed in\n\nthe winter"
    )


def test_cells_over_many_columns_cost_no_more_than_the_page() -> None:
    rows = "<tr><td colspan=40 rowspan=40>x<td colspan=40>y</tr>" * 4000
    start = time.process_time()
    cleaned = clean(f"<p>{NOON}</p><table>{rows}</table>")
    assert time.process_time() - start < 20
    assert len(cleaned.markdown) < 2_000_000
