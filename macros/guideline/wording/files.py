"""Words of problems: files and folders: what is not there, cannot be opened, or may not be called so."""

from __future__ import annotations

from collections.abc import Mapping

WORDING: Mapping[str, Mapping[str, str]] = {
    # --- reading a file
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
        "ja": "文字コードが {encoding} のようです。エディターで {encoding} として開き直し、文字が正しく見えてから、"
        "UTF-8 で保存してください(VS Code では、右下に出ている文字コードの名前を押します)。"
        "文字化けしたまま保存すると、元に戻りません。",
        "en": "The file seems to be encoded in {encoding}. Open it in an editor as {encoding} again and, when it reads "
        "well, save it as UTF-8 (in VS Code, click the name of the encoding at the lower right). "
        "What is saved while it looks garbled cannot be brought back.",
    },
    "not-utf8-unknown": {
        "ja": "UTF-8 として読めない文字があります。"
        "エディターで開き、こわれて見える文字(�)をもとの文字に書き直して、UTF-8 で保存してください。",
        "en": "There are bytes here that are not UTF-8. "
        "Open the file in an editor, write again what looks broken (�), and save it as UTF-8.",
    },
    "no-text": {
        "ja": "Excel や Word、PDF のファイルです。名前を変えただけでは読めません。"
        "前の版に戻すか、VS Code などのエディターで、文字だけのファイルとして書いてください。",
        "en": "This is a file of Excel or Word, or a PDF; another name does not make it text. "
        "Bring back the version before, or write it in an editor such as VS Code.",
    },
    "only-zeros": {
        "ja": "ファイルの中身が失われています(保存の途中で電源が切れると、こうなることがあります)。"
        "Git か控えから、前の版に戻してください。",
        "en": "The content of this file is lost, as happens when the power fails while it is saved. "
        "Bring back the version before from Git or a backup.",
    },
    "empty-file": {
        "ja": "ファイルに中身がありません。中身を書くか、資料にない部分のファイルなら消してください"
        "(guide.yml、labels.yml、vocabulary.yml は、いつも要ります)。",
        "en": "The file is empty. Write something in it, or delete it where the document has no such part "
        "(guide.yml, labels.yml and vocabulary.yml are always needed).",
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
    # --- files and folders
    "missing-file": {
        "ja": "必要なファイルがありません。この名前でファイルを作ってください。",
        "en": "This file is needed but is not there. Make a file of this name.",
    },
    "file-wanted": {
        "ja": "このファイルがありませんが、{count} か所で使われています(初めは {first})。"
        "消したり名前を変えたりしたのなら元に戻し、いらないのなら、使っている所も消してください。",
        "en": "This file is not there, but it is referred to in {count} place(s), first at {first}. "
        "If you deleted or renamed it, bring it back; if nobody needs it, delete what refers to it.",
    },
    "unknown-file": {
        "ja": "「{name}」という名前のファイルは読まれません。{hint}使える名前は {choices} です。",
        "en": 'A file called "{name}" is not read. {hint}Names in use: {choices}.',
    },
    "unreadable-name": {
        "ja": (
            "「{name}」というファイルの名前に、読めない文字があります。"
            "半角の英字・数字・ハイフンだけの名前(1-support.yml など)に変えてください。"
        ),
        "en": 'The file name "{name}" holds signs that cannot be read. Use plain letters, digits and hyphens only.',
    },
    "unknown-folder": {
        "ja": "「{name}」という名前のフォルダーは読まれません。ここに置けるフォルダーは plan だけです。",
        "en": 'A folder called "{name}" is not read. Only the folder plan may stand here.',
    },
    "reserved-name": {
        "ja": "「{name}」はサイトが別の目的で使う名前です。フォルダーに別の名前を付けてください。",
        "en": 'The site itself uses the name "{name}". Give the folder another name.',
    },
    "hyphen-first": {
        "ja": "「{name}」はガイドの名前に使えません。フォルダーの名前と id を、小文字の英字か数字で始めてください。",
        "en": '"{name}" cannot be the name of a guide. Start the folder and its id with a letter or a digit.',
    },
    "no-git": {
        "ja": "Git の記録がありません。このパソコンに Git を入れ、"
        "「kyodo changes」を、Git で記録しているフォルダーで動かしてください。",
        "en": 'There is no Git history here. Install Git, and run "kyodo changes" in a folder that Git keeps.',
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
}
