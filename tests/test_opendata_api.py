"""The API: every document is as its published schema says, and says what the model says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import openapi_spec_validator
import pytest

from macros.guideline.model import Repeat
from macros.guideline.schedule import cells
from macros.opendata.files import files
from tests.site import MINI, ROOT, library, replaced

STAMP = 1760000000
HOME = "https://example.jp/kyodo/"
CITIES = ("akaiwa", "hanamaki", "ishioka", "iwakuni", "yamaguchi")
DOCUMENTS = {
    "index": "index",
    "alignments": "alignments",
    **dict.fromkeys(CITIES, "guide"),
}


@cache
def published(data: Path = ROOT / "data", home: str = "/") -> Mapping[str, Any]:
    return {
        file.address: json.loads(file.content)
        for file in files(library(data), home, STAMP)
        if file.address.endswith(".json")
    }


def api(name: str, data: Path = ROOT / "data") -> Any:
    return published(data)[f"api/v1/{name}.json"]


@pytest.mark.parametrize(("name", "schema"), DOCUMENTS.items())
def test_documents_are_as_their_schema_says(name: str, schema: str) -> None:
    described = api(f"schema/{schema}")

    jsonschema.Draft202012Validator.check_schema(described)
    jsonschema.Draft202012Validator(described).validate(api(name))


@pytest.mark.parametrize(
    ("way", "value"),
    [(("actions", 0, "title"), "text"), (("actions", 0, "schedule", 0, "year"), "2009"), (("forms",), None)],
)
def test_the_schema_refuses_what_is_wrong(way: tuple[Any, ...], value: Any) -> None:
    spoilt = json.loads(json.dumps(api("yamaguchi")))
    *inner, last = way
    place = spoilt
    for step in inner:
        place = place[step]
    place[last] = value

    assert not jsonschema.Draft202012Validator(api("schema/guide")).is_valid(spoilt)


def test_the_schema_says_in_japanese_what_every_field_is() -> None:
    for name, shape in api("schema/guide")["$defs"].items():
        assert all(any(one >= "\u3041" for one in field["description"]) for field in shape["properties"].values()), name
        assert "__place__" not in shape["properties"], name


def test_the_openapi_description_is_valid_and_names_every_document() -> None:
    described = api("openapi")
    guides = next(iter(described["paths"]["/api/v1/{guide}.json"]["parameters"]))["schema"]["enum"]

    openapi_spec_validator.validate(described)
    assert set(described["paths"]) == {"/api/v1/index.json", "/api/v1/{guide}.json", "/api/v1/alignments.json"}
    assert sorted(guides) == sorted(CITIES)


def test_a_reading_written_in_a_word_of_the_interface_is_left_out_of_the_openapi_description(tmp_path: Path) -> None:
    data = Path(shutil.copytree(MINI, tmp_path / "data"))
    replaced(data / "labels.yml", "{ja: ガイドの id(index.json にあります),", "{ja: '{町|まち}のガイドの id',")

    assert '"町のガイドの id"' in json.dumps(published(data)["api/v1/openapi.json"], ensure_ascii=False)


def test_the_openapi_description_and_the_schemas_agree() -> None:
    components = api("openapi")["components"]["schemas"]
    for name, shape in api("schema/guide")["$defs"].items():
        written = json.dumps(shape, sort_keys=True).replace("#/$defs/", "#/components/schemas/")
        assert json.loads(written) == components[name], name


@pytest.mark.parametrize(
    ("guide", "kinds"),
    [
        ("yamaguchi", {"forms": 9, "rules": 6, "roles": 6, "zones": 5, "fields": 6, "effects": 4, "terms": 98}),
        ("yamaguchi", {"indicators": 5, "surveys": 8, "programmes": 8, "policies": 5, "measures": 16, "actions": 52}),
        ("iwakuni", {"forms": 4, "rules": 9, "strands": 4, "organisations": 3}),
        ("akaiwa", {"cases": 2, "programmes": 1, "actions": 10}),
        ("ishioka", {"methods": 3, "roles": 5, "forms": 0, "actions": 0}),
        ("hanamaki", {"definitions": 2, "roles": 6, "rules": 7}),
    ],
)
def test_a_guide_has_all_its_records_each_with_source_and_address(guide: str, kinds: Mapping[str, int]) -> None:
    found = api(guide)
    for kind, count in kinds.items():
        assert len(found[kind]) == count, kind
        for record in found[kind]:
            assert record["source"]["at"], record["id"]
            assert record["url"].startswith(f"/{guide}/"), record["id"]


def test_each_sheet_of_the_plan_is_an_action_with_all_that_is_promised() -> None:
    guide = library(ROOT / "data").guide("yamaguchi")
    sheets = api("yamaguchi")["actions"]

    assert len(sheets) == len(guide.sheets) == 52
    assert sum(sheet["repeats"] is None for sheet in sheets) == len(guide.actions) == 47
    for sheet, (policy, measure, printed) in zip(sheets, guide.sheets, strict=True):
        action = guide.actions[printed.repeats if isinstance(printed, Repeat) else printed.id]
        promised = "id number title policy measure departments implementers targets repeats schedule uncertain notes"
        assert set(promised.split()) | {"source", "url"} <= set(sheet)
        assert sheet["number"] == printed.number
        assert sheet["repeats"] == (action.id if isinstance(printed, Repeat) else None)
        assert sheet["title"] == {"ja": action.title.ja, "en": action.title.en}
        assert (sheet["policy"], sheet["measure"]) == (policy.id, measure.id if measure else None)
        assert sheet["departments"] == list(action.departments)
        assert {one["year"]: one["printed"] for one in sheet["schedule"] if one["printed"]} == action.schedule


def test_the_schedule_says_what_is_printed_and_which_step_it_means() -> None:
    vocabulary = library(MINI).vocabulary
    guide = library(MINI).guide("midori")
    (festival,) = (one for one in api("midori", MINI)["actions"] if one["id"] == "festival")
    first = festival["schedule"][0]

    assert (first["year"], first["printed"]) == (2010, "検討・一部実施")
    assert (first["step"], first["steps"]) == ("partial", ["consider", "partial"])
    assert [(one["year"], one["uncertain"]) for one in festival["schedule"]] == [
        (cell.year, cell.uncertain)
        for cell in cells(guide.actions["festival"], guide.years, vocabulary)
        if cell.printed or cell.uncertain
    ]


def test_alignments_have_a_reason_and_a_confidence() -> None:
    found = api("alignments")["alignments"]
    by_record = {(one["guide"], one["kind"], one["record"], one["idea"]): one for one in found}
    told = [one for one in found if one["relation"] == "mentioned"]

    assert len(by_record) == len(found) > 100
    assert all(one["reason"]["ja"] and one["reason"]["en"] for one in found)
    assert by_record["hanamaki", "forms", "co-hosting", "co-hosting"]["confidence"] == "named"
    assert {one["guide"] for one in found} == set(CITIES)
    assert told
    assert all(one["record"] is None for one in told)
    for guide in CITIES:
        assert api(guide)["alignments"] == [one for one in found if one["guide"] == guide]


def test_the_list_names_code_state_version_and_where_each_guide_is() -> None:
    found = {one["id"]: one for one in api("index")["guides"]}

    assert set(found) == set(CITIES)
    assert found["yamaguchi"]["municipality"]["code"] == "352039"
    assert found["ishioka"]["status"] == "draft"
    for id, one in found.items():
        assert one["version"] == api(id)["version"]
        assert (one["data"], one["page"]) == (f"/api/v1/{id}.json", f"/{id}/data/")


def test_the_version_changes_with_the_content_and_only_with_it(town: Path) -> None:
    before = api("midori", MINI)["version"]
    rules = town / "midori" / "rules.yml"
    moved = published(MINI, HOME)["api/v1/midori.json"]
    replaced(rules, "As equals", "Equal")
    changed = published(town)["api/v1/midori.json"]

    assert moved["version"] == before
    assert changed["version"] != before
    assert changed["version"].partition("+")[0] == before.partition("+")[0]


def test_addresses_are_full_where_the_site_knows_its_own() -> None:
    moved = published(MINI, HOME)["api/v1/midori.json"]

    assert moved["rules"][0]["url"] == f"{HOME}midori/rules/#purpose"
    assert api("midori", MINI)["rules"][0]["url"] == "/midori/rules/#purpose"
