"""Ruby is laid over finished pages without changing a character of their text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from macros.furigana import Furigana, Ruby, Segment
from macros.web.ruby import with_ruby, without_notation

WORDS = {"協働": "きょうどう", "市民": "しみん", "企業": "きぎょう", "取": "と", "組": "く"}
HARD = {"企業"}


def read(text: str) -> list[Segment]:
    pieces = re.split(f"({'|'.join(WORDS)})", text)
    return [Ruby(one, WORDS[one], one, one in HARD) if one in WORDS else one for one in pieces if one]


def ruby(base: str, reading: str, kind: str = "") -> str:
    kind = kind or {"きょうどう": ' class="k-w8"'}.get(reading, "")
    return f'<ruby{kind}>{base}<rp>(</rp><rt translate="no">{reading}</rt><rp>)</rp></ruby>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>協働です</p>", f"<p>{ruby('協働', 'きょうどう')}です</p>"),
        ("<p>企業</p>", "<p>" + ruby("企業", "きぎょう", ' class="k-hard"') + "</p>"),
        ("<p>取り組む</p>", f"<p>{ruby('取', 'と')}り{ruby('組', 'く')}む</p>"),
        (
            "<p><a href='x'>市民</a>協働</p>",
            f"<p><a href='x'>{ruby('市民', 'しみん')}</a>{ruby('協働', 'きょうどう')}</p>",
        ),
        ("<p>協<b>働</b></p>", "<p>協<b>働</b></p>"),
        ("<p>市民&amp;協働&lt;</p>", f"<p>{ruby('市民', 'しみん')}&amp;{ruby('協働', 'きょうどう')}&lt;</p>"),
        ('<p title="協働 > 市民">x</p>', '<p title="協働 > 市民">x</p>'),
        ("<code>協働</code>", "<code>協働</code>"),
        ("<pre><code>協働</code></pre>", "<pre><code>協働</code></pre>"),
        ("<svg><text>協働</text></svg><p>協働</p>", f"<svg><text>協働</text></svg><p>{ruby('協働', 'きょうどう')}</p>"),
        ("<script>'協働'</script>", "<script>'協働'</script>"),
        ("<ruby>協働<rt>きょうどう</rt></ruby>", "<ruby>協働<rt>きょうどう</rt></ruby>"),
        ("<title>協働</title>", "<title>協働</title>"),
        ("<p>かな &nbsp; only</p>", "<p>かな &nbsp; only</p>"),
        ("協働", ruby("協働", "きょうどう")),
        ("<!-- 協働 --><p>x", "<!-- 協働 --><p>x"),
    ],
)
def test_ruby_is_laid_over_words(page: str, expected: str) -> None:
    assert with_ruby(page, read) == expected


def test_a_word_is_read_with_what_stands_around_it() -> None:
    seen: list[str] = []

    def listen(text: str) -> list[Segment]:
        seen.append(text)
        return [text]

    with_ruby("<li>市の<a href='#'>協働</a>の<strong>約束</strong></li><li>次</li>", listen)

    assert seen == ["市の協働の約束", "次"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<td><span>石岡市</span><span>市民の領域</span></td>", ["石岡市", "市民の領域"]),  # not 石岡 and 市市民
        ("<li><a href='#'><span>協働の形</span><small>なし</small></a></li>", ["協働の形"]),  # not 形なし
        ("<p>出典: <span>第1章</span></p>", ["出典: ", "第1章"]),
    ],
)
def test_words_that_stand_apart_are_not_read_together(page: str, expected: list[str]) -> None:
    seen: list[str] = []

    def listen(text: str) -> list[Segment]:
        seen.append(text)
        return [text]

    with_ruby(page, listen)

    assert seen == expected


@given(st.text(alphabet="協働市民企業取り組む<>&\"' 𠮷﨑㈱👍\t", max_size=40))
def test_text_of_the_page_never_changes(text: str) -> None:
    import html

    page = f"<div><p>{html.escape(text)}</p><p>{html.escape(text[::-1])}<b>協働</b></p></div>"

    def plain(source: str) -> str:
        tree = LexborHTMLParser(source)
        for node in tree.css("rt, rp"):
            node.decompose()
        return tree.body.text() if tree.body else ""

    assert plain(with_ruby(page, read)) == plain(page)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>この{方|かた}は</p>", f"<p>この{ruby('方', 'かた')}は</p>"),
        ("<p>{方|かた}<b>です</b></p>", f"<p>{ruby('方', 'かた')}<b>です</b></p>"),
        ("<p>&#123;方&#124;かた&#125;</p>", f"<p>{ruby('方', 'かた')}</p>"),
        ('<p title="{方|かた}">x</p>', '<p title="方">x</p>'),
        ("<title>{方|かた}</title>", "<title>方</title>"),
        ("<p>{abc|def} {{ 7*7 }}</p>", "<p>{abc|def} {{ 7*7 }}</p>"),
    ],
)
def test_readings_written_into_a_text_become_ruby_or_vanish(page: str, expected: str) -> None:
    assert with_ruby(page, Furigana(cache=None).segments) == expected


def test_english_pages_show_no_notation() -> None:
    assert without_notation("<p>{方|かた} &#123;方&#124;かた&#125; {x|y}</p>") == "<p>方 方 {x|y}</p>"
