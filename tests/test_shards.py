"""Guides shared out among machines and merged again are the same site; what is missing is said."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.web.build import build, build_shard, merge_shards
from macros.web.errors import BuildError
from macros.web.progress import Progress
from macros.web.project import Job
from macros.web.shards import Shard, ShardError
from macros.web.units import PAPER
from tests.site import job, snapshot, town

OTHER = "aoba"
NAMES = (("みどり", "あおば"), ("Midori", "Aoba"))


@pytest.fixture(scope="module", name="two")
def fixture_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two towns, and two shards of it, each built as if on a machine of its own."""
    folder = tmp_path_factory.mktemp("two")
    data = town(folder)
    other = shutil.copytree(data / "midori", data / OTHER)
    for name in ("guide.yml", "readings.lock.yml"):
        text = (other / name).read_text(encoding="utf-8")
        for old, new in (("id: midori", f"id: {OTHER}"), ("midori/", f"{OTHER}/"), *NAMES):
            text = text.replace(old, new)
        (other / name).write_text(text, encoding="utf-8")
    for number in (1, 2):
        machine = folder / f"machine-{number}"
        build_shard(of(machine, shutil.copytree(data, machine / "data")), Shard(number, 2), Progress())
    return folder


def of(folder: Path, data: Path) -> Job:
    return replace(job(folder, data), paper=False)


def shards(two: Path) -> list[Path]:
    return [two / f"machine-{number}" / "work" / "shards" for number in (1, 2)]


