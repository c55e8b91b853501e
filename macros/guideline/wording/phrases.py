"""Words that problems share: pieces of sentences."""

from __future__ import annotations

from collections.abc import Mapping

WORDING: Mapping[str, Mapping[str, str]] = {
    "hint": {"ja": "「{near}」のことですか。", "en": 'Did you mean "{near}"? '},
    "at-least": {"ja": "{limit} 以上にしてください", "en": "at least {limit}"},
    "at-most": {"ja": "{limit} 以下にしてください", "en": "at most {limit}"},
    "step-of-list": {"ja": "{name} の{number}番目", "en": "{name} no. {number}"},
    "place-in-file": {"ja": "{path}: ", "en": "{path}: "},
    "lines": {"ja": "{count} 行", "en": "{count} lines"},
    "meaning": {"ja": "({meaning})", "en": ""},
}
