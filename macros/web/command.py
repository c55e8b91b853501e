"""The commands that make the site: kyodo build, merge, serve, export."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros import dated
from macros.web.project import ROOT, Job

if TYPE_CHECKING:
    from macros.web.build import Report

BUILD = "調べてから、日本語と英語のサイトを作り、公開用フォルダーと入れかえます。"
MERGE = "手分けして作った町(kyodo build --shard)を一つのサイトに合わせ、公開用フォルダーと入れかえます。"
SERVE = "手元で見ます。ファイルを保存するたびに表示が変わります。"
_UNDATED = (
    "最後のコミットの日付を Git から読めないので、刷るものに日付を入れていません。"
    "SOURCE_DATE_EPOCH で日付を渡すか、"
    "フォルダーの持ち主がちがうためなら、"
    f"git config --global --add safe.directory {ROOT.as_posix()} を一度打ってください。"
)
_LAST_PORT = 65535
EXPORT = "できあがった Markdown をファイルに書き出します。"


def add_build(parser: argparse.ArgumentParser) -> None:
    """Give kyodo build its options."""
    _add_site(parser)
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--guide", nargs="+", default=[], metavar="ID", help="この町だけを build/preview に作ります")
    only.add_argument("--shard", metavar="N/M", help="町を M 組に分けた N 組目だけを build/shards に作ります(例 3/8)")


def add_merge(parser: argparse.ArgumentParser) -> None:
    """Give kyodo merge its options."""
    parser.add_argument(
        "folder", nargs="*", type=Path, metavar="DIR", help="手分けして作ったフォルダー(初めは build/shards の中すべて)"
    )
    _add_site(parser)
    parser.set_defaults(guide=[])


def add_serve(parser: argparse.ArgumentParser) -> None:
    """Give kyodo serve its options."""
    parser.add_argument("--guide", nargs="+", default=[], metavar="ID", help="この町だけを作ります(速くなります)")
    parser.add_argument("--host", default="127.0.0.1", help="見るための番地")
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="見るための番号(1 から 65535)")


def _port(written: str) -> int:
    """Read the number of a port."""
    if not (written.isascii() and written.isdecimal() and 1 <= int(written[:6]) <= _LAST_PORT):
        words = f"1 から {_LAST_PORT} までの数を、半角で書いてください(「{written}」は使えません)。"
        raise argparse.ArgumentTypeError(words)
    return int(written)


def add_export(parser: argparse.ArgumentParser) -> None:
    """Give kyodo export its options."""
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "markdown", metavar="DIR", help="書き出す場所")


def _add_site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, metavar="DIR", help="公開用フォルダー(初めは site)")
    parser.add_argument(
        "--on", default="", metavar="DATE", help="この日付で、予定と遅れを示します(例 2026-11-21、today)"
    )
    parser.add_argument(
        "--release",
        action="store_true",
        help="読みの決まっていないことばや、書きかえていない見本の文があれば、公開しません",
    )
    parser.add_argument(
        "--offline", action="store_true", help="インターネットなしで開ける写しを build/offline と ZIP に作ります"
    )


def build(options: argparse.Namespace) -> int:
    """Build the site, or one shard of it."""
    from macros.web.errors import BuildError

    if options.shard is not None and (of_the_site := _of_the_site(options)):
        print(
            f"--shard と {of_the_site} は、いっしょに使えません。組ごとには、サイトも写しも作りません。"
            f"すべての組ができたあとで、kyodo merge に {of_the_site} を付けてください。",
            file=sys.stderr,
        )
        return 2
    job = _job(options)
    try:
        return _told(job, built(job)) if options.shard is None else _built_shard(job, options.shard)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1


def _of_the_site(options: argparse.Namespace) -> str:
    """Name the first of the *options* that tell of the whole site, which no shard makes."""
    given = {"--offline": options.offline, "--site": options.site is not None}
    return next((name for name, is_given in given.items() if is_given), "")


def built(job: Job) -> Report:
    """Build the site; the processes of a first build start while this one still imports what it needs.

    Raises GuidelineError and BuildError as a build does.
    """
    from macros.web.crew import Crew
    from macros.web.progress import Progress

    progress = Progress()
    with Crew(lasting=False) as crew:
        if not job.units.exists():
            crew.begin(_begin)
        from macros.web.build import build

        return build(job, progress, crew)


def _begin() -> None:
    """Import what the first task of a build needs."""
    from macros.web import tasks

    tasks.begin()


def _built_shard(job: Job, written: str) -> int:
    """Build one shard of the site and say what was made."""
    from macros.web.build import build_shard
    from macros.web.progress import Progress
    from macros.web.shards import Shard, ShardError

    try:
        guides, folder = build_shard(job, Shard.read(written), Progress())
    except ShardError as error:
        print(error, file=sys.stderr)
        return 2
    names = "、".join(guides) if guides else "この組の町はありません"
    print(f"{folder} に {len(guides)} 件の町を作りました({names})。すべての組ができたら kyodo merge で合わせます。")
    return 0


def merge(options: argparse.Namespace) -> int:
    """Merge what shards have built."""
    from macros.web import build as builds
    from macros.web.errors import BuildError
    from macros.web.progress import Progress

    job = _job(options)
    try:
        return _told(job, builds.merge_shards(job, options.folder, Progress()))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1


def _job(options: argparse.Namespace) -> Job:
    usual = ROOT / "build" / "offline" if options.offline else ROOT / "build" / "preview" if options.guide else None
    return Job(
        data=options.data,
        site=Path(os.path.abspath(options.site or usual or ROOT / "site")),  # noqa: PTH100 keeps a link, to refuse it
        guides=tuple(options.guide),
        release=options.release,
        offline=options.offline,
        on=options.on,
    )


def _told(job: Job, report: Report) -> int:
    """Say what was made, and what is still missing in it."""
    from macros.web.paper import faces_line

    for variable, left_out in (
        ("KYODO_SITE_URL", "正式なアドレス(canonical、hreflang、データの中の番地)"),
        ("KYODO_EDIT_BASE", "「元データ」からのリンク"),
    ):
        if not job.variables().get(variable):
            print(f"{variable} がないので、{left_out}は入れていません。")
    if not dated.day(int(job.variables()["SOURCE_DATE_EPOCH"])):
        print(_UNDATED)
    if line := faces_line(report.faces):
        print(line)
    for line in report.doubts:
        print(line)
    if report.doubts:
        print(f"読みの決まっていない {len(report.doubts)} 語は、ふりがなを付けずに載せました。")
    for language, words in report.untranslated.items():
        print(f"目次に、{language} の訳のない名前が {len(words)} 件あります: {'、'.join(words)}")
    if job.offline:
        print(f"{job.archive} にも、まとめて入れました。")
    print(f"{report.site} に {report.pages} ページを作りました({report.seconds:.1f} 秒)。")
    return 0


def serve(options: argparse.Namespace) -> int:
    """Preview the site with live reload."""
    from macros.web import serve as previews

    job = Job(data=options.data, site=ROOT / "build" / "preview", guides=tuple(options.guide))
    try:
        previews.serve(job, options.host, options.port, lambda words: print(words, flush=True))
    except previews.AddressError as error:
        print(error)
        return 1
    return 0


def export(options: argparse.Namespace) -> int:
    """Write the finished Markdown of every page."""
    from macros.web import export as exports
    from macros.web.errors import BuildError
    from macros.web.progress import Progress

    try:
        count = exports.export(Job(data=options.data), options.to, Progress())
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{options.to} に {count} ファイルを書きました。")
    return 0
