"""SiteMemories: a file a host, each read when its host is met."""

# ruff: noqa: E501
# a page or a text on one line is read as one

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from cleaner import Options, clean
from cleaner.sites.memory import SiteMemories, SiteMemory, SiteMemoryError, opened
from tests.sites.memory.made import HOST, own, page, recalled, taken, taught
from tests.sites.memory.test_strip import NOTICE

MEMORY = taught(page(i, *own(i), NOTICE) for i in range(4))
LATER = page(9, *own(9), NOTICE)


@pytest.fixture
def memories(tmp_path: Path) -> SiteMemories:
    MEMORY.write(tmp_path / f"{HOST}.json")
    (tmp_path / "lowick.example.json").write_text("{", "utf-8")
    return SiteMemories(tmp_path)


def test_a_file_is_read_when_its_host_is_met(memories: SiteMemories) -> None:
    options = Options(site_memory=memories)
    assert taken(clean(LATER, url=f"https://{HOST}/9", options=options)) == [NOTICE]
    assert taken(clean(LATER, url="https://brae.example/9", options=options)) == []
    assert taken(clean(LATER, options=options)) == []
    with pytest.raises(SiteMemoryError, match=r"lowick\.example\.json:1: not JSON"):
        clean(LATER, url="https://lowick.example/9", options=options)


def test_it_is_a_mapping(memories: SiteMemories) -> None:
    assert list(memories) == [HOST, "lowick.example"]
    assert len(memories) == 2
    assert memories[HOST] == MEMORY
    assert "brae.example" not in memories
    assert "" not in memories


def test_what_is_added_is_merged_and_written(memories: SiteMemories) -> None:
    more = taught([page(7, *own(7), NOTICE)])
    assert memories.add(more) == MEMORY.merge(more)
    assert SiteMemory.read(memories.path(HOST)) == MEMORY.merge(more)
    assert memories[HOST].seen == 5


def test_a_folder_that_is_not_there_is_empty_until_something_is_added(tmp_path: Path) -> None:
    memories = SiteMemories(tmp_path / "new")
    assert (list(memories), len(memories), memories.get(HOST)) == ([], 0, None)
    memories.add(MEMORY)
    assert list(memories) == [HOST]


ODD = ["../../x", "..", ".", ".hidden", "a/b", "a\\b", "/etc/passwd", "a\0b", "x" * 251, "x" * 5000, "ü" * 60, "ü.example", "~", "con", "CON", "com1.example", "nul", "A.example", "a.example.", "a b", "::1", "[::1]", "a:80", "%2e", "?", "a\u202eb"]  # fmt: skip


@pytest.mark.parametrize("host", ODD)
def test_every_host_has_a_file_in_the_folder(host: str, tmp_path: Path) -> None:
    inside = tmp_path / "memories"
    inside.mkdir()
    memories = SiteMemories(inside)
    assert host not in memories
    path = memories.path(host)
    assert path.parent == inside
    assert len(path.name) <= 200
    assert path.name == path.name.casefold() or "%" in path.name
    memories.add(SiteMemory(host, MEMORY.pages))
    assert [p.name for p in tmp_path.iterdir()] == ["memories"]
    assert list(inside.iterdir()) == [path]
    again = SiteMemories(inside)
    assert list(again) == [host]
    assert again[host].pages == MEMORY.pages


def test_no_two_hosts_share_a_file(tmp_path: Path) -> None:
    names = [SiteMemories(tmp_path).path(host).name.casefold() for host in (*ODD, "\ud800")]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("kestle.example", "kestle.example.json"),
        ("ü.example", "%C3%BC.example.json"),
        ("::1", "%3A%3A1.json"),
        ("console.example", "console.example.json"),
    ],
)
def test_the_names_of_folders_that_exist_are_known_again(
    host: str, name: str, tmp_path: Path
) -> None:
    assert SiteMemories(tmp_path).path(host).name == name


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ({}, False),
        ({"url": f"https://{HOST}/9"}, True),
        ({"url": f"https://www.{HOST.upper()}.:443/9"}, True),
        ({"url": "https://brae.example/9"}, False),
        ({"url": "9.html"}, False),
        ({"options": True}, True),
        ({"options": True, "url": "https://brae.example/9"}, False),
    ],
)
def test_a_page_is_of_the_site_of_its_address_alone(
    given: dict[str, Any], used: bool, memories: SiteMemories
) -> None:
    link = f'<link rel="canonical" href="https://{HOST}/9"><meta property="og:url" content="https://{HOST}/9">'
    claims = LATER.replace("</head>", f"{link}</head>")
    options = Options(site_memory=memories, host_from_page=given.pop("options", False))
    cleaned = clean(claims, **given, options=options)
    assert (taken(cleaned) == [NOTICE]) == used
    assert any("its address is not known" in note for note in cleaned.notes) == (
        not used and "brae" not in str(given)
    )


def test_one_memory_was_given_for_the_page() -> None:
    other = LATER.replace("</head>", '<link rel="canonical" href="https://brae.example/9"></head>')
    options = Options(site_memory=MEMORY)
    assert (taken(clean(LATER, options=options)), taken(clean(other, options=options))) == (
        [NOTICE],
        [],
    )
    assert not clean(LATER, options=options).notes


def test_a_file_of_another_host_is_refused(tmp_path: Path) -> None:
    MEMORY.write(tmp_path / "lowick.example.json")
    with pytest.raises(SiteMemoryError, match=r"lowick\.example\.json: .*kestle\.example"):
        SiteMemories(tmp_path)["lowick.example"]


def test_a_file_or_a_folder_is_opened(memories: SiteMemories) -> None:
    assert isinstance(opened(memories.folder), SiteMemories)
    assert opened(memories.path(HOST)) == MEMORY
    with pytest.raises(SiteMemoryError, match="not a folder"):
        SiteMemories(memories.path(HOST))
    with pytest.raises(SiteMemoryError, match="cannot be read"):
        opened(memories.folder / "none.json")


def test_options_cross_processes(memories: SiteMemories) -> None:
    for given in (MEMORY, {HOST: MEMORY}, memories):
        options = Options(site_memory=given)
        recalled(LATER, MEMORY)  # what was worked out must not stand in the way
        again = pickle.loads(pickle.dumps(options))
        url = f"https://{HOST}/9"
        here, there = (clean(LATER, url=url, options=o) for o in (options, again))
        assert there.to_json() == here.to_json()
        assert taken(there) == [NOTICE]
