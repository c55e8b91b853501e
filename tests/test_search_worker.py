"""What the search worker finds, run in a real browser: ranking, excerpts, its messages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.web import joined
from tests.site import ROOT

WORKER = joined.source(ROOT, joined.WORKER)
SECTIONS = [
    [0, "", "協働の形", -1, "きょうどうのかたち|Forms", "三つの形があります。"],
    [0, "co-hosting", "共催", 0, "きょうさい|Co-hosting", "ともに主催者になります。ＮＰＯとも行います。"],
    [0, "co-hosting_points", "気をつけること", 1, "", "役割を先に決めます。"],
    [0, "council", "実行委員会（協議会）", 0, "じっこういいんかい", "会を作ります。"],
    [0, "subsidy", "補助、助成", 0, "ほじょ、じょせい|Subsidies|補助金|ほじょきん", "町がお金を出します。" * 30],
    [0, "center", "地域交流センター", 0, "ちいきこうりゅうせんたー", "地域づくりの活動拠点です。"],
    [0, "center-use", "地域交流センターの活用", 0, "ちいきこうりゅうせんたーのかつよう", "共催でも使います。"],
    [1, "", "用語", -1, "", "コーヒーを飲みながら話します。"],
    [1, "endorsement", "協力", 7, "きょうりょく|Endorsement|賛同", "名前を使うことを認めます。登録はいりません。"],
    [0, "endorsement", "協力", 0, "きょうりょく|Endorsement", "町が後押しします。"],
    [2, "endorsement", "協力", -1, "きょうりょく|Endorsement", "となりの町の協力です。"],
    [2, "sponsor", "協賛", -1, "きょうさん", "車で来られます。"],
    [3, "sponsor", "協賛", -1, "きょうさん", "二つ目の町の協賛です。"],
    [4, "", "協賛", -1, "", "全体のページです。"],
    [1, "bad", "<img src=x onerror=alert(1)>", 7, "わるい", 'a<script>alert(1)</script> & "b" 𠮷野家'],
]
INDEX = {
    "guides": {"midori": "みどり町 協働ガイド"},
    "pages": [
        ["midori/forms/", "協働の形", "midori"],
        ["midori/terms/", "用語", "midori", 1],
        ["aoba/forms/", "協働の形", "aoba"],
        ["kaede/forms/", "協働の形", "kaede"],
        ["staff/", "協賛", "", 1],
    ],
    "sections": SECTIONS,
    "synonyms": [[["地域交流センター"], ["公民館", "こうみんかん"]]],
    "readings": "かつどうきょてん 活動拠点|しゅさいしゃ 主催者",
}


@pytest.fixture(scope="module", name="page")
def fixture_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(content=WORKER)
    page.evaluate("index => { window.stock = library([index], 'midori') }", INDEX)
    yield page
    page.close()


def _ask(page: Page, query: str) -> list[dict[str, Any]]:
    return [one for group in page.evaluate("query => result(stock, query).items", query) for one in group]


def _places(page: Page, query: str) -> list[str]:
    return [one["location"].removeprefix("midori/") for one in _ask(page, query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("共催", "forms/#co-hosting"),
        ("きょうさい", "forms/#co-hosting"),
        ("kyosai", "forms/#co-hosting"),
        ("cohosting", "forms/#co-hosting"),
        ("補助金", "forms/#subsidy"),
        ("hojokin", "forms/#subsidy"),
        ("subsidy", "forms/#subsidy"),
        ("協議会", "forms/#council"),
        ("実行委員会(協議会)", "forms/#council"),
        ("地域交流センター", "forms/#center"),
        ("公民館", "forms/#center"),
        ("地域交流センターとは何ですか", "forms/#center"),
        ("共催 気をつけること", "forms/#co-hosting_points"),
        ("かつどうきょてん", "forms/#center"),
        ("npo", "forms/#co-hosting"),
        ("用語", "terms/"),
        ("コーヒ", "terms/"),
        ("公民館を使いたい", "forms/#center"),
        ("つ\u309bくり", "forms/#center"),
        ("ほし\u309bょきん", "forms/#subsidy"),
    ],
)
def test_first_hit(page: Page, query: str, first: str) -> None:
    assert _places(page, query)[:1] == [first]


@pytest.mark.parametrize(
    ("guide", "query", "order"),
    [
        ("midori", "協力", ["midori/forms/#endorsement", "midori/terms/#endorsement", "aoba/forms/#endorsement"]),
        ("aoba", "協力", ["aoba/forms/#endorsement", "midori/forms/#endorsement", "midori/terms/#endorsement"]),
        ("", "協力", ["midori/forms/#endorsement", "aoba/forms/#endorsement", "midori/terms/#endorsement"]),
        ("", "協賛", ["aoba/forms/#sponsor", "kaede/forms/#sponsor", "staff/"]),
        ("kaede", "協賛", ["kaede/forms/#sponsor", "staff/", "aoba/forms/#sponsor"]),
    ],
)
def test_equal_headings_stand_in_the_order_of_the_rule(page: Page, guide: str, query: str, order: list[str]) -> None:
    """This guide's own, then a record's before a page that says it in brief, then the order of the site."""
    found = page.evaluate(
        "([index, guide, query]) => search(library([index], guide), query).hits.map((hit) => hit.section.location)",
        [INDEX, guide, query],
    )

    assert found[:3] == order


@pytest.mark.parametrize("query", ["車の登録", "登録に車で", "登録と車"])
def test_a_noun_of_one_kanji_that_occurs_counts_as_a_word(page: Page, query: str) -> None:
    assert {"aoba/forms/#sponsor", "terms/#endorsement"} <= set(_places(page, query))


@pytest.mark.parametrize("query", ["登録を使いたい", "登録で聴きたい", "登録って何"])
def test_the_stem_of_a_verb_need_not_occur(page: Page, query: str) -> None:
    assert _places(page, query)[:1] == ["terms/#endorsement"]


@pytest.mark.parametrize(
    "query",
    [
        "犬の登録",
        "登録と犬",
        "猫が登録する",
        "パスポートの登録",
        "マイナンバーカード",
        "マイナンバーカードの役割",
        "共催 宇宙",
        "ひこうき",
        "quux",
        "",
        "  ",
        "・",
        "ost",
    ],
)
def test_what_occurs_nowhere_finds_nothing(page: Page, query: str) -> None:
    assert _places(page, query) == []


def test_what_is_rare_in_a_sentence_counts_more_than_what_stands_everywhere(page: Page) -> None:
    """All sections are about 活動; only one says 申込."""
    texts = [*(f"{at}の活動です。" for at in "甲乙丙丁戊"), "活動の申込は窓口です。"]
    rows = [[0, f"s{at}", f"活動{at}", -1, "", text] for at, text in enumerate(texts[:-1])]
    index = {**INDEX, "sections": [*rows, [0, "desk", "窓口", -1, "", texts[-1]]], "synonyms": []}
    found = page.evaluate(
        "index => search(library([index], 'midori'), '活動に申込をしたい').hits.map((hit) => hit.section.title)",
        index,
    )

    assert found[0] == "窓口"


@pytest.mark.parametrize("query", ["二十代の登録", "3人で登録したい", "十年の登録"])
def test_how_many_or_how_old_need_not_occur(page: Page, query: str) -> None:
    assert _places(page, query)[:1] == ["terms/#endorsement"]


def test_near_sections_follow_where_few_hold_every_word_up_to_three(page: Page) -> None:
    found = _places(page, "共催 主催者")

    assert found[0] == "forms/#co-hosting"
    assert "forms/#center-use" in found[1:]
    assert len(found) <= 3


def test_a_question_about_two_things_finds_both(page: Page) -> None:
    assert set(_places(page, "共催と補助金の違いは？")[:2]) == {"forms/#co-hosting", "forms/#subsidy"}


def test_a_misspelt_word_gets_suggestions(page: Page) -> None:
    assert page.evaluate("result(stock, 'ちいきこうえんせんたん').suggest")[0].startswith("地域交流センター")


def test_a_hit_says_where_it_stands(page: Page) -> None:
    assert _ask(page, "役割を先に")[0]["where"] == "協働の形 › 共催"
    elsewhere = page.evaluate(
        "result(library([index], ''), '役割を先に').items[0][0].where".replace("index", json.dumps(INDEX))
    )
    assert elsewhere == "みどり町 協働ガイド › 協働の形 › 共催"


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("npo", ["ＮＰＯ"]),
        ("地域つ\u309bくり", ["地域づくり"]),
        ("コーヒ", ["コーヒー"]),
        ("吉野", []),
        ("𠮷野家", ["𠮷野家"]),
        ("お金", ["お金"]),
    ],
)
def test_the_match_is_marked_as_written(page: Page, query: str, marked: list[str]) -> None:
    texts = [one["text"] for one in _ask(page, query)]

    assert re.findall("<mark>(.*?)</mark>", "".join(texts[:1]))[:1] == marked


def test_hostile_text_stays_text(page: Page) -> None:
    for query in ("わるい", "script", "img", "b", "𠮷"):
        for one in _ask(page, query):
            assert "<" not in re.sub("</?mark>", "", one["title"] + one["text"])


def test_an_excerpt_is_cut_around_the_match_and_never_through_a_sign(page: Page) -> None:
    texts = ["あ" * at + "𠮷" * 40 + "探す" + "𠮷" * 80 for at in range(4)]
    for text in texts:
        cut = page.evaluate("text => excerpt(text, [word('探す', stock)])", text)
        assert "<mark>探す</mark>" in cut
        assert cut.startswith("…")
        assert cut.endswith("…")
        cut.encode("utf-8")
    english = (
        "Residents and the city work together. " * 10 + "An endorsement is made public. " + "More words follow. " * 20
    )
    cut = page.evaluate("text => excerpt(text, [word('endorsement', stock)])", english)
    assert "An <mark>endorsement</mark> is made public." in cut
    assert re.fullmatch(r"…?\w.*\w.?…", cut)


def test_worker_speaks_the_messages_of_the_theme_from_a_blob_on_a_page_without_a_server(
    page: Page, tmp_path: Path
) -> None:
    (tmp_path / "index.js").write_text(f"window.__kyodo_index = {json.dumps(INDEX)}", encoding="utf-8")
    (tmp_path / "worker.js").write_text(f"window.__kyodo_worker = {json.dumps(WORKER)}", encoding="utf-8")
    (tmp_path / "page.html").write_text('<script src="index.js"></script><script src="worker.js"></script>')
    context = page.context.browser.new_context()  # type: ignore[union-attr]  # launched by the fixture
    offline = context.new_page()
    offline.goto((tmp_path / "page.html").as_uri())
    heard = offline.evaluate(
        """() => new Promise((done) => {
          const worker = new Worker(URL.createObjectURL(new Blob([window.__kyodo_worker])))
          const heard = []
          worker.onmessage = ({ data }) => { heard.push(data); if (data.type === 3) done(heard) }
          worker.postMessage({ type: 0, data: { config: { guide: "midori" }, docs: [window.__kyodo_index] } })
          worker.postMessage({ type: 2, data: "kyosai" })
        })"""
    )

    assert [message["type"] for message in heard] == [1, 3]
    assert heard[1]["data"]["items"][0][0]["location"] == "midori/forms/#co-hosting"
    assert {"location", "title", "text", "score", "terms"} <= set(heard[1]["data"]["items"][0][0])


def test_no_script_needs_a_browser_that_knows_lookbehind() -> None:
    """Safari before 16.4 refuses a whole script with one."""
    scripts = sorted((ROOT / "overrides").rglob("*.js"))

    assert scripts
    assert [one.name for one in scripts if re.search(r"\(\?<[=!]", one.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("犬の登録", ["犬"]),
        ("犬と猫と車", ["犬", "猫", "車"]),
        ("登録と犬が", ["犬"]),
        ("市民の登録", []),
        ("3人で使いたい", []),
        ("人々が", []),
        ("𠮷が", []),
    ],
)
def test_a_lone_kanji_before_a_particle_is_told_from_the_end_of_a_word(
    page: Page, sentence: str, nouns: list[str]
) -> None:
    assert page.evaluate("words => [...words.matchAll(LONE)].map(([, noun]) => noun)", sentence) == nouns
