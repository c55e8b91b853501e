"""The second opinion is pykakasi's own, though it is asked for less than pykakasi would tell."""

from __future__ import annotations

import pytest
from pykakasi import Kakasi

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
    "",
]


@pytest.mark.parametrize("text", [*TEXTS, (ROOT / "tests" / "readings.tsv").read_text(encoding="utf-8")[:20_000]])
def test_words_and_hiragana_are_those_of_pykakasi(text: str) -> None:
    whole = [(one["orig"], one["hira"]) for one in Kakasi().convert(text) if one["orig"]]

    assert [tuple(one) for one in said(text)] == whole
