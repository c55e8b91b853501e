"""Links to telephones and mail lead there, however the document writes the number or the address."""

from __future__ import annotations

import pytest

from macros.web.reach import call, mail


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("0550-12-3456", "tel:0550123456"),
        ("０５５０－１２－３４５６", "tel:0550123456"),
        ("0550ー12ー3456", "tel:0550123456"),
        ("(0550)12-3456", "tel:0550123456"),
        ("0550(12)3456(代表)", "tel:0550123456"),
        ("055-123-4567(内線12)", "tel:0551234567"),
        ("055-123-4567、055-123-4568", "tel:0551234567"),
        ("+81-55-123-4567", "tel:+81551234567"),
        ("090-1234-5678", "tel:09012345678"),
        ("内線 123", ""),
        ("12-3456", ""),
        ("なし", ""),
    ],
)
def test_number_is_called_as_it_is_dialled(written: str, link: str) -> None:
    assert call(written) == link


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("kyodo@city.midori.lg.jp", "mailto:kyodo@city.midori.lg.jp"),
        ("kyodo＠city.midori.lg.jp", "mailto:kyodo@city.midori.lg.jp"),
        ("ｋｙｏｄｏ＠ｃｉｔｙ．ｍｉｄｏｒｉ．ｌｇ．ｊｐ", "mailto:kyodo@city.midori.lg.jp"),
        ("kyodo(at)city.midori.lg.jp", ""),
        ("kyodo@city..jp", ""),
        ("a@b.jp, c@d.jp", ""),
        ("a@b.jp?subject=x", ""),
    ],
)
def test_mail_goes_where_it_can_arrive(written: str, link: str) -> None:
    assert mail(written) == link
