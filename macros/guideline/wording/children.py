"""Words of problems: the fourth-grade reader and words for children."""

from __future__ import annotations

from collections.abc import Mapping

WORDING: Mapping[str, Mapping[str, str]] = {
    # --- the fourth-grade reader
    "unknown-block": {
        "ja": "{path}この部分の種類が分かりません。どれか一つの項目名で始めてください: {choices}。",
        "en": "{path}It is not clear what kind of block this is. Start it with one of: {choices}.",
    },
    "figure-without-records": {
        "ja": "図「{figure}」のもとになる記録がこの町にありません。かける図は {choices} です。",
        "en": 'This guide has no records from which to draw "{figure}". Figures it can have: {choices}.',
    },
    "kind-without-records": {
        "ja": "この町には {kind} の記録がありません。この部分を消すか、ほかの種類にしてください。",
        "en": "This guide has no {kind}. Delete this block or choose another kind.",
    },
    "kids-missing": {
        "ja": "副読本に出す「{title}」に、子ども向けの文(kids)がありません。"
        "ja の隣に kids を書くか、reader.yml の only で外してください。",
        "en": 'The reader shows "{title}", which has no text for children. Write kids beside ja, or use only.',
    },
    "answer-outside": {
        "ja": "答えの番号が {answer} ですが、候補は {choices} つです。1 から数えて書いてください。",
        "en": "The answer is number {answer}, but there are {choices} choices. Count from 1.",
    },
    "lesson-minutes": {
        "ja": "授業の時間を足すと {minutes} 分です。合わせて {wanted} 分にしてください。",
        "en": "The steps of the lesson take {minutes} minutes in all. Make it {wanted}.",
    },
    "word-not-used": {
        "ja": "ことばの説明の「{word}」が、本の中に出てきません。本と同じ書き方にするか、消してください。",
        "en": '"{word}" of the word list is nowhere in the book. Write it as the book does, or delete it.',
    },
    "word-twice": {
        "ja": "ことばの説明に「{word}」が二度あります(先に {first} にあります)。一つにしてください。",
        "en": '"{word}" is twice in the word list (first at {first}). Keep one.',
    },
    # --- words for children
    "kids-long": {
        "ja": "「{sentence}」は {found} 文字です。{most} 文字までの文に分けてください。",
        "en": '"{sentence}" has {found} characters. Split it into sentences of at most {most}.',
    },
    "kids-clauses": {
        "ja": "「{sentence}」は {found} つの節が続いています。{most} つまでにして、二つの文に分けてください。",
        "en": '"{sentence}" has {found} clauses in a row. Keep to {most} and make two sentences of it.',
    },
    "kids-passive": {
        "ja": "「{sentence}」に受け身(〜れる、〜られる)が {found} つあります。「だれがどうする」に直してください。",
        "en": '"{sentence}" has {found} passives. Say who does what.',
    },
    "kids-double-negative": {
        "ja": "「{sentence}」の「{words}」は、打ち消しが二つ重なっています。打ち消さない言い方に直してください。",
        "en": '"{words}" in "{sentence}" denies twice. Say it without denying.',
    },
    "kids-style": {
        "ja": "「{sentence}」の終わりの「{words}」が、です・ますではありません。です・ますにそろえてください。",
        "en": '"{sentence}" ends in "{words}", not in です or ます. Keep to one style.',
    },
    "kids-kanji": {
        "ja": "「{sentence}」の「{kanji}」は、小学校で習わない漢字です。"
        "ひらがなにするか、ことばの説明(words)に入れてください。",
        "en": '{kanji} in "{sentence}" is not taught in primary school. Write kana, or add the word to words.',
    },
    "kids-katakana": {
        "ja": "「{sentence}」の「{words}」は、説明のない片仮名のことばです。"
        "ほかのことばにするか、ことばの説明(words)に入れてください。だれでも分かるなら data/kids.yml に足します。",
        "en": '"{words}" in "{sentence}" is not explained. Use another word, or add it to words '
        "(or to data/kids.yml where every child knows it).",
    },
    "kids-notice": {"ja": "お知らせ: {said}", "en": "Notice: {said}"},
}
