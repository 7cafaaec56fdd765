"""Texts that differ only in what matters: reports and notices of one template each.

`<a|b>` is one of these words; `<n>` a number, `<p>` one with decimals, `<y>` a year, `<f>` a firm,
`<w>` a person, `<m>` a month, all drawn anew for each text.
"""

from __future__ import annotations

import re
from random import Random

FIRMS = (
    "Norvel Systems|Castellan Foods|Brightwater Energy|Tolland Freight|Quarrier Bank|Pellam Steel|"
    "Ostrava Air|Kingsmere Retail|Lumenta Health|Varga Chemicals|Hollis Mining|Arden Software"
).split("|")
NAMES = (
    "Maria Tolentino|Jonas Weir|Adaeze Obi|Peter Lindqvist|Samira Haddad|Tom Okafor|Ines Duarte|"
    "Karel Novak|Grace Muturi|Lucas Moreau|Hana Sato|Viktor Dragan"
).split("|")
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
).split("|")

TEMPLATES = (
    # a weekly market report
    """Stocks <rose|fell|edged higher|edged lower> in the week to <m> <n> as investors weighed new
figures on prices against hopes of lower interest rates. The broad index closed at <p>, <up|down>
<p>% from a week earlier, while the technology index ended at <p>.

Shares of <f> <gained|lost> <p>% after the company reported a quarterly profit of $<n> million.
<f> <gained|lost> <p>% to close at $<p>. Volume was <n> million shares, against a thirty-day
average of <n> million.

In the bond market the yield on the ten-year note <rose|fell> to <p>% from <p>%. Oil settled at
$<p> a barrel and gold at $<n> an ounce. The euro bought $<p>.

Looking to the week ahead, investors will watch figures on retail sales, which economists expect
to <rise|fall> by <p>%, and minutes of the central bank's last meeting.""",
    # a weather report
    """Temperatures across the region will <rise|fall> to <n> degrees on <Monday|Tuesday|Friday>,
the weather service said, with <showers|sunshine|fog> expected over the hills and winds of up to
<n> kilometres an hour along the coast.

The highest temperature of the past week, <p> degrees, was measured in <Aldham|Port Gray|Selby>,
and the lowest, <p> degrees, in <Thornby|Marl|Upper Dene>. Rainfall for the month so far stands at
<n> millimetres, which is <n>% of the average.

Water stands at <n>% of capacity in the reservoirs, <up|down> from <n>% a week ago. The service
asks drivers to take care on high roads and to check the forecast before setting out.""",
    # a law firm's notice
    """Harrow & Stein, a national law firm, reminds purchasers of securities of <f> between <m>
<n>, <y> and <m> <n>, <y> of the important <m> <n>, <y> lead plaintiff deadline.

If you purchased <f> securities during the class period you may be entitled to compensation
without payment of any out of pocket fees or costs through a contingency fee arrangement. To join
the class action, call <w> toll-free at <n>-<n>. A class action lawsuit has already been filed. If
you wish to serve as lead plaintiff, you must move the Court no later than <m> <n>, <y>.

According to the lawsuit, defendants throughout the class period made false and misleading
statements and failed to disclose that revenue in the <first|second|third> quarter was overstated
by $<n> million. When the true details entered the market, the lawsuit claims that investors
suffered damages. No class has been certified. Until a class is certified, you are not represented
by counsel unless you retain one.""",
    # a statistics office's monthly release
    """Consumer prices <rose|fell> by <p>% in <m> compared with the same month of the previous
year, the statistics office said. In <m> the rate had been <p>%. Without food and energy prices
were <p>% higher.

Food cost <p>% more than a year earlier. The price of <butter|bread|coffee|sugar> rose by <p>% and
that of <vegetables|fruit|meat> by <p>%. Energy prices changed by <p>%, and households paid <p>%
more for heating and <p>% more for electricity.

Rents were up <p>%. Compared with the month before, the index of consumer prices <rose|fell> by
<p>% and stood at <p> points.""",
    # a match report
    """<Aldham|Selby|Thornby> <beat|drew with|lost to> <Port Gray|Marl|Kirkton> <n>-<n> in front
of <n> people on <Saturday|Sunday>, and now stand in place <n> of the table with <n> points from
<n> games.

<w> scored in minute <n> after a pass by <w>. The visitors answered in minute <n> through <w>, who
has now scored <n> goals this season. The keeper <w> saved a penalty in minute <n>.

"We knew that it would be hard and I am proud of how the team fought to the end," said the coach,
<w>. The next game is at home against <Kirkton|Marl|Upper Dene> on <m> <n>, and tickets can be had
at the gate from two hours before the start.""",
    # a quarterly result
    """<f> today announced financial results for the quarter ended <m> <n>, <y>. Revenue was $<p>
million, <up|down> <p>% year over year. Net income was $<p> million, or $<p> a diluted share,
compared with $<p> million a year ago.

"Our results reflect the strength of our strategy and the hard work of our people around the
world," said <w>, chief executive officer. "We continue to invest in products that our customers
love."

Gross margin was <p>%. Cash and equivalents were $<p> million at the end of the quarter. The board
declared a dividend of $<p> a share, payable on <m> <n> to shareholders of record on <m> <n>.

For the next quarter the company expects revenue between $<n> million and $<n> million. A
conference call will be held on <m> <n> at <n> p.m. and can be followed on the investor pages of
the company.""",
    # an appointment, without a figure
    """<f> has named <w> its new head of <finance|sales|research|production>, the company said on
<Monday|Wednesday|Friday>. The appointment takes effect at once. <w>, who held the post before, is
leaving <to start a business|for another firm|to retire> and will stay on as an adviser until the
end of the year.

"We are very pleased to welcome a leader of such experience to our team, and we look forward to
what we will achieve together," said <w>, chief executive of <f>. "I would like to thank <w> for
many years of dedicated service and for all that was built up in that time."

"It is an honour to join a company with such a strong tradition and such talented people," the new
head added. Before, <w> worked in a similar role at <f> and <f>, and studied in
<Vienna|Lagos|Toronto|Lyon|Osaka>.""",
    # Börse, deutsch
    """Der Leitindex hat am <Montag|Dienstag|Freitag> bei <p> Punkten geschlossen und damit <p>
Prozent <gewonnen|verloren>. Der Index der mittelgroßen Werte <stieg|fiel> um <p> Prozent auf <p>
Zähler.

Die Aktien von <f> <legten um|gaben um> <p> Prozent <zu|nach>, nachdem das Unternehmen einen
Gewinn von <n> Millionen Euro gemeldet hatte. Papiere von <f> kosteten zuletzt <p> Euro. Der
Umsatz lag bei <n> Millionen Stück.

Der Euro kostete am Abend <p> Dollar. Am Rentenmarkt <stieg|fiel> die Umlaufrendite auf <p>
Prozent. Ein Barrel Rohöl kostete <p> Dollar. Anleger warten nun auf die Sitzung der Notenbank in
der kommenden Woche, von der sie sich Hinweise auf den weiteren Kurs erhoffen.""",
    # 股市日报
    """上证指数<周一|周二|周五>收于<p>点，<上涨|下跌><p>%，成交额<n>亿元；深证成指收于<p>点，<上
涨|下跌><p>%，成交额<n>亿元；创业板指收于<p>点，<上涨|下跌><p>%。

盘面上，<银行|半导体|医药|煤炭>板块<涨|跌>幅居前，<旅游|汽车|白酒|光伏>板块表现<活跃|低迷>
。两市共有<n>只个股上涨，<n>只个股下跌，其中<n>只个股涨停。北向资金全天净<流入|流出><p>亿
元。

分析人士表示，市场短期内仍将维持震荡格局，投资者宜保持耐心，关注业绩确定性较强的行业龙头。
人民币对美元中间价报<p>，较前一交易日<上调|下调><n>个基点。国际油价报每桶<p>美元，黄金报每
盎司<n>美元。""",
    # 天気、日本語
    """気象庁によると、<月曜日|火曜日|金曜日>の関東地方は<晴れ|曇り|雨>となり、最高気温は<n>度、
最低気温は<n>度の見込みです。沿岸部では最大風速<n>メートルの風が吹くおそれがあり、注意が必
要です。

この一週間で最も高い気温は<熊谷|前橋|水戸>で観測された<p>度、最も低い気温は<日光|秩父|草津
>の<p>度でした。今月の降水量はこれまでに<n>ミリで、平年の<n>%にあたります。

ダムの貯水率は<n>%で、一週間前の<n>%から<上昇|低下>しました。気象庁は、山沿いの道路を通る
際は最新の気象情報を確認するよう呼びかけています。""",
)
BOILERPLATES = (
    """Founded by two former engineers, the company makes instruments for laboratories, hospitals
and universities in more than forty countries, and its products are used every day by people who
depend on accurate readings. It employs nine hundred people at four sites, spends a fifth of what
it earns on research, and has been named among the best employers of its region several years in a
row. Its shares are traded on two exchanges, and its headquarters stand in a former mill on the
river where the first workshop was opened.""",
    """The information given here is of a general nature and does not take into account the
circumstances of any one person. Nothing in it is an offer to buy or sell a security, and past
results are no promise of future ones. Figures were taken from sources believed to be reliable,
but no warranty is given as to their accuracy, and views may change without notice. Before acting
on anything that is said here a reader should consider whether it suits his own aims and means,
and should ask someone who is licensed to give advice.""",
)
NEWS = """Officials confirmed on <Monday|Thursday> that an announcement is to follow before the
end of the week, and declined to answer questions until then. The matter has been talked about for
<n> days, after a first report named several people who were said to be involved.

{}

Asked whether more was known, a spokesman said that nobody should expect figures soon. {} A
meeting is planned for <m> <n>, and those concerned were told by letter. This is a short notice,
and it will be brought up to date as more is learned."""


def filled(template: str, rng: Random) -> str:
    """The text with its slots filled; line breaks within paragraphs folded."""
    between = "" if re.search("[\u3000-\u9fff]", template) else " "
    paragraphs = (between.join(p.splitlines()) for p in template.split("\n\n"))
    return "\n\n".join(re.sub(r"<([^<>]+)>", lambda m: _slot(m[1], rng), p) for p in paragraphs)


def _slot(name: str, rng: Random) -> str:
    slots = {
        "n": lambda: str(rng.randint(2, 900)),
        "p": lambda: f"{rng.uniform(0.1, 400):.{rng.randint(1, 2)}f}",
        "y": lambda: str(rng.randint(2016, 2026)),
        "f": lambda: rng.choice(FIRMS),
        "w": lambda: rng.choice(NAMES),
        "m": lambda: rng.choice(MONTHS),
    }
    return slots[name]() if name in slots else rng.choice(name.split("|"))
