"""Words of problems: starting a guide."""

from __future__ import annotations

from collections.abc import Mapping

WORDING: Mapping[str, Mapping[str, str]] = {
    "folder-there": {
        "ja": "このフォルダー(またはファイル)はもうあります。何も書きかえませんでした。"
        "別の名前を選ぶか、いまあるものを使ってください。",
        "en": "This is there already; nothing was changed. Choose another name or use what is there.",
    },
    "device-name": {
        "ja": "「{name}」は Windows が別の目的で使う名前です。別の名前にしてください。",
        "en": 'Windows itself uses the name "{name}". Choose another.',
    },
    "answer-missing": {
        "ja": "「{asks}」が要ります。書き足してください。",
        "en": "An answer is needed: {asks}",
    },
    "answer-sign": {
        "ja": "「{sign}」は使えません。消すか、全角の字にしてください。",
        "en": '"{sign}" cannot be used. Delete it or write its full-width form.',
    },
    "answer-not-japanese": {
        "ja": "「{value}」は日本語の名前ではありません。漢字やかなで書いてください。",
        "en": '"{value}" is not a Japanese name. Write it in kanji or kana.',
    },
    "unknown-prefecture": {
        "ja": "「{value}」という都道府県はありません。{hint}「山口県」のように、最後の字まで書いてください。",
        "en": 'There is no prefecture "{value}". {hint}Write the whole name, such as 山口県.',
    },
    "code-elsewhere": {
        "ja": "番号 {code} は{prefecture}の市町村のものではありません。番号か都道府県を直してください。",
        "en": "The code {code} is not of a municipality in {prefecture}. Correct one of them.",
    },
    "sample-text": {
        "ja": "見本の文が {count} か所残っています。"
        "「【見本】」を探して、資料の内容に書きかえるか、項目ごと消してください。",
        "en": "{count} sample texts are left. "
        "Look for 【見本】 and [Sample]; write the town's own words or delete them.",
    },
}
