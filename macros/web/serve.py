"""Preview both languages with live reload; a mistake in the data shows as a page with its message.

After a change the page that somebody looks at is built first and shown at once, the rest of the site after it.
"""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from mkdocs.livereload import LiveReloadServer

from macros import addresses
from macros.guideline.problems import GuidelineError, Place, Problem
from macros.web import tasks
from macros.web.build import build
from macros.web.crew import Crew
from macros.web.errors import BuildError, PagesError, WrittenToError
from macros.web.progress import Progress
from macros.web.project import LANGUAGES, ROOT, Job
from macros.web.units import Units

WATCHED = ("data", "docs", "overrides", "mkdocs.yml", "mkdocs.en.yml")
_HERE = frozenset(("localhost", "127.0.0.1", "::1"))
_ANY_HOST = frozenset(("", "0.0.0.0", "::"))
_ELSEWHERE = (
    "この名前では見られません。kyodo serve が示した番地(http://127.0.0.1:8000/ など)で開いてください。"
    "ほかのパソコンから見るときは、kyodo serve --host に、このパソコンの番地を書きます。\n"
)
_A_LOOK = 0.1
"""Seconds between two looks at the files"""


class AddressError(Exception):
    """Raised where nothing can be served at an address: another program has it, or the machine has no such one."""


class Preview(LiveReloadServer):
    """Serves the merged site, or the page of mistakes while there are any."""

    def __init__(self, job: Job, host: str, port: int, say: Callable[[str], None], crew: Crew) -> None:
        self.job = job
        self.say = say
        self.crew = crew
        self.hosts = frozenset() if host in _ANY_HOST else _HERE | {host.lower()}
        """The names by which browsers may ask; any where there are none"""
        self.looked_at = ""
        """The page of ours last asked for, as an address below the site's root"""
        self.mistakes: list[str] = []
        self.idle = True
        """Whether every page is up to date, as far as changes have been noticed"""
        super().__init__(builder=self.rebuild, host=host, port=port, root=str(job.site), polling_interval=_A_LOOK)
        self.page = jinja2.Environment(
            loader=jinja2.FileSystemLoader(ROOT / "overrides" / "fragments"), autoescape=True
        ).get_template("_mistakes.html")
        self.error_handler = self._not_found

    def rebuild(self) -> None:
        """Build anew; keep the last good pages and show what is wrong when that fails."""
        self.idle = False
        self._rebuild()
        self.crew.rest(tasks.tidy)
        self.idle = True

    def _rebuild(self) -> None:
        progress = Progress()
        if self._shown_at_once():
            self.say(f"/{self.looked_at} を作りました({progress.seconds:.1f} 秒)。ほかのページを作っています。")
        try:
            report = build(self.job, progress, self.crew)
        except GuidelineError as error:
            self._show(error.lines())
        except BuildError as error:
            if isinstance(error, WrittenToError) and self.observer.is_alive():  # it has seen it, too
                self.say("作っているあいだに書きかえられたので、もう一度作ります。")
            else:
                self._show(str(error).splitlines())
        else:
            self.mistakes = []
            unsure = f"、読みの決まっていないことば {len(report.doubts)}" if report.doubts else ""
            self.say(f"{report.pages} ページ、{report.seconds:.1f} 秒{unsure}")

    def _shown_at_once(self) -> bool:
        """Build only the page that somebody looks at, and let browsers load it; say whether that went well."""
        language, page = _in_language(self.looked_at)
        guide = page.partition("/")[0]
        target = self.job.site / self.looked_at / "index.html"
        if self.mistakes or not target.exists():
            return False
        units = Units(self.job.units, {})
        if not units.folder(guide, language).is_dir():
            return False
        before = target.read_bytes()
        made = self.crew.do(
            tasks.preview, self.job.settled(), units, guide, language, LANGUAGES[language], page, target
        )
        try:
            made.result()
        except (GuidelineError, PagesError):
            return False  # the whole build says what is wrong
        if target.read_bytes() == before:
            return False
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()
        return True

    def _show(self, lines: list[str]) -> None:
        self.mistakes = lines
        for line in lines:
            self.say(line)

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        if self.hosts and _host_in(environ.get("HTTP_HOST", "")) not in self.hosts:
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [_ELSEWHERE.encode()]
        path = environ["PATH_INFO"]
        wants_page = path.endswith(("/", ".html"))
        if wants_page:
            self._remember(path.removesuffix("index.html").strip("/"))
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
        mistakes, epoch = self.mistakes, self._visible_epoch
        if not (mistakes and wants_page):
            try:
                return super()._serve_request(environ, start_response)
            except (OSError, ValueError):  # no disk has a file of such a name
                return None
        content = self._inject_js_into_html(self.page.render(mistakes=mistakes).encode(), epoch)
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(content)))])
        return [content]

    def _remember(self, address: str) -> None:
        """Remember that somebody looks at *address*, where a page of ours is."""
        if ".." not in address.split("/") and os.path.isfile(  # noqa: PTH113 no name is too odd for it
            self.job.site / address / "index.html"
        ):
            self.looked_at = f"{address}/" if address else ""

    def _not_found(self, code: int) -> bytes | None:
        page = Path(self.root) / f"{code}.html"
        return page.read_bytes() if page.exists() else None


def _host_in(header: str) -> str:
    """Give the name of the host in what a browser says it has asked."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _in_language(address: str) -> tuple[str, str]:
    """Give the language of a page and its address below the language's root."""
    for language in LANGUAGES:
        root = addresses.language_root(language)
        if root and address.startswith(root):
            return language, address.removeprefix(root)
    return next(iter(LANGUAGES)), address


def serve(job: Job, host: str, port: int, say: Callable[[str], None]) -> None:
    """Build into the preview folder and serve it until interrupted.

    Raises GuidelineError where there are no data to watch, and AddressError where another program has the port,
    both before anything is built.
    """
    if not job.data.is_dir():
        raise GuidelineError([Problem(Place(job.data.name), "no-data-folder")])
    _try(host, port)
    with Crew() as crew:
        preview = Preview(job, host, port, say, crew)
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
