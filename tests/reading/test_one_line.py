"""Pages that a scraper made one line of: menus go, and an article in one line stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Options, clean
from cleaner.reading.one_line import parted
from cleaner.text.words import collapse_space, words
from tests.cases import Case, cases, files

TEXT = Options(source_kind="text")
ENGLISH = (
    "Harbour Courier Home News Sport Opinion Business Culture Travel Weather Puzzles Obituaries "
    "Sign In Subscribe My Account Newsletters Contact Us Advertise Privacy Policy Cookie Settings",
    "The last ferry of the evening turned back on Sunday because nobody could find the key to its "
    "engine room. It was in the pocket of the mate, who was asleep on shore with his coat on. "
    "Passengers waited for two hours in the rain and sang to keep warm. The operator has said that "
    "a second key will be cut this week and kept in a place that everybody knows. A third is to be "
    "kept in a place that nobody knows, in case the second is lost as well. The mate was not "
    "punished, since the captain admits that he has done the same thing twice. Regular passengers "
    "have asked for a choir book to be left in the waiting room. The council will discuss it in "
    "June, when most of them will have learned the songs by heart and the nights will be short.",
    "About Us Careers Press Office Terms Of Use Cookie Policy Accessibility Sitemap Help Centre "
    "Follow Us Facebook Twitter Instagram YouTube LinkedIn Copyright 2026 Harbour Courier Limited",
)
RUSSIAN = (
    "Портовый Вестник Главная Новости Политика Экономика Общество Культура Спорт Погода Архив "
    "Подписка Реклама Контакты Вход Регистрация Поиск Карта Сайта Мобильная Версия Рассылка Афиша "
    "Недвижимость Работа Объявления Знакомства Гороскоп Кроссворды",
    "Последний вечерний паром в воскресенье вернулся к причалу, потому что никто не нашёл ключ от "
    "машинного отделения. Ключ лежал в кармане помощника капитана, который спал на берегу. "
    "Пассажиры два часа ждали под дождём и пели, чтобы не замёрзнуть. В компании сказали, что на "
    "этой неделе сделают второй ключ и положат его туда, где его увидят все. Третий спрячут там, "
    "где его не найдёт никто, на случай если потеряется второй. Помощника наказывать не стали, "
    "потому что капитан признался, что дважды поступал так же. Постоянные пассажиры попросили "
    "оставить в зале ожидания сборник песен. Городской совет обсудит это в июне, когда большинство "
    "уже выучит песни наизусть, а ночи станут короткими. До тех пор петь будут по памяти.",
    "Редакция Вакансии Правила Использования Политика Конфиденциальности Обратная Связь Архив "
    "Номеров Телеграм ВКонтакте Одноклассники Дзен Все Права Защищены Портовый Вестник 2026",
)
CHINESE = (
    "首页 新闻 时政 财经 体育 娱乐 科技 教育 旅游 健康 视频 图片 论坛 登录 注册 手机版 关于我们",
    "周日晚上的最后一班渡轮被迫返航，因为没有人找得到机舱的钥匙。钥匙在大副的口袋里，"
    "而他穿着大衣在岸上睡着了。 "
    "乘客们在雨中等了两个小时，靠唱歌取暖。公司表示，本周将配第二把钥匙，"
    "放在人人都知道的地方。第三把则放在谁也不知道的地方，以防第二把也丢了。 大副没有受到处罚，"
    "因为船长承认自己也做过两次同样的事。常客们希望在候船室里留一本歌集。市议会将在六月讨论此事，"
    "那时大多数人已经把歌背熟了，夜晚也变短了。在那之前，大家只能凭记忆唱下去。 船员工会说，"
    "钥匙的事情应该写进值班手册，手册目前有四十页，其中三十九页讲的是绳结。新手册预计在秋天印好。",
    "版权所有 网站地图 广告服务 友情链接 招聘信息 法律声明 隐私政策 意见反馈",
)
LEFT = 8
WHOLE = [case for file in files("keep") if file.stem.startswith("whole-") for case in cases(file)]


@pytest.mark.parametrize("page", [ENGLISH, RUSSIAN, CHINESE], ids=["en", "ru", "zh"])
def test_menus_go_and_the_article_stays(page: tuple[str, str, str]) -> None:
    kept, article = words(clean(" ".join(page), options=TEXT).text), words(page[1])
    assert kept[-len(article) :] == article
    assert len(kept) - len(article) <= LEFT  # where a sentence begins among capitals, doubt keeps


@pytest.mark.parametrize("page", [ENGLISH, RUSSIAN], ids=["en", "ru"])
def test_an_article_alone_is_not_parted(page: tuple[str, str, str]) -> None:
    assert parted(page[1] * 3) == [page[1] * 3]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in WHOLE])
def test_an_article_that_must_stay_whole_does_in_one_line(case: Case) -> None:
    line = collapse_space(case.text.replace("\n", " "))
    cleaned = clean(line, options=TEXT)
    assert words(f"{cleaned.title} {cleaned.text}") == words(line)


def test_spaces_between_phrases_of_thai_part_nothing() -> None:
    line = "เรือเฟอร์รี่เที่ยวสุดท้าย หันกลับเมื่อวันอาทิตย์ เพราะไม่มีใครหากุญแจพบ " * 12
    assert parted(line) == [line]


@given(
    st.lists(st.sampled_from(["Home", "News", "rain", "fell.", "News,", "京都", "a", "7", "…"])),
    st.integers(1, 90),
)
@settings(max_examples=200, deadline=None)
def test_no_word_is_lost_and_none_moves(tokens: list[str], times: int) -> None:
    line = " ".join(tokens * times)
    assert " ".join(parted(line)) == line
