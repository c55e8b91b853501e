"""The addresses at which a site and its sources are to be found: every page repeats them, so they must be sound."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from macros.guideline.links import WEB, can_be_followed
from macros.web.errors import BuildError

SITE, EDIT = "KYODO_SITE_URL", "KYODO_EDIT_BASE"
_EXAMPLES = {SITE: "https://www.example.jp/kyodo/", EDIT: "https://github.com/example/kyodo/edit/main/"}
_UNFIT = re.compile(r"[\s<>\"'\\]")
_NO_FOLDER = re.compile(r"[?#]")


def refuse(variables: Mapping[str, str]) -> None:
    """Raise BuildError where one of the addresses among *variables* can be none."""
    wrong = [_said(name, address) for name in _EXAMPLES if (address := variables.get(name, "")) and _why(address)]
    if wrong:
        raise BuildError("\n".join(wrong))


def _said(name: str, address: str) -> str:
    shown = address if address.isprintable() else ascii(address)
    return (
        f"{name} の「{shown}」は、アドレスに使えません。{_why(address)}。"
        f"{_EXAMPLES[name]} の形で渡すか、渡さずに作ってください。"
    )


def _why(address: str) -> str:
    """Say what keeps *address* from being one; nothing where nothing does."""
    if _UNFIT.search(address) or not address.isprintable():
        return "空白、目に見えない文字、引用符、< > \\ は書けません"
    if not can_be_followed(address) or urlsplit(address).scheme not in WEB:
        return "https:// か http:// で始めて、サーバーの名前と、あれば正しいポート番号を書きます"
    if "@" in urlsplit(address).netloc:
        return "利用者の名前やパスワード(@ の前)は書けません"
    if _NO_FOLDER.search(address):
        return "フォルダーのアドレスなので、? や # から後ろは書けません"
    return ""
