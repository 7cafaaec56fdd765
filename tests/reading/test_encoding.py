"""Bytes to text: the mark, what is declared, strict UTF-8, then the detector."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Options, clean
from cleaner.reading.encoding import declared, decode

SAID = {
    "windows-1252": "À l’été, la fête coûta 30 € — « trop cher », dit-on à Besançon.",
    "iso-8859-2": "Żółta łódź płynęła wśród gęstych trzcin, źle oznaczonych na mapie.",
    "windows-1251": "Паром между островами отменили в понедельник, сообщил перевозчик.",
    "koi8-r": "Паром между островами отменили в понедельник, сообщил перевозчик.",
    "windows-1254": "Feribot seferleri pazartesi günü iptal edildi, dedi işletmeci Şükrü Bey.",
    "windows-1256": "ألغيت رحلات العبارة بين الجزيرتين يوم الاثنين بعد أن عثر الغواصون على شرخ.",
    "shift_jis": "月曜日、二つの島を結ぶフェリーは欠航となった。舵に亀裂が見つかったためだ。",
    "euc-jp": "月曜日、二つの島を結ぶフェリーは欠航となった。舵に亀裂が見つかったためだ。",
    "gb18030": "周一，两岛之间的渡轮停航，因为潜水员在船舵上发现了裂缝。",
    "big5": "週一，兩島之間的渡輪停航，因為潛水員在船舵上發現了裂縫。",
    "euc-kr": "월요일 두 섬을 잇는 여객선이 결항했다. 잠수부들이 키에서 균열을 발견했기 때문이다.",
}


def page(text: str, charset: str = "") -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    head = f"<!doctype html><html><head>{meta}<title>Ferry</title></head>"
    return f"{head}<body><p>{text}</p></body></html>"


@pytest.mark.parametrize(("charset", "text"), SAID.items())
def test_a_declared_charset_is_read(charset: str, text: str) -> None:
    source = page(text, charset)
    assert decode(source.encode(charset))[0] == source


@pytest.mark.parametrize(("charset", "text"), SAID.items())
def test_a_charset_that_the_caller_knows_is_read(charset: str, text: str) -> None:
    assert decode(page(text).encode(charset), charset)[0] == page(text)


@pytest.mark.parametrize(
    "charset",  # EUC-KR is missing: the detector takes it for UTF-8
    ["windows-1251", "koi8-r", "shift_jis", "euc-jp", "gb18030", "big5"],
)
def test_an_undeclared_charset_is_detected(charset: str) -> None:
    text = SAID[charset] * 4
    assert text in decode(page(text).encode(charset))[0]


@pytest.mark.parametrize(
    ("mark", "charset"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_is_believed_before_anything_else(mark: bytes, charset: str) -> None:
    source = page(SAID["koi8-r"], "koi8-r")
    assert decode(mark + source.encode(charset), "latin-1") == (source, charset)


def test_strict_utf_8_is_utf_8_whatever_is_declared() -> None:
    source = page("L’été à 30 €", "iso-8859-1")
    assert decode(source.encode("utf-8"), "windows-1251") == (source, "utf-8")


def test_one_broken_byte_does_not_turn_a_page_into_another_charset() -> None:
    text = SAID["windows-1252"] * 40
    data = page(text, "utf-8").encode("utf-8").replace(b"30", b"30\xff", 1)
    read, charset = decode(data)
    assert charset == "utf-8"
    assert read.count("\ufffd") == 1
    assert read.replace("\ufffd", "") == page(text, "utf-8")


@pytest.mark.parametrize(
    "label", ["no-such-charset", "utf8mb4", "", "x" * 300, "\x00", "None", "hex"]
)
def test_a_label_that_means_nothing_is_passed_over(label: str) -> None:
    source = page("L’été à 30 €")
    assert decode(source.encode("utf-8"), label) == (source, "utf-8")
    assert "L’été" in decode(page("L’été à 30 €", label).encode("utf-8"))[0]


@pytest.mark.parametrize(
    "label", ["hex", "base64", "rot13", "zlib", "idna", "undefined", "unicode_escape"]
)
def test_a_codec_of_python_that_is_no_charset_of_the_web_is_not_used(label: str) -> None:
    data = page("caf\\xe9 — \xe9", label).encode("latin-1", "replace")
    assert "caf\\xe9" in decode(data)[0]
    assert "caf\\xe9" in decode(data, label)[0]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META CHARSET=Shift_JIS />", "shift_jis"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        (b'<?xml version="1.0" encoding="ISO-8859-15"?>', "iso8859-15"),
        (b"<meta name=viewport content=width>", None),
        (b"", None),
    ],
)
def test_declared(head: bytes, name: str | None) -> None:
    assert declared(head) == name


def test_what_the_caller_says_goes_before_what_the_page_says() -> None:
    assert declared(b'<meta charset="latin1">', "koi8-r") == "koi8-r"
    assert declared(b'<meta charset="latin1">', "nonsense") == "cp1252"


def test_utf_16_without_a_mark() -> None:
    source = page("The ferry was cancelled on Monday.", "utf-16")
    for charset in ("utf-16-le", "utf-16-be"):
        assert decode(source.encode(charset)) == (source, charset)


@given(st.binary(max_size=300), st.sampled_from([None, "utf-16", "gb18030", "ascii"]))
def test_any_bytes_become_text(data: bytes, charset: str | None) -> None:
    text, name = decode(data, charset)
    assert isinstance(text, str)
    assert codecs.lookup(name)


@pytest.mark.parametrize(("charset", "text"), SAID.items())
def test_clean_reads_them_the_same_way(charset: str, text: str) -> None:
    source = page(f"{text}</p><p>{text[::-1]}", charset)
    assert text in clean(source.encode(charset)).text
    undeclared = page(f"{text}</p><p>{text[::-1]}").encode(charset)
    assert text in clean(undeclared, options=Options(charset=charset)).text
