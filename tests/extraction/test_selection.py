"""What scores come to: which rows go, which are in doubt, which come back."""

from __future__ import annotations

from lxml import html as lxml_html

from cleaner.document.block import Block, Layout, Mark
from cleaner.extraction.limits import PAGE, TEXT, Limits
from cleaner.extraction.selection import LEADS, Selection
from cleaner.extraction.sequence import BlockSequence, Candidate
from cleaner.extraction.unsure import FOREIGN
from cleaner.reading.line import Line
from tests.made import PROSE, article

LIMITS = Limits(0.3, 0.6, 0.6, 0.25, 0.5, returns_inside=0.5, returns_outside=0.9)


def laid(
    *rows: tuple[str, float], lost: tuple[int, ...] = (), limits: Limits = LIMITS
) -> Selection:
    """Thresholds over lines with their scores; lost: the rows that were not extracted."""
    blocks: tuple[Block, ...] = article(*(text for text, _ in rows)).blocks
    scene = BlockSequence([Candidate(b, None, i not in lost) for i, b in enumerate(blocks)])
    return Selection(scene, [score for _, score in rows], limits)


def around(text: str, score: float, **more) -> Selection:
    """A row in the midst of an article."""
    good = [(line, 0.95) for line in PROSE[:4]]
    return laid(*good[:2], (text, score), *good[2:], **more)


def behind(text: str, score: float, **more) -> Selection:
    """A row behind an article."""
    return laid(*((line, 0.95) for line in PROSE[:4]), (text, score), ("Menu", 0.01), **more)


def test_the_borders_are_those_of_what_speaks_for_an_article() -> None:
    verdicts = behind("Share", 0.01)
    assert (verdicts.start, verdicts.end) == (0, 4)
    assert [verdicts.inside(i) for i in (0, 3, 4)] == [True, True, False]


def test_a_line_inside_must_look_much_less_like_the_article_to_go() -> None:
    assert around("Share", 0.3).goes(2)
    assert not around("Share", 0.31).goes(2)
    assert not behind("Share", 0.61).goes(4)
    assert behind("Share", 0.3).goes(4)
    assert laid(("Menu", 0.45), *((line, 0.95) for line in PROSE)).goes(0)


def test_a_paragraph_must_look_less_like_it_than_a_line() -> None:
    assert around(PROSE[5], 0.25).goes(2)
    assert not around(PROSE[5], 0.28).goes(2)
    assert behind(PROSE[5], 0.45).goes(4)


def test_prose_that_is_said_twice_is_for_others_to_judge() -> None:
    assert not around(PROSE[0], 0.01).goes(2)


def test_between_the_thresholds_is_doubt() -> None:
    assert around("Share", 0.4).is_doubtful(2)
    assert not around("Share", 0.3).is_doubtful(2), "it goes"
    assert not around("Share", 0.51).is_doubtful(2), "it stays"


def test_the_heading_over_a_row_that_stays_stays_with_it() -> None:
    assert not around("# Repairs", 0.1).goes(2)
    assert not around("Who pays?", 0.1).goes(2)
    assert around("Repairs", 0.1).goes(2)


def test_of_scraped_text_a_line_that_is_not_quite_sure_goes_in_company_only() -> None:
    limits = Limits(0.3, 0.3, 0.3, 0.1, 0.1, alone=0.1)
    assert not around("March 2024", 0.2, limits=limits).goes(2)
    assert around("March 2024", 0.05, limits=limits).goes(2)
    assert behind("March 2024", 0.2, limits=limits).goes(4), "the menu below it goes, too"


def test_sentences_of_a_list_go_whole_or_not_at_all() -> None:
    layout = Layout("li", group=1)
    notes = [Block(i, text, layout) for i, text in enumerate(PROSE[:3])]
    scene = BlockSequence([Candidate(block, None, True) for block in notes])
    assert [Selection(scene, [0.3, 0.1, 0.7], LIMITS).goes(i) for i in range(3)] == [False] * 3
    assert [Selection(scene, [0.1, 0.1, 0.1], LIMITS).goes(i) for i in range(3)] == [True] * 3


def test_the_rows_of_a_table_of_which_half_stays_come_back() -> None:
    def returned(*scores: float) -> list[bool]:
        rows = [Block(i, f"Row {i}", Layout("tr", group=1)) for i in range(len(scores))]
        others = [Block(9, "Row of another", Layout("tr", group=2))]
        scene = BlockSequence([Candidate(block, None, False) for block in (*rows, *others)])
        selection = Selection(scene, [*scores, 0.2], LIMITS)
        return [selection.returns(i) for i in range(len(scores) + 1)]

    assert returned(0.1, 0.99, 0.1, 0.99) == [True] * 4 + [False]
    assert returned(0.1, 0.99, 0.1, 0.1) == [False, True, False, False, False]


