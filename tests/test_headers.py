"""The site keeps to itself: under its own security policy, with no report and no request to anyone else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from macros.guideline.load import load
from macros.web import headers
from macros.web.pages import pages
from macros.web.postcheck import sheets_of
from tests.live import served
from tests.site import MINI

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


@pytest.fixture(scope="module", name="address")
def fixture_address(mini_site: Path) -> Iterator[str]:
    with served(mini_site, apache(mini_site)) as address:
        yield address


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


def test_every_server_is_told_the_same(mini_site: Path) -> None:
    told = headers.headers(sheets_of(mini_site).values())

    assert apache(mini_site) == static_host(mini_site) == nginx(mini_site.parent / "work" / "headers") == told
    assert not (mini_site / headers.NGINX).exists()


def test_policy_allows_our_own_scripts_only(mini_site: Path) -> None:
    rules = dict(rule.split(" ", 1) for rule in apache(mini_site)["Content-Security-Policy"].split("; "))

    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'self'( 'sha256-[A-Za-z0-9+/]{43}=')+", rules["script-src"])
    assert not [one for one in rules.values() if "unsafe" in one or "*" in one or "http" in one]


def test_headers_fit_the_files_of_hosts(mini_site: Path) -> None:
    assert max(map(len, (mini_site / headers.STATIC_HOST).read_text(encoding="utf-8").splitlines())) < LONGEST_LINE


def test_a_script_that_is_not_on_every_page_gets_no_hash(site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    page = copy / "midori" / "index.html"
    for script in ("alert(1)", '__md_scope=new URL(".",location);alert(1)', "__md_scope=new URL(alert(1),location)"):
        page.write_text(page.read_text(encoding="utf-8") + f"<script>{script}</script>", encoding="utf-8")

    assert headers.headers(copy) == headers.headers(site)


def test_data_in_a_page_needs_no_hash(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<script type="application/json">{}</script>', encoding="utf-8")

    assert "sha256" not in headers.headers(sheets_of(tmp_path).values())["Content-Security-Policy"]


def test_every_page_runs_under_the_policy_and_asks_nobody_else(
    mini_site: Path, address: str, watched: tuple[Page, list[str], list[str]]
) -> None:
    page, wrong, requests = watched
    for path in sorted(mini_site.rglob("*.html")):
        name = path.relative_to(mini_site).as_posix()
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
