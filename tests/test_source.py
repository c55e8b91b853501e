"""A YAML file becomes plain text with places."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.guideline.content import LARGEST_FILE
from macros.guideline.encoding import composed
from macros.guideline.problems import Place
from macros.guideline.source import parse, read


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "null", "~", "9:00", "0120", "010", "1.10", "1_000", ".5", "2024-02-30", "=", "0x1f", "1e3"],
)
def test_values_stay_text(text: str) -> None:
    tree = parse(f"key: {text}\n{text}: value\n".encode(), "a.yml")

    assert tree.problems == ()
    assert tree.mapping == {"key": text, text: "value"}


@pytest.mark.parametrize(
    "text",
    [
        "𠮷野",
        "﨑山",
        "髙木",
        "㈱みどり",
        "①",
        "㍻",
        "葛󠄀",
        "ｷｮｳ",
        "😀",
        "神\ufa19",
        "<script>",
        "{% raw %}x",
        "a#b",
        "a:b",
        "・点",
    ],
)
def test_odd_characters_are_kept(text: str) -> None:
    tree = parse(f"key: '{text}'\n".encode(), "a.yml")

    assert tree.problems == ()
    assert tree.mapping == {"key": text}


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("プ", "プ"),
        ("フ\u309a", "プ"),
        ("か\u3099き\u3099", "がぎ"),
        ("e\u0301", "é"),
        ("\ufa19", "\ufa19"),
        ("ﾌﾟ", "ﾌﾟ"),
        ("㈱①", "㈱①"),
        ("葛\U000e0100", "葛\U000e0100"),
    ],
)
def test_split_letters_are_joined_and_variant_kanji_kept(written: str, kept: str) -> None:
    assert composed(written) == kept


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_kind_of_line_end_and_a_leading_mark_are_read(newline: str, mark: str) -> None:
    tree = parse((mark + newline.join(["a: b", "c: |", "  一", "  二", ""])).encode(), "a.yml")

    assert tree.mapping == {"a": "b", "c": "一\n二\n"}


@pytest.mark.parametrize(
    "body",
    [
        "・点",
        "ー棒",
        "－線",
        "ja：あ",
        "ja:あ",
        "-x",
        "＃印",
        "　字下げ",
        "# 印",
        "a: b: c",
        "'",
        "[案]",
        "***",
        "<<<<<<< x",
    ],
)
def test_signs_are_free_in_text_under_a_bar(body: str) -> None:
    tree = parse(f"items:\n  - ja: |\n      {body}\n      続き\n    en: x\n".encode(), "a.yml")

    assert tree.problems == ()
    assert tree.mapping is not None
    assert tree.mapping["items"][0]["ja"] == f"{body}\n続き\n"


@pytest.mark.parametrize(
    "line",
    [
        "- https://example.jp/a",
        "- mailto:a@example.jp",
        "- tel:0000",
        "- 9:00",
        "- SNS：投稿",
        "# ja：あ",
        "key: # メモ",
        'key: "a" # メモ',
        "key: | # メモ",
        "key: a：b",
        "key: {ja: 'x, en：y', en: z}",
        "key: -1",
    ],
)
def test_what_only_looks_like_a_mistake_is_left_alone(line: str) -> None:
    text = (
        f"list:\n  {line}\n"
        if line.startswith("-")
        else f"{line}\n  - x\n"
        if line == "key: # メモ"
        else f"{line}\nz: z\n"
    )
    tree = parse(text.encode(), "a.yml")

    assert tree.problems == ()


def test_every_value_and_key_has_its_place_counted_in_characters() -> None:
    tree = parse("名前: {ja: 協働, en: x}\n並び:\n  - 𠮷: 一\n".encode(), "data/a.yml")

    assert tree.keys["名前", "en"] == Place("data/a.yml", 1, 14)
    assert tree.values["名前", "ja"] == Place("data/a.yml", 1, 10)
    assert tree.values["並び", 0, "𠮷"] == Place("data/a.yml", 3, 8)


def test_a_mapping_knows_its_own_place_and_those_below() -> None:
    tree = parse(b"a:\n  - b: {c: d}\n    e: [f, g]\n", "a.yml")

    assert tree.mapping is not None
    item = tree.mapping["a"][0]
    assert item.place == Place("a.yml", 2, 5)
    assert item.place_of(("e", 1)) == Place("a.yml", 3, 12)
    assert item.place_of(("b", "c")) == Place("a.yml", 2, 12)
    assert item.place_of(("nothing",)) == item.place


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"#" * (LARGEST_FILE + 1))

    assert [problem.code for problem in read(path, tmp_path).problems] == ["too-large"]


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "secret.yml").write_text("a: b")
    (root / "a.yml").symlink_to(tmp_path / "secret.yml")

    tree = read(root / "a.yml", root)

    assert (tree.mapping, [problem.code for problem in tree.problems]) == (None, ["link-outside"])


def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("a: b")
    (tmp_path / "a.yml").symlink_to(tmp_path / "b.yml")

    assert read(tmp_path / "a.yml", tmp_path).mapping == {"a": "b"}


@pytest.mark.parametrize("kind", ["folder", "nothing", "loop"])
def test_what_is_no_file_is_a_problem(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.yml"
    if kind == "folder":
        path.mkdir()
    elif kind == "loop":
        path.symlink_to(path)

    assert [problem.code for problem in read(path, tmp_path).problems] == ["unreadable"]


def test_messages_show_what_cannot_be_seen_and_stay_on_one_line() -> None:
    tree = parse("a: \x1b[31m\nb\u202e\n: x\n".encode(), "a.yml")

    for problem in tree.problems:
        assert problem.say().isprintable()


@pytest.mark.parametrize(
    "marks", ["\u0301" * 20 + "\u0323" * 20, "\u0591\u05b0" * 20, "\u20d0\u0323" * 20, "\u3099" * 31]
)
def test_marks_piled_on_one_letter_are_refused_before_anybody_puts_them_into_order(
    marks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.guideline.tree.composed", None)
    tree = parse(f"one: two\nkey: a{marks}\n".encode(), "a.yml")

    assert [(one.code, one.place.line) for one in tree.problems] == [("piled-marks", 2)]


@pytest.mark.parametrize("text", ["か\u3099き\u3099" * 40, "ị̣̂́" * 30, "שָׁלוֹם" * 20, "a" + "\u0301" * 30, "Привет" * 20])
def test_letters_with_as_many_marks_as_scripts_need_are_read(text: str) -> None:
    assert parse(f"key: {text}\n".encode(), "a.yml").problems == ()


def test_piled_marks_written_as_escapes_are_refused_and_not_put_into_order_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    marks = "\u0301" * 20 + "\u0323" * 20
    escaped = marks.encode("unicode-escape").decode()
    assert parse(f'key: "a{escaped}"\n'.encode(), "a.yml").mapping is None

    monkeypatch.setattr("macros.guideline.encoding.unicodedata", SimpleNamespace(combining=unicodedata.combining))
    assert composed(f"a{marks}") == f"a{marks}"
