"""Sources of every format: whole, damaged, cut at any byte; nothing is lost unsaid."""

from __future__ import annotations

import gzip
import io
import json
import logging
import random
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import clean
from cleaner.batch.inputs import BadRecord, Fields, Input, Record
from cleaner.batch.optional import MissingExtra
from cleaner.batch.readers import json_lines
from cleaner.batch.readers.sources import Pages, Source, apart, check, size, sources
from cleaner.batch.readers.streams import zstd
from cleaner.files import BadInput
from tests.batch.readers.archives import (
    HTML,
    PACKERS,
    TEXT,
    Pipe,
    bad,
    crawl,
    good,
    http,
    read,
    read_from,
    response,
    story,
    told,
    warc,
)

LINES = b'{"id": "a", "url": "http://a.example/", "html": "<p>One</p>"}\n{"html": "<p>Two</p>"}\n'


def lines(data: bytes, name: str = "x.jsonl", fields: Fields | None = None) -> list[Record]:
    return read(data, name, "jsonl", fields)


def archive(data: bytes, name: str = "x.warc", kind: type[io.BytesIO] = io.BytesIO) -> list[Record]:
    return read_from(kind(data), name, "warc")


def ids(found: list[Record]) -> list[int]:
    """The numbers that `tests.batch.readers.archives` gave to the pages."""
    return [int(page.id[-4:]) for page in good(found)]


# JSON Lines


@pytest.mark.parametrize("packing", PACKERS)
def test_lines_of_json_with_and_without_packing(packing: str) -> None:
    name = "x.jsonl" + packing
    first, second = good(lines(PACKERS[packing](LINES), name))
    assert first == Input("<p>One</p>", "http://a.example/", "a")
    assert second == Input("<p>Two</p>", None, f"{name}:2")


@pytest.mark.parametrize("packing", [".gz", ".bz2", ".xz", ".zst"])
def test_files_packed_in_pieces_are_read_to_the_end(packing: str) -> None:
    pack = PACKERS[packing]
    assert len(good(lines(pack(LINES) + pack(LINES), "x.jsonl" + packing))) == 4


def test_blank_lines_are_no_pages_but_count() -> None:
    found = lines(b"\n" + LINES.replace(b"\n", b"\r\n\r\n   \n"))
    assert [record.name for record in found] == ["x.jsonl:2", "x.jsonl:5"]
    assert len(good(found)) == 2


def test_the_last_line_needs_no_end() -> None:
    assert len(good(lines(LINES.rstrip()))) == 2


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert len(good(lines(b"\xef\xbb\xbf" + LINES))) == 2


