"""The addresses that a build is told go into every page, so that it takes only what can be one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.web import origin
from macros.web.build import build
from macros.web.errors import BuildError
from macros.web.progress import Progress
from tests.site import job

GOOD = (
    "https://example.jp",
    "https://example.jp/",
    "http://localhost:8000/town/",
    "https://例え.jp/町&村/",
    "https://[::1]:8443/",
)
BAD = (
    'https://ex.jp/"><script>alert(1)</script>&x',
    "https://ex.jp/'x",
    "https://ex.jp/a b/",
    "https://ex.jp/a\u3000b/",
    "https://ex.jp/\u2028",
    "https://ex.jp/\x1b[31m",
    "https://ex.jp/\udcff",
    "https://ex.jp\\x/",
    "https://[x/",
    "https://example.jp／aiueo/",
    "https:///town/",
    "https://ex.jp:99999999/",
    "https://ex.jp:http/",
    "https://ex.jp/?x=1",
    "https://ex.jp/#top",
    "https://someone:secret@ex.jp/",
    "javascript:alert(1)",
    "ftp://ex.jp/",
    "ex.jp/town/",
    "/town/",
    " ",
)


@pytest.mark.parametrize("name", [origin.SITE, origin.EDIT])
@pytest.mark.parametrize("address", ["", *GOOD])
def test_an_address_of_the_web_is_taken(name: str, address: str) -> None:
    origin.refuse({name: address})


@pytest.mark.parametrize("name", [origin.SITE, origin.EDIT])
@pytest.mark.parametrize("address", BAD, ids=ascii)
def test_what_can_be_no_address_is_refused_with_the_remedy(name: str, address: str) -> None:
    with pytest.raises(BuildError, match=rf"{name} の.*使えません。.*の形で渡すか、渡さずに作ってください") as refused:
        origin.refuse({name: address})

    assert str(refused.value).isprintable()


def test_both_addresses_are_refused_at_once() -> None:
    with pytest.raises(BuildError, match=r"KYODO_SITE_URL[^\n]*\nKYODO_EDIT_BASE"):
        origin.refuse({origin.SITE: "x", origin.EDIT: "x"})


def test_a_build_refuses_an_address_before_anything_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.web.build.Units", None)

    with pytest.raises(BuildError, match="アドレスに使えません"):
        build(job(tmp_path, KYODO_SITE_URL="https://[x/"), Progress())

    assert [path.name for path in tmp_path.iterdir()] == ["work"]
