"""Pages with something in doubt, and those who are asked."""

from __future__ import annotations

from cleaner.document.question import Answer, Question
from tests.made import PROSE

DATE = "3 May 2021"
"""A date between paragraphs: in doubt, and kept."""
ALSO = "See also: How the ferry was built"
"""A pointer elsewhere that goes, though the classifier is unsure."""
CALM = "".join(f"<p>{text}</p>" for text in PROSE)


def page(*lines: str, after: str = "") -> str:
    """An article with lines after its third paragraph; after: markup behind the article."""
    body = [*PROSE[:3], *lines, *PROSE[3:]]
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    head = "<html lang='en'><head><title>Ferry cancelled</title></head><body><article>"
    return f"{head}<h1>Ferry cancelled</h1>{paragraphs}</article>{after}</body></html>"


PAGE = page(DATE, ALSO)


class Asked:
    """Answers the same of every passage, or `either` in turn; remembers what it was asked."""

    def __init__(self, answer: str = "keep") -> None:
        self.answer, self.questions = answer, list[Question]()

    def __call__(self, question: Question) -> Answer:
        self.questions.append(question)
        turns = ("keep", "strip") if self.answer == "either" else (self.answer,)
        return {p.number: turns[p.number % len(turns)] for p in question.passages}


def strip_all(question: Question) -> Answer:
    """Strips whatever is in doubt; a function that crosses processes."""
    return {passage.number: "strip" for passage in question.passages}