@pytest.mark.parametrize(("text", "shard"), [("1/1", Shard(1, 1)), ("3/8", Shard(3, 8)), ("12/500", Shard(12, 500))])
def test_a_shard_is_read(text: str, shard: Shard) -> None:
    assert Shard.read(text) == shard


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *((text, "3/8 と、") for text in ("", "3", "-1/8", "３/８", "1/0", "a/b", "1/8/2", "1 / 8", "1/10000")),
        *((text, "1/8 から 8/8 まで") for text in ("0/8", "9/8")),
    ],
)
def test_what_is_no_shard_is_refused(text: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ShardError):
        Shard.read(text)
    assert main(["build", f"--shard={text}"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"--shard「{text}」")
    assert told in said


@pytest.mark.parametrize("more", [["--offline"], ["--site", "elsewhere"]])
def test_a_shard_refuses_what_only_a_whole_site_has(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--shard", "1/2", *more]) == 2
    said = capsys.readouterr().err

    assert said.startswith(f"--shard と {more[0]} は、いっしょに使えません。")
    assert f"kyodo merge に {more[0]} を付けてください。" in said


@pytest.mark.parametrize("count", [1, 2, 3, 7, 20])
def test_every_guide_is_in_one_shard(count: int) -> None:
    guides = [f"town-{number}" for number in range(10)]
    shared = [Shard(number, count).of(guides) for number in range(1, count + 1)]

    assert sorted(one for share in shared for one in share) == sorted(guides)
    assert max(map(len, shared)) - min(map(len, shared)) <= 1


def test_merged_shards_are_the_site_that_one_machine_builds(two: Path, tmp_path: Path) -> None:
    merged = merge_shards(of(tmp_path, two / "data"), shards(two), Progress()).site

    assert snapshot(merged) == snapshot(build(of(tmp_path / "one", two / "data"), Progress()).site)


@pytest.mark.nightly
def test_empty_folders_that_a_tool_leaves_out_are_not_missed(two: Path, tmp_path: Path) -> None:
    left = [Path(shutil.copytree(folder, tmp_path / f"{number}")) for number, folder in enumerate(shards(two))]
    empty = [path for folder in left for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())]
    for path in empty:
        path.rmdir()

    assert {path.name for path in empty} >= {PAPER}
    assert snapshot(merge_shards(of(tmp_path, two / "data"), left, Progress()).site) == snapshot(
        merge_shards(of(tmp_path / "whole", two / "data"), shards(two), Progress()).site
    )


def test_a_shard_holds_its_own_guides_only(two: Path) -> None:
    found = [{path.name for path in folder.glob("*/*") if path.is_dir()} for folder in shards(two)]

    assert found == [{OTHER}, {"midori"}]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["machine-2/work/shards"], [f"まだ作られていない町があります: {OTHER}。"]),
        ([], [f"まだ作られていない町があります: {OTHER}、midori。"]),
        (
            ["nowhere", "machine-1/work/shards"],
            ["フォルダーがありません: {two}/nowhere。", "まだ作られていない町があります: midori。"],
        ),
        (
            ["data", "machine-1/work/shards/1-of-2"],
            ["町が入っていません: {two}/data。", "まだ作られていない町があります: midori。"],
        ),
        (
            ["nowhere", "machine-1/work/shards", "machine-2/work/shards"],
            ["フォルダーがありません: {two}/nowhere。"],
        ),
    ],
    ids=["one shard", "nothing", "no folder", "no shard", "no folder beside all that is needed"],
)
def test_what_is_missing_is_said_and_the_old_site_stays(
    two: Path, tmp_path: Path, given: list[str], told: list[str]
) -> None:
    with pytest.raises(BuildError) as refused:
        merge_shards(of(tmp_path, two / "data"), [two / one for one in given], Progress())
    *said, last = str(refused.value).splitlines()

    assert [line.partition("。")[0] + "。" for line in said] == [one.format(two=two) for one in told]
    assert all(line.endswith("ください。") for line in said)
    assert last == "公開中のサイトはそのままです。"
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("harm", ["cut", "emptied", "altered", "removed", "added"])
def test_a_shard_that_was_damaged_on_the_way_is_said(two: Path, tmp_path: Path, harm: str) -> None:
    left = Path(shutil.copytree(shards(two)[1], tmp_path / "copied"))
    page = next(left.rglob("midori/ja/tree/midori/forms/index.html"))
    book = next(left.rglob("midori/book/**/*.xlsx"))
    damaged = {"cut": book, "emptied": book, "altered": page, "removed": page, "added": page.with_name("Thumbs.db")}[
        harm
    ]
    if harm == "removed":
        damaged.unlink()
    else:
        content = {"cut": book.read_bytes()[:1000], "emptied": b"", "altered": page.read_bytes().swapcase()}
        damaged.write_bytes(content.get(harm, b"x"))

    with pytest.raises(BuildError) as refused:
        merge_shards(of(tmp_path, two / "data"), [shards(two)[0], left], Progress())
    said, last = str(refused.value).splitlines()

    assert f"町があります: midori({damaged.as_posix().partition('/midori/')[2]})。" in said
    assert said.endswith("その組を kyodo build --shard でもう一度作ってください。")
    assert last == "公開中のサイトはそのままです。"
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
@pytest.mark.parametrize(("kind", "listed"), [("file", True), ("folder", True), ("nowhere", False)])
def test_a_link_in_a_shard_does_not_publish_what_it_leads_to(
    two: Path, tmp_path: Path, kind: str, *, listed: bool
) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key").write_text("x", encoding="utf-8")
    left = Path(shutil.copytree(shards(two)[1], tmp_path / "copied"))
    unit = next(left.glob("*/midori"))
    link = unit / "made" / "midori" / "stolen"
    link.symlink_to({"file": secret / "key", "folder": secret, "nowhere": secret / "nothing"}[kind])
    if listed:
        names = json.loads((unit / "contents.json").read_text(encoding="utf-8"))
        (unit / "contents.json").write_text(json.dumps({**names, "made/midori/stolen": ""}), encoding="utf-8")

    with pytest.raises(BuildError, match=r"midori\(made/midori/stolen\)"):
        merge_shards(of(tmp_path, two / "data"), [shards(two)[0], left], Progress())

    assert not (tmp_path / "site").exists()


def test_a_damaged_copy_does_not_matter_beside_a_good_one(two: Path, tmp_path: Path) -> None:
    left = Path(shutil.copytree(shards(two)[1], tmp_path / "copied"))
    for page in left.rglob("*.html"):
        page.write_bytes(b"")

    merged = merge_shards(of(tmp_path, two / "data"), [left, *shards(two)], Progress()).site

    assert all(page.stat().st_size for page in merged.rglob("*.html"))


def test_a_shard_that_was_not_finished_is_said(two: Path, tmp_path: Path) -> None:
    left = Path(shutil.copytree(shards(two)[1], tmp_path / "copied"))
    next(left.rglob("contents.json")).unlink()

    with pytest.raises(BuildError, match=r"途中で止まったか、.*町があります: midori。"):
        merge_shards(of(tmp_path, two / "data"), [shards(two)[0], left], Progress())


def test_a_shard_of_other_data_is_said(two: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(two / "data", tmp_path / "data"))
    rules = data / "midori" / "rules.yml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("対等", "同じ立場", 1), encoding="utf-8")

    with pytest.raises(BuildError, match="どれかが変わった町があります: midori。") as refused:
        merge_shards(of(tmp_path, data), shards(two), Progress())
    assert OTHER not in str(refused.value)
