"""Words of problems: records that do not fit together."""

from __future__ import annotations

from collections.abc import Mapping

WORDING: Mapping[str, Mapping[str, str]] = {
    "id-not-folder": {
        "ja": "id「{id}」がフォルダーの名前「{folder}」と違います。"
        "コピーしたフォルダーなら、data の外に移してください。そうでなければ、二つを同じにしてください。",
        "en": 'The id "{id}" is not the name of the folder "{folder}". '
        "Move a copied folder out of data; otherwise make the two the same.",
    },
    "duplicate-id": {
        "ja": "id「{id}」は {first} でも使われています。別の id にしてください。",
        "en": 'The id "{id}" is used at {first} too. Choose another.',
    },
    "duplicate-id-in-files": {
        "ja": "id「{id}」は {first} でも使われています。"
        "ファイルをコピーしたのなら、いらないほうを data の外に移してください。"
        "そうでなければ、別の id にしてください。",
        "en": 'The id "{id}" is used at {first} too. Move a copied file out of data; otherwise choose another id.',
    },
    "other-reading": {
        "ja": "「{word}」には、{first} にちがう読みが書かれています。どちらか一つにしてください。"
        "場所によってちがう読みは、文の中に {{方|かた}} と書きます。",
        "en": 'Another reading of "{word}" stands at {first}. Keep one of them. '
        "Write a reading of one place only into its text, as {{方|かた}}.",
    },
    "moved-twice": {
        "ja": "前の番地「{old}」には、{first} に別の行き先が書かれています。どちらか一つにしてください。",
        "en": 'Another new address for "{old}" stands at {first}. Keep one of them.',
    },
    "year-twice": {
        "ja": "{year} 年度の値は {first} にもあります。どちらか一つにするか、年度を確かめてください。",
        "en": "A value for {year} stands at {first}, too. Keep one of them or check the years.",
    },
    "missing-label": {
        "ja": "画面のことば「{label}」がありません。消したのなら、Git か控えを見て、元に戻してください。",
        "en": 'The word of the interface "{label}" is missing. If you deleted it, bring it back from Git or a copy.',
    },
    "same-short-title": {
        "ja": "「{town}」の短い呼び名「{title}」は {first} でも使われています。"
        "同じ市町村のガイドが二つあるときは、ページの題名を区別できるように、別の short_title にしてください。",
        "en": 'The short title "{title}" of {town} is used at {first} too. '
        "Where a municipality has two guides, give each its own short_title, for the titles of pages.",
    },
    "unknown-reference": {
        "ja": "「{id}」は {where} にありません。{hint}綴りを直すか、{where} に書き足してください。",
        "en": '"{id}" is not in {where}. {hint}Correct the spelling or add it to {where}.',
    },
    "repeat-of-repeat": {
        "ja": "「{id}」はこの計画の推進項目にありません。{hint}再掲の repeats には、もとの項目の id を書いてください。",
        "en": 'No action of this plan is called "{id}". {hint}Give the id of the original action in repeats.',
    },
    "circular-successor": {
        "ja": "課の引き継ぎ先が輪になっています({chain})。どこかの successor を直してください。",
        "en": "The successors of departments run in a circle ({chain}). Correct one of them.",
    },
    "successor-itself": {
        "ja": "課「{id}」の引き継ぎ先が自分自身です。successor を直すか、消してください。",
        "en": 'The department "{id}" is its own successor. Correct or delete successor.',
    },
    "unknown-step": {
        "ja": "年次計画のことば「{word}」は vocabulary.yml の steps にありません。{hint}"
        "綴りを直すか、steps の printed に書き足してください。",
        "en": 'The schedule word "{word}" is not in the steps of vocabulary.yml. {hint}'
        "Correct it or add it to printed there.",
    },
    "arrow-first": {
        "ja": "年次計画が「{word}」から始まっています。「{word}」は前の年の続きを示すので、最初の年には書けません。",
        "en": 'The schedule starts with "{word}", which continues the year before. The first year needs another word.',
    },
    "uncertain-differs": {
        "ja": "uncertain の先頭の読み方が schedule と違います。"
        "このサイトで示す読み方を先頭に置き、schedule と同じにしてください。",
        "en": "The first reading under uncertain differs from schedule. Put the reading that is shown first.",
    },
    "target-not-after": {
        "ja": "目標の年度 {year} が現状値の年度 {baseline} より後ではありません。年度を確かめてください。",
        "en": "The target year {year} is not after the baseline year {baseline}. Check the years.",
    },
    "year-outside": {
        "ja": "{year}年度は、スケジュール全体({first}年度から{last}年度まで)の外です。どちらかを直してください。",
        "en": "FY{year} lies outside the whole schedule (FY{first} to FY{last}). Correct one of them.",
    },
    "period-backwards": {
        "ja": "期間の終わり {last} が始まり {first} より前です。年度を確かめてください。",
        "en": "The period ends ({last}) before it begins ({first}). Check the years.",
    },
    "shares-differ": {
        "ja": "答えを足すと {sum} で、合計 {total} と合いません。"
        "数字を確かめ、資料のとおりなら notes に理由を書いてください。",
        "en": "The answers add up to {sum}, not {total}. Check them; if they are printed so, explain it in notes.",
    },
    "label-without-english": {
        "ja": "画面のことば「{label}」に英語(en)がありません。書き足してください。",
        "en": 'The label "{label}" has no English (en). Add it.',
    },
    "form-twice": {
        "ja": "形態「{id}」が同じ領域に二度書かれています。一つにしてください。",
        "en": 'The form "{id}" is written twice in one zone. Keep one.',
    },
    "answer-without-way": {
        "ja": "答え「{id}」の進む先が、一つに決まりません。"
        "次の質問(next)か終わり(end)の、どちらか一つだけを書いてください。",
        "en": 'The answer "{id}" leads nowhere, or to two places. Write either next or end.',
    },
    "question-goes-back": {
        "ja": "最初の質問「{id}」へ戻っています。答えは先へだけ進めてください。",
        "en": 'This leads back to the first question "{id}". Answers lead forward only.',
    },
    "question-twice": {
        "ja": "質問「{id}」へ進む答えが二つあります(一つ目は {first})。"
        "答えによって理由が変わるので、質問を分けてください。",
        "en": 'Two answers lead to the question "{id}" (the first at {first}). '
        "Reasons depend on the way, so write two questions.",
    },
    "question-unreached": {
        "ja": "質問「{id}」へ進む道がありません。どれかの答えの next に書くか、質問を消してください。",
        "en": 'No way leads to the question "{id}". Name it in the next of an answer, or delete it.',
    },
    "form-unreached": {
        "ja": "どう答えても形態「{id}」にたどり着きません。どれかの答えの end の forms に書いてください。",
        "en": 'No way leads to the form "{id}". Name it in the forms of some end.',
    },
    "form-without-reason": {
        "ja": "形態「{id}」を勧める理由が、ここまでの答えにありません。"
        "答えの speaks_for に、この形態と理由を書いてください。",
        "en": 'No answer on this way says why the form "{id}" suits. Add it to the speaks_for of an answer.',
    },
    "end-forms-differ": {
        "ja": "kind が forms のときは forms に形態の id を一つ以上書き、それ以外のときは forms を書きません"
        "(いまの kind は {kind} です)。どちらかを直してください。",
        "en": "An end of kind forms names forms, any other does not (this one is of kind {kind}). Mend one of them.",
    },
    "end-without-text": {
        "ja": "kind が {kind} の終わりには、何をすればよいか(text)と、その出典(source)を書いてください。",
        "en": "An end of kind {kind} needs a text that says what to do, and its source.",
    },
    "bad-check-digit": {
        "ja": "「{value}」は全国地方公共団体コードとして正しくありません(6けた目の検査数字が合いません)。"
        "番号を確かめるか、この行を消してください。",
        "en": "{value} is not a municipality code: its check digit is wrong. Check the number or delete the line.",
    },
    "low-contrast": {
        "ja": "色 {colour} は白との明るさの差が {ratio}:1 で、文字が読みにくくなります。"
        "4.5:1 以上になる、もっと濃い色にしてください。",
        "en": "The colour {colour} has a contrast of {ratio}:1 with white, too low to read. "
        "Choose a darker one (4.5:1 or more).",
    },
}
