"""A copy for offices without the internet opens from a folder: links, search and furigana work, nothing is asked."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.web import offline
from macros.web.build import build
from macros.web.errors import BuildError
from macros.web.pages import pages
from macros.web.postcheck import look_over
from macros.web.progress import Progress
from tests.site import MINI, job, library, snapshot


@pytest.fixture(scope="module", name="site")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, in a folder with a name as city offices have them."""
    folder = tmp_path_factory.mktemp("offline")
    made = replace(job(folder), offline=True, site=folder / "共有 フォルダー#1" / "offline")
    return build(made, Progress()).site


@pytest.fixture(scope="module", name="context")
def fixture_context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    yield context
    context.close()


@pytest.fixture(name="page")
def fixture_page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails its test when anything goes wrong in it or anything but a file is asked for."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on(
        "request",
        lambda request: (
            wrong.append(request.url) if urlsplit(request.url).scheme not in ("file", "blob", "data") else 0
        ),
    )
    yield page
    page.close()
    assert wrong == []


def opened(page: Page) -> Path:
    """Give the file that *page* shows."""
    return Path(unquote(urlsplit(page.url).path))


def test_check_after_the_build_finds_nothing_in_the_copy(site: Path) -> None:
    single = {f"{one.address}index.html" for one in pages(library(MINI)) if len(one.languages) == 1}

    assert look_over(site, single=single, from_disk=True) == []


def test_every_kind_of_page_opens_and_searches(site: Path, page: Page) -> None:
    kinds = {one.frame: one.address for one in pages(library(MINI))}
    for kind, address in kinds.items():
        page.goto((site / address / "index.html").as_uri())
        page.locator("[data-k-search]").click()
        page.locator("[data-k-panel] input").fill("kyodo")
        page.locator("[data-k-hits] a").first.wait_for()

        assert page.locator("[data-k-hits] mark").count() > 0, kind


