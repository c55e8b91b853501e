"""Each kind of fault in a finished site is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.web.postcheck import look_over, sheets_of, untranslated

GOOD = '<html lang="{language}"><head><title>{title}</title></head><body><h1 id="top">x</h1>{body}</body></html>'


def page(path: Path, body: str, title: str, language: str = "ja") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(GOOD.format(title=title, body=body, language=language), encoding="utf-8")


def site(folder: Path, body: str, title: str = "a", css: str = "") -> Path:
    """Make a site of two pages in Japanese and English; *body* stands on the first."""
    page(folder / "index.html", f'<a href="b/">b</a><a href="en/">en</a>{body}', title)
    page(folder / "b" / "index.html", "", "b")
    page(folder / "en" / "index.html", '<a href="b/">b</a>', "a", "en")
    page(folder / "en" / "b" / "index.html", "", "b", "en")
    (folder / "main.css").write_text(css, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "body",
    [
        '<a href="b/">x</a>',
        '<a href="b/#top">x</a>',
        '<a href="#top">x</a>',
        '<a href="./">x</a>',
        '<a href="/b/">x</a>',
        '<a href="https://example.org/">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<link rel="stylesheet" href="main.css">',
        '<img src="data:image/png;base64,AA" alt="">',
        '<form action="b/"></form>',
        '<link rel="canonical" href="https://example.org/">',
        '<svg><use href="#top"></use></svg>',
        "<p>onclick=1 and style=2 are words here</p>",
    ],
)
def test_good_pages_pass(tmp_path: Path, body: str) -> None:
    assert look_over(site(tmp_path, body)) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="c/">x</a>', "の行き先がありません"),
        ('<a href="../b/">x</a>', "の行き先がありません"),
        ('<img src="../main.css" alt="">', "読みこむファイル「../main.css」がありません"),
        ('<a href="https://[x/">x</a>', "の行き先がありません"),
        ('<script src="https://[x/"></script>', "ほかのサーバーから"),
        ('<a href="b/#nothing">x</a>', "の名前の節がありません"),
        ('<a href="#nothing">x</a>', "の名前の節がありません"),
        ('<a href="javascript:alert(1)">x</a>', "使えない種類の番地"),
        ('<a href="//example.org/">x</a>', "使えない種類の番地"),
        ('<p id="top">x</p>', "「top」が 2 か所"),
        ('<script src="https://example.org/x.js"></script>', "ほかのサーバーから"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "ほかのサーバーから"),
        ('<img src="missing.png" alt="">', "読みこむファイル「missing.png」がありません"),
        ('<p>{{ part("forms") }}</p>', "置きかわらないまま"),
        ('<a href="JavaScript:alert(1)">x</a>', "使えない種類の番地"),
        ('<a href="data:text/html,x">x</a>', "使えない種類の番地"),
        ('<a href="file:///etc/passwd">x</a>', "使えない種類の番地"),
        ('<form action="javascript:alert(1)"></form>', "使えない種類の番地"),
        ('<button formaction="vbscript:x">x</button>', "使えない種類の番地"),
        ('<svg><a href="javascript:alert(1)">x</a></svg>', "使えない種類の番地"),
        ('<form action="c/"></form>', "の行き先がありません"),
        ('<link rel="alternate" href="feed.xml">', "の行き先がありません"),
        ('<img src="main.css" srcset="main.css 1x, https://example.org/x.png 2x" alt="">', "ほかのサーバーから"),
        ('<video poster="https://example.org/x.png"></video>', "ほかのサーバーから"),
        ('<object data="https://example.org/x.pdf"></object>', "ほかのサーバーから"),
        ('<link rel="preload" href="https://example.org/x.woff2">', "ほかのサーバーから"),
        ('<svg><use href="https://example.org/x.svg#y"></use></svg>', "ほかのサーバーから"),
        ('<p style="color:red">x</p>', "Content-Security-Policy"),
        ('<p onclick="x()">x</p>', "Content-Security-Policy"),
        ("<style>p{}</style>", "Content-Security-Policy"),
        ('<base href="b/">', "Content-Security-Policy"),
        ('<meta http-equiv="refresh" content="0; url=c/">', "の行き先がありません"),
        ('<meta http-equiv="refresh" content="0; url=javascript:alert(1)">', "使えない種類の番地"),
        ('<iframe src="b/index.html"></iframe>', "Content-Security-Policy"),
    ],
)
def test_each_fault_is_found(tmp_path: Path, body: str, fault: str) -> None:
    findings = look_over(site(tmp_path, body))

    assert {finding.page for finding in findings if fault in finding.what} == {"index.html"}
    assert all(finding.what.endswith("ください。") for finding in findings), "what to do is not said"


def test_two_pages_with_one_title_are_found(tmp_path: Path) -> None:
    assert "題名「b」が、ページ b/index.html と同じ" in str(look_over(site(tmp_path, "", title="b")))


def test_own_address_counts_as_inside(tmp_path: Path) -> None:
    folder = site(tmp_path, '<a href="https://example.org/town/c/">x</a>')

    assert "の行き先がありません" in str(look_over(folder, "https://example.org/town/"))


@pytest.mark.parametrize(
    ("css", "fault"),
    [
        ("p{background:url(https://example.org/x.png)}", "ほかのサーバーから"),
        ('@import "//example.org/x.css";', "ほかのサーバーから"),
        ("p{background:url('missing.png')}", "読みこむファイル「missing.png」がありません"),
    ],
)
def test_faults_of_style_sheets_are_found(tmp_path: Path, css: str, fault: str) -> None:
    assert fault in str(look_over(site(tmp_path, "", css=css)))


def test_page_that_nobody_reaches_is_found(tmp_path: Path) -> None:
    folder = site(tmp_path, "")
    page(folder / "c" / "index.html", '<a href="../">up</a>', "c")
    page(folder / "en" / "c" / "index.html", '<a href="../">up</a>', "c", "en")

    assert [str(one) for one in look_over(folder)] == [
        f"{address}: ほかのどのページからもリンクがなく、読む人がたどり着けません。"
        "メニューか関係するページからリンクしてください。"
        for address in ("c/index.html", "en/c/index.html")
    ]


def test_old_address_that_leads_on_is_no_orphan(tmp_path: Path) -> None:
    folder = site(tmp_path, "")
    for name in ("c", "en/c"):
        page(folder / name / "index.html", '<meta http-equiv="Refresh" content="0; url=../b/">', "c")

    assert look_over(folder) == []


def test_page_for_one_language_may_be_missing_in_the_other(tmp_path: Path) -> None:
    folder = site(tmp_path, '<a href="kids/">kids</a>')
    page(folder / "kids" / "index.html", "", "kids")

    assert look_over(folder, single=["kids/index.html"]) == []


@pytest.mark.parametrize(
    ("there", "fault"),
    [
        ("c", "英語のページ(en/c/index.html)がありません。両方のことばで作るか、このページをなくしてください。"),
        ("en/c", "日本語のページ(c/index.html)がありません。両方のことばで作るか、このページをなくしてください。"),
    ],
)
def test_page_that_one_language_lacks_is_found(tmp_path: Path, there: str, fault: str) -> None:
    folder = site(tmp_path, f'<a href="{there}/">c</a>')
    page(folder / there / "index.html", "", "c")

    assert [one.what for one in look_over(folder)] == [fault]


@pytest.mark.parametrize(
    ("link", "faults", "words"),
    [
        ('<a href="b/">Council</a>', 0, ()),
        ('<a href="b/">審議会</a>', 1, ("審議会",)),
        ('<a href="b/" lang="ja">審議会</a>', 0, ("審議会",)),
        ('<a href="b/"><span lang="ja">審議会</span></a>', 0, ("審議会",)),
        ('<a href="../" hreflang="ja" lang="ja">日本語</a>', 0, ()),
    ],
)
def test_missing_translation_in_the_navigation_is_found(
    tmp_path: Path, link: str, faults: int, words: tuple[str, ...]
) -> None:
    folder = site(tmp_path, "")
    page(folder / "en" / "index.html", f"<nav>{link}</nav><a href='b/'>b</a>", "a", "en")

    assert len([one for one in look_over(folder) if "という印(lang)なし" in one.what]) == faults
    assert untranslated(sheets_of(folder).values()) == ({"en": words} if words else {})


def test_link_to_a_folder_is_found_where_no_server_answers(tmp_path: Path) -> None:
    folder = site(tmp_path, '<a href="b/index.html#top">b</a>')

    assert {one.what for one in look_over(folder, from_disk=True)} == {
        f"リンク「{link}」はフォルダーを指すので、サーバーのないところではページが開きません。"
        "番地の終わりに index.html を付けてください。"
        for link in ("b/", "en/")
    }
