"""From YAML to a site in place, and what a failure leaves behind."""

from __future__ import annotations

import json
import shutil
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import Timeout
from selectolax.lexbor import LexborHTMLParser

from macros.guideline.problems import GuidelineError
from macros.web import swap
from macros.web.build import build, lock_of
from macros.web.errors import BuildError
from macros.web.progress import Progress
from tests.site import MINI, ROOT, built, job, page_of, replaced, snapshot, town

HOSTILE = "𠮷田さんと﨑山さんと髙木㈱ <script>alert(1)</script>"


def test_every_page_but_the_childrens_exists_in_both_languages(mini_site: Path) -> None:
    japanese = {path.relative_to(mini_site).as_posix() for path in mini_site.rglob("*.html") if "en" not in path.parts}
    english = {path.relative_to(mini_site / "en").as_posix() for path in (mini_site / "en").rglob("*.html")}

    for_children = {name for name in japanese if name.startswith("midori/kids/")}
    assert len(for_children) > 3
    assert {name for name in japanese if not name.startswith("en/")} - for_children == english
    assert "midori/plan/together/index.html" in english


@pytest.mark.parametrize(("address", "language"), [("midori/forms", "ja"), ("en/midori/forms", "en")])
def test_page_is_in_its_language_and_links_to_the_other(mini_site: Path, address: str, language: str) -> None:
    tree = page_of(mini_site, address)
    html = tree.css_first("html")
    links = [node.attributes["hreflang"] for node in tree.css(".k-languages a")]

    assert html is not None
    assert html.attributes["lang"] == language
    assert links == [{"ja": "en", "en": "ja"}[language]]


def test_hostile_text_arrives_as_text_everywhere(mini_site: Path) -> None:
    tree = page_of(mini_site, "midori/about")
    headings = [node.text() for node in tree.css("h3")]
    contents = [node.text(strip=True) for node in tree.css(".k-toc a")]

    assert HOSTILE in headings
    assert not [node for node in tree.css("script") if "alert(1)" in node.text()]
    assert "{{ 7*7 }} と {% raw %} と |表| と *印* と _線_ です。" in (tree.body.text() if tree.body else "")
    assert contents


def test_search_index_holds_hostile_titles_as_written(mini_site: Path) -> None:
    index = json.loads((mini_site / "search" / "guides" / "midori.json").read_text(encoding="utf-8"))

    assert HOSTILE in [title for _, _, title, *_ in index["sections"]]


def test_text_without_a_translation_is_shown_in_japanese_and_says_so(mini_site: Path) -> None:
    pages = [LexborHTMLParser(path.read_text(encoding="utf-8")) for path in (mini_site / "en").rglob("*.html")]
    marked = [node.text() for tree in pages for node in tree.css("article [lang=ja]")]
    notices = [node.text() for tree in pages for node in tree.css(".k-hint") if "Japanese only" in node.text()]

    assert marked
    assert notices


def test_record_names_its_yaml_line(mini_site: Path) -> None:
    text = page_of(mini_site, "midori/forms").body.text()  # type: ignore[union-attr]

    assert "data/midori/forms.yml" in text
    assert "行目" in text


