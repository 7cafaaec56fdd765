"""Scrapy: a crawl puts the rows of `cleaner batch` on its items, whatever the pages do."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("scrapy", reason="pip install '.[scrapy]'")

import scrapy
from scrapy.exceptions import DropItem
from scrapy.settings import Settings

from cleaner.batch.rows import Row
from cleaner.integrations.scrapy import CleanerPipeline
from tests.integrations.pages import LIMITS, SOURCES, TIMEOUT, code

pytestmark = pytest.mark.engine

SETTINGS = {f"CLEANER_{name.upper()}": value for name, value in LIMITS.items()}
WATCH = """
import json, time
from scrapy import signals
from twisted.internet.task import LoopingCall

class Watch:  # how long the reactor was held up, and what was counted
    def __init__(self, crawler):
        self.stats, self.last, self.longest = crawler.stats, time.monotonic(), 0
        crawler.signals.connect(self.opened, signals.spider_opened)
        crawler.signals.connect(self.closed, signals.spider_closed)

    from_crawler = classmethod(lambda cls, crawler: cls(crawler))

    def opened(self):
        LoopingCall(self.tick).start(0.1)

    def tick(self):
        now, last = time.monotonic(), self.last
        self.last, self.longest = now, max(self.longest, now - last)

    def closed(self):
        counts = {k: v for k, v in self.stats.get_stats().items() if k.startswith("cleaner/")}
        with open("watched.json", "w") as file:
            json.dump({"longest": self.longest, "counts": counts}, file)

"""


class Site(BaseHTTPRequestHandler):
    """`/news` links to all pages, `/few` to some."""

    FEW = ("ferry-0", "poison-exit", "bees-0")

    def do_GET(self) -> None:
        name = self.path.strip("/")
        links = {"news": tuple(SOURCES), "few": self.FEW}.get(name)
        page = "".join(f'<a class="story" href="/{id_}">.</a>' for id_ in links or ())
        body = (page or SOURCES[name]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def crawl(folder: Path, start: str, poison: dict[str, str], **settings: object) -> list[Any]:
    """Run the example of the docs with settings of these tests; the items of its feed."""
    settings = SETTINGS | {"LOG_LEVEL": "WARNING", "EXTENSIONS": {"__main__.Watch": 0}} | settings
    told = ", ".join(f"{name!r}: {value!r}" for name, value in settings.items())
    script = code("scrapy.md", "Local").replace('"CLEANER_TIMEOUT": 30.0', told)
    with served() as address:
        script = script.replace("https://example.com/news", f"{address}/{start}")
        (folder / "crawl.py").write_text(WATCH + script)
        command = [sys.executable, "crawl.py"]
        done = subprocess.run(
            command, cwd=folder, env=poison, timeout=120, capture_output=True, text=True
        )
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in (folder / "articles.jsonl").read_text().splitlines()]


def row(item: dict[str, Any]) -> Row:
    id_ = item["url"].rsplit("/", 1)[1]
    return Row(id_, f"https://example.com/{id_}", **item["article"])


def test_the_rows_are_those_of_a_batch(
    tmp_path: Path, poison: dict[str, str], expected_rows: list[Row]
) -> None:
    items = crawl(tmp_path, "news", poison, CLEANER_WORKERS=2)
    assert len(items) == len(SOURCES)
    assert {r.id: r for r in map(row, items)} == {r.id: r for r in expected_rows}
    watched = json.loads((tmp_path / "watched.json").read_text())
    outcomes = Counter(f"cleaner/{row.outcome}" for row in expected_rows)
    assert watched["counts"] == outcomes
    assert watched["longest"] < TIMEOUT / 2  # while a page hung


def test_another_reactor(tmp_path: Path, poison: dict[str, str]) -> None:
    reactor = "twisted.internet.selectreactor.SelectReactor"
    settings = {"TWISTED_REACTOR": reactor, "CLEANER_WORKERS": 1, "LOG_LEVEL": "ERROR"}
    items = crawl(tmp_path, "few", poison, **settings)
    assert {row(item).id: row(item).outcome for item in items} == {
        "ferry-0": "cleaned",
        "poison-exit": "failed: crash",
        "bees-0": "cleaned",
    }


@dataclass
class Story:
    page: str | None = None
    article: dict[str, Any] = field(default_factory=dict)


class StoryItem(scrapy.Item):
    page = scrapy.Field()
    article = scrapy.Field()


class Closed(scrapy.Item):
    page = scrapy.Field()


@contextmanager
def opened(**settings: Any) -> Iterator[Callable[[Any], Any]]:
    """What a pipeline with these settings does with an item."""
    crawler = SimpleNamespace(settings=Settings({"CLEANER_WORKERS": 1} | settings), stats=None)
    pipeline = CleanerPipeline.from_crawler(crawler)
    pipeline.open_spider()
    try:
        yield lambda item: asyncio.run(pipeline.process_item(item))
    finally:
        pipeline.close_spider()


def test_items_of_every_kind() -> None:
    html = SOURCES["bees-0"]
    items = [{"page": html}, Story(html), StoryItem(page=html), Story(), {"image": "a.png"}]
    columns = {"CLEANER_COLUMNS": "markdown", "CLEANER_OPTIONS": {"keep": ["byline"]}}
    with opened(CLEANER_HTML_FIELD="page", **columns) as process:
        *cleaned, empty, other = map(process, items)
        with pytest.raises(KeyError, match="Closed does not support field: article"):
            process(Closed(page=html))
    articles = [cleaned[0]["article"], cleaned[1].article, cleaned[2]["article"]]
    assert articles[0] == articles[1] == articles[2]
    assert articles[0]["text"].startswith("By Jane Doe")
    assert "markdown" in articles[0]
    assert empty.article["outcome"] == "failed: input"
    assert empty.article["error"] == "page is empty"
    assert other == {"image": "a.png"}


def test_no_child_outlives_the_crawl() -> None:
    before = children()
    with opened() as process:
        process({"html": SOURCES["bees-0"]})
        assert children() > before
    assert children() == before


def children() -> set[str]:
    command = ["pgrep", "-P", str(os.getpid()), "-f", "cleaner.batch.workers.child"]
    return set(subprocess.run(command, capture_output=True, text=True).stdout.split())


def test_settings_that_cannot_be() -> None:
    for name, value, error in (
        ("TIMEOUT", -1, "timeout must be above 0"),
        ("COLUMNS", ["mark"], "no column mark; there are: markdown"),
        ("OPTIONS", {"keep": ["bylines"]}, "keep: unknown kind bylines"),
    ):
        with pytest.raises(ValueError, match=error), opened(**{f"CLEANER_{name}": value}):
            pass


def test_the_pipeline_of_the_docs_drops_what_is_no_article() -> None:
    told: dict[str, Any] = {}
    exec(code("scrapy.md", "A failed page"), told)
    good, bad = ({"article": {"outcome": o}} for o in ("cleaned", "failed: timeout"))
    assert told["ArticlesOnly"]().process_item(good) is good
    with pytest.raises(DropItem, match="failed: timeout"):
        told["ArticlesOnly"]().process_item(bad)
