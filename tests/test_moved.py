"""What moved after it was published: its old address leads to the new one, in both languages, without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.guideline.load import load
from macros.guideline.problems import GuidelineError
from macros.web import moved
from macros.web.pages import pages
from tests.site import built, page_of, town

REDIRECTS = """
redirects:
  - {old: /midori/kinds/, new: /midori/forms/}
  - {old: /midori/forms/#grants, new: /midori/forms/#subsidy}
  - {old: /midori/rules/#together, new: /midori/forms/#co-hosting}
  - {old: /midori/data/kinds.csv, new: /midori/data/forms.csv}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("moved")
    data = town(folder)
    (data / "redirects.yml").write_text(REDIRECTS, encoding="utf-8")
    return built(folder, data)


@pytest.mark.parametrize("language", ["", "en/"])
def test_an_old_page_leads_on_by_itself_and_by_a_link(site: Path, language: str) -> None:
    tree = page_of(site, f"{language}midori/kinds")
    refresh, link = tree.css_first('meta[http-equiv="refresh"]'), tree.css_first("a")

    assert refresh is not None
    assert link is not None
    assert refresh.attributes["content"] == "0; url=../forms/"
    assert link.attributes["href"] == "../forms/"


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize(
    ("page", "id", "target"),
    [("midori/forms", "grants", "#subsidy"), ("midori/rules", "together", "../forms/#co-hosting")],
)
def test_an_old_section_is_still_there_and_links_to_the_new_one(
    site: Path, language: str, page: str, id: str, target: str
) -> None:
    tree = page_of(site, f"{language}{page}")
    link = tree.css_first(f"#{id} a")

    assert link is not None
    assert link.attributes["href"] == target


def test_an_old_file_is_the_new_file(site: Path) -> None:
    assert (site / "midori/data/kinds.csv").read_bytes() == (site / "midori/data/forms.csv").read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("/midori/rules/", "/midori/forms/", "redirect-taken"),
        ("/midori/kinds/", "/midori/form/", "redirect-nowhere"),
        ("/midori/kinds/", "/midori/data/forms.csv", "redirect-nowhere"),
        ("/midori/data/kinds.csv", "/midori/data/form.csv", "redirect-nowhere"),
        ("/midori/kinds/#grants", "/midori/forms/#subsidy", "redirect-without-page"),
        ("/midori/forms/#grants", "/accessibility/#sec_top", "redirect-across"),
        ("/en/midori/forms/", "/midori/rules/", "redirect-taken"),
        ("/midori/forms/index.html", "/midori/data/there.csv", "redirect-taken"),
        ("/assets/javascripts/kyodo.js", "/midori/data/there.csv", "redirect-taken"),
        ("/search/all.json", "/midori/data/there.csv", "redirect-taken"),
        ("/404.html", "/midori/data/there.csv", "redirect-taken"),
        ("/midori/forms", "/midori/data/there.csv", "redirect-clash"),
        ("/midori/plan/together", "/midori/data/there.csv", "redirect-clash"),
        ("/midori/data/there.csv/", "/midori/forms/", "redirect-clash"),
        ("/midori/data/there.csv/kinds/", "/midori/forms/", "redirect-clash"),
        ("/midori/data/there.csv/kinds.csv", "/midori/data/there.csv", "redirect-clash"),
        ("/midori/folder", "/midori/data/there.csv", "redirect-taken"),
        ("/midori/kinds.csv", "/midori/folder", "redirect-nowhere"),
        ("/midori/kinds.php", "/midori/data/there.csv", "redirect-kind"),
        ("/midori/kinds.html", "/midori/data/there.csv", "redirect-kind"),
        ("/midori/kinds.csv.svg", "/midori/data/there.csv", "redirect-kind"),
    ],
)
def test_a_redirect_that_cannot_work_is_refused(tmp_path: Path, old: str, new: str, code: str) -> None:
    data = town(tmp_path)
    (data / "redirects.yml").write_text(f"redirects:\n  - old: {old}\n    new: {new}\n", encoding="utf-8")
    library = load(data)
    there = {page.address: page.languages for page in pages(library)}
    csv = tmp_path / "there.csv"
    with pytest.raises(GuidelineError) as refused:
        moved.write(library, there, {"midori/data/there.csv": csv, "midori/folder": tmp_path}.get, tmp_path)

    assert [problem.code for problem in refused.value.problems] == [code]
    assert str(refused.value.problems[0].place).startswith("data/redirects.yml:")


@pytest.mark.parametrize(("file", "other"), [("/midori/kinds", "/midori/kinds/"), ("/midori/a", "/midori/a/b.csv")])
def test_two_old_addresses_of_which_one_is_a_file_and_one_its_folder_are_refused(
    tmp_path: Path, file: str, other: str
) -> None:
    data = town(tmp_path)
    new = "/midori/forms/" if other.endswith("/") else "/midori/data/there.csv"
    (data / "redirects.yml").write_text(
        f"redirects:\n  - {{old: {file}, new: /midori/data/there.csv}}\n  - {{old: {other}, new: {new}}}\n",
        encoding="utf-8",
    )
    library = load(data)
    there = {page.address: page.languages for page in pages(library)}

    with pytest.raises(GuidelineError) as refused:
        moved.write(library, there, {"midori/data/there.csv": tmp_path / "there.csv"}.get, tmp_path)

    found = [(problem.code, problem.place.line) for problem in refused.value.problems]
    assert found == [("redirect-clash", 2), ("redirect-clash", 3)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/../../evil/", "/midori/forms/"),
        ("/midori/../../evil/", "/midori/forms/"),
        ("/./midori/kinds/", "/midori/forms/"),
        ("/midori/name.txt", "/../../../../../../etc/hostname"),
        ("/.htaccess", "/midori/data/forms.csv"),
        ("//example.org/", "/midori/forms/"),
        ("/midori/kinds/", "//example.org/"),
        ("/midori\\\\..\\\\kinds/", "/midori/forms/"),
        ("/midori/%2e%2e/kinds/", "/midori/forms/"),
    ],
)
def test_an_address_leads_neither_out_of_the_site_nor_to_a_hidden_file(tmp_path: Path, old: str, new: str) -> None:
    data = town(tmp_path)
    (data / "redirects.yml").write_text(f"redirects:\n  - old: '{old}'\n    new: '{new}'\n", encoding="utf-8")

    with pytest.raises(GuidelineError) as refused:
        load(data)

    assert [problem.code for problem in refused.value.problems] == ["bad-way"]
