"""The preview answers this machine only, whatever is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.web.crew import Crew
from macros.web.serve import Preview
from tests.site import job


@pytest.fixture(name="preview")
def fixture_preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview that serves one page, which nobody builds."""
    (tmp_path / "site/midori/rules").mkdir(parents=True)
    (tmp_path / "site/midori/rules/index.html").write_text("<body>a page</body>", encoding="utf-8")
    with Crew() as crew:
        preview = Preview(job(tmp_path), "127.0.0.1", 0, print, crew)
        yield preview
        preview.server_close()


def asked(preview: Preview, path: str, host: str = "127.0.0.1:8000") -> tuple[str, str]:
    """Give the status and the words with which *preview* answers."""
    said: list[str] = []
    found = preview.serve_request(
        {"PATH_INFO": path, "HTTP_HOST": host},
        lambda status, _: said.append(status),  # type: ignore[arg-type]
    )
    return said[0], b"".join(found).decode()


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST", "127.0.0.1", "[::1]:8000"])
def test_the_preview_answers_whoever_asks_this_machine(preview: Preview, host: str) -> None:
    assert asked(preview, "/midori/rules/", host) == ("200 OK", "<body>a page</body>")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "[x", ""])
@pytest.mark.parametrize("path", ["/midori/rules/", "/livereload/0/0"])
def test_a_page_elsewhere_that_calls_itself_this_machine_reads_no_draft(preview: Preview, host: str, path: str) -> None:
    status, words = asked(preview, path, host)

    assert status == "403 Forbidden"
    assert "--host" in words


@pytest.mark.parametrize(("given", "status"), [("0.0.0.0", "200 OK"), ("192.0.2.1", "403 Forbidden")])
def test_any_name_is_answered_only_where_every_address_is_served(preview: Preview, given: str, status: str) -> None:
    with Crew() as crew:
        other = Preview(preview.job, given, 0, print, crew)
        assert asked(other, "/midori/rules/", "town.example")[0] == status
        assert asked(other, "/midori/rules/", given)[0] == "200 OK"
        other.server_close()


@pytest.mark.parametrize("path", [f"/midori/{'a' * 300}/", "/\0/", "/midori/../../site/midori/rules/", "/midori/none/"])
def test_only_a_page_of_ours_is_remembered_as_looked_at(preview: Preview, path: str) -> None:
    asked(preview, "/midori/rules/index.html")
    status, _ = asked(preview, path)

    assert status == "404 Not Found"
    assert preview.looked_at == "midori/rules/"