def test_numbers_as_ids_are_ids() -> None:
    found = lines(b'{"id": 0, "text": "a"}\n{"id": 12, "text": "a"}\n{"id": null, "text": "a"}')
    assert [page.id for page in good(found)] == ["0", "12", "x.jsonl:3"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"html": "<p>cut in ha', "not JSON: Unterminated string starting at character 10"),
        (b'{"html": "a"} {"html": "b"}', "not JSON: Extra data at character 15"),
        (b'{"html": "caf\xe9"}', "not JSON: not UTF-8 at byte 13"),
        (b"\x1f\x8b\x08\x00\x00", "not JSON: not UTF-8 at byte 1"),
        (b'["<p>One</p>"]', "a record with fields was expected, not list"),
        (b'"<p>One</p>"', "a record with fields was expected, not str"),
        (b"null", "a record with fields was expected, not NoneType"),
        (
            b'{"body": "a", "link": "b"}',
            "no field html or text or content; its fields are: body, link",
        ),
        (b"{}", "no field html or text or content; its fields are: none"),
        (b'{"html": null}', "html is empty"),
        (b'{"text": 7}', "text holds int, not text"),
        (b'{"html": ["a"]}', "html holds list, not text"),
        (b'{"html": ' + b"[" * 100_000 + b"}", "not JSON: nested without end"),
        (b'{"html": ' + b"1" * 5000 + b"}", "not JSON: Exceeds the limit"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(line: bytes, said: str) -> None:
    found = lines(LINES + line + b"\n" + LINES)
    assert list(bad(found)) == ["x.jsonl:3"]
    assert bad(found)["x.jsonl:3"].startswith(said)
    assert [page.id for page in good(found)] == ["a", "x.jsonl:2", "a", "x.jsonl:5"]
    assert found[2].named() == ("x.jsonl:3", None)


def test_the_first_field_that_holds_something_is_the_page() -> None:
    both = b'{"html": null, "text": "scraped", "content": "other"}'
    assert good(lines(both))[0].content == "scraped"
    named = Fields("body", "link", "key")
    page = good(lines(b'{"body": "<p>x</p>", "html": "y", "link": "u", "key": 3}', fields=named))[0]
    assert page == Input("<p>x</p>", "u", "3")
    assert "no field body; its" in told(lines(b'{"html": "y"}', fields=named)[0])


def test_a_line_without_end_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "LONGEST", 100)
    long = b'{"html": "' + b"x" * 1000 + b'"}\n'
    found = lines(long + LINES + long.rstrip())
    assert bad(found) == {
        "x.jsonl:1": "a line of more than 100 bytes",
        "x.jsonl:4": "a line of more than 100 bytes",
    }
    assert len(good(found)) == 2


def many_lines(count: int) -> bytes:
    """Lines that no packer makes small, so that a buffer does not hold all of them."""
    dice = random.Random(3)
    return b"".join(
        json.dumps({"id": n, "text": dice.randbytes(300).hex()}).encode() + b"\n"
        for n in range(count)
    )


@pytest.mark.parametrize("packing", [".gz", ".bz2", ".xz", ".zst"])
def test_what_stands_before_a_cut_is_read_and_the_cut_is_told(packing: str) -> None:
    packed, name = PACKERS[packing](many_lines(900)), "x.jsonl" + packing
    for cut in (len(packed) // 2, len(packed) - 3):
        found = lines(packed[:cut], name)
        pages = good(found)
        assert [page.id for page in pages] == [str(n) for n in range(len(pages))]
        assert list(bad(found)) == [f"{name}!"]
        after = f"after {name}:{len(pages)}" if pages else "from its start"
        assert bad(found)[f"{name}!"].startswith(f"cannot be read {after}: ")
        least = 300 if packing in (".gz", ".xz", ".zst") else 0  # bzip2 packs 900 kB at once
        assert len(pages) >= least


def test_a_cut_at_any_byte_of_a_packed_file_is_told() -> None:
    packed = gzip.compress(LINES, mtime=0)
    for cut in range(1, len(packed)):
        assert bad(lines(packed[:cut], "x.jsonl.gz")), cut


@pytest.mark.parametrize("packing", [".gz", ".bz2", ".xz", ".zst"])
def test_damage_in_the_middle_of_a_packed_file_is_told(packing: str) -> None:
    packed, name = bytearray(PACKERS[packing](many_lines(900))), "x.jsonl" + packing
    for place in range(len(packed) // 2, len(packed) // 2 + 8):
        packed[place] ^= 0xFF
    found = lines(bytes(packed), name)
    assert f"{name}!" in bad(found)
    assert len(good(found)) > 200 or packing == ".bz2"  # which packs 900 kB at once


def test_files_packed_with_a_long_window() -> None:
    """As `zstd --long=31` packs the dumps of whole forums."""
    module = zstd()
    packer = module.ZstdCompressor(options={module.CompressionParameter.window_log: 31})
    packed = packer.compress(LINES) + packer.flush()  # in two steps, or the size would be known
    assert len(good(lines(packed, "x.jsonl.zst"))) == 2


@pytest.mark.parametrize("name", ["x.jsonl.gz", "x.jsonl.bz2", "x.jsonl.xz", "x.jsonl.zst"])
def test_a_file_that_is_not_packed_as_its_name_tells(name: str) -> None:
    assert list(bad(lines(LINES, name))) == [f"{name}!"]
    assert "cannot be read from its start: " in bad(lines(LINES, name))[f"{name}!"]


# Parquet


def parquet(columns: dict[str, Any], **options: Any) -> bytes:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    file = io.BytesIO()
    pq.write_table(columns if isinstance(columns, pa.Table) else pa.table(columns), file, **options)
    return file.getvalue()


def table(data: bytes, fields: Fields | None = None) -> list[Record]:
    return read(data, "x.parquet", "parquet", fields)


@pytest.mark.parametrize("type_", ["string", "large_string", "string_view", "dictionary"])
def test_columns_of_strings(type_: str) -> None:
    pa = pytest.importorskip("pyarrow")
    kind = pa.dictionary(pa.int32(), pa.string()) if type_ == "dictionary" else getattr(pa, type_)()
    data = parquet({name: pa.array(["ä", "b"], kind) for name in ("id", "url", "html")})
    assert good(table(data)) == [Input("ä", "ä", "ä"), Input("b", "b", "b")]


@pytest.mark.parametrize("type_", ["binary", "large_binary", "binary_view"])
def test_columns_of_bytes(type_: str) -> None:
    pa = pytest.importorskip("pyarrow")
    columns = {name: pa.array(["é".encode("latin-1")], getattr(pa, type_)()) for name in ("html",)}
    more = {"id": [b"key"], "url": [b"http://a.example/\xe9"], "charset": ["latin-1"]}
    page = good(table(parquet(columns | more)))[0]
    assert page == Input(b"\xe9", "http://a.example/\ufffd", "key", "latin-1")


def test_rows_have_their_number_as_name_through_all_groups() -> None:
    data = parquet({"text": [f"page {n}" for n in range(1000)]}, row_group_size=7)
    found = table(data)
    assert [record.name for record in found] == [f"x.parquet:{n + 1}" for n in range(1000)]
    assert [page.content for page in good(found)] == [f"page {n}" for n in range(1000)]
    assert good(found)[999].id == "x.parquet:1000"


def test_an_empty_cell_is_named_and_the_next_is_read() -> None:
    data = parquet({"html": ["a", None, "c"], "id": [None, "second", "third"]})
    found = table(data)
    assert bad(found) == {"x.parquet:2": "html is empty"}
    assert [page.id for page in good(found)] == ["x.parquet:1", "third"]


def test_a_row_takes_the_first_column_that_holds_something() -> None:
    found = table(parquet({"html": [None, "h"], "text": ["t", "t"]}))
    assert [page.content for page in good(found)] == ["t", "h"]


def test_a_missing_column_is_told_with_those_that_are_there() -> None:
    data = parquet({"body": ["a"], "link": ["b"]})
    said = "no field html or text or content; its fields are: body, link"
    assert bad(table(data)) == {"x.parquet!": said}
    assert good(table(data, Fields("body", "link"))) == [Input("a", "b", "x.parquet:1")]


def test_strings_that_are_no_utf_8_are_read_all_the_same() -> None:
    pa = pytest.importorskip("pyarrow")
    text = pa.array([b"good", b"caf\xe9", None], pa.binary()).view(pa.string())
    found = table(parquet({"text": text, "id": ["a", "b", "c"]}))
    assert [(page.id, page.content) for page in good(found)] == [("a", "good"), ("b", "caf\ufffd")]
    assert bad(found) == {"x.parquet:3": "text is empty"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: b"<html></html>",
        lambda data: data[:-8] + b"\xff\xff\xff\x7fPAR1",
    ],
)
def test_a_table_without_its_end_is_told(damage: Any) -> None:
    found = table(damage(parquet({"html": ["a"]})))
    assert list(bad(found)) == ["x.parquet!"]
    assert bad(found)["x.parquet!"].startswith("cannot be read from its start: ")


def test_damage_in_the_middle_of_a_table_is_told_with_the_last_row_before() -> None:
    dice = random.Random(1)
    text = [dice.randbytes(400).hex() for _ in range(640)]
    data = bytearray(parquet({"text": text}, row_group_size=128, use_dictionary=False))
    middle = len(data) // 2
    data[middle : middle + 4000] = bytes(4000)
    found = table(bytes(data))
    assert 128 <= len(good(found)) < 640
    assert bad(found)["x.parquet!"].startswith(f"cannot be read after {found[-2].name}: ")


# WARC


@pytest.mark.parametrize("kind", [io.BytesIO, Pipe])
@pytest.mark.parametrize("packing", ["", ".gz", ".zst"])
def test_the_pages_of_an_archive(packing: str, kind: type[io.BytesIO]) -> None:
    found = archive(b"".join(map(PACKERS[packing], crawl())), "x.warc" + packing, kind)
    assert good(found) == [
        Input(story(n), f"http://news.example/{n}", f"urn:uuid:{n:032}") for n in (1, 2, 3)
    ]
    assert not bad(found)
    starts = [0]
    for record in crawl():
        starts.append(starts[-1] + len(PACKERS[packing](record)))
    assert [record.name for record in found] == [f"x.warc{packing}@{starts[n]}" for n in (1, 3, 5)]


def test_an_archive_that_was_packed_as_one() -> None:
    found = archive(gzip.compress(b"".join(crawl())), "x.warc.gz")
    assert ids(found) == [1, 2, 3]
    assert not bad(found)


def test_scraped_text_and_pages_without_http_are_pages() -> None:
    records = [
        warc("conversion", "Übersetzt".encode(), 1, TEXT),
        warc("resource", story(2), 2, HTML),
        warc("resource", http(story(3), "Content-Type: text/html; charset=latin-1"), 3),
    ]
    pages = good(archive(b"".join(records)))
    assert [page.content for page in pages] == ["Übersetzt".encode(), story(2), story(3)]
    assert [page.charset for page in pages] == [None, None, "latin-1"]


@pytest.mark.parametrize("kind", [io.BytesIO, Pipe])
@pytest.mark.parametrize("packing", ["", ".gz"])
def test_an_archive_that_is_cut_at_any_byte(packing: str, kind: type[io.BytesIO]) -> None:
    """All pages before the cut come out; and the cut is told, but between two records."""
    whole = [PACKERS[packing](record) for record in crawl()]
    ends = [0]
    for record in whole:
        ends.append(ends[-1] + len(record))
    data, pages = b"".join(whole), {1: 2, 2: 4, 3: 6}  # page 1 ends with the second record
    between = {end - tail for end in ends for tail in (range(5) if not packing else (0,))}
    for cut in range(len(data) + 1):
        found = archive(data[:cut], "x.warc" + packing, kind)
        expected = [n for n, place in pages.items() if ends[place] <= cut]
        got = ids(found)
        assert got[: len(expected)] == expected, cut
        assert got in (expected, [*expected, len(expected) + 1]), cut
        assert [page.content for page in good(found)] == [story(n) for n in got]
        assert bool(bad(found)) != (cut in between), (cut, bad(found))
        assert len(bad(found)) <= 1, (cut, bad(found))
        for name in bad(found):
            assert int(name.split("@")[1].rstrip("+")) <= cut


@pytest.mark.parametrize("cut", [-1, -9, -40, 60, 5])
def test_an_archive_packed_by_zstandard_that_is_cut(cut: int) -> None:
    whole = [PACKERS[".zst"](record) for record in crawl()]
    found = archive(b"".join(whole[:-2]) + whole[-2][:cut], "x.warc.zst")
    assert ids(found)[:2] == [1, 2]
    assert len(bad(found)) == 1


@pytest.mark.parametrize("kind", [io.BytesIO, Pipe])
@pytest.mark.parametrize("packing", [".gz", ".zst"])
def test_a_damaged_record_is_told_and_those_behind_it_are_read(
    packing: str, kind: type[io.BytesIO]
) -> None:
    parts = [PACKERS[packing](response(n)) for n in range(1, 6)]
    at, dice = len(parts[0]), random.Random(4)
    for _ in range(60):
        broken = bytearray(parts[1])
        broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        data = b"".join([parts[0], bytes(broken), *parts[2:]])
        found = archive(data, "x.warc" + packing, kind)
        assert [n for n in ids(found) if n != 2] == [1, 3, 4, 5]
        if told(found[1]) == told(archive(parts[1])[0]):
            continue  # in a byte of the header that tells nothing
        assert len(bad(found)) == 1
        where = next(iter(bad(found))).split("@")[1]
        assert where in (f"{at}", "0+", f"{at}+")


def test_a_damaged_record_of_a_plain_archive() -> None:
    parts = [response(n) for n in range(1, 5)]
    for old, new in (
        (b"WARC/1.0", b"WURC/1.0"),
        (b"Content-Length: ", b"Content-Length: 99"),
        (b"Content-Length: ", b"Content-Length: " + b"9" * 5000),
        (b"Content-Length: ", b"Content-Length: -"),
        (b"Content-Length: ", b"Content-Length: x"),
        (b"Content-Length", b"Content-Langth"),
        (b"Type: response", b"Tipe: response"),
        (b"\r\n", b"\n"),
        (b"\r\n\r\n", b"\r\n"),
    ):
        found = archive(parts[0] + parts[1].replace(old, new, 99) + parts[2] + parts[3])
        assert [n for n in ids(found) if n != 2] == [1, 3, 4], (old, new)
        assert bad(found), (old, new)


@pytest.mark.parametrize(
    "data",
    [
        b"hello, this is no archive\n" * 50,
        gzip.compress(b"hello, this is no archive\n" * 50, mtime=0),
        bytes(range(256)) * 30,
        b"<!doctype html><html><body>a page</body></html>",
        b"\x1f\x8b\x08",
        b"\x1f\x8b\x08" * 500,
        b"WARC/1.0",
        b"WARC/1.0\r\n\r\n",
        b"\0" * 5000,
    ],
)
@pytest.mark.parametrize("kind", [io.BytesIO, Pipe])
def test_a_file_that_is_no_archive_is_told(data: bytes, kind: type[io.BytesIO]) -> None:
    found = archive(data, "x.warc.gz", kind)
    assert bad(found)
    assert not good(found)


@given(st.data())
def test_no_damage_to_an_archive_raises(data: st.DataObject) -> None:
    packing = data.draw(st.sampled_from(["", ".gz", ".zst"]))
    whole = bytearray(b"".join(map(PACKERS[packing], crawl())))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole)))
        gone = data.draw(st.integers(0, 60))
        whole[at : at + gone] = data.draw(st.binary(max_size=60))
    found = archive(
        bytes(whole), "x.warc" + packing, data.draw(st.sampled_from([io.BytesIO, Pipe]))
    )
    for record in found:
        told(record)
        record.checksum()
        record.named()


