"""The site keeps to itself: under its own security policy, with no report and no request to anyone else."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from macros.web import headers
from macros.web.pages import pages
from macros.web.postcheck import sheets_of
from tests.access import KINDS, every_page, telling
from tests.live import served
from tests.site import MINI, library

LONGEST_LINE = 2000  # of _headers files, at the strictest of the hosts that read them
AGES_AGO = 1_600_000_000
WATCH = """document.addEventListener("securitypolicyviolation", (event) =>
  window.report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
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


@contextmanager
def watching(browser: Browser, site: Path) -> Iterator[tuple[Page, list[str]]]:
    """Give a page that visits *site* under its policy, and what is stopped, what fails and who else is asked there."""
    found: list[str] = []
    with served(site, apache(site)) as address, closing(browser.new_context(base_url=address)) as context:
        page = context.new_page()

        def note(what: str) -> None:
            found.append(f"{page.url}: {what}")

        def asked(request: Request) -> None:
            if not request.url.startswith((address, "data:", f"blob:{address}")):
                note(f"asks for {request.url}")

        def said(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                note(message.text)

        context.on("request", asked)
        page.on("console", said)
        page.on("pageerror", lambda error: note(str(error)))
        page.expose_function("report", note)
        page.add_init_script(WATCH)
        yield page, found


def trespasses(browser: Browser, site: Path, paths: Iterable[str]) -> list[str]:
    """Visit *paths* of *site* under its policy; give what is stopped, what fails and who else is asked."""
    with watching(browser, site) as (page, found):
        for path in paths:
            page.goto(path)
        page.wait_for_load_state("networkidle")  # the last page may still be about to ask
    return found


def test_every_server_is_told_the_same(mini_site: Path) -> None:
    told = headers.headers(sheets_of(mini_site).values())

    assert apache(mini_site) == static_host(mini_site) == nginx(mini_site.parent / "work" / "headers") == told
    assert not (mini_site / headers.NGINX).exists()


@pytest.mark.parametrize(
    ("home", "page"),
    [
        ("https://city.example/", "/404.html"),
        ("https://city.example", "/404.html"),
        ("https://city.example/guide/", "/guide/404.html"),
        ("https://city.example/%E7%94%BA/a~b.c-d", "/町/a~b.c-d/404.html"),
    ],
)
def test_servers_are_told_which_page_to_show_where_nothing_is(tmp_path: Path, home: str, page: str) -> None:
    headers.write(tmp_path, {}, home)
    headers.write_nginx(tmp_path, {}, home)

    assert f"ErrorDocument 404 {page}" in (tmp_path / headers.APACHE).read_text(encoding="utf-8").splitlines()
    assert (tmp_path / headers.NGINX).read_text(encoding="utf-8") == f"error_page 404 {page};\n"


@pytest.mark.parametrize("home", ["", "https://city.example/a;b/", "https://city.example/%0A$x{y}%22/"])
def test_no_page_is_named_of_a_site_whose_place_is_unknown_or_would_be_read_as_settings(
    tmp_path: Path, home: str
) -> None:
    headers.write(tmp_path, {}, home)
    headers.write_nginx(tmp_path, {}, home)

    assert "404" not in (tmp_path / headers.APACHE).read_text(encoding="utf-8")
    assert (tmp_path / headers.NGINX).read_text(encoding="utf-8") == ""


def test_a_browser_that_was_here_asks_what_is_new(browser: Browser, mini_site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(mini_site, tmp_path / "site"))
    style = copy / "assets/stylesheets/kyodo.css"
    for path in (copy / "index.html", style):
        shutil.copyfile(path, new := path.with_suffix(".new"))
        new.replace(path)  # no second name of a file of others
        os.utime(path, (AGES_AGO, AGES_AGO))  # browsers guess that what is old stays as it is
    with served(copy, apache(copy)) as address, closing(browser.new_context(base_url=address)) as context:
        page = context.new_page()
        page.goto("")
        style.write_text(style.read_text(encoding="utf-8") + "\nbody{--k-new:1}", encoding="utf-8")
        page.goto("midori/")
        page.goto("")

        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--k-new')") == "1"


def test_policy_allows_our_own_scripts_only(mini_site: Path) -> None:
    rules = dict(rule.split(" ", 1) for rule in apache(mini_site)["Content-Security-Policy"].split("; "))

    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'self'( 'sha256-[A-Za-z0-9+/]{43}=')+", rules["script-src"])
    assert not [one for one in rules.values() if "unsafe" in one or "*" in one or "http" in one]


def test_headers_fit_the_files_of_hosts(mini_site: Path) -> None:
    assert max(map(len, (mini_site / headers.STATIC_HOST).read_text(encoding="utf-8").splitlines())) < LONGEST_LINE


def test_a_script_that_is_not_on_every_page_gets_no_hash(mini_site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(mini_site, tmp_path / "site"))
    page = copy / "midori" / "index.html"
    for script in ("alert(1)", '__md_scope=new URL(".",location);alert(1)', "__md_scope=new URL(alert(1),location)"):
        page.write_text(page.read_text(encoding="utf-8") + f"<script>{script}</script>", encoding="utf-8")

    assert headers.headers(sheets_of(copy).values()) == headers.headers(sheets_of(mini_site).values())


def test_data_in_a_page_needs_no_hash(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<script type="application/json">{}</script>', encoding="utf-8")

    assert "sha256" not in headers.headers(sheets_of(tmp_path).values())["Content-Security-Policy"]


def test_every_page_runs_under_the_policy_and_asks_nobody_else(mini_site: Path, browser: Browser) -> None:
    assert trespasses(browser, mini_site, every_page(mini_site)) == []


def test_each_kind_of_page_of_the_real_towns_runs_under_the_policy(real_site: Path, browser: Browser) -> None:
    assert trespasses(browser, real_site, [telling(real_site, kind) for kind in KINDS]) == []


@pytest.mark.nightly
def test_every_page_of_the_real_towns_runs_under_the_policy(real_site: Path, browser: Browser) -> None:
    assert trespasses(browser, real_site, every_page(real_site)) == []


@pytest.mark.parametrize(
    ("trespass", "policy", "found"),
    [
        ('<p style="color:red">x</p>', True, "style-src"),
        ("<script>1</script>", True, "script-src"),
        ('<img src="http://localhost:9/x.png" alt="">', True, "img-src"),
        ('<img src="http://localhost:9/x.png" alt="">', False, "asks for http://localhost:9/x.png"),
        ("<script>nothing.there</script>", False, "nothing is not defined"),
    ],
)
def test_a_page_that_trespasses_is_found(
    browser: Browser, mini_site: Path, tmp_path: Path, trespass: str, policy: bool, found: str
) -> None:
    (tmp_path / headers.APACHE).write_bytes((mini_site / headers.APACHE).read_bytes() if policy else b"")
    (tmp_path / "index.html").write_text(f"<title>x</title>{trespass}", encoding="utf-8")
    (tmp_path / "favicon.ico").touch()

    assert found in str(trespasses(browser, tmp_path, [""]))


def test_everything_a_visitor_can_press_works_under_the_policy(mini_site: Path, browser: Browser) -> None:
    kinds = {one.frame: one.address for one in pages(library(MINI))}
    with watching(browser, mini_site) as (page, found):
        for kind, one in kinds.items():
            page.goto(one)
            page.locator(".k-header [data-k-scheme]").click()
            if not kind.startswith("kids"):  # pages for children show all readings by themselves
                page.locator("[data-k-furigana] button[value=all]").click()
            page.locator("[data-k-search]").click()
            page.locator("[data-k-panel] input").fill("協働")
            page.locator("[data-k-hits] a").first.wait_for()

            assert page.locator("main rt").first.evaluate("one => getComputedStyle(one).display") == "block", kind

    assert found == []


def test_strange_script_does_not_run(mini_site: Path, browser: Browser) -> None:
    with watching(browser, mini_site) as (page, found):
        page.goto("")
        with page.expect_console_message():
            page.evaluate(
                "document.body.append(Object.assign(document.createElement('script'), {text: 'window.evil = 1'}))"
            )

        assert page.evaluate("window.evil") is None
    assert "script-src" in str(found)
