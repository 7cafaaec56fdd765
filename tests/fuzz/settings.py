"""Options and addresses at random, as plain data."""

from __future__ import annotations

from random import Random
from typing import Any

from cleaner import kinds

URLS = (
    None,
    None,
    "https://harbour.example/news/story",
    "https://www.kestle.example/letter?x=1#y",
    "http://[x",
    "not an address",
    "https://" + "a" * 250 + ".example/",
    "",
)
RULES = (
    "strip = ['.related-posts', '#share', 'p.promo']",
    "body = 'main, article, body'\nkeep = 'p'",
    "strip = '//p[position() > 3]'\nkeep-text = 'Advertisement'",
    "title = 'h1'\nstrip-text = 'Share*'",
    "body = '//*[@class]'\nstrip = 'body'",
)


def url(random: Random) -> str | None:
    return random.choice(URLS)


def settings(random: Random) -> dict[str, Any]:
    """Settings of options; most inputs have none."""
    if random.random() < 0.5:
        return {}
    names = list(kinds())
    random.shuffle(names)
    few = random.randint(0, 4)
    found: dict[str, Any] = {
        "keep": sorted(names[:few]),
        "strip": sorted(names[few : few + random.randint(0, 20)]),
        "source_kind": random.choice((None, None, "page", "fragment", "text")),
        "charset": random.choice((None, None, "latin1", "utf-16", "shift_jis")),
        "site_memory": random.random() < 0.4,
    }
    if random.random() < 0.4:
        found["rules"] = f'[[site]]\nhost = "*"\n{random.choice(RULES)}'
    return found
