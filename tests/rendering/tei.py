"""The check that trafilatura has of TEI, and the same with tables and code."""

from __future__ import annotations

from functools import cache
from io import StringIO
from pathlib import Path

from lxml import etree
from trafilatura import xml as trafilatura_xml

NAMES = {"": "http://www.tei-c.org/ns/1.0"}
# trafilatura's schema leaves out two modules of TEI, whose elements trafilatura writes: `figures`,
# which has tables, and `tagdocs`, which has code. Here they are as TEI P5 has them.
_MODULES = f"""
<!ENTITY % model.listLike
  "table | list |listOrg |listEvent |listPerson |listPlace |listRelation |listObject |listNym">
<!ENTITY % model.emphLike
  "code | foreign |emph |distinct |mentioned |soCalled |gloss |term |title">
<!ENTITY % corpus SYSTEM "{Path(trafilatura_xml.TEI_SCHEMA).as_uri()}">
%corpus;
<!ELEMENT table (row+)>
<!ELEMENT row (cell+)>
<!ELEMENT cell %macro.specialPara;>
<!ELEMENT code (#PCDATA)>
<!ATTLIST table xmlns CDATA "{NAMES[""]}">
<!ATTLIST row xmlns CDATA "{NAMES[""]}">
<!ATTLIST cell xmlns CDATA "{NAMES[""]}" role CDATA #IMPLIED>
<!ATTLIST code xmlns CDATA "{NAMES[""]}" lang CDATA #IMPLIED>
"""


@cache
def _schema() -> etree.DTD:
    return etree.DTD(StringIO(_MODULES))


def read(document: str) -> etree._Element:
    """A document as a parser with the usual limits reads it. Raises where it is not well formed."""
    return etree.fromstring(document, etree.XMLParser(huge_tree=False, resolve_entities=False))


def faults(document: str) -> list[str]:
    """What the schema says against a document; trafilatura's own where that knows all of it."""
    tree = read(document)
    if next(tree.iter("{*}table", "{*}code"), None) is None:
        valid = trafilatura_xml.validate_tei(tree)
        return [] if valid else [str(trafilatura_xml.TEI_DTD.error_log.last_error)]
    _schema().validate(tree)
    return [error.message for error in _schema().error_log.filter_from_errors()]


def words(document: str) -> str:
    """All that the body says, without white space; what pictures show aside."""
    body = read(document).find(".//body", NAMES)
    assert body is not None
    for desc in list(body.iter("{*}desc")):
        desc.text = None
    return "".join("".join(body.itertext()).split())
