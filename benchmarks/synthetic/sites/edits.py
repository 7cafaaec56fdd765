"""What a site does to its stories, as its TOML file lists it under `edits`.

`on` holds the digits of the pages that an edit concerns; without it, all of them. An edit is one of
- `repost = N`: the story of page N stands on these pages, too;
- `dateline = "…"`: before the first paragraph;
- `insert = [[form, line, …], …]` and `at = PLACE`: blocks at a place, from the end if negative;
- `over_each = [form, line]`: a block over each block from the second on, numbered `n`.
Lines are Jinja templates: `i` is the number of the page, and the site's texts are at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Template

from benchmarks.synthetic.sites.story import Block, Story

Edit = Mapping[str, Any]
Context = Mapping[str, Any]
ALL_PAGES = "0123456789"


def edited(stories: list[Story], edits: list[Edit], texts: Context) -> list[Story]:
    """The stories of a site's pages after all of its edits, in their order."""
    for edit in edits:
        change = next(function for name, function in EDITS.items() if name in edit)
        pages = edit.get("on", ALL_PAGES)
        source = stories[edit.get("repost", 0)]
        stories = [
            change(source if "repost" in edit else story, edit, {**texts, "i": i})
            if str(i) in pages
            else story
            for i, story in enumerate(stories)
        ]
    return stories


def _dateline(story: Story, edit: Edit, context: Context) -> Story:
    return story.with_dateline(edit["dateline"])


def _insert(story: Story, edit: Edit, context: Context) -> Story:
    return story.insert(edit["at"], *(_block(row, context) for row in edit["insert"]))


def _over_each(story: Story, edit: Edit, context: Context) -> Story:
    first, *rest = story.blocks
    pairs = [(_block(edit["over_each"], {**context, "n": n}), b) for n, b in enumerate(rest, 1)]
    return Story(story.title, (first, *(block for pair in pairs for block in pair)))


def _block(row: list[str], context: Context) -> Block:
    form, *lines = row
    return Block(form, tuple(Template(line).render(context) for line in lines))


EDITS: dict[str, Callable[[Story, Edit, Context], Story]] = {
    "repost": lambda story, edit, context: story,
    "dateline": _dateline,
    "insert": _insert,
    "over_each": _over_each,
}
