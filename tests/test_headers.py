"""The site keeps to itself: under its own security policy, with no report and no request to anyone else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from macros.guideline.load import load
from macros.web import headers
from macros.web.pages import pages
from tests.live import browsing
from tests.site import MINI, built

pytestmark = pytest.mark.xdist_group("browser")
LONGEST_LINE = 2000  # of _headers files, at the strictest of the hosts that read them
REPORTS = """
window.reports = []
document.addEventListener("securitypolicyviolation", (event) =>
  window.reports.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
"""


def apache(site: Path) -> dict[str, str]:
    """Read the headers as Apache does."""
    text = (site / headers.APACHE).read_text(encoding="utf-8")
    return dict(re.findall(r'^Header always set (\S+) "([^"]*)"$', text, re.MULTILINE))


def static_host(site: Path) -> dict[str, str]:
    """Read the headers as hosts of static sites do."""
    first, *lines = (site / headers.STATIC_HOST).read_text(encoding="utf-8").splitlines()
    assert first == "/*"
    return dict(line.strip().split(": ", 1) for line in lines)


def nginx(folder: Path) -> dict[str, str]:
    """Read the headers as nginx does."""
    text = (folder / headers.NGINX).read_text(encoding="utf-8")
    return dict(re.findall(r'^add_header (\S+) "([^"]*)" always;$', text, re.MULTILINE))


class _WithHeaders(SimpleHTTPRequestHandler):
    sent: dict[str, str]

    def end_headers(self) -> None:
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module", name="site")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("guarded"))


@pytest.fixture(scope="module", name="address")
def fixture_address(site: Path) -> Iterator[str]:
    handler = type("Handler", (_WithHeaders,), {"sent": apache(site)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module", name="browser")
def fixture_browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(name="watched")
def fixture_watched(browser: Browser) -> Iterator[tuple[Page, list[str], list[str]]]:
    """A page, what went wrong on it, and all requests it made."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(REPORTS)
    page = context.new_page()
    wrong: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    context.on("request", lambda request: requests.append(request.url))
    yield page, wrong, requests
    context.close()


def test_every_server_is_told_the_same(site: Path) -> None:
    told = headers.headers(site)

    assert apache(site) == static_host(site) == nginx(site.parent / "work" / "headers") == told
    assert not (site / headers.NGINX).exists()


def test_policy_allows_our_own_scripts_only(site: Path) -> None:
    rules = dict(rule.split(" ", 1) for rule in apache(site)["Content-Security-Policy"].split("; "))

    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'self'( 'sha256-[A-Za-z0-9+/]{43}=')+", rules["script-src"])
    assert not [one for one in rules.values() if "unsafe" in one or "*" in one or "http" in one]


def test_headers_fit_the_files_of_hosts(site: Path) -> None:
    assert max(map(len, (site / headers.STATIC_HOST).read_text(encoding="utf-8").splitlines())) < LONGEST_LINE


def test_a_script_that_is_not_on_every_page_gets_no_hash(site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    page = copy / "midori" / "index.html"
    for script in ("alert(1)", '__md_scope=new URL(".",location);alert(1)', "__md_scope=new URL(alert(1),location)"):
        page.write_text(page.read_text(encoding="utf-8") + f"<script>{script}</script>", encoding="utf-8")

    assert headers.headers(copy) == headers.headers(site)


def test_data_in_a_page_needs_no_hash(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<script type="application/json">{}</script>', encoding="utf-8")

    assert "sha256" not in headers.headers(tmp_path)["Content-Security-Policy"]


def test_every_page_runs_under_the_policy_and_asks_nobody_else(
    site: Path, address: str, watched: tuple[Page, list[str], list[str]]
) -> None:
    page, wrong, requests = watched
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page.goto(address + name.removesuffix("index.html"), wait_until="load")
        assert page.evaluate("window.reports") == [], name
        assert wrong == [], name

    assert {urlsplit(url).netloc for url in requests if urlsplit(url).scheme != "data"} == {urlsplit(address).netloc}


def test_everything_a_visitor_can_press_works_under_the_policy(
    address: str, watched: tuple[Page, list[str], list[str]]
) -> None:
    page, wrong, _ = watched
    kinds = {one.frame: one.address for one in pages(load(MINI))}
    for kind, one in kinds.items():
        page.goto(address + one)
        page.locator("[data-k-scheme]").click()
        page.locator("[data-k-furigana] button[value=all]").click()
        page.locator("[data-k-search]").click()
        page.locator("[data-k-panel] input").fill("協働")
        page.locator("[data-k-hits] a").first.wait_for()

        assert page.evaluate("document.documentElement.dataset.furigana") == "all", kind
        assert page.evaluate("window.reports") == [], kind
        assert wrong == [], kind


def test_strange_script_does_not_run(address: str, watched: tuple[Page, list[str], list[str]]) -> None:
    page, _, _ = watched
    page.goto(address)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.evil = 1'}))")

    assert page.evaluate("window.evil") is None
    page.wait_for_function("window.reports.length === 1")
