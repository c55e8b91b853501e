"""Preview both languages with live reload; a mistake in the data shows as a page with its message."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.livereload import LiveReloadServer

from macros.guideline.problems import GuidelineError
from macros.web.build import BuildError, build
from macros.web.progress import Progress
from macros.web.project import ROOT, Job

WATCHED = ("data", "docs", "overrides", "mkdocs.yml", "mkdocs.en.yml")


class AddressError(Exception):
    """Raised where nothing can be served at an address: another program has it, or the machine has no such one."""


class Preview(LiveReloadServer):
    """Serves the merged site, or the page of mistakes while there are any."""

    def __init__(self, job: Job, host: str, port: int, say: Callable[[str], None]) -> None:
        self.job = job
        self.say = say
        self.mistakes: list[str] = []
        super().__init__(builder=self.rebuild, host=host, port=port, root=str(job.site))
        self.page = jinja2.Environment(
            loader=jinja2.FileSystemLoader(ROOT / "overrides" / "fragments"), autoescape=True
        ).get_template("_mistakes.html")
        self.error_handler = self._not_found

    def rebuild(self) -> None:
        """Build anew; keep the last good pages and show what is wrong when that fails."""
        try:
            report = build(self.job, Progress())
        except GuidelineError as error:
            self._show(error.lines())
        except BuildError as error:
            self._show(str(error).splitlines())
        else:
            self.mistakes = []
            unsure = f"、読みの決まっていないことば {len(report.doubts)}" if report.doubts else ""
            self.say(f"{report.pages} ページ、{report.seconds:.1f} 秒{unsure}")

    def _show(self, lines: list[str]) -> None:
        self.mistakes = lines
        for line in lines:
            self.say(line)

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        wants_page = environ["PATH_INFO"].endswith(("/", ".html"))
        if not (self.mistakes and wants_page):
            return super()._serve_request(environ, start_response)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            content = self.page.render(mistakes=self.mistakes).encode()
            content = self._inject_js_into_html(content, self._visible_epoch)
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(content)))])
        return [content]

    def _not_found(self, code: int) -> bytes | None:
        page = Path(self.root) / f"{code}.html"
        return page.read_bytes() if page.exists() else None


def serve(job: Job, host: str, port: int, say: Callable[[str], None]) -> None:
    """Build into the preview folder and serve it until interrupted.

    Raises AddressError, before anything is built, where another program has the port.
    """
    _try(host, port)
    preview = Preview(job, host, port, say)
    preview.rebuild()
    for name in WATCHED:
        preview.watch(str(job.data if name == "data" else ROOT / name))
    say(f"http://{host}:{port}/ で見られます(やめるときは Ctrl+C)")
    try:
        preview.serve()
    except KeyboardInterrupt:
        pass
    finally:
        preview.shutdown()


def _try(host: str, port: int) -> None:
    """Take the address for a moment, so that nobody waits for a build that cannot be shown."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as one:
            if os.name == "posix":  # a port that was given back a moment ago is free
                one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind(address)
    except socket.gaierror:
        raise AddressError(f"{host} という番地は、このパソコンにありません。--host を確かめてください。") from None
    except PermissionError:
        raise AddressError(f"{port} 番は、管理者だけが使えます。--port 8000 のような番号を選んでください。") from None
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise AddressError(
                f"{host}:{port} は使えません({error.strerror})。--host と --port を確かめてください。"
            ) from None
        raise AddressError(
            f"{port} 番は、ほかのプログラムが使っています(もう一つの kyodo serve かもしれません)。"
            f"それを止めるか、--port {port + 1} のような別の番号を選んでください。"
        ) from None
