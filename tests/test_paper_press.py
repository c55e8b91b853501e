"""The press: what is kept, which faces are used and fetched, what the command and the downloads page say."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from macros import paper
from macros.__main__ import main
from macros.guideline.load import load
from macros.guideline.model import Library
from macros.guideline.problems import GuidelineError
from macros.paper import fetch
from macros.paper.faces import sha256
from tests.paper import EPOCH, printed, set_in
from tests.site import MINI

NOTO = next(folder for folder in paper.faces("plain").folders if "regular" in folder.name) / "NotoSansCJKjp-Regular.otf"


def test_what_has_not_changed_is_not_set_again(mini: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = printed(mini, tmp_path)
    monkeypatch.delattr(typst, "Compiler")

    assert printed(mini, tmp_path) == first


@pytest.mark.parametrize("spoil", [lambda _: b"", lambda content: content[:-9], lambda content: b"7" * len(content)])
@pytest.mark.parametrize("name", ["sheet.pdf", "first.png", "report.json"])
def test_what_a_disk_has_spoilt_is_set_again(tmp_path: Path, name: str, spoil: Callable[[bytes], bytes]) -> None:
    template = '#import "kyodo.typ": *\n#show: sheet.with(title: "x")\n= A'
    first = set_in(tmp_path, template, {})
    (kept,) = (tmp_path / "cache").glob(f"*/{name}")
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))

    assert set_in(tmp_path, template, {}) == first
    assert kept.read_bytes() == whole


def test_what_a_killed_process_has_left_goes_in_the_end(tmp_path: Path) -> None:
    left, others = tmp_path / "cache" / "_left", tmp_path / "cache" / "_others"
    for folder in (left, others):
        (folder / "work").mkdir(parents=True)
    os.utime(left, (0, 0))
    set_in(tmp_path, '#import "kyodo.typ": *\n#show: sheet.with(title: "x")\n= A', {})

    assert [one.exists() for one in (left, others)] == [False, True]


def test_warning_of_the_compiler_is_an_error(tmp_path: Path) -> None:
    template = '#import "kyodo.typ": *\n#show: sheet.with(title: "x")\n= A\n#text(font: "No such face")[x]'
    with pytest.raises(GuidelineError) as raised:
        set_in(tmp_path, template, {})

    assert raised.value.lines() == [
        "overrides/print/own.typ:1:1: midori/print/own.pdf を紙面に組めませんでした: unknown font family: no such face"
    ]


def test_booklet_is_imposed_in_multiples_of_four_pages(tmp_path: Path) -> None:
    template = '#import "kyodo.typ": *\n#show: sheet.with(title: "x", width: 148mm, height: 210mm)\n= 1\n'
    template += "#for n in range(2, 6) { pagebreak(); str(n) }"
    made = set_in(tmp_path, template, {})
    booklet = paper.Sheet(
        *("midori", "book", "own", "booklet.typ", made.sheet.faces),
        data={"title": "x", "author": "y", "page": "{number}ページ"},
        basis="own",
    )
    press = paper.Press(EPOCH, tmp_path / "cache", tmp_path / "templates")
    done = press.print([booklet, made.sheet])

    assert [(one.sheet.name, one.pages, one.width) for one in done] == [("book", 4, 297), ("own", 5, 148)]


def test_face_that_is_always_there_is_used_without_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KYODO_FONTS", str(tmp_path))

    assert [paper.faces(use).name for use in ("plain", "school")] == [paper.ALWAYS, paper.ALWAYS]


def with_own_face(town: Path, fingerprint: str, file: Path = NOTO) -> Library:
    front = town / "midori" / "guide.yml"
    face = f"faces:\n  - {{use: school, family: Noto Sans CJK JP, file: {file.as_posix()}, sha256: {fingerprint}}}\n"
    front.write_text(face + front.read_text(encoding="utf-8"), encoding="utf-8")
    return load(town)


def test_town_may_name_its_own_face_by_fingerprint(town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KYODO_FONTS", str(tmp_path))
    guide = with_own_face(town, sha256(NOTO)).guide("midori")

    assert paper.faces("school", guide).mark != paper.faces("plain", guide).mark
    assert paper.faces("school", guide).folders[0].parent == tmp_path


def test_another_file_than_the_one_named_stops(town: Path) -> None:
    with pytest.raises(GuidelineError) as raised:
        paper.faces("school", with_own_face(town, "0" * 64).guide("midori"))

    assert "ここに書かれた指紋のものではありません" in raised.value.lines()[0]
    assert raised.value.lines()[0].startswith("data/midori/guide.yml:2:")


def test_own_face_that_is_not_on_this_machine_is_done_without(town: Path, tmp_path: Path) -> None:
    guide = with_own_face(town, "0" * 64, tmp_path / "missing.ttf").guide("midori")

    assert paper.faces("school", guide).name == paper.faces("school").name


def test_fetching_without_npm_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KYODO_FONTS", str(tmp_path))
    monkeypatch.setattr("shutil.which", lambda _: None)
    said: list[str] = []

    assert not fetch.fetch(said.append)
    assert said == ["npm がないので、書体を取り寄せられません。紙面には Noto Sans CJK JP を使います。"]


def test_package_with_another_fingerprint_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KYODO_FONTS", str(tmp_path))
    monkeypatch.setattr("shutil.which", lambda _: "npm")

    def pack(command: list[str], cwd: str, **_: object) -> subprocess.CompletedProcess[str]:
        with tarfile.open(Path(cwd) / "other.tgz", "w:gz") as archive:
            archive.addfile(tarfile.TarInfo("package/x.ttf"), io.BytesIO())
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr("subprocess.run", pack)
    said: list[str] = []

    assert not fetch.fetch(said.append)
    assert all("指紋が違うので使いません" in line for line in said)
    assert list(tmp_path.iterdir()) == []


def test_command_prints_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "leaflet", "--data", str(MINI), "--to", str(tmp_path)]) == 0
    assert (tmp_path / "midori" / "print" / "leaflet-ja.pdf").read_bytes().startswith(b"%PDF")
    assert "leaflet-en.pdf(2 ページ)" in capsys.readouterr().out


def test_what_to_print_may_stand_after_the_guides(tmp_path: Path) -> None:
    assert main(["print", "--data", str(MINI), "--to", str(tmp_path), "--guide", "midori", "leaflet"]) == 0
    assert {path.name for path in tmp_path.rglob("*.pdf")} == {"leaflet-ja.pdf", "leaflet-en.pdf"}


def test_command_knows_what_can_be_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "poster", "--data", str(MINI), "--to", str(tmp_path)]) == 2
    assert capsys.readouterr().out.startswith("poster という紙面はありません。次から選んでください: leaflet")
