"""A text that is too pale is found wherever it lies, and no other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.contrast import pale

FINE, PALE = "#767676", "#777777"
"""The lightest grey that stands out from white by 4.5, and the next one, which does not"""
LAID_OVER = "position: absolute; left: 0; top: 0; width: 100%; height: 100%"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (f'<p style="color: {FINE}">字</p>', []),
        (f'<p style="color: {PALE}">字</p>', ["4.48 p  「字」"]),
        (f'<p style="color: {PALE}; font-size: 24px">大きな字</p>', []),
        (f'<p style="color: {PALE}; font-size: 23px">大きな字</p>', ["4.48 p  「大きな字」"]),
        (f'<p style="color: {PALE}; font: bold 19px serif">太い字</p>', []),
        ('<p style="color: #949494; font-size: 24px">大きな字</p>', []),
        ('<p style="color: #969696; font-size: 24px">大きな字</p>', ["2.96 p  「大きな字」"]),
        ('<p style="opacity: 0.5">薄めた字</p>', ["3.98 p  「薄めた字」"]),
        ('<p style="color: white"><b style="background: black">地</b></p>', []),
        ('<p style="background: rgb(0 0 0 / 10%)"><b style="color: #767676">地</b></p>', ["3.61 b  「地」"]),
        (f'<div style="{LAID_OVER}; background: black"></div><p style="position: relative">字</p>', ["1.00 p  「字」"]),
        (
            f'<p style="color: white">隠れた字</p><div style="{LAID_OVER}; background: black"></div>'
            '<i style="color: white; position: relative">字</i>',
            [],
        ),
        (f'<p style="color: {PALE}; visibility: hidden">見えない字</p><p>字</p>', []),
        (f'<button disabled style="color: {PALE}">使えない</button><p>字</p>', []),
        (
            '<svg viewBox="0 0 90 90" width="90"><rect width="90" height="90" fill="#333"/>'
            '<text x="9" y="40" font-size="16" class="k-name">図</text></svg>',
            ["1.66 text k-name 「図」"],
        ),
        (
            '<svg viewBox="0 0 90 90" width="90"><path d="M17 0 V90" stroke="#333"/>'
            '<text x="9" y="40" font-size="16">図</text></svg>',
            [],
        ),
        ('<svg viewBox="0 0 9 9" width="90"><text x="1" y="6" font-size="3" fill="#949494">図</text></svg>', []),
        (
            '<style>input::placeholder { color: #999 }</style><input placeholder="例" class="k-find">',
            ["2.85 input k-find 「例」"],
        ),
        ('<select style="color: #999"><option>年</option></select>', ["2.48 select  「年」"]),
        ('<p style="background: linear-gradient(white, black)">字</p>', ["on a picture p  「字」"]),
        ('<style>p::before { content: "1"; color: #ccc }</style><p>字</p>', ["1.61 p  「::before」"]),
        ('<style>p::before { content: "1"; color: #ccc; background: black }</style><p>字</p>', []),
    ],
)
def test_texts_that_are_too_pale_are_found_wherever_they_lie(browser: Browser, html: str, found: list[str]) -> None:
    page = browser.new_page()
    page.set_content(f'<body style="background: white; color: black; font-size: 16px">{html}')
    try:
        assert pale(page) == found
    finally:
        page.close()
