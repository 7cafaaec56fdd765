"""Which findings are carried out: sureness, agreement, what is kept, the guard, headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations

import pytest

from cleaner.decision import Decision, decide
from cleaner.document.block import Block, Layout, Mark
from cleaner.document.finding import Action, certain, likely, possible
from cleaner.document.place import Place
from cleaner.document.verdict import Verdict
from tests.made import PROSE, article, of

SHARE = "Share this article"


@dataclass(frozen=True)
class Named:
    """Lines of a page that all stand in an element of some names."""

    names: frozenset[str]
    captions: frozenset[str] = frozenset()

    def place(self, key: str, line: int) -> Place:
        return Place(names=self.names)

    def before(self, line: int) -> Iterator[Block]:
        return iter(())


def texts(decision: Decision) -> list[str]:
    return [b.text for b in decision.kept]


def actions(decision: Decision) -> list[tuple[str, Action]]:
    return [(f.kind, f.action) for f in decision.findings]


@pytest.mark.parametrize(
    ("how", "stays", "action"),
    [
        (certain, False, Action.STRIPPED),
        (likely, False, Action.STRIPPED),
        (possible, True, Action.DOUBTFUL),
    ],
)
def test_what_is_only_possible_stays_and_is_reported(how, stays, action) -> None:
    whole = article(*PROSE, SHARE)
    decision = decide(whole, [of("share-bar", how(whole.blocks[-1], "a label"))])
    assert (SHARE in texts(decision)) is stays
    assert actions(decision) == [("share-bar", action)]


def test_a_possible_finding_goes_where_the_caller_asked_for_its_kind() -> None:
    whole = article(*PROSE, SHARE)
    found = [of("share-bar", possible(whole.blocks[-1], "a label"))]
    assert texts(decide(whole, found, strip={"share-bar"})) == [*PROSE]
    assert SHARE in texts(decide(whole, found, strip={"byline"}))


@pytest.mark.parametrize("copy_goes", [False, True])
def test_a_lead_only_goes_where_what_says_it_again_stays(copy_goes) -> None:
    whole = article(*PROSE, PROSE[0])
    lead, copy = whole.blocks[0], whole.blocks[-1]
    found = [of("duplicate-lead", certain(lead, "said again").but(again=copy.index))]
    if copy_goes:
        found.append(of("related-items", likely(copy, "a teaser")))
    assert texts(decide(whole, found)).count(PROSE[0]) == 1


def test_two_kinds_in_doubt_over_the_same_words_agree() -> None:
    whole = article(*PROSE, SHARE)
    last = whole.blocks[-1]
    found = [of("share-bar", possible(last, "a label")), of("tags", possible(last, "a tag"))]
    assert texts(decide(whole, found)) == [*PROSE]
    apart = [replace(found[0], end=5), replace(found[1], start=6)]
    assert SHARE in texts(decide(whole, apart))
    same_kind = [found[0], replace(found[0], because="a label of another sort")]
    assert SHARE in texts(decide(whole, same_kind))


def test_a_kind_that_is_alone_agrees_with_no_other() -> None:
    whole = article(*PROSE, SHARE)
    doubts = [of(kind, possible(whole.blocks[-1], "")) for kind in ("site-furniture", "tags")]
    assert SHARE in texts(decide(whole, doubts))


def test_class_names_of_the_source_agree_with_their_kind_alone() -> None:
    whole = article(*PROSE, SHARE, lines=Named(frozenset({"share"})))
    last = whole.blocks[-1]
    assert SHARE not in texts(decide(whole, [of("share-bar", possible(last, ""))]))
    assert SHARE in texts(decide(whole, [of("byline", possible(last, ""))]))


def test_a_kind_to_keep_stays_however_sure_it_is() -> None:
    whole = article(*PROSE, SHARE)
    decision = decide(whole, [of("share-bar", certain(whole.blocks[-1], "a label"))], {"share-bar"})
    assert SHARE in texts(decision)
    assert actions(decision) == [("share-bar", Action.KEPT)]


def test_a_rule_that_keeps_a_block_is_named() -> None:
    whole = article(*PROSE, SHARE, keeps={len(PROSE): "the rule keep “.x”"})
    decision = decide(whole, [of("share-bar", certain(whole.blocks[-1], "a label"))])
    assert SHARE in texts(decision)
    assert decision.findings[0].because == "a label; kept by the rule keep “.x”"


def test_the_guard_keeps_prose_where_more_than_half_would_go_on_likely_evidence() -> None:
    whole = article(*PROSE, SHARE)
    bad = [of("disclaimer", likely(b, "")) for b in whole.blocks[:4]]
    label = of("share-bar", likely(whole.blocks[-1], ""))
    decision = decide(whole, [*bad, label])
    assert texts(decision) == [*PROSE], "all prose stays, a label goes"
    assert actions(decision)[:4] == [("disclaimer", Action.KEPT)] * 4
    assert texts(decide(whole, bad[:2])) == [*PROSE[2:], SHARE], "less than half may go"


def test_the_guard_lets_go_what_is_certain_but_not_most_of_the_article() -> None:
    whole = article(*PROSE)
    found = [of("disclaimer", certain(b, "")) for b in whole.blocks[:5]]
    assert texts(decide(whole, found[:3])) == [*PROSE[3:]]
    assert texts(decide(whole, found)) == [*PROSE]
    doubtful = [of("disclaimer", likely(b, "")) for b in whole.blocks[1:]]
    assert texts(decide(whole, [found[0], *doubtful])) == [*PROSE[1:]]


STEPS = ("1. Lift the lid", "2. Share", "3. Turn the key", "4. Print")


@pytest.mark.parametrize("gone", [(1,), (1, 3), (0, 1, 2)])
def test_steps_of_which_some_would_go_all_stay(gone: tuple[int, ...]) -> None:
    whole = article(*PROSE, *STEPS)
    found = [of("share-bar", certain(whole.blocks[len(PROSE) + at], "")) for at in gone]
    decision = decide(whole, found)
    assert texts(decision) == [*PROSE, *STEPS]
    assert {action for _, action in actions(decision)} == {Action.KEPT}


def test_steps_that_all_go_do() -> None:
    whole = article(*PROSE, *STEPS)
    found = [of("share-bar", certain(b, "")) for b in whole.blocks[len(PROSE) :]]
    assert texts(decide(whole, found)) == [*PROSE]


def test_words_that_several_kinds_find_belong_to_the_surest() -> None:
    whole = article(*PROSE, SHARE)
    last = whole.blocks[-1]
    found = [of("byline", likely(last, "")), of("share-bar", certain(last, ""))]
    assert actions(decide(whole, found)) == [
        ("byline", Action.AGREED),
        ("share-bar", Action.STRIPPED),
    ]


def test_the_order_of_findings_does_not_matter() -> None:
    whole = article(*PROSE, SHARE)
    last = whole.blocks[-1]
    found = [
        of("share-bar", likely(last, "", (0, 10))),
        of("tags", likely(last, "", (6, 18))),
        of("leftover", likely(last, "")),
    ]
    assert len({decide(whole, some) for some in permutations(found)}) == 1


def test_a_part_of_a_block_goes_with_the_space_beside_it_and_marks_move() -> None:
    text = "Read on. The ferry is cancelled."
    whole = article(Block(0, text, Layout(), (Mark(13, 18, "em"),)), *PROSE)
    (first, *_) = decide(whole, [of("subscribe", likely(whole.blocks[0], "", (0, 8)))]).kept
    assert first.text == "The ferry is cancelled."
    assert [first.text[m.start : m.end] for m in first.marks] == [text[13:18]]


@pytest.mark.parametrize(
    ("text", "span", "left"),
    [
        ("The wind“mill stands still.", "“", None),
        ("The wind(share)mill stands still.", "(share)", None),
        ("The wind (share) mill stands.", " (share) ", "The wind mill stands."),
        ("The wind (share) mill stands.", " (share)", "The wind mill stands."),
        ("The wind (share) mill stands.", "(share)", "The wind mill stands."),
        ("It fell.[share] The mill stands.", "[share]", "It fell. The mill stands."),
        ("The mill (share). It stands.", " (share)", "The mill. It stands."),
        ("风车（分享）停了。", "（分享）", "风车停了。"),
    ],
)
def test_a_part_that_goes_never_makes_one_word_of_two(text, span, left) -> None:
    whole = article(text, *PROSE)
    at = text.index(span)
    found = [of("share-bar", certain(whole.blocks[0], "", (at, at + len(span))))]
    assert texts(decide(whole, found))[0] == (left or text)


def test_a_block_of_which_no_word_would_be_left_goes_whole() -> None:
    whole = article(*PROSE, "» Share »")
    found = [of("share-bar", likely(whole.blocks[-1], "", (2, 7)))]
    assert texts(decide(whole, found)) == [*PROSE]


def test_a_heading_goes_with_its_whole_section_as_the_same_kind() -> None:
    whole = article(*PROSE, "# Go on", "> One more story", "> Another story")
    links = [of("related-items", likely(b, "")) for b in whole.blocks[-2:]]
    decision = decide(whole, links)
    assert texts(decision) == [*PROSE]
    assert decision.findings[0].because == "a heading with nothing left under it"
    assert decision.findings[0].kind == "related-items"
    assert "Go on" in texts(decide(whole, links[:1])), "something is left under it"


def test_a_heading_stays_right_over_that_of_a_box_which_goes() -> None:
    page = article(*PROSE, "# 2. Hallnes Ringers", "# OSX: HLR", *PROSE)
    finding = of("price-widget", likely(page.blocks[len(PROSE) + 1], "it is"))
    assert page.blocks[len(PROSE)] in decide(page, [finding]).kept


def test_a_heading_stays_over_a_kind_that_says_nothing_of_it() -> None:
    whole = article(*PROSE, "# The ferry", "The ferry again")
    found = [of("duplicate-lead", likely(whole.blocks[-1], ""))]
    assert texts(decide(whole, found)) == [*PROSE, "The ferry"]


@pytest.mark.parametrize(
    ("kind", "score", "stays"),
    [
        ("price-widget", 0.9, True),
        ("price-widget", 0.6, False),
        ("timestamp", 0.9, True),
        ("byline", 0.9, False),  # its class names tell more than a model of lines does
    ],
)
def test_a_price_that_is_surely_the_articles_own_stays(
    kind: str, score: float, stays: bool
) -> None:
    page = article("Starts at $1,199", *PROSE)
    names = frozenset({"price", "date", "byline"})
    said = {0: Verdict(score, 3.0, drop=False, doubtful=False, explain=str)}
    page = replace(page, lines=Named(names), verdicts=said)
    finding = of(kind, possible(page.blocks[0], "it may be"))
    assert (page.blocks[0] in decide(page, [finding]).kept) is stays
    assert page.blocks[0] not in decide(page, [finding], strip={kind}).kept


@pytest.mark.parametrize(("score", "stays"), [(0.9, True), (0.5, False)])
def test_a_heading_that_is_surely_the_articles_own_stays(score: float, stays: bool) -> None:
    page = article("# A kettle that whistles", "Buy it here", "# Pots", *PROSE)
    said = {0: Verdict(score, 4.0, drop=False, doubtful=False, explain=str)}
    page = replace(page, verdicts=said)
    finding = of("price-widget", certain(page.blocks[1], "it is"))
    assert (page.blocks[0] in decide(page, [finding]).kept) is stays


def test_a_heading_that_is_a_sentence_stays_over_what_goes() -> None:
    page = article("# The bank owed its builders more than the town had.", "Photo: Agency", *PROSE)
    finding = of("price-widget", certain(page.blocks[1], "it is"))
    assert page.blocks[0] in decide(page, [finding]).kept
