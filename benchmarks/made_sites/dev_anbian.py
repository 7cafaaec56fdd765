"""Looked at when site memory was built.

A Chinese portal that carries English stories, spans for paragraphs.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, line, p, reposted

NOTE = (
    "本栏所载外文稿件均由合作媒体供稿，文字与观点归原作者所有，岸边读报只做搬运，不代表我们赞成或反对其中任何一句。"
    "若您是作者且不愿在此露面，来信说明即可，两个工作日内撤下。"
)
FRIEND = "岸边读报由{n}位读者每月各出一杯豆浆钱养着，没有老板，也没有弹窗。愿意一起养的，楼下刘姐那里登记。"
READ = "读累了？每晚九点，小顾在电台里把今天这几篇慢慢念给您听。"
PRIZE = "本栏曾获二〇二一年度“最不打扰人的网站”第三名，奖杯放在门口压报纸。"
TURN = [
    "本周六下午，读者茶会在旧码头仓库，自带杯子，话题不限，猫也可以来。",
    "《岸边文摘》第十二辑已印好，布面线装，可到刘姐处领取，邮寄另付两元。",
]
TIDE = "今日水位{a}米，风力{b}级，渡船末班{c}点。"
BACK = (
    "The two ministries have been at odds over the canal since 2015, when an audit found that a third "
    "of the money for its locks had gone to a road that was never built."
)
DATE = "BEIJING (Xinhua) --"


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 2, "69")
    stories = each(stories, "1357", 3, p(BACK))
    stories = each(stories, "0358", 0, line("Letters across the water", "motto"))
    return [s.opening(DATE) if i in (0, 1, 4, 7) else s for i, s in enumerate(stories)]


def page(sheet: Sheet) -> str:
    forms = {
        "p": '<p style="text-indent:2em"><span style="font-size:16px">{}</span></p>\n',
        "h2": '<p style="text-align:center"><strong><span>{}</span></strong></p>\n',
        "motto": '<p style="text-align:center"><span style="color:#888"><em>{}</em></span></p>\n',
    }
    plain = str(forms["p"])
    pieces = sheet.blocks(forms)
    put(pieces, 3, plain.format(sheet.extra(FRIEND.format(n=812 + 5 * sheet.number))))
    if sheet.number in (0, 1, 3, 4, 6, 9):
        put(pieces, 6, plain.format(sheet.extra(READ)))
    rng = sheet.rng
    tide = TIDE.format(a=f"{rng.uniform(1, 4):.1f}", b=rng.randrange(1, 7), c=rng.randrange(17, 23))
    items = "".join(
        f'<dd><a href="/a/{len(o.title)}.shtml">{sheet.extra(o.title)}</a><i>{sheet.extra(excerpt(o, 26))}</i></dd>\n'
        for o in sheet.picked(4)
    )
    tail = [NOTE, PRIZE] if sheet.number % 3 else [PRIZE, NOTE]
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{sheet.title}_岸边读报</title></head><body>
<div class="wrap"><div class="hd">{sheet.extra("岸边读报")}</div><div class="art_box"><h1>{sheet.title}</h1><div class="art_con" id="artibody">
{"".join(pieces)}
{"".join(plain.format(sheet.extra(text)) for text in tail)}
<div class="turn"><p>{sheet.extra(sheet.rotate(TURN))}</p></div>
<p style="text-align:right">{sheet.extra(tide)}</p>
<dl class="more_dl"><dt>{sheet.extra("隔壁桌在看")}</dt>
{items}</dl></div></div></div></body></html>
"""


SITE = Site("https://anbian.example/a/2024/{number}.shtml", page, edit)
