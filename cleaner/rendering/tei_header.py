"""The header of a TEI document, with the elements that trafilatura writes."""

from __future__ import annotations

from importlib import import_module

from cleaner.rendering.header import Header
from cleaner.rendering.tei_writer import Writer

_UNKNOWN = "N/A"
_HOME = "page-cleaner"


def write_header(to: Writer, header: Header) -> None:
    """Write what is known of an article; what TEI wants and nobody knows is empty."""
    to.start("teiHeader")
    to.start("fileDesc")
    _title(to, header)
    to.start("publicationStmt")
    to.element("p")
    to.end()
    _source(to, header)
    to.end()
    _profile(to, header)
    _encoding(to)
    to.end()


def _title(to: Writer, header: Header) -> None:
    to.start("titleStmt")
    to.element("title", header.title, type="main")
    if header.author:
        to.element("author", header.author)
    to.end()


def _source(to: Writer, header: Header) -> None:
    sigle = ", ".join(filter(None, (header.publisher, header.date)))
    to.start("sourceDesc")
    to.element("bibl", ", ".join(filter(None, (header.title, sigle))))
    to.element("bibl", sigle, type="sigle")
    to.start("biblFull")
    _title(to, header)
    _publication(to, header)
    to.end(count=2)


def _publication(to: Writer, header: Header) -> None:
    to.start("publicationStmt")
    to.element("publisher", _publisher(header))
    if header.url:
        to.element("ptr", type="URL", target=header.url)
    if header.date:
        to.element("date", header.date)
    to.end()


def _publisher(header: Header) -> str:
    if header.publisher and header.host:
        return f"{header.publisher} ({header.host})"
    return header.publisher or header.host or _UNKNOWN


def _profile(to: Writer, header: Header) -> None:
    to.start("profileDesc")
    to.start("abstract")
    to.element("p", header.description)
    to.end()
    if header.language:
        to.start("langUsage")
        to.element("language", header.language, ident=header.language)
        to.end()
    to.end()


def _encoding(to: Writer) -> None:
    version = str(import_module("cleaner").__version__)  # the package itself imports this module
    to.start("encodingDesc")
    to.start("appInfo")
    to.start("application", version=version, ident=_HOME)
    to.element("label", _HOME)
    to.end(count=3)
