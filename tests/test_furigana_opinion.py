"""The second opinion is pykakasi's own, though it is asked for less than pykakasi would tell."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from pykakasi import Kakasi

from macros.furigana import kanwa
from macros.furigana.kakasi import said
from tests.conftest import ROOT

TEXTS = [
    "市民と行政の協働による、まちづくりの推進。",
    "日本国民は、正当に選挙された国会における代表者を通じて行動し、二十日ごとに人々と話し合う。",
    "ＮＰＯ法人・ボランティア団体(約1,250件)の取り組み〜サポートセンター〜",
    "國と縣の會議、邊りの櫻、葛\U000e0100城と辻\ufe00の𠮷野家。",
    "行った、行なった、行う。今日は一日、明日は二日。",
    "コーヒー、ヴァイオリン、ｶﾀｶﾅ、ゐゑヰヱ、ゔ。",
    "茨城\ufe00県葛\U000e0100、協働\ufe00の国\ufe01\ufe00と市\ufe00",
    "emoji 🌸 and tab\tand\nbreak",
    "々仝〆〇ヶ月",
    "「『二つ』の約束」、(三つ)。〜ー・ーア行",
    "亞㐟\U000e0100亲、乏\ufe00せげ、㐟市、市㐟",
    "そん色、見劣り色",
    "",
]
_BLOCKS = (
    (0x20, 0x7F),
    (0xA0, 0x100),
    (0x391, 0x3CA),
    (0x2010, 0x2020),
    (0x3000, 0x3100),
    (0x3400, 0x3410),
    (0x4E00, 0x4F00),
    (0xFE00, 0xFE04),
    (0xFF01, 0xFFA0),
    (0x1F338, 0x1F340),
    (0x20BB7, 0x20BB8),
)
_OFTEN = "々仝〆〇ヶ國縣邊櫻葛辻市民協働行う取り組み色そんそれはが、。「」ーー〜"


@pytest.mark.parametrize("text", [*TEXTS, (ROOT / "tests" / "readings.tsv").read_text(encoding="utf-8")[:4_000]])
def test_words_and_hiragana_are_those_of_pykakasi(text: str) -> None:
    whole = [(one["orig"], one["hira"]) for one in Kakasi().convert(text) if one["orig"]]

    assert [tuple(one) for one in said(text)] == whole


@pytest.mark.parametrize("seed", range(10))
def test_they_are_those_of_pykakasi_for_any_signs_that_follow_each_other(seed: int) -> None:
    signs = [chr(one) for block in _BLOCKS for one in range(*block)] + list(_OFTEN * 20)
    choice = random.Random(seed)
    for _ in range(30):
        text = "".join(choice.choices(signs, k=choice.randint(1, 12)))
        try:
            whole = [(one["orig"], one["hira"]) for one in Kakasi().convert(text) if one["orig"]]
        except IndexError:
            whole = []

        assert [tuple(one) for one in said(text)] == whole


def test_where_pykakasi_itself_fails_there_is_no_opinion() -> None:
    with pytest.raises(IndexError):
        Kakasi().convert("亓ゎ\ufe01")

    assert said("亓ゎ\ufe01") == ()


def test_entries_are_those_of_the_dictionary_where_what_is_kept_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kanwa, "_file", lambda: tmp_path / "new" / "kept")
    monkeypatch.setattr(kanwa, "_kept", kanwa._kept.__wrapped__)
    known = kanwa.beginning_with.__wrapped__
    entries = known("協")
    kanwa.keep()

    assert entries.readings["協働"] == "きょうどう"
    assert known("協") == entries
    assert known("ん").readings == {}, "no entry begins with it, as is kept"
    for broken in (b"", b"cut short", kanwa._file().read_bytes()[:-100], b"N"):
        kanwa._file().write_bytes(broken)
        assert known("協") == entries
