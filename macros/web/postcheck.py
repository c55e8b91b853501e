"""Look over the finished pages: links, anchors, ids, titles, ways to every page, and what must never be published."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from macros import addresses
from macros.guideline.links import can_be_followed
from macros.web.project import LANGUAGES
from macros.web.sheet import Sheet, loaded_by_css, read
from macros.web.ways import FIRST, Ways

_SCHEMES = ("http", "https", "mailto", "tel")
_NOT_A_PAGE = "404.html"

_UNFILLED = "「{sign}」が、内容に置きかわらないまま出ています。data の文に同じ書き方があれば、消してください。"
_SAME_ID = (
    "同じ印(id)「{id}」が {count} か所にあり、リンクの行き先が決まりません。"
    "このページに出る項目の id を、重ならない名前にしてください。"
)
_NO_TITLE = "ページの題名がありません。もとの項目に、名前か題名を書いてください。"
_STOPPED = (
    "「{what}」がページに書かれていますが、安全のための決まり(Content-Security-Policy)が止めるので働きません。"
    "ページの型から取り除いてください。"
)
_UNMARKED = (
    "英語のページのメニューに、日本語の「{words}」が日本語という印(lang)なしで出ています。"
    "その名前に訳(en)を書いてください。"
)
_FROM_ELSEWHERE = (
    "「{asset}」を、ほかのサーバーから読みこもうとしています。"
    "ファイルをサイトの中に置いて、そこから読みこんでください。"
)
_NO_FILE = "読みこむファイル「{asset}」がありません。ファイルを置くか、書かれた番地を直してください。"
_BAD_SCHEME = (
    "リンク「{link}」は、使えない種類の番地です。http:、https:、mailto:、tel: のどれかで始まる番地に直してください。"
)
_NOWHERE = "リンク「{link}」の行き先がありません。番地を直すか、リンクを消してください。"
_NO_SECTION = (
    "リンク「{link}」の行き先に、# から後の名前の節がありません。今ある節の名前に直すか、# から後を消してください。"
)
_FROM_ROOT = (
    "リンク「{link}」は / で始まるので、サーバーのないところでは行き先が変わります。"
    "このページから見た番地(../ など)に直してください。"
)
_FOLDER = (
    "リンク「{link}」はフォルダーを指すので、サーバーのないところではページが開きません。"
    "番地の終わりに index.html を付けてください。"
)
_SAME_TITLE = "題名「{title}」が、ページ {other} と同じです。どちらかのもとの項目の名前を変えてください。"
_ORPHAN = (
    "ほかのどのページからもリンクがなく、読む人がたどり着けません。メニューか関係するページからリンクしてください。"
)
_ONE_LANGUAGE = "{language}のページ({other})がありません。両方のことばで作るか、このページをなくしてください。"


@dataclass(frozen=True, order=True)
class Finding:
    """Something wrong in the finished site: in which *page*, and *what*."""

    page: str
    what: str

    def __str__(self) -> str:
        """Say both in one line."""
        return f"{self.page}: {self.what}"


def look_over(
    site: Path,
    site_url: str = "",
    *,
    single: Collection[str] = (),
    from_disk: bool = False,
    known: Mapping[str, Sheet] | None = None,
    ways: Ways | None = None,
) -> list[Finding]:
    """Find what is wrong in *site*; addresses below *site_url*, where it will be published, count as its own.

    Pages named in *single* are for one language only; those in *known* have been read already, their *ways* perhaps
    found. Pages that are read *from_disk*, without a server, must name index.html in their links.
    """
    files = set(_files(site))
    sheets = _sheets(site, files, known or {})
    ways = ways or Ways(site_url)
    ids = {page: frozenset(sheet.ids) for page, sheet in sheets.items()}
    findings = [finding for sheet in sheets.values() for finding in _of_page(sheet, ids, files, ways)]
    for name in sorted(file for file in files if file.endswith(".css")):
        findings += [one for asset in loaded_by_css(site / name) for one in _of_asset(name, asset, files, ways)]
    if from_disk:
        findings += [finding for sheet in sheets.values() for finding in _of_folders(sheet)]
    findings += [*_same_titles(sheets), *_orphans(sheets, ways), *_alone(sheets, single)]
    return sorted(set(findings))


def sheets_of(site: Path, known: Mapping[str, Sheet] | None = None) -> dict[str, Sheet]:
    """Read every page of *site* but those that are *known*."""
    return _sheets(site, _files(site), known or {})


def _sheets(site: Path, files: Iterable[str], known: Mapping[str, Sheet]) -> dict[str, Sheet]:
    pages = sorted(file for file in files if file.endswith(".html"))
    return {page: known.get(page) or read(site / page, page) for page in pages}


def untranslated(sheets: Iterable[Sheet]) -> dict[str, tuple[str, ...]]:
    """Give, by language, the words of the navigation that stand there in Japanese for want of a translation."""
    found: dict[str, dict[str, None]] = {}
    for sheet in sheets:
        if sheet.untranslated:
            found.setdefault(sheet.language, {}).update(dict.fromkeys(sheet.untranslated))
    return {language: tuple(words) for language, words in found.items()}


def _files(site: Path) -> Iterator[str]:
    """Give every file of *site*, as its pages name it."""
    for folder, _, names in os.walk(site):
        below = Path(folder).relative_to(site).as_posix() if names else ""
        yield from (name if below == "." else f"{below}/{name}" for name in names)


def _of_page(sheet: Sheet, ids: Mapping[str, Collection[str]], files: set[str], ways: Ways) -> Iterator[Finding]:
    for sign in sheet.unrendered:
        yield Finding(sheet.page, _UNFILLED.format(sign=sign))
    if len(ids[sheet.page]) < len(sheet.ids):
        for id, count in Counter(sheet.ids).items():
            if count > 1:
                yield Finding(sheet.page, _SAME_ID.format(id=id, count=count))
    if not sheet.title.strip():
        yield Finding(sheet.page, _NO_TITLE)
    for what in dict.fromkeys(sheet.active):
        yield Finding(sheet.page, _STOPPED.format(what=what))
    for words in dict.fromkeys(sheet.unmarked):
        yield Finding(sheet.page, _UNMARKED.format(words=words))
    for asset in sheet.assets:
        yield from _of_asset(sheet.page, asset, files, ways)
    for link, target in zip(sheet.links, ways.targets(sheet), strict=True):
        if not target:
            if ways.of(link).scheme.lower() not in _SCHEMES:
                yield Finding(sheet.page, _BAD_SCHEME.format(link=link))
        elif target not in files:
            yield Finding(sheet.page, _NOWHERE.format(link=link))
        elif "#" in link and not _is_there(ways.of(link).fragment, ids.get(target)):
            yield Finding(sheet.page, _NO_SECTION.format(link=link))


def _is_there(fragment: str, ids: Collection[str] | None) -> bool:
    return not fragment or ids is None or fragment in ids


def _of_asset(page: str, asset: str, files: set[str], ways: Ways) -> Iterator[Finding]:
    if asset.startswith("//") or not can_be_followed(asset) or urlsplit(asset).scheme not in ("", "data"):
        yield Finding(page, _FROM_ELSEWHERE.format(asset=asset))
    elif not asset.startswith("data:") and ways.target(page, asset) not in files:
        yield Finding(page, _NO_FILE.format(asset=asset))


def _of_folders(sheet: Sheet) -> Iterator[Finding]:
    """Give the links that name a folder: a browser that reads from a disk would list its files."""
    for link in filter(can_be_followed, sheet.links):
        path = urlsplit(link).path
        if urlsplit(link).scheme:
            continue
        if path.startswith("/"):
            yield Finding(sheet.page, _FROM_ROOT.format(link=link))
        elif path.endswith("/") or path in (".", ".."):
            yield Finding(sheet.page, _FOLDER.format(link=link))


def _same_titles(sheets: dict[str, Sheet]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], str] = {}
    for sheet in sheets.values():
        if sheet.page.endswith(_NOT_A_PAGE):
            continue
        key = ("en" if sheet.page.startswith("en/") else "ja", sheet.title)
        if key in seen:
            yield Finding(sheet.page, _SAME_TITLE.format(title=sheet.title, other=seen[key]))
        seen.setdefault(key, sheet.page)


def _orphans(sheets: dict[str, Sheet], ways: Ways) -> Iterator[Finding]:
    """Give the pages that nobody reaches by following links from the first page."""
    waiting = [FIRST] if FIRST in sheets else list(sheets)
    reached = set(waiting)
    while waiting:
        page = waiting.pop()
        new = sheets.keys() & set(ways.targets(sheets[page])) - reached
        reached |= new
        waiting += new
    for page in sheets:
        if page not in reached and not sheets[page].moved and not page.endswith(_NOT_A_PAGE):
            yield Finding(page, _ORPHAN)


def _alone(sheets: dict[str, Sheet], single: Collection[str]) -> Iterator[Finding]:
    """Give the pages that are missing in one of the languages that the site has."""
    folders = {language: addresses.language_root(language) for language in LANGUAGES}
    others = [folder for folder in folders.values() if folder and f"{folder}{FIRST}" in sheets]
    own = {page for page in sheets if not page.startswith(tuple(filter(None, folders.values())))}
    for folder in others:
        translated = {page.removeprefix(folder) for page in sheets if page.startswith(folder)}
        yield from (
            Finding(page, _ONE_LANGUAGE.format(language="英語", other=folder + page))
            for page in sorted(own - translated - {*single})
        )
        yield from (
            Finding(folder + page, _ONE_LANGUAGE.format(language="日本語", other=page))
            for page in sorted(translated - own)
        )
