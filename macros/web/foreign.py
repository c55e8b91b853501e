"""Say of every Japanese word on an English page that it is Japanese, so that it is read aloud as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.web.tags import cut

_LANG = re.compile(r'\slang="([^"]*)"')
_SIGN = (
    r"\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30fe\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_JOINING = r"、。・「」『』（）〈〉《》【】〜～／：！？"
_JAPANESE = re.compile(rf"[「『（【〈《]?[{_SIGN}](?:[{_SIGN}{_JOINING}0-9０-９]*[{_SIGN}）」』】〉》。！？])?")
_UNTOUCHED = frozenset(("head", "script", "style", "svg", "textarea", "select", "title", "template", "option"))
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


def with_japanese_marked(page: str) -> str:
    """Give *page* (HTML in English) with lang="ja" around each run of Japanese that does not have it yet."""
    return "".join(_pieces(page))


def _pieces(page: str) -> Iterator[str]:
    open_tags: list[tuple[str, bool]] = []
    tags, last = cut(page)
    for text, tag, slash, written in tags:
        yield text if text.isascii() else _text(text, open_tags)
        yield tag
        name = (written or "").lower()
        if not name or name in _VOID or tag.endswith("/>"):
            continue
        if slash:
            while open_tags and open_tags.pop()[0] != name:
                pass
        else:
            told = _LANG.search(tag) if "lang" in tag else None
            outer = bool(open_tags) and open_tags[-1][1]
            closed = name in _UNTOUCHED or (told[1] == "ja" if told and name not in _UNTOUCHED else outer)
            open_tags.append((name, closed))
    yield _text(last, open_tags)


def _text(words: str, open_tags: list[tuple[str, bool]]) -> str:
    """Mark the Japanese in *words*, unless a tag around them says it already or takes no tags inside."""
    if words.isascii() or (open_tags and open_tags[-1][1]):
        return words
    return _JAPANESE.sub(r'<span lang="ja">\g<0></span>', words)
