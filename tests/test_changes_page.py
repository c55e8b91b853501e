"""What changed, as a page and as a feed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from macros.guideline.load import load
from macros.web.feed import atom
from tests.site import built, page_of, town

CHANGES = """revision: 0123456789
changes:
  - id: first
    date: 2026-04-01
    kind: added
    text: {ja: このガイドを載せました。, en: This guide was put up.}
  - id: changed-1
    date: 2026-05-02
    kind: changed
    page: rules#purpose
    text: {ja: 約束 <1> & 2 を分かりやすくしました。}
  - id: changed-2
    date: 2026-05-02
    kind: finished
    page: forms#gone
    text: {ja: 終わりました。, en: It is over.}
  - id: changed-3
    date: 2026-05-01
    kind: removed
    page: moon
    text: {ja: なくなりました。, en: It is gone.}
"""


@pytest.fixture(scope="module", name="site")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built without any Git, as from a ZIP file."""
    folder = tmp_path_factory.mktemp("changes")
    data = town(folder)
    (data / "midori" / "changes.yml").write_text(CHANGES, encoding="utf-8")
    return built(folder, data, KYODO_SITE_URL="https://midori.example/guide/")


def test_the_page_lists_the_newest_first_and_links_only_to_what_is_there(site: Path) -> None:
    page = page_of(site, "midori/changes")

    assert [one.attributes["id"] for one in page.css("ul.k-changes li")] == [
        "changed-1",
        "changed-2",
        "changed-3",
        "first",
    ]
    assert [one.attributes["href"] for one in page.css("ul.k-changes a")] == ["../rules/#purpose", "../forms/"]
    assert "約束 <1> & 2" in page.css("ul.k-changes li")[0].text()


@pytest.mark.parametrize(
    ("root", "first"), [("", "約束 <1> & 2 を分かりやすくしました。"), ("en/", "約束 <1> & 2 を分かりやすくしました。")]
)
def test_the_feed_is_read_by_a_feed_reader(site: Path, root: str, first: str) -> None:
    feed = feedparser.parse((site / f"{root}midori" / "changes.xml").read_bytes())

    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title
    assert feed.feed.updated == "2026-05-02T00:00:00+09:00"
    assert [entry.updated[:10] for entry in feed.entries] == ["2026-05-02", "2026-05-02", "2026-05-01", "2026-04-01"]
    assert feed.entries[0].title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == first
    assert feed.entries[0].link == f"https://midori.example/guide/{root}midori/changes/#changed-1"
    assert len({entry.id for entry in feed.entries}) == 4
    page = (site / root / "midori" / "index.html").read_text(encoding="utf-8")
    assert 'type="application/atom+xml"' in page


def test_ids_of_the_feed_do_not_hang_on_where_the_site_stands(tmp_path: Path) -> None:
    data = town(tmp_path)
    (data / "midori" / "changes.yml").write_text(CHANGES, encoding="utf-8")
    library = load(data)
    name = "{http://www.w3.org/2005/Atom}id"
    here, there = (
        [one.text for one in ElementTree.fromstring(atom(library, library.guide("midori"), "ja", home)).iter(name)]
        for home in ("", "https://elsewhere.example/")
    )

    assert here == there
    assert all(id is not None and id.startswith("urn:uuid:") for id in here)
