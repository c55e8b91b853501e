"""How the search worker writes words to compare them, run in a real browser: folding, romaji, sounds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros.web import joined
from tests.site import ROOT

WORKER = joined.source(ROOT, joined.WORKER)


@pytest.fixture(scope="module", name="page")
def fixture_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(content=WORKER)
    yield page
    page.close()


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＮＰＯ", "npo"),
        ("ｱﾄﾞﾌﾟﾄ", "あどぷと"),
        ("コミュニティ・ビジネス", "こみゅにてぃびじねす"),
        ("コーディネーター", "こでぃねた"),
        ("kyōdō Kyôdô", "kyodo kyodo"),
        ("Co-hosting, etc.", "cohosting etc"),
        ("「新しい 公共空間」", "新しい公共空間"),
        ("NPO 法人", "npo法人"),
        ("Ⅰ-(2)-①", "i 2 1"),
        ("か\u3099く", "がく"),
        ("ホ\u309bランティア", "ぼらんてぃあ"),
        ("ﾎ\u309cｽﾀｰ", "ぽすた"),
        ("𠮷野家", "𠮷野家"),
        ("", ""),
        ("・・・", ""),
    ],
)
def test_writing_is_folded_and_every_sign_knows_its_place(page: Page, written: str, folded: str) -> None:
    assert page.evaluate("text => fold(text)", written) == folded
    with_places = page.evaluate("text => { const places = []; return [fold(text, places), places] }", written)
    assert with_places[0] == folded
    assert len(with_places[1]) == page.evaluate("text => text.length", folded)
    assert with_places[1] == sorted(with_places[1])


@pytest.mark.parametrize(
    "spellings",
    [
        ("きょうどう", "kyodo", "kyoudou", "kyōdō", "kyôdô", "KYODO", "kyohdoh", "キョードー"),
        ("じちかい", "jichikai", "zitikai", "ジチカイ"),
        ("ほじょきん", "hojokin", "hozyokin"),
        ("しみん", "shimin", "simin"),
        ("じっこういいんかい", "jikko iinkai", "zikkou iinkai"),
        ("しんぶん", "shimbun", "sinbun", "shinbun"),
        ("ふくし", "fukushi", "hukusi"),
        ("ぼらんてぃあ", "borantia"),
        ("つづき", "tsuzuki", "tuduki", "tuzuki"),
        ("まっちゃ", "matcha", "mattya"),
    ],
)
def test_one_sound_is_one_however_it_is_spelt(page: Page, spellings: tuple[str, ...]) -> None:
    sounds = page.evaluate("words => words.map((word) => romaji(fold(word)))", list(spellings))

    assert len(set(sounds)) == 1
    assert sounds[0]


@pytest.mark.parametrize(
    ("word", "kana"),
    [
        ("yasato", "やさと"),
        ("shimin", "しみん"),
        ("shimbun", "しんぶん"),
        ("nyukai", "にゅかい"),
        ("chigiri", "ちぎり"),
    ],
)
def test_romaji_is_written_in_hiragana_to_be_found_in_texts(page: Page, word: str, kana: str) -> None:
    assert page.evaluate("word => hiragana(romaji(fold(word)))", word) == kana


@pytest.mark.parametrize("word", ["passport", "garbage truck", "x"])
def test_words_that_cannot_be_japanese_have_no_sound(page: Page, word: str) -> None:
    assert page.evaluate("word => romaji(fold(word))", word) == ""


@pytest.mark.parametrize(
    ("ending", "sound"), [("q", ""), ("", "na" * 200), ("n", "na" * 200 + "n"), ("ny", "na" * 200 + "ny")]
)
def test_a_long_word_is_told_from_nonsense(page: Page, ending: str, sound: str) -> None:
    """With two ways to read each n, the one that ends in q would not be answered in a lifetime."""
    assert page.evaluate("word => romaji(fold(word))", "na" * 200 + ending) == sound


def test_romaji_reads_the_same_words_as_with_an_n_that_stands_anywhere(page: Page) -> None:
    """All words of up to five letters of these, which hold every case of n, y, a vowel and another sign."""
    differ = page.evaluate(
        r"""() => {
          const anywhere = /^(?:(?:[kgsztdnhbpmr]y?|[wy])?[aiueo]|n)+(?:[kgsztdnhbpmrwy]y?)?$/
          let words = [""]
          const differ = []
          for (let length = 0; length < 5; length++) {
            words = words.flatMap((word) => [..."naykwq"].map((letter) => word + letter))
            differ.push(...words.filter((word) => ROMAJI.test(word) !== anywhere.test(word)))
          }
          return differ
        }"""
    )

    assert differ == []
