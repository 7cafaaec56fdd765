"""Appeals to the reader: newsletter, app, social channels, membership, donations.

Seen as: "Sign up for our newsletter", "Download our app", "Follow us on …", "Already a
subscriber?", "Member-only story", between paragraphs, at a paragraph's end, after the article; in
any language, a line whose link leads to a channel or to the choice of preferred sources.

Kept: "sign up" as a feature of a product; a story about newsletters; "join our team" in a
quotation; a sentence with a link to what somebody wrote on a channel.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.addresses import addresses
from cleaner.signals.gapped import gapped, is_of_others, is_reported, stands_last
from cleaner.signals.invitations import invitations
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import at_edge
from cleaner.text.lexicon import wordings
from cleaner.text.patterns import has_digit
from cleaner.text.phrase import Hit
from cleaner.text.sentences import around, is_quoted
from cleaner.text.words import ends_sentence

LOOK = "green plain"

APPEALS = lexicon("subscribe", "appeal")
LABELS = lexicon("subscribe", "label")
OPENINGS = lexicon("subscribe", "opening")
OFFERS = lexicon("subscribe", "offer")
SHORT = 45
BUTTON, PRICED, PITCH = 5, 10, 2
LONG = 90


def find(article: Article) -> Iterator[Finding]:
    """Lines that are appeals; closing or opening sentences that are."""
    for block in invitations(article):
        yield likely(block, "an invitation to follow, with a link to a channel")
    for position in positions(article, APPEALS, LABELS, OPENINGS):
        block = article.blocks[position]
        if block.tag == "tr":
            continue
        hits = [h for h in APPEALS.all(block) if _is_said(block, h)]
        if hits:
            yield from _appeal(article, position, hits)
        elif block.size <= 6 and not block.is_heading and LABELS.find(block):
            yield likely(block, f"“{block.text}”, a label of a form or button")
        elif (hit := OPENINGS.find(block)) and _invites(block, hit):
            yield likely(block, f"“{block.text[hit.start : hit.end]}”, an invitation to follow")
    yield from _offers(article)
    yield from gapped(article, "subscribe", "an appeal to the reader", _speaks_for_the_site)


def _offers(article: Article) -> Iterator[Finding]:
    """Offers to the reader: with a price, or by their words; what stands over the button of one."""
    for _, block, hit in OFFERS.over(article):
        if _is_priced(block):
            yield likely(block, f"“{block.text[hit.start : hit.end]}”, and what it costs")
    for finding in addresses(article, "subscribe", "an offer to the reader"):
        yield finding
        at = article.position_of[finding.block.index]
        pitch, button = article.near(at + 1), article.near(at + 2)
        if pitch is None or button is None or button.index - finding.block.index != PITCH:
            continue
        if pitch.size <= SHORT / 2 and button.size <= BUTTON and LABELS.find(button):
            yield likely(pitch, "between an offer to the reader and its button")


def _is_priced(block: Block) -> bool:
    """Whether a short line that is no sentence has a number in it."""
    fits = block.tag not in ("tr", "li") and block.size <= PRICED and has_digit(block.text)
    return fits and not block.is_prose and not ends_sentence(block.text)


def _speaks_for_the_site(article: Article, position: int) -> bool:
    """Whether it is a line under the article, or a short one of the site about itself."""
    block = article.blocks[position]
    if block.tag != "p" or wordings("subscribe", "ours").isdisjoint(block.words):
        return block.is_short and stands_last(article, position)
    return block.size <= SHORT / 2


def _is_said(block: Block, hit: Hit) -> bool:
    """Whether the site says it to its reader."""
    theirs = is_of_others(block, hit) or is_reported(block, hit)
    return not theirs and not is_quoted(block.text, hit.start, hit.end)


def _invites(block: Block, hit: Hit) -> bool:
    """Whether a line is one sentence with an invitation in front, and quotes nobody."""
    quoted = '"' in block.plain[: hit.end] or is_quoted(block.text, hit.start, hit.end)
    told = "," in block.plain[: hit.end + 1]
    return block.size <= SHORT / 2 and not told and not quoted


def _appeal(article: Article, position: int, hits: list[Hit]) -> Iterator[Finding]:
    block = article.blocks[position]
    because = f"“{block.text[hits[0].start : hits[0].end]}”, an appeal to the reader"
    size = block.size
    several = len({h.start for h in hits}) > 1
    late = block.is_prose and hits[0].start > 0.4 * len(block.text)
    if late and (span := around(block.text, hits[0].start, hits[-1].end)) and span[0]:
        ends = span[1] == len(block.text)
        yield (likely if ends else possible)(block, because, span)
        return
    if size <= SHORT / 2 or (several and size <= SHORT):
        yield (likely if block.is_heading else certain)(block, because)
    elif size <= SHORT or (several and size <= LONG):
        sure = likely if at_edge(article, position) or several or hits[0].start < 60 else possible
        yield sure(block, because)
    elif span := around(block.text, hits[0].start, hits[-1].end, ends_only=True):
        ends = span[1] == len(block.text) or size <= LONG
        yield (likely if ends and span != (0, len(block.text)) else possible)(block, because, span)
