"""Views of pages → one HTML file, by templates that escape whatever is not said to be safe."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cleaner import __version__
from cleaner.html_report.index import by_kind, by_site, by_state, total, worst_first
from cleaner.html_report.palette import look_of
from cleaner.html_report.story import beginning
from cleaner.html_report.view import View, Words, unread, view_of
from cleaner.result import Cleaned
from cleaner.text.word_count import word_count
from cleaner.text.words import INVISIBLE

_PARTS = re.compile(r"(?<=[./_])(?=.)")
QUOTED = 120
"""Characters of a finding's text in its line; all of it stands below the line."""

SCRIPTS = ("report.js", "zip.js", "corrections.js")


def html_report(pages: Iterable[tuple[str, Cleaned | str]]) -> str:
    """One self-contained HTML file about pages: each a name and what `clean` gave for it.

    A string instead of that says why the input could not be read. The same input gives the same
    file. Raises ValueError where there is no page at all.
    """
    return html_of([_view(number, *page) for number, page in enumerate(pages, 1)])


def html_of(views: Sequence[View]) -> str:
    """The same about views of pages. Raises ValueError where there is none."""
    if not views:
        raise ValueError("html_report() takes one page or more")
    template = _environment().get_template("report.html.jinja")
    return template.render(_values(worst_first(views)))


def named(name: str) -> str:
    """The name of a page as it is shown."""
    return INVISIBLE.sub("\ufffd", name)


def _view(number: int, name: str, page: Cleaned | str) -> View:
    if isinstance(page, str):
        return unread(number, named(name), page)
    return view_of(number, named(name), page)


def _values(views: Sequence[View]) -> dict[str, object]:
    return {
        "views": views,
        "single": len(views) == 1,
        "words": total(views),
        "version": __version__,
        "kinds": by_kind(views),
        "sites": by_site(views),
        "states": by_state(views),
        "outcomes": Counter(view.outcome for view in views).most_common(),
        "policy": policy(),
        "style": _trusted(_asset("report.css")),
        "script": _trusted(_script()),
    }


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("cleaner.html_report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"beginning": _beginning, "softly": _softly, "words": word_count}
    environment.globals |= {"look_of": look_of, "frame": _frame, "share": _share}
    return environment


def _beginning(text: str) -> str:
    return beginning(text, QUOTED)


def _share(part: int, words: Words) -> str:
    """Of all words, in a hundred."""
    return f"{100 * part / words.total:.2f}"


def _softly(name: str) -> Markup:
    """A file's name or a host, which may be broken behind its dots and slashes."""
    return Markup("<wbr>").join(_PARTS.split(name))  # escapes each part


def _frame(view: View) -> str:
    """The document of the original's frame; a plain string, to be escaped as an attribute."""
    template = _environment().get_template("original.html.jinja")
    body, style = _trusted(view.original.html), _trusted(_asset("original.css"))
    return template.render(view=view, body=body, style=style)


def _trusted(markup: str) -> Markup:
    return Markup(markup)  # files of this package, and what nh3 gave


@cache
def _asset(name: str) -> str:
    folder = resources.files("cleaner.html_report") / "assets"
    return (folder / name).read_text(encoding="utf-8")


def _script() -> str:
    """The report's one script."""
    return "\n".join(map(_asset, SCRIPTS))


def policy() -> str:
    """The Content-Security-Policy: one script and two style sheets by hash, nothing else."""
    styles = " ".join(_hash(_asset(name)) for name in ("report.css", "original.css"))
    return (
        f"default-src 'none'; script-src {_hash(_script())}; style-src {styles}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
        "trusted-types 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