class Failing(io.RawIOBase):
    """A disk or a network that fails behind some bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, at: int, whence: int = 0) -> int:
        return self.data.seek(at, whence)

    def readinto(self, buffer: Any) -> int:
        if self.data.tell() >= 90_000:
            raise OSError(5, "Input/output error")
        return self.data.readinto(memoryview(buffer)[:1000])


@pytest.mark.parametrize("form", ["warc", "jsonl"])
def test_a_disk_that_fails_is_told_behind_what_was_read(form: str) -> None:
    data = b"".join(response(n) for n in range(1, 150)) if form == "warc" else many_lines(200)
    disk = io.BufferedReader(Failing(data))
    found = read_from(disk, f"x.{form}", form)
    assert len(good(found)) >= 50
    assert bad(found)[f"x.{form}!"].endswith(": Input/output error")


def test_a_file_that_went_away_is_told() -> None:
    found = list(Pages([Source("/no/such.warc", "warc"), Source("/no/x.html", "page")], Fields()))
    assert bad(found) == {
        "/no/such.warc!": "cannot be read from its start: No such file or directory",
        "/no/x.html!": "cannot be read from its start: No such file or directory",
    }


# HTTP inside WARC

PAGE = "<html><body><p>Le café est fermé</p></body></html>".encode("latin-1")
GZIPPED = gzip.compress(PAGE * 50, mtime=0)  # the same in every process: it is a test's name
TYPE = "Content-Type: text/html; charset=ISO-8859-1"


def deflated(data: bytes, bits: int) -> bytes:
    packer = zlib.compressobj(wbits=bits)
    return packer.compress(data) + packer.flush()


def chunked(data: bytes, size: int = 9, more: str = "") -> bytes:
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    chunks = [f"{len(piece):X}{more}\r\n".encode() + piece + b"\r\n" for piece in pieces]
    return b"".join(chunks) + b"0\r\nTrailer: x\r\n\r\n"


def only(body: bytes, *headers: str, **options: str) -> Any:
    """The page of an archived response, or why there is none."""
    (record,) = archive(warc("response", http(body, *headers, **options), 7))
    return told(record)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([], PAGE),
        (["Content-Encoding: gzip"], gzip.compress(PAGE)),
        (["content-encoding:  GZIP "], gzip.compress(PAGE)),
        (["Content-Encoding: x-gzip"], gzip.compress(PAGE)),
        (["Content-Encoding: gzip, gzip"], gzip.compress(gzip.compress(PAGE))),
        (["Content-Encoding: deflate, gzip"], gzip.compress(deflated(PAGE, 15))),
        (["Content-Encoding: deflate"], deflated(PAGE, 15)),
        (["Content-Encoding: deflate"], deflated(PAGE, -15)),
        (["Content-Encoding: zstd"], PACKERS[".zst"](PAGE)),
        (["Content-Encoding: identity"], PAGE),
        (["Content-Encoding: utf-8"], PAGE),
        (["Transfer-Encoding: chunked"], chunked(PAGE)),
        (["Transfer-Encoding: chunked"], chunked(PAGE, more=";name=value")),
        (["Transfer-Encoding: chunked", "Content-Encoding: gzip"], chunked(gzip.compress(PAGE))),
        (["Transfer-Encoding: gzip, chunked"], chunked(gzip.compress(PAGE))),
        # unpacked by the crawler, under headers that still tell otherwise
        (["Content-Encoding: gzip"], PAGE),
        (["Content-Encoding: deflate"], PAGE),
        (["Content-Encoding: br"], PAGE),
        (["Content-Encoding: zstd"], PAGE),
        (["Transfer-Encoding: chunked"], PAGE),
        (["Transfer-Encoding: chunked", "Content-Encoding: br"], PAGE),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, list) else "",
)
def test_encodings_are_undone(headers: list[str], body: bytes) -> None:
    page = only(body, TYPE, *headers)
    assert (page.content, page.charset, page.status) == (PAGE, "iso-8859-1", 200)


def test_brotli() -> None:
    brotli = pytest.importorskip("brotli")
    assert only(brotli.compress(PAGE), "Content-Encoding: br").content == PAGE


def test_bodies_that_were_cut_are_used_as_far_as_they_go() -> None:
    """As Common Crawl cuts at one megabyte."""
    long = PAGE * 50
    cut = only(gzip.compress(long)[:-20], "Content-Encoding: gzip").content
    assert long.startswith(cut)
    assert len(cut) > 900
    for end in (30, 31, 32, 33, 34, 35, 40):
        got = only(chunked(PAGE)[:end], "Transfer-Encoding: chunked").content
        assert PAGE.startswith(got)
        assert len(got) > 15


@pytest.mark.parametrize(
    ("body", "headers", "said"),
    [
        (
            GZIPPED[:30] + b"\xff\xff\0\xff" + GZIPPED[34:],
            "Content-Encoding: gzip",
            "its body is not gzip (",
        ),
        (b"\0\1\2\3" * 50, "Content-Encoding: br", "its body is not br ("),
        (b"\0\1\2\3" * 50, "Content-Encoding: deflate", "its body is not deflate ("),
        (
            chunked(PAGE)[:30] + b"zz" + chunked(PAGE)[30:],
            "Transfer-Encoding: chunked",
            "no chunk at byte",
        ),
    ],
)
def test_damaged_bodies_are_told(body: bytes, headers: str, said: str) -> None:
    assert said in only(body, headers)
    assert only(body, headers).startswith("damaged HTTP response: ")


@pytest.mark.parametrize("raw", [b"", PAGE, b"\r\n" + http(PAGE), b"HTTP/1.1 OK\r\n\r\n" + PAGE])
def test_a_response_without_status_line_is_told(raw: bytes) -> None:
    found = archive(warc("response", raw, 7))
    assert [told(record) for record in found] == ["damaged HTTP response: it has no status line"]


@pytest.mark.parametrize("line", ["\r\n", "\n"])
def test_line_ends_of_http(line: str) -> None:
    page = only(PAGE, TYPE, line=line)
    assert (page.content, page.charset) == (PAGE, "iso-8859-1")


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        ("Content-Type: text/html", None),
        ("Content-Type: text/html; charset=", None),
        ('Content-Type: text/html; charset="windows-1252"', "windows-1252"),
        ("content-type: TEXT/HTML;CHARSET = koi8-r ; x=y", "koi8-r"),
        ("X: charset=koi8-r", None),
    ],
)
def test_the_charset_of_the_header(header: str, charset: str | None) -> None:
    assert only(PAGE, header).charset == charset


@pytest.mark.parametrize("status", ["404 Not Found", "301 Moved", "500", "206 Partial Content"])
def test_the_status_is_handed_on(status: str) -> None:
    assert only(PAGE, status=status).status == int(status[:3])


@given(st.binary(max_size=300), st.sampled_from(["chunked", "gzip", "deflate", "br", "zstd"]))
def test_no_body_raises(body: bytes, encoding: str) -> None:
    field = "Transfer-Encoding" if encoding == "chunked" else "Content-Encoding"
    only(body, f"{field}: {encoding}")


@given(st.binary(max_size=300))
def test_no_response_raises(raw: bytes) -> None:
    for data in (raw, b"HTTP/1.1 200 OK\r\n" + raw):
        (record,) = archive(warc("response", data, 7))
        told(record)


def test_the_name_of_a_page_is_had_without_unpacking_it() -> None:
    """What fails in a worker is named in the process that feeds all workers."""
    bomb = warc("response", http(gzip.compress(bytes(100 << 20), 1), "Content-Encoding: gzip"), 7)
    import tracemalloc

    (record,) = archive(bomb)
    tracemalloc.start()
    assert record.named() == (f"urn:uuid:{7:032}", "http://news.example/7")
    assert tracemalloc.get_traced_memory()[1] < 1 << 20
    tracemalloc.stop()


def test_ids_and_addresses_of_old_archives() -> None:
    found = archive(warc("response", http(PAGE), 7, WARC_Target_URI="<http://a.example/>"))
    assert good(found)[0].url == "http://a.example/"
    assert found[0].named()[1] == "http://a.example/"
    bare = archive(warc("response", http(PAGE), 7, WARC_Record_ID=None, WARC_Target_URI=None))
    assert (good(bare)[0].id, good(bare)[0].url) == ("x.warc@0", None)


# Pages, folders, names


def test_a_page_is_its_bytes() -> None:
    (page,) = good(read(PAGE, "a/b.html", "page"))
    assert page == Input(PAGE, None, "a/b.html")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a source of each format."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data/deep").mkdir(parents=True)
    (tmp_path / "data/b.jsonl").write_bytes(LINES)
    (tmp_path / "data/a.HTML").write_bytes(PAGE)
    (tmp_path / "data/deep/c.WARC.GZ").write_bytes(b"".join(map(PACKERS[".gz"], crawl())))
    (tmp_path / "data/picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "lines.dump").write_bytes(LINES)
    return tmp_path


def test_folders_globs_and_files_mixed(here: Path) -> None:
    found = sources(["lines.dump", "data", "data/*.jsonl", "data/b.jsonl", "lines.dump"], "jsonl")
    assert [(s.name, s.format) for s in found] == [
        ("lines.dump", "jsonl"),
        ("data/a.HTML", "page"),
        ("data/b.jsonl", "jsonl"),
        ("data/deep/c.WARC.GZ", "warc"),
    ]
    pages = Pages(found, Fields())
    assert len(good(list(pages))) == 2 + 1 + 2 + 3
    assert pages.read == pages.total == sum(map(size, found))


def test_a_folder_whose_name_ends_as_a_file_does(here: Path) -> None:
    """As Spark writes them, and as mirrors of sites have them."""
    (here / "out.jsonl/index.html").mkdir(parents=True)
    (here / "out.jsonl/part-0.jsonl").write_bytes(LINES)
    assert [s.name for s in sources([str(here / "out.jsonl")])] == [
        str(here / "out.jsonl/part-0.jsonl")
    ]
    (here / "empty/page.html").mkdir(parents=True)
    with pytest.raises(BadInput, match=r"^empty: no page in this folder "):
        sources(["empty"])


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(here: Path) -> None:
    (here / "a[1].jsonl").write_bytes(LINES)
    assert [s.name for s in sources(["a[1].jsonl"])] == ["a[1].jsonl"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("absent.html", "absent.html: no such file"),
        ("absent/x.warc.gz", "absent/x.warc.gz: no such file"),
        ("absent*.html", "absent*.html: nothing matches"),
        ("lines.dump", "lines.dump: of no known format; say which by --from "),
        ("data/*", "data/picture.png: of no known format; say which by --from "),
    ],
)
def test_names_that_cannot_be_used(here: Path, name: str, said: str) -> None:
    with pytest.raises(BadInput) as raised:
        sources(["data", name])
    assert str(raised.value).startswith(said)


def test_a_dangling_link_in_a_folder_does_not_stop_the_others(here: Path) -> None:
    (here / "data/gone.html").symlink_to("nowhere")
    found = list(Pages(sources(["data"]), Fields()))
    assert list(bad(found)) == ["data/gone.html!"]
    assert len(good(found)) == 6


def test_a_source_without_a_page_is_told(here: Path, caplog: pytest.LogCaptureFixture) -> None:
    (here / "empty.jsonl").write_bytes(b"\n\n")
    (here / "empty.warc").write_bytes(crawl()[0])
    with caplog.at_level(logging.WARNING, "cleaner.batch"):
        assert not list(Pages(sources(["empty.jsonl", "empty.warc"]), Fields()))
    assert caplog.messages == ["empty.jsonl: holds no page", "empty.warc: holds no page"]


def test_what_a_job_writes_is_no_source_of_it(here: Path) -> None:
    (here / "data/out.jsonl.job/parts").mkdir(parents=True)
    (here / "data/out.jsonl.job/parts/1.jsonl").write_bytes(LINES)
    (here / "data/out.jsonl").write_bytes(LINES)
    own = [here / "data/out.jsonl", here / "data/out.jsonl.job"]
    kept = apart(sources(["data"]), ["data"], own)
    assert [s.name for s in kept] == ["data/a.HTML", "data/b.jsonl", "data/deep/c.WARC.GZ"]
    with pytest.raises(BadInput, match=r"^data/out.jsonl: is both a source and what -o names$"):
        apart(sources(["data/out.jsonl"]), ["data/out.jsonl"], own)
    with pytest.raises(BadInput, match=r"^data/out\*: nothing there but what -o names$"):
        apart(sources(["data/out*"], "jsonl"), ["data/out*"], own)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for form, data, name in (
        (None, LINES, "-:2"),
        ("warc", b"".join(map(PACKERS[".gz"], crawl())), f"urn:uuid:{2:032}"),
        ("page", PAGE, "-"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(data)))
        assert name in [page.id for page in good(list(Pages(sources(["-"], form), Fields())))]


def test_parquet_on_standard_input_is_refused() -> None:
    pytest.importorskip("pyarrow")
    with pytest.raises(BadInput, match="Parquet cannot be read from standard input"):
        check(sources(["-"], "parquet"), Fields())


def test_a_table_without_the_column_is_refused_with_its_name(here: Path) -> None:
    (here / "data/good.parquet").write_bytes(parquet({"html": ["a"]}))
    (here / "data/other.parquet").write_bytes(parquet({"body": ["a"]}))
    with pytest.raises(BadInput, match=r"^data/other.parquet: no field html or .* are: body$"):
        check(sources(["data"]), Fields())
    check(sources(["data/good.parquet"]), Fields())
    with pytest.raises(BadInput, match=r"^data/good.parquet: no field body; .* are: html$"):
        check(sources(["data/*.parquet"]), Fields("body"))


def test_urls_of_fsspec(here: Path) -> None:
    fs = pytest.importorskip("fsspec").filesystem("memory")
    for name in ("/crawl/a.jsonl", "/crawl/deep/b c.jsonl", "/crawl/w?x=[1].jsonl", "/crawl/d.bin"):
        fs.pipe(name, LINES)
    names = ["memory://crawl/a.jsonl", "data/b.jsonl", "memory://crawl/a.jsonl"]
    assert [s.name for s in sources(names)] == names[:2], "each once, in the order given"
    assert len(good(list(Pages(sources(names), Fields())))) == 4
    folder = [s.name.split("crawl")[1] for s in sources(["memory://crawl"])]
    assert folder == ["/a.jsonl", "/deep/b c.jsonl", "/w?x=[1].jsonl"]
    assert len(good(list(Pages(sources(["memory://crawl"]), Fields())))) == 6
    assert len(sources(["memory://crawl/*.jsonl"])) == 2
    assert sources(["memory://crawl/w?x=[1].jsonl"])[0].name == "memory://crawl/w?x=[1].jsonl"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("memory://none/a.jsonl", "memory://none/a.jsonl: nothing there that can be read"),
        ("memory://none/*.jsonl", "memory://none/*.jsonl: nothing there that can be read"),
        ("nonsense://a/b.jsonl", "nonsense://a/b.jsonl: cannot be found: Protocol not known"),
    ],
)
def test_urls_that_cannot_be_used(url: str, said: str) -> None:
    pytest.importorskip("fsspec")
    with pytest.raises(BadInput) as raised:
        sources([url])
    assert str(raised.value).startswith(said)


def test_a_url_whose_library_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fsspec")
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(MissingExtra, match=r"^reading s3://b/x.jsonl needs another library: "):
        sources(["s3://b/x.jsonl"])


def test_a_record_is_known_again_by_its_bytes() -> None:
    first, again, other = (lines(data)[0].checksum() for data in (LINES, LINES, LINES[1:]))
    assert first == again != other
    assert Record("x", BadRecord("a")).checksum() != Record("x", BadRecord("b")).checksum()
    assert Record("x", Input("\udc80")).checksum()


def test_lone_surrogates_do_no_harm() -> None:
    page = good(lines(b'{"html": "<p>\\ud800</p>", "id": "\\udfff"}'))[0]
    assert (page.content, page.id) == ("<p>\ud800</p>", "\udfff")
    assert clean(page.content).outcome.name
