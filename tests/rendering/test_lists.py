"""Lists, quotations and what stands in them: what comes out of a page's markup."""

from __future__ import annotations

import pytest

from cleaner import Options, clean

NOON = "The boat left the harbour at noon, and nobody knew when it would be back."
MONDAY = "Nobody was hurt, the harbour master of the island said on Monday evening."


def both(markup: str) -> tuple[str, str]:
    """Markdown and HTML of what stands between two paragraphs."""
    page = f"<p>{NOON}</p>{markup}<p>{MONDAY}</p>"
    cleaned = clean(page, options=Options(source_kind="fragment"))
    inside = cleaned.html.removeprefix(f"<p>{NOON}</p>\n").removesuffix(f"\n<p>{MONDAY}</p>")
    return cleaned.markdown.removeprefix(f"{NOON}\n\n").removesuffix(f"\n\n{MONDAY}"), inside


CASES = {
    "a second paragraph and code": (
        "<ol><li><p>Walk around it.</p><p>Count the boats.</p></li>"
        "<li>Run this:<pre>if a:\n  b()</pre></li><li>Go home again.</li></ol>",
        "1. Walk around it.\n\n    Count the boats.\n\n2. Run this:\n\n    ```\n    if a:\n"
        "      b()\n    ```\n\n3. Go home again.",
        "<ol><li>Walk around it.<p>Count the boats.</p></li>"
        "<li>Run this:<pre>if a:\n  b()</pre></li><li>Go home again.</li></ol>",
    ),
    "a line break in an item": (
        "<ul><li>Walk around it,<br>slowly.</li><li>Go home again.</li></ul>",
        "- Walk around it,  \n    slowly.\n- Go home again.",
        "<ul><li>Walk around it,<br/>slowly.</li><li>Go home again.</li></ul>",
    ),
    "a list in a list, and words behind it": (
        "<ul><li><p>Boats</p><ol><li>The old boat</li><li>The new boat</li></ol>"
        "<p>Both are red.</p></li><li>Ports</li></ul>",
        "- Boats\n    1. The old boat\n    2. The new boat\n\n    Both are red.\n\n- Ports",
        "<ul><li>Boats<ol><li>The old boat</li><li>The new boat</li></ol>"
        "<p>Both are red.</p></li><li>Ports</li></ul>",
    ),
    "a list in a quotation": (
        "<blockquote><p>There were three.</p><ul><li>one at the weir</li><li>one below it</li></ul>"
        "<p>Nobody had a plan.</p></blockquote>",
        "> There were three.\n>\n> - one at the weir\n> - one below it\n>\n> Nobody had a plan.",
        "<blockquote>\n<p>There were three.</p>\n<ul><li>one at the weir</li>"
        "<li>one below it</li></ul>\n<p>Nobody had a plan.</p>\n</blockquote>",
    ),
    "a quotation in a list": (
        "<ul><li>She said:<blockquote><p>We saw it.</p><p>It was red.</p></blockquote></li>"
        "<li><blockquote>So it was.</blockquote></li></ul>",
        "- She said:\n\n    > We saw it.\n    >\n    > It was red.\n\n- > So it was.",
        "<ul><li>She said:<blockquote>\n<p>We saw it.</p><p>It was red.</p>\n</blockquote></li>"
        "<li><blockquote>\n<p>So it was.</p>\n</blockquote></li></ul>",
    ),
    "two quotations, and one in another": (
        "<blockquote><p>We saw it.</p><blockquote>It was red.</blockquote><p>So she said.</p>"
        "</blockquote><blockquote>And he agreed.</blockquote>",
        "> We saw it.\n>\n> It was red.\n>\n> So she said.\n\n> And he agreed.",
        "<blockquote>\n<p>We saw it.</p>\n<p>It was red.</p>\n<p>So she said.</p>\n</blockquote>\n"
        "<blockquote>\n<p>And he agreed.</p>\n</blockquote>",
    ),
    "code in a quotation": (
        "<blockquote><p>Run this:</p><pre>if a:\n  b()</pre></blockquote>",
        "> Run this:\n>\n> ```\n> if a:\n>   b()\n> ```",
        "<blockquote>\n<p>Run this:</p>\n<pre>if a:\n  b()</pre>\n</blockquote>",
    ),
    "a line of code as an item": (
        "<ol><li><pre>npm install boats</pre></li><li><pre>npm run boats</pre>Then wait.</li></ol>",
        "1. `npm install boats`\n2. `npm run boats`\n\n    Then wait.",
        "<ol><li><code>npm install boats</code></li>"
        "<li><code>npm run boats</code><p>Then wait.</p></li></ol>",
    ),
    "a stanza": (
        '<div><div class="line">Roses are red,</div><div class="line">violets are blue,</div></div>'
        '<div><div class="line">sugar is sweet,</div><div class="line">and so are you.</div></div>',
        "Roses are red,  \nviolets are blue,\n\nsugar is sweet,  \nand so are you.",
        "<p>Roses are red,<br/>violets are blue,</p>\n<p>sugar is sweet,<br/>and so are you.</p>",
    ),
    "a table in an item": (
        "<ul><li>The boats:<table><tr><th>Port</th><th>Boats</th></tr>"
        "<tr><td>Kilmory</td><td>four</td></tr></table></li></ul>",
        "- The boats:\n\n    | Port | Boats |\n    | --- | --- |\n    | Kilmory | four |",
        "<ul><li>The boats:<table>\n<tr><th>Port</th><th>Boats</th></tr>\n"
        "<tr><td>Kilmory</td><td>four</td></tr>\n</table></li></ul>",
    ),
    "numbers": (
        '<ol start="4"><li>Walk around it.</li><li value="7">Count the boats.</li>'
        "<li>Go home again.</li></ol>",
        "4. Walk around it.\n7. Count the boats.\n8. Go home again.",
        '<ol start="4"><li>Walk around it.</li><li value="7">Count the boats.</li>'
        "<li>Go home again.</li></ol>",
    ),
    "numbers backwards": (
        "<ol reversed><li>The bronze boat</li><li>The silver boat</li></ol>",
        "2. The bronze boat\n1. The silver boat",
        '<ol start="2"><li>The bronze boat</li><li value="1">The silver boat</li></ol>',
    ),
    "terms and meanings": (
        "<dl><dt>Weir</dt><dd>A low dam in a river.</dd><dt>Lock</dt><dd><p>A room for boats.</p>"
        "<ul><li>with gates</li><li>with a keeper</li></ul></dd></dl>",
        "Weir\n\nA low dam in a river.\n\nLock\n\nA room for boats.\n\n"
        "- with gates\n- with a keeper",
        "<p>Weir</p>\n<p>A low dam in a river.</p>\n<p>Lock</p>\n<p>A room for boats.</p>\n"
        "<ul><li>with gates</li><li>with a keeper</li></ul>",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_markdown_and_html_of(name: str) -> None:
    markup, markdown, html = CASES[name]
    assert both(markup) == (markdown, html)
