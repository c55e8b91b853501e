"""Measure a first visit in Chromium on a phone profile: what it loads, when it shows something, when search answers.

python -m bench.visit   needs Chromium; prints a table in Markdown.
The phone: 412 by 823 points, a processor slowed four times, 1.6 Mbit/s with 150 ms to the server and back
(what Lighthouse calls slow 4G). The server compresses with gzip, as hosts do, and nothing is in the cache.
"""

from __future__ import annotations

import gzip
import http.server
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from macros.web.build import build
from macros.web.progress import Progress
from macros.web.project import Job
from tests.browser import FLAGS, chromium, surroundings

PAGES = ("", "yamaguchi/", "yamaguchi/plan/", "yamaguchi/forms/", "compare/forms/", "en/yamaguchi/")
ROUNDS = 3
SLOWER = 4
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml")
PAINTED = """() => new Promise(done => new PerformanceObserver(list => {
  const found = list.getEntriesByName("first-contentful-paint")[0]
  if (found) done(found.startTime)
}).observe({ type: "paint", buffered: true }))"""
SEARCH = """words => new Promise(done => {
  const began = performance.now()
  const list = document.querySelector("[data-k-hits]")
  new MutationObserver(() => requestAnimationFrame(() => done(performance.now() - began)))
    .observe(list, { childList: true })
  if (!document.querySelector(".md-search__input").offsetParent) document.querySelector("[data-k-search]").click()
  const box = document.querySelector(".md-search__input")
  box.value = words
  box.dispatchEvent(new Event("input", { bubbles: true }))
})"""


class _Compressing(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        content = path.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in TEXTS:
            content = gzip.compress(content, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = build(Job(site=folder / "site", work=folder / "work", paper=False), Progress()).site
        with _served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS), env=surroundings())
            print("| page | HTML, kB | CSS | JS | all of a first visit | first paint with content, s |")
            print("|---|---|---|---|---|---|")
            for page in PAGES:
                print(_row(browser, address, page), flush=True)
            print()
            for page in ("yamaguchi/", "yamaguchi/plan/"):
                times = [_search(browser, address + page) for _ in range(ROUNDS)]
                first, later = (statistics.median(one) / 1000 for one in zip(*times, strict=True))
                print(f"Search on /{page}: first hits {first:.2f} s after it is opened, then {later:.2f} s")
            browser.close()


def _row(browser: Browser, address: str, page: str) -> str:
    visits = [_visit(browser, address + page) for _ in range(ROUNDS)]
    sizes = visits[0][0]
    html, css, js = (sum(size for name, size in sizes.items() if name.endswith(kind)) for kind in ("/", ".css", ".js"))
    paint = statistics.median(painted for _, painted in visits) / 1000
    kilo = [f"{size / 1000:.1f}" for size in (html, css, js, sum(sizes.values()))]
    return f"| /{page} | {' | '.join(kilo)} | {paint:.2f} |"


def _visit(browser: Browser, address: str) -> tuple[dict[str, int], float]:
    """Give the bytes that came over the network by address, and when the first content was painted."""
    with _phone(browser) as (page, session):
        sizes: dict[str, int] = {}
        named: dict[str, str] = {}
        session.on("Network.responseReceived", lambda one: named.update({one["requestId"]: one["response"]["url"]}))
        session.on(
            "Network.loadingFinished",
            lambda one: sizes.update({named.get(one["requestId"], ""): int(one["encodedDataLength"])}),
        )
        _open(page, address)
        return {name: size for name, size in sizes.items() if name.startswith("http")}, page.evaluate(PAINTED)


def _search(browser: Browser, address: str) -> tuple[float, float]:
    """Give the milliseconds from opening search to the first hits, and for another word after that."""
    with _phone(browser) as (page, _):
        _open(page, address)
        first = page.evaluate(SEARCH, "ほじょきん")
        time.sleep(1)
        return first, page.evaluate(SEARCH, "地域交流センター")


def _open(page: Page, address: str) -> None:
    """Wait until all of it has come and its scripts have run: a slow phone may ask for nothing while it still reads."""
    page.goto(address, wait_until="load")
    page.wait_for_load_state("networkidle")


@contextmanager
def _phone(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    context = browser.new_context(viewport={"width": 412, "height": 823}, is_mobile=True, has_touch=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page, session
    context.close()


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = partial(_Compressing, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


if __name__ == "__main__":
    main()