@pytest.fixture(scope="module", name="settled")
def fixture_settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that knows where it stands, and where its data can be edited."""
    return built(
        tmp_path_factory.mktemp("settled"),
        KYODO_SITE_URL="https://example.org/town/",
        KYODO_EDIT_BASE="https://example.org/edit/main/",
    )


def test_edit_address_leads_to_the_yaml_line(settled: Path) -> None:
    links = [node.attributes["href"] or "" for node in page_of(settled, "midori/forms").css(".k-source a")]

    assert any(link.startswith("https://example.org/edit/main/data/midori/forms.yml#L") for link in links)


def test_site_address_gives_canonical_and_hreflang(settled: Path) -> None:
    tree = page_of(settled, "en/midori/forms")
    canonical = tree.css_first("link[rel=canonical]")

    assert canonical is not None
    assert canonical.attributes["href"] == "https://example.org/town/en/midori/forms/"
    assert {node.attributes["hreflang"]: node.attributes["href"] for node in tree.css("link[hreflang]")} == {
        "ja": "https://example.org/town/midori/forms/",
        "en": "https://example.org/town/en/midori/forms/",
    }


def test_the_theme_finds_no_link_whose_address_it_would_ask_for_a_list_of_pages(settled: Path) -> None:
    assert [path for path in settled.rglob("*.html") if 'rel="alternate"' in path.read_text("utf-8")] == []


def test_plan_grid_has_a_word_in_every_cell(mini_site: Path) -> None:
    for cell in page_of(mini_site, "midori/plan").css("td.k-step"):
        assert cell.text(strip=True)


def test_two_builds_are_the_same_bytes(mini_site: Path, tmp_path: Path) -> None:
    again = built(tmp_path, PYTHONHASHSEED="7", TZ="Asia/Tokyo", LANG="C")

    assert snapshot(again) == snapshot(mini_site)


def test_build_of_one_guide_names_the_others_without_their_pages(tmp_path: Path) -> None:
    data = town(tmp_path)
    other = Path(shutil.copytree(data / "midori", data / "aoba"))
    front = (other / "guide.yml").read_text(encoding="utf-8")
    (other / "guide.yml").write_text(front.replace("id: midori", "id: aoba", 1), encoding="utf-8")
    site = build(replace(job(tmp_path, data), guides=("midori",)), Progress()).site

    assert (site / "midori" / "index.html").exists()
    assert not (site / "aoba").exists()
    assert len(page_of(site, "").css("[data-k-town]")) == 2


def test_build_leaves_nothing_beside_the_site(mini_site: Path) -> None:
    assert {path.name for path in mini_site.parent.iterdir()} == {"site", "work"}


@pytest.fixture(name="old")
def fixture_old(mini_site: Path, tmp_path: Path) -> Path:
    """The site of an earlier build, where the next is to go."""
    return Path(shutil.copytree(mini_site, tmp_path / "site"))


def test_mistake_in_the_data_leaves_the_old_site_untouched(old: Path, tmp_path: Path) -> None:
    data = town(tmp_path)
    before = snapshot(old)
    forms = data / "midori" / "forms.yml"
    replaced(forms, "summary:", "summry:")

    with pytest.raises(GuidelineError):
        build(job(tmp_path, data), Progress())

    assert snapshot(old) == before


def test_broken_template_leaves_the_old_site_untouched(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(old)
    monkeypatch.setattr("macros.web.build.LANGUAGES", {"ja": "no-such-file.yml", "en": "mkdocs.en.yml"})

    with pytest.raises(BuildError, match="公開中のサイトはそのまま"):
        build(job(tmp_path, KYODO_EDIT_BASE="https://example.jp/edit"), Progress())

    assert snapshot(old) == before


def test_fault_in_finished_pages_leaves_the_old_site_untouched(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(old)
    monkeypatch.setattr("macros.web.build.look_over", lambda *_, **__: ["midori/index.html: a fault"])

    with pytest.raises(BuildError, match=r"誤りがあります[^\n]*\nmidori/index.html: a fault\n.*伝えてください"):
        build(job(tmp_path), Progress())

    assert snapshot(old) == before
    assert not swap.staging(old).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes of POSIX")
def test_whoever_builds_into_one_folder_shares_one_lock(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "www").symlink_to(tmp_path / "public")
    one, other = lock_of(tmp_path / "public" / "site"), lock_of(tmp_path / "www" / "site")

    with one:
        assert stat.S_IMODE(Path(one.lock_file).stat().st_mode) == 0o666, "nobody else who works here could take it"
        with pytest.raises(Timeout):
            other.acquire(timeout=0)


def test_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "letter.txt").write_text("大切な手紙", encoding="utf-8")

    with pytest.raises(BuildError, match="別のフォルダー"):
        build(job(tmp_path), Progress())

    assert (tmp_path / "site" / "letter.txt").read_text(encoding="utf-8") == "大切な手紙"
    assert not (tmp_path / "work" / "units").exists(), "nobody waits for a build only to be refused"


def test_release_is_refused_while_a_reading_is_in_doubt(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"data/midori/background\.yml:\d+:\d+: 「﨑山」の読み"):
        build(replace(job(tmp_path), release=True), Progress())

    assert not (tmp_path / "site").exists()
    assert not swap.staging(tmp_path / "site").exists()


def test_word_in_doubt_is_shown_without_a_reading_and_reported(tmp_path: Path) -> None:
    report = build(job(tmp_path), Progress())
    readings = {node.text(deep=False) for node in page_of(report.site, "midori/about").css("ruby")}

    assert any("﨑山" in line for line in report.doubts)
    assert "﨑山" not in readings
    assert len(readings) > 20


def test_successor_of_mkdocs_builds_the_same_pages(mini_site: Path, tmp_path: Path) -> None:
    variables = replace(job(tmp_path), data=MINI).variables()
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "properdocs",
            "build",
            "--strict",
            "-f",
            str(ROOT / "mkdocs.yml"),
            "-d",
            str(tmp_path / "out"),
        ],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "midori" / "forms" / "index.html").read_text(encoding="utf-8") == (
        mini_site / "midori" / "forms" / "index.html"
    ).read_text(encoding="utf-8")
