"""Learning on two machines and merging gives what one would have learnt."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import clean
from cleaner.sites.memory import SiteMemory, SiteMemoryError
from cleaner.sites.memory.digests import digest
from cleaner.sites.memory.fingerprint import GONE, KEPT, OUTSIDE, LineRecord, PageFingerprint
from cleaner.sites.memory.memory import MAX_PAGES
from tests.sites.memory.made import HOST, own, page, recalled, taught
from tests.sites.memory.test_strip import NOTICE

WORDS = [digest(word) for word in ("a quay", "a net", "a loft", "a tin", "a loaf", "a mole")]
CHAINS = [(), ("div.story", "p"), ("div.story", "aside.turn", "p"), ("ul.cards", "li.card")]
digests = st.sampled_from(WORDS)
maybe = st.sampled_from(["", *WORDS[:2]])
seen = st.builds(
    LineRecord,
    key=digests,
    exact=maybe,
    chain=st.sampled_from(CHAINS),
    role=st.sampled_from(KEPT + GONE + OUTSIDE),
    marks=st.sampled_from(["", "p", "h", "pl", "v"]),
    size=st.integers(0, 60),
    start=maybe,
    end=maybe,
    text=st.sampled_from(["The quay", "the quay", "“The quay” > a.b", ""]),
)
ids = st.integers(0, 24).map(lambda n: f"{n * 7919:012x}")
sketches = st.builds(
    PageFingerprint,
    id=ids,
    title=digests,
    lines=st.lists(seen, max_size=5).map(tuple),
    url=st.sampled_from(["", "https://kestle.example/1"]),
)
pages = st.lists(sketches, max_size=2 * MAX_PAGES + 8)
quick = settings(max_examples=60, deadline=None)


def memory(of: list[PageFingerprint]) -> SiteMemory:
    return SiteMemory(HOST).with_pages(of)


@quick
@given(pages, st.randoms(use_true_random=False), st.integers(1, 4))
def test_any_split_in_any_order_gives_the_same_text(of, random, parts) -> None:
    whole = memory(of)
    shuffled = random.sample(of, len(of))
    shares = [memory(shuffled[i::parts]) for i in range(parts)]
    random.shuffle(shares)
    merged = SiteMemory(HOST).merge(*shares)
    assert merged.to_json() == whole.to_json()
    assert len(merged.pages) <= MAX_PAGES


@quick
@given(pages, pages, pages)
def test_merging_commutes_associates_and_repeats(a, b, c) -> None:
    one, two, three = memory(a), memory(b), memory(c)
    both = one.merge(two)
    assert both.to_json() == two.merge(one).to_json()
    assert both.merge(three).to_json() == one.merge(two.merge(three)).to_json()
    assert both.merge(both, one).to_json() == both.to_json()


@quick
@given(pages)
def test_what_is_written_is_read_back(of) -> None:
    whole = memory(of)
    again = SiteMemory.from_json(whole.to_json())
    assert again.to_json() == whole.to_json()
    assert again.seen == whole.seen
    assert again.furniture == whole.furniture


def test_what_is_wanted_changes_the_memory() -> None:
    made = [page(i, *own(i), NOTICE, title=f"Kestle, day {i}") for i in range(MAX_PAGES + 6)]
    known = taught(made[:MAX_PAGES])
    kept = {one.id for one in known.pages}
    for source in made:
        more = {one.id for one in known.merge(taught([source])).pages}
        assert known.wants(clean(source)) == (more != kept)


def test_halves_of_a_site_learnt_apart() -> None:
    made = [page(i, *own(i), NOTICE) for i in range(6)]
    whole = taught(made)
    addressed = [taught([source]) for source in made]  # every page as the first: all of one address
    for order in list(permutations(range(6)))[::97]:
        pieces = [addressed[i] for i in order]
        merged = pieces[0].merge(*pieces[1:3]).merge(pieces[3].merge(*pieces[4:]))
        assert [p.id for p in merged.pages] == [p.id for p in whole.pages]
        assert merged.furniture == whole.furniture
        later = page(9, *own(9), NOTICE)
        assert recalled(later, merged).to_json() == recalled(later, whole).to_json()


def test_nothing_is_forgotten_silently() -> None:
    made = [page(i, *own(i), NOTICE, title=f"Kestle, day {i}") for i in range(MAX_PAGES + 4)]
    whole = taught(made)
    assert len(whole.pages) == MAX_PAGES
    assert whole.seen > MAX_PAGES, "pages that are not kept are told by an estimate"
    assert f'"pages learnt": {whole.seen}' in whole.to_json()
    once = taught(made[:5])
    assert (once.seen, once.merge(once).seen) == (5, 5)


def test_the_same_page_twice_is_one_page() -> None:
    made = [page(i, *own(i), NOTICE) for i in range(3)]
    assert taught([*made, *made]).seen == 3


def test_two_sites_are_not_merged() -> None:
    other = replace(taught([page(0, *own(0))]), host="lowick.example")
    with pytest.raises(SiteMemoryError, match=r"two sites: kestle\.example and lowick\.example"):
        SiteMemory(HOST).merge(other)
