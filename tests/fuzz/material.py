"""What is put into pages: characters, references, addresses, values, pieces of tags."""

from __future__ import annotations

CONTROLS = (
    *map(chr, range(32)),
    *"\x7f\x80\x9f\u00a0\u00ad\u200b\u200e\u200f\u2028\u2029\u202e\u2060\ufdd0\ufeff\ufffd\ufffe\uffff",
    "\ud800",
    "\udfff",
    "\U000e0001",
    "\U0010ffff",
    "e\u0301",
    "İ",
    "ß",
    "ﬁ",
    "²",
)
REFERENCES = (
    "&#0;",
    "&#x0D;",
    "&#128;",
    "&#xD800;",
    "&#xFFFE;",
    "&#x110000;",
    f"&#{'9' * 5000};",
    f"&#x{'f' * 5000};",
    "&amp;lt;b&amp;gt;",
    "&lt;script&gt;",
    "&nbsp",
    "&notin;",
    "&zwj;&#8203;",
    "&;",
    "&#;",
    "&colon;&NewLine;&Tab;&lpar;",
)
ADDRESSES = (
    "javascript:alert(1)",
    "javascript&colon;alert(1)",
    " java\tscript\n:alert(1)",
    "data:text/html,<b>x</b>",
    "vbscript:x",
    "http://[x",
    "https://[::1",
    "//",
    "http://",
    "https://a.example/<b>\"'`\\",
    "https://a.example/a\nb",
    "https://a.example/)](x)",
    "a&lpar;b\\",
    "https://" + "a" * 250 + ".example/",
    "https://xn--a.example/\ud800",
    "https://user:pass@a.example:99999999/",
    "https://a.example:port/",
    "../" * 200,
    "?#",
    "mailto:a@b?subject=<x>",
    "\x00http://x",
)
VALUES = (
    "",
    "0",
    "-1",
    "1e999",
    "²",
    "٣",
    "9" * 4301,
    "NaN",
    "1;2",
    "x" * 3000,
    "2024-13-45T99:99",
    "0001-01-01T00:00:00-23:59",
    "\x00",
    "<b>",
    "\"'",
    "ltr",
    "related share nav footer comment",
)
NAMES = tuple(
    "class id href start value colspan rowspan type rel property name content itemprop datetime "
    "lang dir role style hidden src alt charset http-equiv data-x onclick reversed span "
    "width".split()
)
TOKENS = (
    "<!doctype html>",
    "<!--",
    "-->",
    "<!",
    "<?",
    "?>",
    "<![CDATA[",
    "]]>",
    "<",
    "</",
    ">",
    "/>",
    "=",
    "'",
    '"',
    "&",
    " ",
    "\n\n",
)
CHARSETS = (
    "utf-8 utf-16 utf-16-le utf-16-be utf-32 cp1252 koi8-r shift_jis gb18030 big5 euc-jp".split()
)
