"""Each kind of fault in a finished site is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.web.postcheck import look_over

GOOD = '<html><head><title>{title}</title></head><body><h1 id="top">x</h1>{body}</body></html>'


def site(folder: Path, body: str, title: str = "a") -> Path:
    (folder / "b").mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(GOOD.format(title=title, body=body), encoding="utf-8")
    (folder / "b" / "index.html").write_text(GOOD.format(title="b", body=""), encoding="utf-8")
    (folder / "main.css").write_text("", encoding="utf-8")
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
    ],
)
def test_good_pages_pass(tmp_path: Path, body: str) -> None:
    assert look_over(site(tmp_path, body)) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="c/">x</a>', "leads nowhere"),
        ('<a href="b/#nothing">x</a>', "a section that does not exist"),
        ('<a href="#nothing">x</a>', "a section that does not exist"),
        ('<a href="javascript:alert(1)">x</a>', "not allowed"),
        ('<a href="//example.org/">x</a>', "not allowed"),
        ('<p id="top">x</p>', "is used 2 times"),
        ('<script src="https://example.org/x.js"></script>', "loaded from elsewhere"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "loaded from elsewhere"),
        ('<img src="missing.png" alt="">', "does not exist"),
        ('<p>{{{{ part("forms") }}}}</p>', "not filled in"),
    ],
)
def test_each_fault_is_found(tmp_path: Path, body: str, fault: str) -> None:
    findings = look_over(site(tmp_path, body))

    assert [finding for finding in findings if fault in finding.what]


def test_two_pages_with_one_title_are_found(tmp_path: Path) -> None:
    assert "same title" in str(look_over(site(tmp_path, "", title="b")))


def test_own_address_counts_as_inside(tmp_path: Path) -> None:
    folder = site(tmp_path, '<a href="https://example.org/town/c/">x</a>')

    assert "leads nowhere" in str(look_over(folder, "https://example.org/town/"))
