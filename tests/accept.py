"""Accept what `clean` gives now as the report of whole pages in fixtures/pages.

    python -m tests.accept [SLUG…]

Prints the difference between each report.json and what `clean` strips now, then writes it. A page
whose text is not its article.md is not accepted: its words that differ are printed instead, and
the exit status is 1. Lines in a page's known_leaks.txt still leak and do not count.
"""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleaner import Cleaned, clean
from cleaner.text import words
from tests.cases import FIXTURES

PAGES = FIXTURES / "pages"
SHOWN = 12
_MARKS = re.compile(r"^(?:#+|>|-)\s+|\]\([^)\s]*\)|[*`\[\\]", re.M)
_RULE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+$", re.M)


def folders() -> list[Path]:
    """The folder of each whole page."""
    return sorted(path.parent for path in PAGES.glob("*/article.md"))


def cleaned_page(folder: Path) -> Cleaned:
    """The page of a folder, cleaned: page.html or page.txt."""
    page = next(path for path in sorted(folder.glob("page.*")))
    return clean(page.read_bytes())


def without_marks(markdown: str) -> str:
    """The text of the few Markdown marks that the articles use: headings, lists, quotes, tables.

    >>> without_marks("# Rain\\n\\n- It **rained** on [Monday](https://example.com)")
    'Rain\\n\\nIt rained on Monday'
    """
    return _MARKS.sub("", _RULE.sub("", markdown))


def article_words(folder: Path) -> list[str]:
    """The words of title and article, as they should be."""
    return words(without_marks((folder / "article.md").read_text(encoding="utf-8")))


def known_leaks(folder: Path) -> set[str]:
    """Lines that still leak, one a line: the test fails where one of them does no longer."""
    file = folder / "known_leaks.txt"
    return set(file.read_text(encoding="utf-8").splitlines()) if file.exists() else set()


def kept_words(folder: Path, cleaned: Cleaned) -> list[str]:
    """The words of the title and of all blocks but those that are known to leak."""
    leaks = known_leaks(folder)
    kept = "\n".join(block.text for block in cleaned.blocks if block.text not in leaks)
    return words(f"{cleaned.title}\n{kept}")


def report_of(cleaned: Cleaned) -> dict[str, Any]:
    """What report.json holds: the outcome, and what was stripped and why."""
    stripped = [
        {
            "kind": f.kind,
            "because": f.because,
            "text": f.text,
            "block": f.block.index,
            "span": list(f.span),
        }
        for f in cleaned.stripped
    ]
    return {"outcome": str(cleaned.outcome), "stripped": stripped}


def as_json(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def differences(want: list[str], got: list[str]) -> Iterator[str]:
    """Runs of words that are missing from an article, or too many in it."""
    matcher = difflib.SequenceMatcher(None, want, got, autojunk=False)
    for action, a, b, x, y in matcher.get_opcodes():
        if action != "equal":
            yield f"  missing: {_run(want[a:b])}   too many: {_run(got[x:y])}"


def _run(found: list[str]) -> str:
    return (" ".join(found[:SHOWN]) + " …" * (len(found) > SHOWN)) or "nothing"


def accept(folder: Path) -> bool:
    """Print what has changed and write the report; False where the article is not right."""
    cleaned = cleaned_page(folder)
    want, got = article_words(folder), kept_words(folder, cleaned)
    if want != got:
        print(f"{folder.name}: not accepted, its words are not those of article.md")
        print(*differences(want, got), sep="\n")
        return False
    file = folder / "report.json"
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    new = as_json(report_of(cleaned))
    change = list(difflib.unified_diff(old.splitlines(), new.splitlines(), "old", "new", "", "", 1))
    print(f"{folder.name}: {'as before' if old == new else 'changed'}", *change, sep="\n")
    file.write_text(new, encoding="utf-8")
    return True


def main(slugs: list[str]) -> int:
    known = {folder.name: folder for folder in folders()}
    if unknown := [slug for slug in slugs if slug not in known]:
        print(f"no such page: {', '.join(unknown)}; there are: {', '.join(known)}")
        return 2
    accepted = [accept(known[slug]) for slug in slugs or known]
    return 0 if all(accepted) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
