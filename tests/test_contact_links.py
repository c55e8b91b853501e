"""Contacts are written as printed; what they lead to is what a telephone dials and a mail program takes, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.web.reach import call, mail
from tests.site import built, page_of, replaced, town

PRINTED = "(0000)55-0100 内線 2345"


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("083-934-2965", "0839342965"),
        ("(083)934-2965", "0839342965"),
        ("083-934-2965(内線 2345)", "0839342965"),
        ("083-934-2965・2966", "0839342965"),
        ("083-934-2965 083-934-2966", "0839342965"),
        ("代表 083-934-2965(8時30分から)", "0839342965"),
        ("０８３‐９３４－２９６５", "0839342965"),
        ("083ー934−2965", "0839342965"),
        ("0120-000-000", "0120000000"),
        ("090-0000-0000", "09000000000"),
        ("+81 83-934-2965", "+81839342965"),
        ("0550(12)3456(代表)", "0550123456"),
        ("0550-12-3456 (8-17時)", "0550123456"),
        ("なし", ""),
        ("内線 2345", ""),
        ("#7119", ""),
        ("934-2965", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_telephone_dials_the_first_whole_number(printed: str, number: str) -> None:
    assert call(printed) == (number and f"tel:{number}")


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("kyodo-s@city.example.lg.jp", "kyodo-s@city.example.lg.jp"),
        ("kyodo@city.example.jp(協働推進課)", "kyodo@city.example.jp"),
        ("ｋｙｏｄｏ＠city.example.jp", "kyodo@city.example.jp"),
        ("a@example.jp?bcc=b@example.org&body=x", "a@example.jp"),
        ("a?b&c%0A@example.jp", "a%3Fb%26c%250A@example.jp"),
        ("a@b.jp, c@d.jp", "a@b.jp"),
        ("kyodo@city..jp", ""),
        ("kyodo(at)city.midori.lg.jp", ""),
        ("kyodo(アット)city.example.jp", ""),
        ("市のサイトから", ""),
    ],
)
def test_a_mail_goes_to_the_first_address(printed: str, address: str) -> None:
    assert mail(printed) == (address and f"mailto:{address}")


def test_pages_show_contacts_as_printed_and_link_what_can_be_followed(tmp_path: Path) -> None:
    data = town(tmp_path)
    front = data / "midori" / "guide.yml"
    replaced(front, "now: ended", "now: in-force")
    replaced(front, "telephone: 0000-55-0100", f"telephone: {PRINTED}")
    replaced(front, "email: desk@midori.example", "email: 市のサイトから")
    plan = data / "midori" / "plan" / "1-together.yml"
    plan.rename(plan.with_name("1 支援#a?b%20.yml"))
    site = built(tmp_path, data, KYODO_EDIT_BASE="https://example.org/blob/main")
    contact = page_of(site, "midori/contact")
    action = page_of(site, "midori/plan/together")

    for page in (contact, page_of(site, "midori")):
        assert [(one.attributes["href"], one.text()) for one in page.css("[href^='tel:']")] == [
            ("tel:0000550100", PRINTED)
        ]
    assert "市のサイトから" in contact.css_first("main, article").text()
    assert not contact.css("[href^='mailto:']")
    links = [one.attributes["href"] or "" for one in action.css(".k-source a")]
    assert [one for one in links if one.startswith("https://example.org/blob/main/data/midori/plan/1%20%E6%94%AF")]
    assert not [one for one in links if "#a" in one or "?" in one]
