"""Words of problems: one value that does not fit its place."""

from __future__ import annotations

from collections.abc import Mapping

WORDING: Mapping[str, Mapping[str, str]] = {
    "missing-key": {
        "ja": "{path}必要な項目「{key}」{meaning}がありません。書き足してください。",
        "en": '{path}"{key}" is missing. Add it.',
    },
    "unknown-key": {
        "ja": "{path}「{key}」という項目はありません。{hint}書ける項目は {choices} です。",
        "en": '{path}There is no entry called "{key}". {hint}Entries in use: {choices}.',
    },
    "unknown-language": {
        "ja": "{path}「{key}」という言語はありません。{hint}使えるのは {choices} です。",
        "en": '{path}There is no language called "{key}". {hint}Languages in use: {choices}.',
    },
    "wrong-choice": {
        "ja": "{path}「{value}」は使えません。{hint}使えるのは {choices} です。",
        "en": '{path}"{value}" cannot be used. {hint}Use one of: {choices}.',
    },
    "bad-id": {
        "ja": "{path}「{value}」は id に使えません。半角の小文字の英字・数字・ハイフンだけで、64字までにしてください"
        "(課や形態などを指すところには、名前ではなく、その id を書きます)。",
        "en": '{path}"{value}" cannot be an id. Use lower-case letters, digits and hyphens only, at most 64 '
        "(to point at a department, a form and so on, write its id, not its name).",
    },
    "bad-reading": {
        "ja": "{path}「{value}」は読みに使えません。ひらがな(または片仮名)だけで書いてください。",
        "en": '{path}"{value}" cannot be a reading. Use hiragana (or katakana) only.',
    },
    "mistyped-reading": {
        "ja": "「{written}」は読みの書き方ではないので、記号のまま公開されます。半角の {{ | }} で {{方|かた}}"
        "(資料に印刷された読みは {{岩国市《まち》}})のように、"
        "漢字だけに、ひらがなだけか片仮名だけの読みを付けてください。"
        "読みでないなら、括弧か縦棒を別の記号にしてください。",
        "en": '"{written}" is no reading and would be published with its signs. Write {{方|かた}} with ordinary signs '
        "(or {{岩国市《まち》}} for a reading that the source prints): kanji only, then hiragana or katakana only. "
        "If no reading is meant, use another bracket or bar.",
    },
    "bad-date": {
        "ja": "{path}「{value}」は日付として読めません。"
        "西暦で、2026-11-20(または 2026-11、2026)の形で、半角で書いてください。",
        "en": '{path}"{value}" is not a date. Write it as 2026-11-20 (or 2026-11, or 2026).',
    },
    "no-such-day": {
        "ja": "{path}「{value}」は、暦にない日か月です。月と日を確かめてください。",
        "en": '{path}"{value}" is not in the calendar. Check its month and its day.',
    },
    "bad-colour": {
        "ja": '{path}「{value}」は色として読めません。"#1a6b4f" の形で、引用符を付けて、半角の小文字で書いてください。',
        "en": '{path}"{value}" is not a colour. Write it as "#1a6b4f", in quotation marks and lower case.',
    },
    "bad-address": {
        "ja": "{path}「{value}」はリンク先に使えません。"
        "半角の https:// http:// mailto: tel: のどれかで始めてください。",
        "en": '{path}"{value}" cannot be a link. Start it with https://, http://, mailto: or tel:.',
    },
    "broken-address": {
        "ja": "{path}「{value}」はリンク先として開けません。"
        "サーバーの名前(www.example.jp など)、ポート番号、空白、引用符、括弧、"
        "全角の記号、見えない文字を確かめてください(番地の中の空白は %20 と書きます)。",
        "en": '{path}"{value}" cannot be opened as a link. Check the name of its server (www.example.jp), its port, '
        "spaces (written %20 in addresses), quotation marks, brackets, full-width and invisible signs.",
    },
    "bad-way": {
        "ja": "{path}「{value}」はこのサイトの番地ではありません。"
        "「/yamaguchi/forms/#subsidy」のように、/ で始めて、半角の小文字で書いてください。",
        "en": '{path}"{value}" is no address of this site. Write it as /yamaguchi/forms/#subsidy, '
        "starting with / and in lower case.",
    },
    "bad-code": {
        "ja": "{path}「{value}」は全国地方公共団体コードではありません。半角の数字6けたで書いてください。",
        "en": '{path}"{value}" is not a municipality code. Write six digits.',
    },
    "bad-year": {
        "ja": "{path}「{value}」は年度として読めません。2009 のように、西暦の年度を半角の数字4けたで書いてください。",
        "en": '{path}"{value}" is not a fiscal year. Write four digits such as 2009.',
    },
    "bad-expression": {
        "ja": "{path}「{value}」は正規表現として読めません。括弧 ( ) [ ] の組と、「\\」の使い方を確かめてください。",
        "en": '{path}"{value}" is not a regular expression. Check its brackets ( ) [ ] and backslashes.',
    },
    "bad-number": {
        "ja": "{path}「{value}」は数字として読めません。半角の数字だけで書いてください(単位は付けません)。",
        "en": '{path}"{value}" is not a number. Write digits only, without a unit.',
    },
    "number-range": {
        "ja": "{path}「{value}」は範囲の外です。{limit}。",
        "en": '{path}"{value}" is out of range: {limit}.',
    },
    "not-a-list": {
        "ja": "{path}一つずつ「- 」を付けて並べるか、[a, b] の形で書いてください(一つだけのときも同じです)。",
        "en": '{path}Write a list here: one "- " line each, or [a, b] (also where there is only one).',
    },
    "not-a-mapping": {
        "ja": "{path}「項目名: 内容」の形で書いてください。書ける項目は {choices} です。",
        "en": '{path}Write "name: text" lines here. Entries in use: {choices}.',
    },
    "text-needs-language": {
        "ja": "{path}言語ごとに書いてください。例: {{ja: 日本語の文, en: English text}}",
        "en": "{path}Write the text by language, for example {{ja: 日本語の文, en: English text}}",
    },
    "not-text": {
        "ja": "{path}ここには文を一つだけ書いてください(「- 」や項目名は付けません)。",
        "en": '{path}Write one text here, without "- " and without names.',
    },
    "empty-text": {
        "ja": "{path}空です。文を書くか、この項目を消してください。",
        "en": "{path}This is empty. Write something or delete the entry.",
    },
    "too-long": {
        "ja": "{path}長すぎます。{most} 文字までにしてください。",
        "en": "{path}This is too long. Use at most {most} character(s).",
    },
    "too-few": {
        "ja": "{path}{least} つ以上書いてください(いまは {found} つです)。",
        "en": "{path}Write at least {least} (there are {found}).",
    },
    "not-usable": {
        "ja": "{path}「{value}」は使えません。ほかの町の同じ項目の書き方を見て、直してください。",
        "en": '{path}"{value}" cannot be used. See how another guide writes this entry.',
    },
}
