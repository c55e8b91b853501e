"""Two guides of one municipality: their pages are told apart by the guides' short titles."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.site import built, page_of, replaced
from tests.site import town as copied_town

OTHER = "midori-plan"


def two_guides(folder: Path) -> Path:
    """Copy the make-believe town, and a second guide of it."""
    return with_another(copied_town(folder))


def with_another(data: Path) -> Path:
    other = Path(shutil.copytree(data / "midori", data / OTHER))
    replaced(other / "guide.yml", "id: midori", f"id: {OTHER}")
    return data


@pytest.fixture(scope="module", name="site")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    return built(folder, named(two_guides(folder)))


def named(data: Path) -> Path:
    replaced(data / OTHER / "guide.yml", "{ja: みどり町の手引き, en: Midori Guide}", "{ja: 計画 & 指針, en: Plan}")
    return data


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("midori/forms", "協働の形 | みどり町の手引き | みどり町 協働ガイド"),
        (f"{OTHER}/forms", "協働の形 | 計画 & 指針 | みどり町 協働ガイド"),
        (f"en/{OTHER}/forms", "Forms of collaboration | Plan | Midori Town Kyōdō Guide"),
    ],
)
def test_titles_of_pages_name_the_guide(site: Path, address: str, title: str) -> None:
    assert page_of(site, address).css_first("title").text() == title


def test_a_single_guide_of_a_municipality_is_not_named(mini_site: Path) -> None:
    assert title_of(mini_site) == "協働の形 | みどり町 協働ガイド"


@pytest.mark.parametrize(
    ("index", "names"),
    [
        ("search/all.json", ["みどり町の手引き | みどり町 協働ガイド", "計画 & 指針 | みどり町 協働ガイド"]),
        ("en/search/all.json", ["Midori Guide | Midori Town Kyōdō Guide", "Plan | Midori Town Kyōdō Guide"]),
    ],
)
def test_search_names_the_guide_of_a_hit(site: Path, index: str, names: list[str]) -> None:
    assert sorted(json.loads((site / index).read_text(encoding="utf-8"))["guides"].values()) == names


def test_search_names_a_single_guide_by_its_municipality(mini_site: Path) -> None:
    index = json.loads((mini_site / "search" / "all.json").read_text(encoding="utf-8"))

    assert list(index["guides"].values()) == ["みどり町 協働ガイド"]


def test_a_guide_is_named_as_soon_as_the_municipality_has_another_and_no_longer_than_it_has(tmp_path: Path) -> None:
    data = copied_town(tmp_path)
    alone, beside = "協働の形 | みどり町 協働ガイド", "協働の形 | みどり町の手引き | みどり町 協働ガイド"

    assert title_of(built(tmp_path, data)) == alone
    assert title_of(built(tmp_path, named(with_another(data)))) == beside
    shutil.rmtree(data / OTHER)
    assert title_of(built(tmp_path, data)) == alone


def title_of(site: Path) -> str:
    return str(page_of(site, "midori/forms").css_first("title").text())


def test_two_guides_with_one_short_title_are_told_before_a_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--data", str(two_guides(tmp_path))]) == 1

    said = capsys.readouterr().out.splitlines()
    assert [one.partition(": ")[0] for one in said] == [
        f"data/{OTHER}/guide.yml:11:19",
        f"data/{OTHER}/guide.yml:11:33",
    ]
    assert "「みどり町の手引き」は data/midori/guide.yml:11:19 でも使われています" in said[0]


def test_a_copied_folder_is_told_to_be_moved_out_of_the_data(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(town / "midori", town / "midori - コピー")

    assert main(["check", "--data", str(town)]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert (
        "フォルダーの名前「midori - コピー」と違います。コピーしたフォルダーなら、data の外に移してください。" in said
    )
