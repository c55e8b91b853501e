"""What each kind of problem says, in plain Japanese and English: what is wrong, then what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

_QUOTE_JA = '文の全体を引用符 " " で囲むと、そのままの文になります'
_QUOTE_EN = 'put the whole text in quotation marks " " to keep it as it is'

WORDING: Mapping[str, Mapping[str, str]] = {
    # --- reading a file -------------------------------------------------------------------------------------
    "no-data-folder": {
        "ja": "データのフォルダーが見つかりません。場所を確かめてください。",
        "en": "The data folder is not there. Check where it is.",
    },
    "unreadable": {
        "ja": "このファイルを開けません。ファイルがあること、読む権限があることを確かめてください。",
        "en": "This file cannot be opened. Check that it exists and that you may read it.",
    },
    "link-outside": {
        "ja": "プロジェクトの外を指すリンク(ショートカット)です。リンクではなく、ファイルそのものを置いてください。",
        "en": "This is a link that leads out of the project. Put the file itself here instead.",
    },
    "too-large": {
        "ja": "ファイルが大きすぎます({size})。{limit}より小さくしてください。",
        "en": "The file is too large ({size}). Keep it below {limit}.",
    },
    "line-too-long": {
        "ja": "この行は長すぎます。1行は {limit} 文字までです。文の途中で改行してください(「|」の下の行に書きます)。",
        "en": 'This line is too long (at most {limit} characters). Write "|" and break the text into lines below it.',
    },
    "not-utf8": {
        "ja": "文字コードが {encoding} のようです。エディターで開き、文字コード UTF-8 で保存し直してください。",
        "en": "The file seems to be encoded in {encoding}. Open it in an editor and save it as UTF-8.",
    },
    "not-utf8-unknown": {
        "ja": "UTF-8 として読めない文字があります。エディターで開き、文字コード UTF-8 で保存し直してください。",
        "en": "There are bytes here that are not UTF-8. Open the file in an editor and save it as UTF-8.",
    },
    "empty-file": {
        "ja": "ファイルに中身がありません。中身を書くか、ファイルを消してください。",
        "en": "The file is empty. Write something in it or delete it.",
    },
    "list-at-top": {
        "ja": "ファイルの初めが「- 」の並びになっています。「forms:」のような項目名の行を先に書き、"
        "その下に並べてください。",
        "en": 'The file starts with a list. Write a line with a name such as "forms:" first and put the list below it.',
    },
    "text-at-top": {
        "ja": "ファイルに項目名がなく、文だけが書かれています。"
        "「title: …」のように、項目名と半角のコロンと空白を付けてください。",
        "en": 'The file holds only a text. Write "name: text" with a colon and a space after each name.',
    },
    # --- signs that look right but are not ------------------------------------------------------------------
    "indent-wide-space": {
        "ja": "行の初めに全角の空白があります。半角の空白に直してください。",
        "en": "The line starts with a full-width space. Use ordinary spaces.",
    },
    "indent-no-break-space": {
        "ja": "行の初めに特殊な空白(改行しない空白)があります。半角の空白に直してください。",
        "en": "The line starts with a no-break space. Use ordinary spaces.",
    },
    "indent-tab": {
        "ja": "行の初めにタブがあります。半角の空白に直してください。",
        "en": "The line starts with a tab. Use spaces.",
    },
    "tab": {
        "ja": "コロンやハイフンの後、または行の終わりにタブがあります。半角の空白に直すか、消してください。",
        "en": "There is a tab after a colon or a hyphen, or at the end of the line. Use a space or delete it.",
    },
    "wide-colon": {
        "ja": "「{key}」の後が全角のコロン「：」です。半角のコロンと半角の空白「: 」に直してください。",
        "en": 'There is a full-width colon after "{key}". Write an ordinary colon and a space.',
    },
    "colon-without-space": {
        "ja": "「{key}:」のすぐ後に文字があります。コロンの後に半角の空白を一つ入れてください。",
        "en": 'There is no space after "{key}:". Put one ordinary space after the colon.',
    },
    "wide-brace": {
        "ja": "括弧が全角の「｛」です。初めと終わりを、半角の括弧 {{ }} に直してください。",
        "en": "The brace is a full-width one. Write ordinary braces {{ }} at both ends.",
    },
    "wide-comma": {
        "ja": "「{key}」の前が全角の「{sign}」です。半角のカンマと半角の空白「, 」に直してください。",
        "en": 'There is a full-width "{sign}" before "{key}". Write an ordinary comma and a space.',
    },
    "wide-dash": {
        "ja": "箇条書きの印が「{sign}」です。半角のハイフンと半角の空白「- 」に直してください。",
        "en": 'The list sign is "{sign}". Write an ordinary hyphen and a space: "- ".',
    },
    "dash-without-space": {
        "ja": "箇条書きの「-」のすぐ後に文字があります。「-」の後に半角の空白を一つ入れてください。",
        "en": 'There is no space after the list sign "-". Put one ordinary space after it.',
    },
    "wide-hash": {
        "ja": "メモの印が全角の「＃」です。半角の「#」に直してください。",
        "en": 'The comment sign is a full-width "＃". Write an ordinary "#".',
    },
    "conflict-mark": {
        "ja": "Git の衝突の印「{mark}」が残っています。どちらの内容を残すかを決め、印の行をすべて消してください。",
        "en": 'A Git conflict mark "{mark}" is left here. Decide which text to keep and delete all the marks.',
    },
    "private-use": {
        "ja": "外字 {code} があります。ほかの人の画面では表示されません。ふつうの漢字か、かなに置き換えてください。",
        "en": "There is a private-use character {code}, which others cannot see. Replace it with an ordinary one.",
    },
    "control-character": {
        "ja": "目に見えない制御文字 {code} があります。その文字を消してください(行ごと打ち直すと確実です)。",
        "en": "There is an invisible control character {code}. Delete it, for example by typing the line again.",
    },
    "invisible-in-key": {
        "ja": "項目名「{key}」に目に見えない文字か特殊な空白({code})が混じっています。項目名を打ち直してください。",
        "en": 'The name "{key}" holds an invisible character or an odd space ({code}). Type the name again.',
    },
    # --- what YAML allows and we do not ---------------------------------------------------------------------
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
    # --- YAML that cannot be read ---------------------------------------------------------------------------
    "colon-in-text": {
        "ja": "文の中に半角のコロンと空白「: 」があるため、文の切れ目が分かりません。" + _QUOTE_JA + "。",
        "en": 'There is a colon and a space ": " inside the text. ' + _QUOTE_EN.capitalize() + ".",
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
    # --- files and folders ----------------------------------------------------------------------------------
    "missing-file": {
        "ja": "必要なファイルがありません。この名前でファイルを作ってください。",
        "en": "This file is needed but is not there. Make a file of this name.",
    },
    "unknown-file": {
        "ja": "「{name}」という名前のファイルは読まれません。{hint}使える名前は {choices} です。",
        "en": 'A file called "{name}" is not read. {hint}Names in use: {choices}.',
    },
    "unknown-folder": {
        "ja": "「{name}」という名前のフォルダーは読まれません。ここに置けるフォルダーは plan だけです。",
        "en": 'A folder called "{name}" is not read. Only the folder plan may stand here.',
    },
    "reserved-name": {
        "ja": "「{name}」はサイトが別の目的で使う名前です。フォルダーに別の名前を付けてください。",
        "en": 'The site itself uses the name "{name}". Give the folder another name.',
    },
    "no-git": {
        "ja": "Git の記録がありません。「kyodo changes」は、Git で記録しているフォルダーで動かしてください。",
        "en": 'There is no Git history here. Run "kyodo changes" in a folder that Git keeps.',
    },
    "unknown-revision": {
        "ja": "Git に「{revision}」という版がありません。--since に、見つかる版(例: HEAD~5)を書いてください。",
        "en": 'Git knows no revision "{revision}". Name one that it has with --since, for example HEAD~5.',
    },
    "reserved-policy": {
        "ja": "「{id}」は計画のほかのページが使う名前です。方針の id を別の名前にしてください。",
        "en": 'Other pages of the plan use the name "{id}". Give the policy another id.',
    },
    "unknown-guide": {
        "ja": "「{name}」という名前の町はありません。{hint}あるのは {choices} です。",
        "en": 'There is no guide called "{name}". {hint}There are: {choices}.',
    },
    "no-guide": {
        "ja": "町のフォルダーが一つもありません。data の下にフォルダーを作り、guide.yml を書いてください。",
        "en": "There is no guide at all. Make a folder under data and write its guide.yml.",
    },
    # --- one value does not fit the model -------------------------------------------------------------------
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
    "bad-date": {
        "ja": "{path}「{value}」は日付として読めません。2026-11-20(または 2026-11、2026)の形で、半角で書いてください。",
        "en": '{path}"{value}" is not a date. Write it as 2026-11-20 (or 2026-11, or 2026).',
    },
    "bad-colour": {
        "ja": '{path}「{value}」は色として読めません。"#1a6b4f" の形で、引用符を付けて、半角の小文字で書いてください。',
        "en": '{path}"{value}" is not a colour. Write it as "#1a6b4f", in quotation marks and lower case.',
    },
    "bad-address": {
        "ja": "{path}「{value}」はリンク先に使えません。https:// http:// mailto: tel: のどれかで始めてください。",
        "en": '{path}"{value}" cannot be a link. Start it with https://, http://, mailto: or tel:.',
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
    # --- records that do not fit together -------------------------------------------------------------------
    "id-not-folder": {
        "ja": "id「{id}」がフォルダーの名前「{folder}」と違います。同じにしてください。",
        "en": 'The id "{id}" is not the name of the folder "{folder}". Make them the same.',
    },
    "duplicate-id": {
        "ja": "id「{id}」は {first} でも使われています。別の id にしてください。",
        "en": 'The id "{id}" is used at {first} too. Choose another.',
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
        "ja": "kind が forms のときは forms を書き、それ以外({kind} など)のときは書きません。"
        "どちらかを直してください。",
        "en": "An end of kind forms names forms, any other (such as {kind}) does not. Mend one of them.",
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
    # --- the fourth-grade reader ------------------------------------------------------------------------------
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
    # --- words for children ---------------------------------------------------------------------------------
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
    # --- starting a guide -----------------------------------------------------------------------------------
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
    # --- readings ---------------------------------------------------------------------------------------------
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
    "lock-two-readings": {
        "ja": "「{word}」には、もう別の読みが認められています。--at で場所を一つずつ選んでください: {where}",
        "en": 'Another reading of "{word}" is locked. Choose one place at a time with --at: {where}',
    },
    "lock-unknown-place": {
        "ja": "「{word}」をそう読む場所に {at} はありません。次のどれかを書いてください: {where}",
        "en": '"{word}" is not read so at {at}. Choose one of: {where}',
    },
    # --- paper ------------------------------------------------------------------------------------------------
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
    "redirect-taken": {
        "ja": "「{address}」は今も使われている番地です。この行を消すか、前の番地を書き直してください。",
        "en": "The address {address} is in use. Delete this entry or correct the old address.",
    },
    "redirect-without-page": {
        "ja": "「{address}」のあったページ {page} が、もうありません。"
        "# から後を付けずに、ページの行き先を書いてください。",
        "en": "The page {page} of {address} is no more. Write where the page itself went, without # and what follows.",
    },
    "redirect-nowhere": {
        "ja": "「{address}」という番地はありません。"
        "ページはページへ、ファイルはファイルへの、今ある番地を書いてください。",
        "en": "There is no address {address}. Give one that exists: a page for a page, a file for a file.",
    },
    # --- pieces of sentences --------------------------------------------------------------------------------
    "hint": {"ja": "「{near}」のことですか。", "en": 'Did you mean "{near}"? '},
    "at-least": {"ja": "{limit} 以上にしてください", "en": "at least {limit}"},
    "at-most": {"ja": "{limit} 以下にしてください", "en": "at most {limit}"},
    "step-of-list": {"ja": "{name} の{number}番目", "en": "{name} no. {number}"},
    "place-in-file": {"ja": "{path}: ", "en": "{path}: "},
    "lines": {"ja": "{count} 行", "en": "{count} lines"},
    "meaning": {"ja": "({meaning})", "en": ""},
}
