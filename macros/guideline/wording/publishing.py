"""Words of problems: readings, paper, and addresses that were published."""

from __future__ import annotations

from collections.abc import Mapping

WORDING: Mapping[str, Mapping[str, str]] = {
    # --- readings
    "lock-unknown-word": {
        "ja": "「{word}」は、公開する文の中に一つのことばとして出てきません。"
        "kyodo furigana audit に出るとおりに書いてください。",
        "en": '"{word}" is not a word of the published texts. Write it as kyodo furigana audit lists it.',
    },
    "lock-other-reading": {
        "ja": "「{word}」の機械の読みは {ours} で、「{reading}」ではありません。"
        "読みを変えるには readings.yml に書いてください。",
        "en": '"{word}" is read {ours}, not "{reading}". To change a reading, write it in readings.yml.',
    },
    "lock-contradiction": {
        "ja": "「{word}」に、違う読みが一度に書かれています({readings})。"
        "一つにするか、--at で場所を選びながら、一つずつ動かしてください。",
        "en": 'Several readings of "{word}" are given at once ({readings}). '
        "Give one, or lock one at a time and choose its place with --at.",
    },
    "lock-two-readings": {
        "ja": "「{word}」には、もう別の読みが認められています。--at で場所を一つずつ選んでください: {where}",
        "en": 'Another reading of "{word}" is locked. Choose one place at a time with --at: {where}',
    },
    "lock-unknown-place": {
        "ja": "「{word}」をそう読む場所に {at} はありません。次のどれかを書いてください: {where}",
        "en": '"{word}" is not read so at {at}. Choose one of: {where}',
    },
    # --- paper
    "bad-fingerprint": {
        "ja": "{path}「{value}」は指紋(SHA-256)ではありません。0〜9 と a〜f の64けたで書いてください。",
        "en": "{path}{value} is not a SHA-256 fingerprint. Write 64 digits of 0-9 and a-f.",
    },
    "leaflet-without-part": {
        "ja": "「{of}」に載せるものが、このガイドにはありません。別のものを選ぶか、このまとまりを消してください。",
        "en": 'This guide has nothing to show for "{of}". Choose something else or remove the block.',
    },
    "other-face": {
        "ja": "書体のファイル {file} は、ここに書かれた指紋のものではありません。"
        "正しいファイルを置くか、指紋を直してください。",
        "en": "The font file {file} does not have this fingerprint. Put the right file there or mend the fingerprint.",
    },
    "no-glyph": {
        "ja": "「{sign}」({number})は、紙面の書体 {face} にない字です。別の字に直してください。",
        "en": 'The faces for paper ({face}) have no "{sign}" ({number}). Use another character.',
    },
    "paper-too-long": {
        "ja": "{sheet} の「{panel}」に、{over} mm 入りきりません(字は {size} pt まで小さくしました)。"
        "ここから引く文を短くするか、項目を減らしてください。",
        "en": "{sheet}: the panel “{panel}” is {over} mm too long even at {size} pt. "
        "Shorten its texts or leave something out.",
    },
    "paper-failed": {
        "ja": "{sheet} を紙面に組めませんでした: {said}",
        "en": "{sheet} could not be set: {said}",
    },
    # --- redirects
    "redirect-taken": {
        "ja": "「{address}」は今も使われている番地です。この行を消すか、前の番地を書き直してください。",
        "en": "The address {address} is in use. Delete this entry or correct the old address.",
    },
    "redirect-clash": {
        "ja": "「{address}」は「{other}」といっしょには置けません(一つの名前は、ファイルかフォルダーのどちらかです)。"
        "この行を消すか、前の番地を書き直してください。",
        "en": "{address} cannot stand beside {other}: one name is a file or a folder. "
        "Delete this entry or correct the old address.",
    },
    "redirect-without-page": {
        "ja": "「{address}」のあったページ {page} が、もうありません。"
        "# から後を付けずに、ページの行き先を書いてください。",
        "en": "The page {page} of {address} is no more. Write where the page itself went, without # and what follows.",
    },
    "redirect-across": {
        "ja": "節(#)の行き先は、同じ町のページの中にしか書けません(「{address}」)。"
        "別の町へは、ページ全体の番地(# のないもの)で書いてください。",
        "en": "A section (#) can only lead on within the same guide ({address}). "
        "To another guide, redirect a whole page.",
    },
    "redirect-kind": {
        "ja": "「{address}」には新しいファイルの写しを置くので、同じ終わり({ending})の番地しか書けません。",
        "en": "A copy of the new file is put at {address}, so that it must end in the same way ({ending}).",
    },
    "redirect-nowhere": {
        "ja": "「{address}」という番地はありません。"
        "ページはページへ、ファイルはファイルへの、今ある番地を書いてください。",
        "en": "There is no address {address}. Give one that exists: a page for a page, a file for a file.",
    },
}
