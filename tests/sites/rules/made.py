"""Pages and rules that the tests make."""

from __future__ import annotations

from cleaner import Action, Cleaned, Options, clean
from cleaner.sites.rules import SiteRules

PARAGRAPHS = (
    "The ferry between the two islands was cancelled on Monday after divers found a crack in its "
    "rudder, and it will not sail again before the end of the month.",
    "Some three hundred people live on the smaller island through the winter, and most of them buy "
    "their groceries on the mainland, where the doctor is as well.",
    "A fishing boat has carried the post and the milk since Tuesday, and its skipper says that she "
    "can go on until the wind turns to the north.",
    "The yard in Corran has promised a new rudder by the twentieth, cast from the moulds of the old "
    "one, which somebody had kept as a garden bench.",
)


def page(*lines: str, head: str = "", after: str = "", before: str = "") -> str:
    """A page with some lines of HTML among four paragraphs of an article."""
    inner = "".join(
        f"<p>{p}</p>" + (lines[i] if i < len(lines) else "") for i, p in enumerate(PARAGRAPHS)
    )
    return (
        f'<!doctype html><html lang="en"><head><title>No ferry until June</title>{head}</head><body>'
        f'{before}<article class="story"><h1 class="headline">No ferry until June</h1>{inner}</article>{after}</body></html>'
    )  # fmt: skip


def rules(*lines: str, host: str = "*") -> SiteRules:
    """The rules of one site."""
    return SiteRules.from_text("\n".join(["[[site]]", f'host = "{host}"', *lines]), "rules.toml")


def ruled(source: bytes | str, *lines: str, url: str | None = None) -> Cleaned:
    """A page that was cleaned with the rules of one site."""
    return clean(source, url=url, options=Options(rules=rules(*lines)))


def taken(cleaned: Cleaned) -> list[str]:
    """What rules of the site took."""
    return [
        f.text for f in cleaned.findings if f.kind == "site-rule" and f.action is Action.STRIPPED
    ]


def lines_of(cleaned: Cleaned) -> list[str]:
    """The lines of what was kept."""
    return [block.text for block in cleaned.blocks]
