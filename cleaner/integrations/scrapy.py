"""CleanerPipeline: a Scrapy item pipeline that puts the article beside the page of an item.

Pages are cleaned in child processes while the crawl goes on; the settings are `CLEANER_…`.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from contextlib import ExitStack
from typing import Any

from cleaner.batch.inputs import BadRecord, Fields
from cleaner.batch.many import processors
from cleaner.batch.rows import Row, failed
from cleaner.batch.setup import Limits, Setup
from cleaner.batch.workers.pool import guarded
from cleaner.batch.workers.worker import Worker
from cleaner.integrations.missing import needs
from cleaner.options import Options

with needs("scrapy"):
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.utils.defer import maybe_deferred_to_future

with needs("scrapy"):  # libraries that come with it: named only where they alone are missing
    from itemadapter import ItemAdapter
    from twisted.internet.defer import Deferred, maybeDeferred
    from w3lib.encoding import http_content_type_encoding

__all__ = ["CleanerPipeline", "page_fields"]


def page_fields(response: Response) -> dict[str, Any]:
    """The fields that the pipeline reads: `url`, `html` as bytes, `charset` of the HTTP header."""
    header = response.headers.get("Content-Type") or b""
    charset = http_content_type_encoding(header.decode("latin-1"))
    return {"url": response.url, "html": response.body, "charset": charset}


class CleanerPipeline:
    """Puts `article` on every item with a page: a dict of `outcome`, `title`, `text` and so on.

    Items are dicts, dataclasses, `scrapy.Item` or what else itemadapter knows; those without the
    field of the page pass untouched. No item is dropped: of a page that failed, the article has
    `outcome` and `error`. Counted in the statistics as `cleaner/OUTCOME` and `cleaner/untouched`.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Read the settings; nothing is started. Raises ValueError for one that cannot be."""
        settings = crawler.settings
        limits = Limits(
            settings.getfloat("CLEANER_TIMEOUT", 30.0), settings.getint("CLEANER_MEMORY", 2 << 30)
        )
        options = Options(**settings.getdict("CLEANER_OPTIONS"))
        self.setup = Setup.of(options, settings.getlist("CLEANER_COLUMNS"), limits)
        self.workers = settings.getint("CLEANER_WORKERS") or processors()
        self.fields = Fields(
            html=settings.get("CLEANER_HTML_FIELD"),
            url=settings.get("CLEANER_URL_FIELD", "url"),
            charset=settings.get("CLEANER_CHARSET_FIELD", "charset"),
        )
        self.article: str = settings.get("CLEANER_ARTICLE_FIELD", "article")
        self.stats = crawler.stats
        self._open = ExitStack()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CleanerPipeline:
        """The pipeline of a crawl."""
        return cls(crawler)

    def open_spider(self, spider: object = None) -> None:
        """Make ready for pages; child processes start with the first ones."""
        self._submit = self._open.enter_context(guarded(self.workers, self.setup))

    def close_spider(self, spider: object = None) -> None:
        """End the child processes."""
        self._open.close()

    async def process_item(self, item: object, spider: object = None) -> object:
        """The item with its article. Raises KeyError where it has no field for one."""
        adapter = ItemAdapter(item)
        if not any(name in adapter for name in self.fields.content):
            self._count("untouched")
            return item
        row = await self._row(dict(adapter))
        self._count(row.outcome)
        told = row.to_dict()
        adapter[self.article] = {name: told[name] for name in told if name not in ("id", "url")}
        return item

    async def _row(self, record: dict[str, Any]) -> Row:
        try:
            page = self.fields.read(record, "")
        except BadRecord as error:
            return failed("", None, "input", str(error), self.setup.columns)
        return await _result(self._submit(Worker.tried, page))

    def _count(self, what: str) -> None:
        if self.stats is not None:
            self.stats.inc_value(f"cleaner/{what}")


async def _result(future: Future[Row]) -> Row:
    """Await a thread, under the reactor of asyncio or another."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        row: Row = await maybe_deferred_to_future(_deferred(future))
        return row
    return await asyncio.wrap_future(future, loop=loop)


def _deferred(future: Future[Row]) -> Deferred[Row]:
    from twisted.internet import reactor  # to import it is to choose it

    deferred: Deferred[Row] = Deferred()
    future.add_done_callback(
        lambda done: reactor.callFromThread(maybeDeferred(done.result).chainDeferred, deferred)
    )
    return deferred
