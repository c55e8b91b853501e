"""A site changes place at once, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.web import swap


def staged(site: Path, words: str) -> None:
    (swap.begin(site) / "index.html").write_text(words, encoding="utf-8")


@pytest.fixture(params=["exchange", "two renames"], name="site")
def fixture_site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "two renames":
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    return tmp_path / "site"


def test_first_site_takes_its_place(site: Path) -> None:
    staged(site, "new")
    swap.publish(site)

    assert (site / "index.html").read_text(encoding="utf-8") == "new"


def test_new_site_replaces_the_old_one_and_leaves_nothing_beside_it(site: Path) -> None:
    staged(site, "old")
    swap.publish(site)
    staged(site, "new")
    swap.publish(site)

    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_old_site_comes_back_after_a_crash_between_two_renames(tmp_path: Path) -> None:
    site = tmp_path / "site"
    staged(site, "old")
    swap.publish(site)
    site.rename(tmp_path / ".site.old")
    staged(site, "half")

    swap.recover(site)

    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert not swap.staging(site).exists()


def test_empty_folder_may_be_published_into(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    swap.recover(tmp_path / "site")


@pytest.mark.parametrize("kind", ["foreign file", "file in its place", "link"])
def test_what_is_not_ours_is_refused(tmp_path: Path, kind: str) -> None:
    site = tmp_path / "site"
    if kind == "foreign file":
        site.mkdir()
        (site / "letter.txt").write_text("x", encoding="utf-8")
    elif kind == "file in its place":
        site.write_text("x", encoding="utf-8")
    else:
        (tmp_path / "elsewhere").mkdir()
        site.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(swap.NotOursError):
        swap.recover(site)


@pytest.mark.parametrize("name", [".site.next", ".site.old"])
@pytest.mark.parametrize("kind", ["folder", "file", "link", "link to nothing", "marked link"])
def test_what_is_not_ours_beside_the_site_is_refused_and_left_alone(tmp_path: Path, name: str, kind: str) -> None:
    beside, elsewhere = tmp_path / name, tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "letter.txt").write_text("x", encoding="utf-8")
    if kind == "folder":
        elsewhere.rename(beside)
    elif kind == "file":
        beside.write_text("x", encoding="utf-8")
    else:
        beside.symlink_to(tmp_path / "nowhere" if kind == "link to nothing" else elsewhere)
    if kind == "marked link":
        (elsewhere / swap.MARKER).touch()
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(swap.NotOursError, match=name.replace(".", r"\.")):
        swap.recover(tmp_path / "site")

    assert sorted(tmp_path.rglob("*")) == before


def test_nothing_is_dropped_beside_a_site_that_is_not_ours(tmp_path: Path) -> None:
    site = tmp_path / "site"
    staged(site, "half")
    site.write_text("x", encoding="utf-8")

    with pytest.raises(swap.NotOursError):
        swap.recover(site)

    assert (swap.staging(site) / "index.html").exists()


def test_folders_without_any_file_are_dropped(tmp_path: Path) -> None:
    (tmp_path / ".site.next" / "half").mkdir(parents=True)

    swap.recover(tmp_path / "site")

    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_dropped_is_still_known_as_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    staged(site, "in use")

    def fails(self: Path, **_: object) -> None:
        raise PermissionError(13, "in use", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", fails)
        swap.drop_what_can_be(swap.staging(site))

    assert (swap.staging(site) / "index.html").exists()
    swap.recover(site)
    assert list(tmp_path.iterdir()) == []
