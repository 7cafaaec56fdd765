"""Stories, reports and boilerplate of our own, for the tests of copies."""

FERRY = """The ferry between the two islands was cancelled on Monday after divers found a crack in
its rudder, and it will not sail again before the end of the month.

Some three hundred people live on Little Skerry through the winter, and most of them buy their
groceries on the mainland. The school on the larger island takes forty of their children, who now
have to stay with relatives during the week.

"We were told on Sunday night, by text message," said Ingrid Moen, who runs the only shop. She has
asked the fishing boats to bring flour and milk, and two of the skippers said that they would do
so for nothing.

The operator expects a new rudder from a yard in Bergen within three weeks. Until then a smaller
boat will take passengers, but no cars, at seven in the morning and again at half past four."""
LIBRARY = """A library that was flooded in spring has opened its doors again, with the lower
shelves left empty for fear of the next high water.

Volunteers dried eleven thousand books with the help of a bakery, whose ovens stood at their
disposal every night once the bread was done. Nine hundred could not be saved.

"The smell of rye will stay in the atlases for years," said the librarian, Tomas Brandt, on the
steps of the building. Readers brought back another six hundred volumes that they had borrowed
before the flood, many of them long overdue, and nobody was fined.

The town council has voted for a wall along the river, which is to be finished before the snow
melts. The cellar, where the newspapers lay, will be filled with sand."""
BOILERPLATE = """Founded by two former engineers, the company makes instruments for laboratories
and hospitals in more than forty countries, and its products are used every day by people who
depend on accurate readings. It employs nine hundred people at four sites, spends a fifth of what
it earns on research, and has been named among the best employers of its region several years in a
row. Its shares are traded on two exchanges, and its headquarters stand in a former mill on the
river."""
WEEK = """Grain prices {way} in the week to {day}, the exchange said. Wheat closed at {} euros a
tonne and barley at {}, while maize changed hands at {} euros, against {} a week earlier.

Stocks in the northern ports stood at {} thousand tonnes, and {} ships were loaded. Freight to the
south cost {} euros a tonne. Traders said that they were waiting for figures on the harvest, which
are due at the end of the month, and that little would move before then.

Rapeseed ended at {} euros and soya at {}. The exchange will be closed on the coming holiday, and
the next report will appear a day later than usual."""
CHINESE = """两座岛屿之间的渡轮周一停航，潜水员在船舵上发现了一道裂缝，本月底之前不会
恢复航行。冬天约有三百人住在小岛上，大多数人都到大陆购买食品和日用品。大岛上的学校有四十
名来自小岛的学生，他们现在平日只能住在亲戚家里。商店老板说，她周日晚上才收到短信通知，已
经请渔船帮忙运送面粉和牛奶，两位船长表示愿意免费帮忙。渡轮公司预计三周内可以从造船厂拿到
新的船舵，在此之前将由一艘较小的船只运送乘客，但是不能运送汽车。"""
CHINESE_OTHER = """春天被洪水淹没的图书馆重新开放，最下面的书架全部空着，以防再次涨水。志愿
者在一家面包店的帮助下烘干了一万多本书，每天晚上面包出炉之后，烤炉就借给他们使用，只有九
百本无法挽救。图书管理员站在门前的台阶上说，地图册里的黑麦味道恐怕要留上好多年。读者们还
送回了六百本洪水之前借走的书，其中许多早已过期，但是没有人被罚款。镇议会已经投票决定沿河
修建一道防护墙，预计在雪融化之前完工。"""
THAI = """เรือข้ามฟากระหว่างเกาะสองแห่งหยุดให้บริการเมื่อวันจันทร์หลังจากนักดำน้ำพบรอยร้าวที่หางเสือ
และจะไม่กลับมาแล่นอีกก่อนสิ้นเดือน ในฤดูหนาวมีคนประมาณสามร้อยคนอาศัยอยู่บนเกาะเล็ก
ส่วนใหญ่ซื้ออาหารจากแผ่นดินใหญ่ โรงเรียนบนเกาะใหญ่รับเด็กจากเกาะเล็กสี่สิบคน"""
