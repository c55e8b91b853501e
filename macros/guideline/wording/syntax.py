"""Words of problems: YAML: what it allows and we do not, and what it cannot read."""

from __future__ import annotations

from collections.abc import Mapping

_QUOTE_JA = '文の全体を引用符 " " で囲むと、そのままの文になります'
_QUOTE_EN = 'put the whole text in quotation marks " " to keep it as it is'

WORDING: Mapping[str, Mapping[str, str]] = {
    # --- what YAML allows and we do not
    "anchor": {
        "ja": "文の初めの「&」は YAML の特別な印(アンカー)です。文の一部なら、" + _QUOTE_JA + "。",
        "en": 'An "&" at the start is a YAML sign (anchor), which is not used here. If it is text, ' + _QUOTE_EN + ".",
    },
    "alias": {
        "ja": "文の初めの「*」は YAML の特別な印(エイリアス)です。文の一部なら、" + _QUOTE_JA + "。",
        "en": 'A "*" at the start is a YAML sign (alias), which is not used here. If it is text, ' + _QUOTE_EN + ".",
    },
    "tag": {
        "ja": "文の初めの「!」は YAML の特別な印(タグ)です。文の一部なら、" + _QUOTE_JA + "。",
        "en": 'A "!" at the start is a YAML sign (tag), which is not used here. If it is text, ' + _QUOTE_EN + ".",
    },
    "merge-key": {
        "ja": "「<<」による取り込みは使えません。必要な項目をこの場所に書いてください。",
        "en": 'The merge key "<<" is not used here. Write the entries out.',
    },
    "many-documents": {
        "ja": "「---」か「...」でファイルが区切られています。"
        "一つのファイルには一まとまりだけ書き、区切りの行を消してください。",
        "en": 'The file is divided by "---" or "...". Keep one document a file and delete the dividing line.',
    },
    "too-deep": {
        "ja": "入れ子が深すぎます({limit} 段まで)。括弧の閉じ忘れや、字下げの間違いがないか確かめてください。",
        "en": "The nesting is too deep (at most {limit} levels). Check the brackets and the indentation.",
    },
    "complex-key": {
        "ja": "項目名のところに括弧や「?」があります。文の一部なら、" + _QUOTE_JA + "。",
        "en": 'There is a bracket or a "?" where a name should be. If it is text, ' + _QUOTE_EN + ".",
    },
    "duplicate-key": {
        "ja": "項目「{key}」が二度書かれています(先に {first} 行目にあります)。どちらか一つにしてください。",
        "en": '"{key}" is written twice (first in line {first}). Keep one of them.',
    },
    "folded": {
        "ja": "「>」を使うと、日本語の行と行の間に余分な空白が入ります。「|」に直してください。",
        "en": 'With ">" stray spaces come between Japanese lines. Write "|" instead.',
    },
    "text-over-lines": {
        "ja": "文が次の行に続いています。項目名の後に「|」を書き、次の行から字下げして書いてください。"
        "次の行が別の項目なら、半角のコロンと空白、字下げを確かめてください。",
        "en": 'The text runs on to the next line. Write "|" after the name and the indented text below it. '
        "If the next line is another entry, check its colon, its space and its indentation.",
    },
    "quote-over-lines": {
        "ja": "引用符 {quote} が同じ行の中で閉じていません。行の終わりで閉じてください。"
        "長い文は、引用符ではなく「|」を使って次の行から書きます。",
        "en": "The quotation mark {quote} is not closed on its line. Close it. "
        'For a long text write "|" and the text below it, without quotation marks.',
    },
    "cut-by-hash": {
        "ja": "空白の後の「{rest}」はメモとみなされ、消えてしまいます。"
        + _QUOTE_JA
        + "。メモなら、前の行に移してください。",
        "en": '"{rest}" after the space is taken as a comment and would be lost. For text, '
        + _QUOTE_EN
        + ". Move a comment to a line of its own.",
    },
    "empty-value": {
        "ja": "「{key}」に何も書かれていません。内容を書くか、この行を消してください。",
        "en": 'Nothing is written for "{key}". Write something or delete the line.',
    },
    "value-is-comment": {
        "ja": "「{key}」の後の「{rest}」は、# で始まるのでメモとみなされ、消えてしまいます。"
        '文や色なら、引用符 " " で囲んでください。',
        "en": '"{rest}" after "{key}" starts with #, is taken as a comment and would be lost. '
        "Put a text or a colour in quotation marks.",
    },
    "empty-in-braces": {
        "ja": "「{key}」の内容がありません。{{ }} の中の文に"
        'カンマ「,」があるときは、その文を引用符 " " で囲んでください。',
        "en": 'Nothing is written for "{key}". Put a text that holds a comma in quotation marks inside {{ }}.',
    },
    "empty-item": {
        "ja": "「- 」の後に何も書かれていません。内容を書くか、この行を消してください。",
        "en": 'Nothing is written after "- ". Write something or delete the line.',
    },
    # --- YAML that cannot be read
    "colon-in-text": {
        "ja": "文の中に半角のコロンと空白「: 」があるため、文の切れ目が分かりません。" + _QUOTE_JA + "。",
        "en": 'There is a colon and a space ": " inside the text. ' + _QUOTE_EN.capitalize() + ".",
    },
    "two-names": {
        "ja": "一つの行に項目が二つ続いています。「{key}: …」から行の終わりまでを、括弧 {{ }} で囲んでください。"
        '「{key}」が文の一部なら、文の全体を引用符 " " で囲んでください。',
        "en": 'Two names stand on one line. Put braces {{ }} around all that begins with "{key}: …". '
        'If "{key}" is part of a text, put the whole text in quotation marks " ".',
    },
    "quote-in-braces": {
        "ja": "引用符を閉じた後に、まだ文字があります。引用符の中で同じ引用符は使えません。"
        "文に ' があるなら全体を \" \" で、\" があるなら ' ' で囲んでください。",
        "en": "There is more text after the closing quotation mark, which cannot stand inside the text that it closes. "
        "Put a text that holds ' in \" \", and one that holds \" in ' '.",
    },
    "quote-open": {
        "ja": "引用符で始まった文が閉じていません。文の終わりに同じ引用符を付けてください。",
        "en": "The quotation mark opened here is never closed. Put the same mark at the end of the text.",
    },
    "backslash": {
        "ja": "「\" \"」の中の「\\」(または「¥」)は特別な印です。一重の引用符 ' ' で囲んでください。",
        "en": "A backslash is a special sign inside \" \". Use single quotation marks ' ' instead.",
    },
    "text-after-quote": {
        "ja": "引用符を閉じた後に、まだ文字があります。引用符を含む文は、全体を「|」の下の行に書いてください。",
        "en": 'There is more text after the closing quotation mark. Write "|" and put the whole text below it.',
    },
    "text-after-bracket": {
        "ja": "文が括弧「{sign}」で始まっているため、YAML の印とみなされました。" + _QUOTE_JA + "。",
        "en": 'The text starts with "{sign}", which YAML takes as a sign of its own. ' + _QUOTE_EN.capitalize() + ".",
    },
    "sign-at-start": {
        "ja": "文が「{sign}」で始まっています。この記号は文の初めに置けません。" + _QUOTE_JA + "。",
        "en": 'A text cannot start with "{sign}". ' + _QUOTE_EN.capitalize() + ".",
    },
    "bracket-open": {
        "ja": "括弧「{sign}」の中が読めません。閉じ忘れがないか確かめてください。"
        "中の文に , : [ ] {{ }} のどれかがあれば、その文を引用符で囲みます。",
        "en": 'The bracket "{sign}" cannot be read. Check that it is closed. '
        "Put a text inside it in quotation marks where it holds one of , : [ ] {{ }}.",
    },
    "name-without-colon": {
        "ja": "項目名の後のコロンが見つかりません。「項目名: 内容」の形か、字下げを確かめてください。",
        "en": 'There is no colon after the name. Write "name: text" and check the indentation.',
    },
    "bad-indentation": {
        "ja": "字下げ(行の初めの空白の数)が前の行とそろっていません。"
        "同じ段の項目は、同じ数の半角の空白で始めてください。",
        "en": "The indentation does not match the lines above. "
        "Start entries of one level with the same number of spaces.",
    },
    "syntax": {
        "ja": "YAML として読めません。この行と前の行の、コロン・引用符・括弧・字下げを確かめてください。",
        "en": "This cannot be read as YAML. Check colons, quotation marks, brackets and indentation here and above.",
    },
}