def test_a_lost_row_comes_back_inside_sooner_than_outside() -> None:
    assert around("Twelve boats left", 0.51, lost=(2,)).returns(2)
    assert not around("Twelve boats left", 0.5, lost=(2,)).returns(2)
    rows = [("Menu", 0.01), ("x", 0.01), *((line, 0.95) for line in PROSE)]
    assert not laid(("A caption", 0.85), *rows, lost=(0,)).returns(0)
    assert laid(("A caption", 0.91), *rows, lost=(0,)).returns(0)


def test_what_was_extracted_does_not_come_back() -> None:
    assert not around("Twelve boats left", 0.99).returns(2)


def test_a_heading_comes_back_with_the_row_below_it() -> None:
    good = [(line, 0.95) for line in PROSE[:4]]
    rows = [*good[:2], ("# Boats", LEADS + 0.05), ("Twelve boats left", 0.8), *good[2:]]
    assert laid(*rows, lost=(2, 3)).returns(2)
    assert not laid(*rows, lost=(2,)).returns(2), "the row below it never went"
    rows[2] = ("Boats", FOREIGN)
    assert not laid(*rows, lost=(2, 3)).returns(2)


def entries(*names: tuple[str, float], under: float) -> Selection:
    """Names of entries, each with a line under it that was lost and a paragraph that stays."""
    rows = [row for name in names for row in (name, ("Closed", under), (PROSE[0], 0.95))]
    tree = lxml_html.fromstring("<main>" + "<h2>a</h2><p>b</p><p>c</p>" * len(names) + "</main>")
    blocks = article(*(text for text, _ in rows)).blocks
    lines = [Line(b.index, b, e, 0) for b, e in zip(blocks, tree, strict=True)]
    scores = [score for _, score in rows]
    lost = [i for i, score in enumerate(scores) if score < 0.8]
    every = (Candidate(b, lines[i], i not in lost) for i, b in enumerate(blocks))
    return Selection(BlockSequence(list(every)), scores, LIMITS)


def test_a_heading_comes_back_where_half_of_those_made_alike_stay() -> None:
    mill, ford, lock = ("# The mill", 0.9), ("# The ford", 0.2), ("# The lock", 0.9)
    assert entries(mill, ford, lock, under=0.05).returns(3)
    assert not entries(mill, ("# Advertising", 0.05), lock, under=0.05).returns(3)
    assert not entries(mill, ford, ("# The lock", 0.2), under=0.05).returns(3), "most of them go"
    assert not entries(mill, ford, under=0.05).returns(3), "two are no entries"


def test_a_line_under_a_heading_comes_back_where_half_of_those_made_alike_stay() -> None:
    mill, ford, lock = ("# The mill", 0.9), ("# The ford", 0.9), ("# The lock", 0.9)
    selection = entries(mill, ford, lock, under=0.2)
    assert not selection.returns(1)
    selection.scores[4] = selection.scores[7] = 0.9
    selection = Selection(selection.sequence, selection.scores, LIMITS)
    assert selection.returns(1)


def test_the_heading_over_a_list_that_stays_comes_back() -> None:
    def returned(heading: float, *items: float, mark: tuple[Mark, ...] = ()) -> bool:
        over = Block(0, "Ingredients", Layout("h2"))
        parts = [Block(i, f"{i} cups", Layout("li", group=1), mark) for i in range(len(items))]
        rows = [Candidate(block, None, False) for block in (over, *parts)]
        prose = [Candidate(block, None, True) for block in article(*PROSE[:4]).blocks]
        scores = [0.95, 0.95, heading, *items, 0.95, 0.95]
        scene = BlockSequence([*prose[:2], *rows, *prose[2:]])
        return Selection(scene, scores, LIMITS).returns(2)

    assert returned(0.2, 0.2, 0.7)
    assert not returned(0.05, 0.2, 0.7)
    assert not returned(0.2, 0.2, 0.3), "no item stays"
    assert not returned(0.2, 0.7, 0.7, mark=(Mark(0, 6, "a", "/cups"),)), "a list of links"


def test_a_run_comes_back_whole_where_most_of_it_does() -> None:
    good = [(line, 0.95) for line in PROSE[:4]]
    run = [("Boats", 0.2), ("Twelve boats left on the tide", 0.8), ("Nets", 0.2)]
    selection = laid(*good[:2], *run, *good[2:], lost=(2, 3, 4))
    assert [selection.returns(i) for i in (2, 3, 4)] == [True, True, True]
    run[1] = ("Twelve boats left on the tide", 0.4)
    selection = laid(*good[:2], *run, *good[2:], lost=(2, 3, 4))
    assert not any(selection.returns(i) for i in (2, 3, 4))


def test_scraped_text_is_treated_with_more_care_than_pages() -> None:
    for name in ("inside", "before", "after", "paragraph", "paragraph_outside"):
        assert getattr(TEXT, name) < getattr(PAGE, name)
