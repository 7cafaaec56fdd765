"""Paragraphs that adverts part from the article's first box, and what only stands like them."""

from __future__ import annotations

import pytest

from cleaner import clean

FIRST = (
    "The toll bridge at Oxley will close on Monday for a year, the county said, after divers found "
    "that the river has eaten a third of its middle pier.",
    "About nine hundred cars cross it each day, and each pays five pence to a man in a hut, as the "
    "law of 1767 has it.",
    "The owner, who bought the bridge at an auction in 2009, said that she had expected to inherit "
    "its income and not its debts.",
    "Repairs are put at two million pounds, which at five pence a car is forty million crossings, "
    "or a hundred and twenty years, if nobody takes the ferry.",
    "The parish council asked in March whether a bridge that may not be taxed has to be mended, "
    "and was told by a lawyer that the question had never come up in so many words.",
    "Until it is settled, the pier will be held up by a barge full of gravel, on which three "
    "herons have since taken up residence.",
)
SECOND = (
    "“I have read the deed four times,” she said. “It says a great deal about sheep and nothing "
    "about piers.”",
    "Drivers will be sent over the new bridge at Swinford, which is free, and eleven miles longer "
    "for anybody who lives by the mill.",
)
LAST = (
    "The man in the hut has been offered work at the swimming pool, where he will also take money "
    "from people who wish to reach the other side.",
)
PROMOTION = """<div class="ad"><span>Advertisement</span></div>
<section class="newsletter"><h3>Sign up for our newsletter</h3>
<p>Get the best of the county in your inbox every morning.</p>
<form><input name="m"><button>Subscribe</button></form></section>
<ul class="more"><li><a href="/a">Ferry strike enters its second week</a></li>
<li><a href="/b">Council votes on bus lanes after long debate</a></li>
<li><a href="/c">Ten walks along the river for a rainy day</a></li></ul>"""
MADE = {
    "classes of paragraphs": ('<div class="story">', '<p class="story-text">{}</p>', "</div>"),
    "classes of boxes": ('<div class="body-part">', "<p>{}</p>", "</div>"),
    "leaves of sections": ('<section class="x1f">', '<div class="x9c">{}</div>', "</section>"),
    "tags of their own": ('<text-block class="rich">', '<p class="q7">{}</p>', "</text-block>"),
}


def box(made: tuple[str, str, str], paragraphs: tuple[str, ...]) -> str:
    return made[0] + "".join(map(made[1].format, paragraphs)) + made[2]


def page(*boxes: str) -> str:
    title = "The toll bridge at Oxley closes for a year"
    return (
        f"<html><head><title>{title}</title></head><body><header><a href='/'>Home</a></header>"
        f"<main><div class='page'><h1>{title}</h1>{PROMOTION.join(boxes)}</div></main>"
        "<footer><p>All rights reserved. Oxley Courier, 12 Mill Lane.</p></footer></body></html>"
    )


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
def test_boxes_that_are_made_alike_are_one_article(made: tuple[str, str, str]) -> None:
    source = page(*(box(made, paragraphs) for paragraphs in (FIRST, SECOND, LAST)))
    assert clean(source).text.split("\n\n") == [*FIRST, *SECOND, *LAST]


def test_what_is_made_otherwise_is_not_taken_for_its_like() -> None:
    offer = ("Readers of the Courier save a third on the county's finest garden sheds until May.",)
    other = box(('<div class="offer">', '<p class="offer-text">{}</p>', "</div>"), offer)
    source = page(box(MADE["classes of paragraphs"], FIRST), other)
    assert clean(source).text.split("\n\n") == list(FIRST)


TABLE = (
    "<figure><table><tr><th>Year</th><th>Tolls</th></tr><tr><td>2024</td><td>4,106</td></tr>"
    "<tr><td>2025</td><td>3,988</td></tr></table><figcaption>Pounds, at 31 December</figcaption>"
    "</figure>"
)


def test_what_stands_under_a_table_in_one_figure_stays_with_it() -> None:
    source = page(f"<div>{''.join(f'<p>{said}</p>' for said in FIRST)}{TABLE}</div>")
    assert clean(source).text.endswith("3,988\n\nPounds, at 31 December")


KOREAN = (
    "군은 옥슬리 다리를 월요일부터 일 년 동안 막는다고 밝혔다. 잠수부들이 가운데 기둥의 "
    "삼분의 일이 강물에 깎여 나간 것을 찾아냈기 때문이다.",
    "하루에 차 구백 대쯤이 이 다리를 건너며, 저마다 오두막에 앉은 사람에게 오 펜스를 낸다. "
    "옛날에 만든 법이 그렇게 정해 두었다.",
    "주인은 경매에서 다리를 샀는데, 빚이 아니라 수입을 물려받을 줄 알았다고 말했다. "
    "고치는 데에는 이백만 파운드가 든다고 한다.",
    "기둥은 그때까지 자갈을 가득 실은 배가 받치고 있을 것이며, "
    "그 배에는 벌써 왜가리 세 마리가 자리를 잡았다.",
)
CLOSING = "사공은 내년 봄부터 마을 수영장에서 사람들의 돈을 받게 된다."


def test_a_short_closing_sentence_in_a_dense_script_is_made_as_the_others_are() -> None:
    boxes = "".join(
        f'<div class="c"><div class="m"><p class="t"><span>{said}</span></p></div></div>'
        for said in (*KOREAN, CLOSING)
    )
    link = '<div class="og"><a href="https://example.org/x">example.org 다리 안내</a></div>'
    assert clean(page(f"<div>{boxes}</div>{link}")).text.endswith(CLOSING)


def test_short_lines_that_breaks_part_stay_together() -> None:
    kit = ("Rope and hooks", "Sandals (optional)", "Wool socks", "A spork", "Sun hat", "Rain coat")
    lists = f"<h3>What to bring</h3><div>{'<br>'.join(kit)}</div>"
    paragraphs = "".join(f"<p>{said}</p>" for said in FIRST[:3])
    cleaned = clean(page(f"<div>{paragraphs}{lists}<p>{FIRST[3]}</p><p>{FIRST[4]}</p></div>"))
    assert [line for line in kit if line not in cleaned.text] == []
