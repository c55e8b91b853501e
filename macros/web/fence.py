"""Keep a build to its own ground: where a site may go, what may come into it, and what a page frame may call."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from macros.guideline.problems import nearest
from macros.web.project import ROOT, Job
from macros.web.shortcut import is_link

OURS = ("data", "docs", "overrides", "macros", "tests", "bench", ".git", ".venv")
"""The project's own folders, in which no site may stand"""
SOURCES = ("docs", "overrides")
"""The folders whose files are published or fill pages"""
FRAMES = "_frames"
FRAGMENTS = "overrides/fragments"
_ELSEWHERE = "それだけを置くフォルダーを {option} で指定してください。"
_A_DISK = (
    "{place} は、ディスクや共有フォルダーそのものなので、入れかえられません。"
    "その中のフォルダーを {option} で指定してください。"
)
_READ = (".html", ".css")
"""What else than frames is read of docs, after it was built: it is looked over with the pages"""
_NO_UTF8 = "UTF-8 として読めません。文字コード UTF-8 で保存し直してください。"
_CALL = re.compile(r'\{\{ (?:heading\(\)|part\("([a-z0-9-]+)"\)) \}\}')
_TEMPLATE = re.compile(r"\{\{|\{%|\{#")


def objections(job: Job, root: Path = ROOT) -> list[str]:
    """Give, a line each, what keeps *job* from being carried out in the project at *root*."""
    wrong = taken(job, job.site, "--site", root)
    return [wrong] if wrong else [*_links(root), *_frames(root), *_unreadable(root)]


def taken(job: Job, place: Path, option: str, root: Path = ROOT) -> str | None:
    """Say why what *job* makes cannot go to the *place* given with *option*: among the sources, or around them."""
    site = place.resolve()
    if site.is_mount():
        return _A_DISK.format(place=place, option=option)
    elsewhere = _ELSEWHERE.format(option=option)
    around = [root, job.data, job.work]
    if any(one.resolve().is_relative_to(site) for one in around):
        return f"{place} には、データやプログラムが入っています。{elsewhere}"
    ours = [*(root / name for name in OURS), job.data]
    working = [job.units, job.shards]
    inside = next((one for one in (*ours, *working) if site.is_relative_to(one.resolve())), None)
    if inside is not None:
        return f"{place} は、サイトのもとになる {inside.name} の中です。{elsewhere}"
    return None


def _links(root: Path) -> Iterator[str]:
    """No link of the file system may lead out of the folder that is published: what it leads to would be too."""
    for folder in SOURCES:
        home = (root / folder).resolve()
        for path in sorted(_entries(root / folder)):
            if is_link(path) and not Path(os.path.realpath(path)).is_relative_to(home):  # resolve() stops at rings
                yield (
                    f"{path.relative_to(root).as_posix()}: {folder} の外を指すリンク(ショートカット)です。"
                    "そのままでは、指す先まで公開されます。リンクではなく、ファイルそのものを置いてください。"
                )


def _entries(folder: Path) -> Iterator[Path]:
    """Give all that stands below *folder*, links themselves and never what they lead to."""
    for path in folder.iterdir():
        yield path
        if path.is_dir() and not is_link(path):
            yield from _entries(path)


def _frames(root: Path) -> Iterator[str]:
    """Pages come from the data, and frames call two macros: no Markdown file can run anything else."""
    parts = {one.stem for one in (root / FRAGMENTS).glob("*.html")}
    for path in sorted(one for one in _entries(root / "docs") if one.suffix.lower() in (".md", ".markdown")):
        name = path.relative_to(root).as_posix()
        if path.parent != root / "docs" / FRAMES:
            yield f"{name}: ページは data から作られます。docs には、_frames の枠のほかに .md のファイルを置けません。"
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            yield f"{name}: {_NO_UTF8}"
            continue
        yield from (f"{name}:{number}: {what}" for number, what in _in_frame(text, parts))


def _unreadable(root: Path) -> Iterator[str]:
    """Give what is published as it is, and cannot be read to be looked over."""
    for path in sorted(one for one in _entries(root / "docs") if one.suffix.lower() in _READ and one.is_file()):
        try:
            path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            yield f"{path.relative_to(root).as_posix()}: {_NO_UTF8}"


def _in_frame(text: str, parts: Collection[str]) -> Iterator[tuple[int, str]]:
    """Say in which lines a frame calls something else than its macros with the *parts* there are, or begins ill."""
    for number, line in enumerate(text.splitlines(), 1):
        if _TEMPLATE.search(_CALL.sub("", line)):
            yield number, '枠に書けるのは {{ heading() }} と {{ part("名前") }} だけです。'
        for part in filter(None, _CALL.findall(line)):
            if part not in parts:
                near = nearest(part, parts)
                meant = f"「{near}」のまちがいではありませんか。" if near else ""
                yield number, f"{FRAGMENTS}/{part}.html がありません。{meant}名前を確かめてください。"
    head = text.split("---\n", 2)
    if len(head) < 3:
        yield 1, "枠は、初めと終わりが「---」の設定から始めてください。"
        return
    try:
        settings = yaml.load(head[1], yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)  # a sign that YAML does not allow has none
        yield (
            mark.line + 2 if mark else 2,
            "枠の設定が YAML として読めません。この行と前の行の、字下げと「: 」を確かめてください。",
        )
    else:
        if not isinstance(settings, dict | None):
            yield 2, "枠の設定は「名前: 値」の形で書いてください。"
