"""A tree of TEI elements, written from its start to its end."""

from __future__ import annotations

from lxml import etree

from cleaner.rendering.signs import printed

NAMESPACE = "http://www.tei-c.org/ns/1.0"


class Writer:
    """Takes what begins and ends, in order; lxml escapes it."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self._builder = etree.TreeBuilder()
        self._open: list[str] = []

    def start(self, tag: str, **attributes: str) -> None:
        """Begin an element; attributes without a value are left out."""
        name = f"{{{NAMESPACE}}}{tag}"
        given = {key: printed(value) for key, value in attributes.items() if value}
        self._builder.start(name, given, {None: NAMESPACE})
        self._open.append(name)

    def text(self, words: str) -> None:
        """Write words, whatever they hold."""
        if words:
            self._builder.data(printed(words))

    def end(self, *, count: int = 1) -> None:
        """End the innermost elements, as many as are said."""
        for _ in range(count):
            self._builder.end(self._open.pop())

    def element(self, tag: str, words: str = "", **attributes: str) -> None:
        """Write an element that holds words alone."""
        self.start(tag, **attributes)
        self.text(words)
        self.end()

    def written(self) -> str:
        """All of it as XML, without a declaration. All that began has ended."""
        return str(etree.tostring(self._builder.close(), encoding="unicode"))
