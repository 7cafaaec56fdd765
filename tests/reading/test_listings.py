"""Listings of code: lines, languages, and numbers of lines beside them."""

from __future__ import annotations

import pytest

from cleaner.reading.lines import Source
from cleaner.reading.page import parse


def listings(markup: str) -> list[tuple[str, str]]:
    """The languages and texts of the blocks, all of which are listings."""
    blocks = [line.block for line in Source(parse(markup)).lines]
    assert {block.tag for block in blocks} == {"pre"}
    return [(block.layout.language, block.text) for block in blocks]


CODE = "if a:\n    b()\n\n\nc()"


@pytest.mark.parametrize(
    "markup",
    [
        f"<pre>{CODE}</pre>",
        f"<pre>\n\n{CODE}  \n\n</pre>",
        "<pre>if a:<br>    b()<br><br><br>c()</pre>",
        "<pre><code>"
        + "".join(f"<div>{n or '<br>'}</div>" for n in CODE.split("\n"))
        + "</code></pre>",
        "<pre>" + "\n".join(f'<span class="line">{n}</span>' for n in CODE.split("\n")) + "</pre>",
        "<pre>"
        + "<br>".join(f'<span class="line">{n}</span>' for n in CODE.split("\n"))
        + "</pre>",
        "<pre>\n<ol>\n" + "".join(f"<li>{n}</li>\n" for n in CODE.split("\n")) + "</ol></pre>",
        f"<pre><button>Copy</button><code>{CODE}</code><script>x()</script></pre>",
        '<pre>if <span style="display:none">x</span>a:\n    b()\n\n\nc()</pre>',
    ],
)
def test_lines_stay_as_they_stand(markup: str) -> None:
    assert listings(markup) == [("", CODE)]


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ('<pre class="language-python">{}</pre>', "python"),
        ('<pre><code class="hljs language-js">{}</code></pre>', "js"),
        ('<pre class="prettyprint lang-C++"><code>{}</code></pre>', "c++"),
        ('<div class="highlight highlight-source-shell"><pre>{}</pre></div>', "shell"),
        ('<pre class="brush: php; gutter: true">{}</pre>', "php"),
        ('<div class="language-go x"><div class="highlight"><pre>{}</pre></div></div>', "go"),
        ('<pre class="sourceCode haskell"><code>{}</code></pre>', "haskell"),
        ('<pre><code data-lang="toml">{}</code></pre>', "toml"),
        ('<figure class="highlight go"><pre>{}</pre></figure>', "go"),
        (
            '<div class="highlight-c notranslate"><div class="highlight"><pre>{}</pre></div></div>',
            "c",
        ),
        ('<pre lang="json"><code>{}</code></pre>', "json"),
        ('<pre lang="en">{}</pre>', ""),
        ('<pre class="language-none">{}</pre>', ""),
        ('<div class="lang-en"><pre>{}</pre></div>', ""),
        ('<pre class="language-\'><b>">{}</pre>', ""),
    ],
)
def test_the_language_is_what_a_class_names(markup: str, language: str) -> None:
    assert listings(markup.format(CODE)) == [(language, CODE)]


def numbered(number: str, code: str) -> str:
    """A table of a row a line."""
    lines = enumerate(CODE.split("\n"), 1)
    rows = "".join(f"<tr>{number.format(n)}{code.format(line)}</tr>\n" for n, line in lines)
    return f"<table>\n<tbody>{rows}</tbody></table>"


@pytest.mark.parametrize(
    "markup",
    [
        numbered('<td class="hljs-ln-numbers" data-line-number="{}"></td>', "<td>{}</td>"),
        numbered('<td class="blob-num js-line-number">{}</td>', '<td class="blob-code">{}</td>'),
        numbered('<td class="gutter">{}</td>', "<td><pre>{}</pre></td>"),
        "<pre>" + numbered('<td class="line-number">{}</td>', "<td>{}</td>") + "</pre>",
        '<table><tr><td class="linenos"><div><pre>1\n2\n3\n4\n5</pre></div></td>'
        f"<td><div><pre><span></span>{CODE}</pre></div></td></tr></table>",
        f"<table><tr><td><pre>1\n2\n3\n4\n5</pre></td><td><pre>{CODE}</pre></td></tr></table>",
        '<table><tr><td class="gutter"><div>1</div><div>2</div></td><td><div>'
        + "".join(f"<div>{line or '<br>'}</div>" for line in CODE.split("\n"))
        + "</div></td></tr></table>",
    ],
)
def test_code_beside_numbers_of_lines_is_one_listing(markup: str) -> None:
    assert listings(markup) == [("", CODE)]


def test_numbers_in_a_table_of_data_stay() -> None:
    row = '<tr><td class="number">1</td><td>The old boat</td></tr>'
    (block,) = (line.block for line in Source(parse(f"<table>{row}</table>")).lines)
    assert (block.tag, block.text) == ("tr", "1 | The old boat")
