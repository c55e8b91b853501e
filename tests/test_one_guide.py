"""One guide by itself (--guide) is the same as in the whole site, and a page's navigation stays within its guide."""

from __future__ import annotations

from pathlib import Path
from posixpath import normpath

from selectolax.lexbor import LexborHTMLParser

from macros.web.build import build
from macros.web.progress import Progress
from macros.web.project import Job
from tests.site import ROOT, snapshot

GUIDE = "hanamaki"


def own(site: Path) -> dict[str, bytes]:
    """Give the bytes of everything that belongs to the guide: pages, colours, search, what is made besides."""
    return {name: data for name, data in snapshot(site).items() if GUIDE in name}


def test_a_guide_built_alone_has_the_same_bytes_as_in_the_whole_site(real_site: Path, tmp_path: Path) -> None:
    alone = build(Job(site=tmp_path / "preview", work=tmp_path / "work", guides=(GUIDE,)), Progress()).site

    ours, theirs = own(alone), own(real_site)
    assert set(ours) == set(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert f"en/{GUIDE}/index.html" in ours
    assert f"search/guides/{GUIDE}.json" in ours
    assert not (alone / "search" / "guides" / "yamaguchi.json").exists()
    assert not (alone / "yamaguchi").exists()


def test_navigation_holds_the_hub_and_its_own_guide_only(real_site: Path) -> None:
    guides = {folder.name for folder in (ROOT / "data").iterdir() if (folder / "guide.yml").exists()}
    seen = set()
    for path in real_site.rglob("*.html"):
        page = path.relative_to(real_site).parent.as_posix()
        here = next((guide for guide in guides if guide in Path(page).parts), None)
        for link in LexborHTMLParser(path.read_text(encoding="utf-8")).css(".k-nav a, .k-header a, .k-path a"):
            target = normpath(f"/{page}/{(link.attributes['href'] or '').partition('#')[0]}")
            assert not (guides & set(Path(target).parts)) - {here}, f"{page} leads to {target}"
            seen.add(here)

    assert seen >= guides
