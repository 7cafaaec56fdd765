"""What `cleaner accept` was given: pages that are recorded already, and pages that are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cleaner.files import PAGE_ENDINGS, BadInput, expand, read_input
from cleaner.reading.page import read as read_page
from cleaner.regressions.case import Case, cases, is_case, is_recorded
from cleaner.regressions.settings import Settings

_UNFIT = re.compile(r"[^\w.]+")


@dataclass(frozen=True)
class New:
    """A page that is to be recorded: its name as it was given, and its folder to be."""

    name: str
    folder: Path

    def source(self) -> bytes:
        """Its bytes. Raises BadInput."""
        return read_input(self.name)

    def page_name(self, source: bytes, settings: Settings) -> str:
        """The name of its file in the folder: its own ending, or that of what it is."""
        ending = Path(self.name).suffix.lower() if self.name != "-" else ""
        if ending in PAGE_ENDINGS:
            return f"page{ending}"
        page = read_page(source, url=settings.url, settings=settings.options().reading)
        return "page.txt" if page.kind == "text" and not page.problem else "page.html"


Target = Case | New


def targets(names: Iterable[str], into: Path | None, slug: str | None) -> list[Target]:
    """Recorded pages and new ones, each once, in order.

    A name is a page file, a folder of them, a glob, `-`, a recorded page (its folder, or its name
    in `into`), or a folder of recorded pages. slug: the name that one new page gets. Raises
    BadInput.
    """
    found = list(dict.fromkeys(target for name in names for target in _one(name, into, slug)))
    if slug and len(found) > 1:
        raise BadInput(f"--name {slug} takes one page, not {len(found)}")
    return found


def slug_of(name: str) -> str:
    """The name of a page's folder, from that of its file.

    >>> slug_of("pages/A page, saved.html"), slug_of("東京.html"), slug_of("...")
    ('A-page-saved', '東京', 'page')
    """
    return _fit(Path(name).stem)


def _fit(name: str) -> str:
    return _UNFIT.sub("-", name).strip("-._") or "page"


def _one(name: str, into: Path | None, slug: str | None) -> Iterator[Target]:
    path = Path(name)
    if name != "-" and path.is_dir() and (_is_meant(path, into) or _has_cases(path)):
        yield from (_inside(case, into) for case in cases(path))
    elif path.is_file() and is_recorded(path.parent) and _is_in(path.parent, into):
        yield Case(path.parent)
    elif into and not path.exists() and Path(name).name == name and is_case(into / name):
        yield Case(into / name)
    else:
        yield from (_new(page, into, slug) for page in expand([name]))


def _is_meant(folder: Path, into: Path | None) -> bool:
    """Whether a folder is that of one page: page.html among files to be recorded makes none."""
    return is_recorded(folder) or (is_case(folder) and _is_in(folder, into))


def _has_cases(folder: Path) -> bool:
    try:
        return any(is_recorded(path) for path in folder.iterdir())
    except OSError as error:
        raise BadInput(f"{folder}: cannot be read: {error.strerror}") from error


def _is_in(folder: Path, into: Path | None) -> bool:
    return into is None or folder.resolve().parent == into.resolve()


def _inside(case: Case, into: Path | None) -> Case:
    if not _is_in(case.folder, into):
        raise BadInput(f"{case.folder}: a recorded page already, and not in {into}")
    return case


def _new(name: str, into: Path | None, slug: str | None) -> New:
    if into is None:
        raise BadInput(f"{name}: say with --into DIR where to record it")
    if name == "-" and not slug:
        raise BadInput("-: a page on standard input needs a --name")
    return New(name, into / (_fit(slug) if slug else slug_of(name)))
