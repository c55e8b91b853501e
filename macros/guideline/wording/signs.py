"""Words of problems: signs that look right but are not."""

from __future__ import annotations

from collections.abc import Mapping

WORDING: Mapping[str, Mapping[str, str]] = {
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
    "lost-letter": {
        "ja": "文字がこわれた跡「�」があります。もとの文字に書き直してください。"
        "いくつもあるなら、文字化けしたまま保存したファイルです。Git か控えから、前の版に戻してください。",
        "en": "There is a sign of a lost letter (�). Write the letter again. "
        "Where there are many, the file was saved while it looked garbled: bring back the version before.",
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
    "piled-marks": {
        "ja": "一つの文字に、濁点のような重ねる記号が {most} 個より多く付いています。その文字を打ち直してください。",
        "en": "One letter bears more than {most} combining marks. Type it again.",
    },
    "invisible-in-key": {
        "ja": "項目名「{key}」に目に見えない文字か特殊な空白({code})が混じっています。項目名を打ち直してください。",
        "en": 'The name "{key}" holds an invisible character or an odd space ({code}). Type the name again.',
    },
}
