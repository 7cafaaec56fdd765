"""Names of partners, each with the address of its privacy policy, as notices list them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.document.block import Block
from cleaner.text.regex import regex

MIN_PARTNERS = 4
NAME_WORDS = 10
_POLICY = regex(r"priva|polic|legal|cookie|gdpr|dsgvo|datenschutz|terms|opt-?out|donnees|tracking")


def partners(blocks: Sequence[Block]) -> Iterator[Block]:
    """The lines of lists of a name and an address in turn, of which half lead to a policy."""
    if sum(map(_is_address, blocks)) < MIN_PARTNERS:
        return
    run: list[Block] = []
    for block in blocks:
        is_address = _is_address(block)
        if run and is_address == _is_address(run[-1]):
            yield from _listed(run)
            run = []
        if is_address or (block.size <= NAME_WORDS and not block.is_prose):
            run.append(block)
        else:
            yield from _listed(run)
            run = []
    yield from _listed(run)


def _is_address(block: Block) -> bool:
    return block.text.startswith(("http", "www.")) and " " not in block.text


def _listed(run: Sequence[Block]) -> Sequence[Block]:
    """The lines of a run, if they are partners with their policies."""
    addresses = [block.plain for block in run if _is_address(block)]
    policies = sum(bool(_POLICY.search(address)) for address in addresses)
    return run if len(addresses) >= MIN_PARTNERS and 2 * policies > len(addresses) else ()
