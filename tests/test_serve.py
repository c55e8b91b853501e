"""The preview shows what is edited at once, answers this machine only, and says why where it cannot begin."""

from __future__ import annotations

import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.web.crew import Crew
from macros.web.errors import WrittenToError
from macros.web.serve import Preview
from tests.site import MINI, job, town


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


def test_who_asks_while_a_mistake_is_mended_sees_the_mended_page(preview: Preview) -> None:
    preview.mistakes = ["rules.yml:1:1: まちがい"]
    preview._wanted_epoch = preview._visible_epoch + 1
    answers: list[tuple[str, str]] = []
    visitor = threading.Thread(target=lambda: answers.append(asked(preview, "/midori/rules/")))
    visitor.start()
    time.sleep(0.2)
    with preview._epoch_cond:
        preview.mistakes = []
        preview._visible_epoch = preview._wanted_epoch
        preview._epoch_cond.notify_all()
    visitor.join(timeout=10)

    assert answers == [("200 OK", "<body>a page</body>")]


def test_an_edit_during_the_build_of_another_is_no_mistake(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise WrittenToError("書きかえられました。")

    monkeypatch.setattr("macros.web.serve.build", interrupted)
    preview.rebuild()
    assert preview.mistakes, "nobody watches yet: nobody would build it again"

    preview.mistakes = []
    monkeypatch.setattr(preview.observer, "is_alive", lambda: True)
    preview.rebuild()
    assert not preview.mistakes


def test_serve_without_data_says_so_before_it_watches(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["serve", "--data", str(tmp_path / "nowhere"), "--port", "1"]) == 1
    assert capsys.readouterr().out == "nowhere:1:1: データのフォルダーが見つかりません。場所を確かめてください。\n"


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=120) as answer:
        return str(answer.read().decode())


def waits_for(words: str, address: str) -> bool:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if words in read(address):
            return True
        time.sleep(0.3)
    return False


def test_preview_shows_an_edit_a_mistake_and_the_mended_page(tmp_path: Path) -> None:
    data = town(tmp_path)
    with Crew() as crew:
        shows_an_edit_a_mistake_and_the_mended_page(data, Preview(job(tmp_path, data), "127.0.0.1", 0, print, crew))


def shows_an_edit_a_mistake_and_the_mended_page(data: Path, preview: Preview) -> None:
    title = data / "midori" / "rules.yml"
    whole = title.read_text(encoding="utf-8")
    preview.rebuild()
    preview.watch(str(data))
    server = threading.Thread(target=preview.serve, daemon=True)
    server.start()
    while not getattr(preview, "server_port", 0):
        time.sleep(0.05)
    address = f"http://127.0.0.1:{preview.server_port}/midori/rules/"
    try:
        assert waits_for("<h1", address)
        title.write_text(whole + "    remark: {ja: あたらしいほそくです。, en: An edited remark.}\n", encoding="utf-8")
        assert waits_for("あたらしいほそくです。", address)
        title.write_text(whole + "    remrk: {ja: まちがい}\n", encoding="utf-8")
        assert waits_for("直すところがあります", address)
        assert "rules.yml" in read(address)
        title.write_text(whole, encoding="utf-8")
        assert waits_for("<h1 id=", address)
    finally:
        preview.shutdown()
        server.join(timeout=10)


def test_serve_says_that_a_port_is_taken_before_it_builds(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert main(["serve", "--data", str(MINI), "--port", str(port)]) == 1

    assert f"{port} 番は、ほかのプログラムが使っています" in capsys.readouterr().out


def test_serve_says_that_there_is_no_such_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--data", str(MINI), "--host", "no-such-host.invalid"]) == 1
    assert "--host を確かめてください" in capsys.readouterr().out


@pytest.mark.parametrize("port", ["0", "-1", "99999", "八千"])
def test_serve_refuses_what_is_no_port(port: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", f"--port={port}"])

    assert ended.value.code == 2