def test_hit_leads_to_its_section(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("[data-k-search]").click()
    page.locator("[data-k-panel] input").fill("共催")
    page.locator("[data-k-hits] a").first.click()
    page.wait_for_url("**/midori/**")

    assert opened(page).is_file()
    assert page.locator(":target").count() == 1


def test_search_opened_by_an_address_closes_again(site: Path, page: Page) -> None:
    page.goto((site / "midori" / "index.html").as_uri() + "?q=協働")
    page.locator("[data-k-hits] a").first.wait_for()
    page.keyboard.press("Escape")

    assert page.locator("[data-k-search]").get_attribute("aria-expanded") == "false"


def test_english_searches_its_own_texts(site: Path, page: Page) -> None:
    page.goto((site / "en" / "midori" / "index.html").as_uri())
    page.locator("[data-k-search]").click()
    page.locator("[data-k-panel] input").fill("festival")
    page.locator("[data-k-hits] a").first.click()
    page.wait_for_url("**/en/midori/**")

    assert opened(page).is_file()


def test_links_lead_from_page_to_page(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("main a[href='midori/index.html']:visible").first.click()
    page.locator("main a[href$='forms/index.html']:visible").first.click()
    page.locator(".k-languages a").click()

    assert opened(page) == site / "en" / "midori" / "forms" / "index.html"


def test_filters_of_the_plan_choose(site: Path, page: Page) -> None:
    page.goto((site / "midori" / "plan" / "index.html").as_uri())
    rows = page.locator("[data-k-row]:visible")
    every = rows.count()
    page.locator("[data-k-filter] select[name=step]").select_option(index=1)

    assert 0 < rows.count() < every
    assert "step=" in page.url


def test_paper_is_one_link_away(site: Path, page: Page) -> None:
    page.goto((site / "midori" / "print" / "index.html").as_uri())
    links = page.locator("main a[href$='.pdf']").evaluate_all("links => links.map((link) => link.href)")

    assert links
    assert all(Path(unquote(urlsplit(link).path)).read_bytes().startswith(b"%PDF") for link in links)


def test_furigana_and_the_dark_screen_stay_from_page_to_page(site: Path, page: Page) -> None:
    page.goto((site / "midori" / "index.html").as_uri())
    page.locator("[data-k-furigana] button[value=all]").click()
    page.locator(".k-header [data-k-scheme]").click()
    page.goto((site / "midori" / "forms" / "index.html").as_uri())

    assert page.locator("[data-k-furigana] button[value=all]").get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_nothing_that_only_servers_use_is_left(site: Path) -> None:
    names = {path.name for path in site.rglob("*")}

    assert not names & {"404.html", "sitemap.xml", "_headers", ".htaccess"}
    assert not list(site.rglob("search/**/*.json"))


def test_zip_holds_the_same_files_and_tells_how_to_open_them(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(site.with_name("offline.zip")) as archive:
        archive.extractall(tmp_path)
    files = snapshot(site)
    del files[".kyodo-site"]

    assert snapshot(tmp_path / "offline") == files
    readme = (tmp_path / "offline" / "README.txt").read_bytes()
    assert readme.startswith(b"\xef\xbb\xbf")
    assert "「すべて展開」".encode() in readme
    assert b"\r\n" in readme


def test_zip_is_the_same_bytes_wherever_and_whenever_it_is_packed(site: Path, tmp_path: Path) -> None:
    again = Path(shutil.copytree(site, tmp_path / "offline", copy_function=shutil.copyfile))
    for number, epoch in enumerate((0, 1_700_000_000)):
        first, second = tmp_path / f"{number}" / "offline.zip", tmp_path / f"{number}b" / "offline.zip"
        for folder, target in ((site, first), (again, second)):
            target.parent.mkdir()
            with offline.packed(folder, target, epoch):
                assert target.is_file()

        assert hashlib.sha256(first.read_bytes()).digest() == hashlib.sha256(second.read_bytes()).digest()


def test_only_a_zip_of_ours_is_replaced(site: Path, tmp_path: Path) -> None:
    offline.refuse_other(tmp_path / "nothing.zip")
    offline.refuse_other(site.with_name("offline.zip"))


@pytest.mark.parametrize("kind", ["no ZIP", "another ZIP", "empty ZIP", "folder", "link"])
def test_what_stands_in_the_place_of_the_zip_is_refused_before_anything_is_built(
    site: Path, tmp_path: Path, kind: str
) -> None:
    target = tmp_path / "site.zip"
    if kind == "no ZIP":
        target.write_text("my own", encoding="utf-8")
    elif kind == "folder":
        target.mkdir()
    elif kind == "link":
        target.symlink_to(site.with_name("offline.zip"))
    else:
        with zipfile.ZipFile(target, "w") as archive:
            for name in ("site/README.txt", "site/letter.txt") if kind == "another ZIP" else ():
                archive.writestr(name, "my own")

    with pytest.raises(BuildError, match="このプログラムが作った ZIP ではありません"):
        build(replace(job(tmp_path), offline=True), Progress())

    assert target.exists()
    assert not (tmp_path / "work" / "units").exists()


def test_zip_that_cannot_be_put_in_its_place_leaves_the_old_copy(site: Path, tmp_path: Path) -> None:
    made = replace(job(tmp_path), offline=True, paper=False)
    shutil.copytree(site, made.site)
    made.archive.mkdir()
    (made.archive / "letter.txt").write_text("x", encoding="utf-8")

    with pytest.raises(BuildError, match="このプログラムが作った ZIP ではありません"):
        build(made, Progress())

    assert snapshot(made.site) == snapshot(site)
    assert (made.archive / "letter.txt").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.zip", "work"]


@pytest.mark.parametrize("before", [{}, {"offline.zip": b"old"}], ids=["first", "old one"])
def test_failure_to_publish_the_copy_leaves_the_zip_as_it_was(tmp_path: Path, before: dict[str, bytes]) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("new", encoding="utf-8")
    folder = tmp_path / "shared"
    folder.mkdir()
    for name, content in before.items():
        (folder / name).write_bytes(content)

    with pytest.raises(PermissionError), offline.packed(tmp_path / "site", folder / "offline.zip", 0):
        raise PermissionError

    assert snapshot(folder) == before


def test_new_zip_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "offline.zip").write_bytes(b"old")

    with offline.packed(tmp_path / "site", folder / "offline.zip", 0):
        pass

    assert [path.name for path in folder.iterdir()] == ["offline.zip"]
    assert zipfile.is_zipfile(folder / "offline.zip")


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("../forms/", "../forms/index.html"),
        ("../forms/#co-hosting", "../forms/index.html#co-hosting"),
        ("../forms/?year=2010&amp;x=1#a", "../forms/index.html?year=2010&amp;x=1#a"),
        (".", "index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../..#top", "../../index.html#top"),
        ("#top", "#top"),
        ("", ""),
        ("?q=a/", "?q=a/"),
        ("print/leaflet.pdf", "print/leaflet.pdf"),
        ("https://example.org/", "https://example.org/"),
        ("//[example/", "//[example/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:0000", "tel:0000"),
    ],
)
def test_links_to_folders_name_their_page(link: str, named: str) -> None:
    assert offline._page(f'<a class="x" href="{link}">x</a>') == f'<a class="x" href="{named}">x</a>'
