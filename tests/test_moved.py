"""Old import paths go on working, and say where things are now."""

from __future__ import annotations

import importlib

import pytest

PATHS = [
    ("cleaner.ingest", "cleaner.batch", ("Input", "Fields", "GuardError", "Row", "clean_many")),
    ("cleaner.site_memory", "cleaner.sites.memory", ("SiteMemory", "SiteMemories", "opened")),
    ("cleaner.site_memory", "cleaner.learn", ("learn",)),
    ("cleaner.site_rules", "cleaner.sites.rules", ("SiteRules", "RulesError")),
]


@pytest.mark.parametrize(("old", "new", "names"), PATHS)
def test_an_old_path_gives_the_same_and_warns(old: str, new: str, names: tuple[str, ...]) -> None:
    was, now = importlib.import_module(old), importlib.import_module(new)
    for name in names:
        with pytest.warns(DeprecationWarning, match=f"{old}.{name} is {new}.{name} now"):
            assert getattr(was, name) is getattr(now, name)


@pytest.mark.parametrize("old", sorted({old for old, _, _ in PATHS}))
def test_what_was_never_there_is_not_there(old: str) -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        importlib.import_module(old).no_such_name  # noqa: B018  # asking is the test
