"""The command line: kyodo init, check, build, merge, print, fonts, serve, export, missing, overlap, furigana, …"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what takes time is imported where Ctrl+C is answered in words
    import argparse
    from collections.abc import Collection, Sequence

    from macros.usage import Parser

_HERE = Path(__file__).resolve().parents[1]
_NO_HALF = "書きかけのファイルはありません。"
_STOPPED, _UNREAD = 130, 141
"""What shells give for a command that was interrupted, and for one whose reader has gone"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code: 0 done, 1 something to mend, 2 wrong use."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream:  # None where it is closed
                # names of files may hold bytes that are no UTF-8, as those of a ZIP from Windows do
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        parser = _parser()
        typed = sys.argv[1:] if arguments is None else arguments
        if not typed:
            parser.print_help(sys.stderr)
            return 2
        if typed[0].startswith("-") and typed[0] not in ("-h", "--help"):
            parser.error(f"「{typed[0]}」の前に、命令を書いてください。例: kyodo check、kyodo build --release")
        code = _run(parser.parse_args(typed))
    except BrokenPipeError:  # whoever was reading (head, less) has seen enough
        _write_no_more()
        return _UNREAD
    except KeyboardInterrupt:
        print("\nやめました。", file=sys.stderr)
        return _STOPPED
    return code


def _run(options: argparse.Namespace) -> int:
    """Run the command that *options* name; say what is wrong with the data or the disk."""
    try:
        return _answer(options)
    except BrokenPipeError:
        raise
    except OSError as error:
        from macros.web import disk

        words = disk.reason(error, getattr(options, "place", ""), getattr(options, "stays", ""))
        if words is None:
            raise
        print(words, file=sys.stderr)
        _write_no_more()
        return 1


def _answer(options: argparse.Namespace) -> int:
    from macros.guideline.problems import GuidelineError

    try:
        code = int(options.run(options))
    except GuidelineError as error:
        for line in error.lines("en" if getattr(options, "lang", "ja") == "en" else "ja"):
            print(line)
        code = 1
    if sys.stdout:
        sys.stdout.flush()
    return code


def _write_no_more() -> None:
    """Write out what waits, or drop it where nothing more is taken: Python would try again at its end, and fail."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> Parser:
    from macros.usage import Parser

    parser = Parser(prog="kyodo", description="YAML に書いた協働の指針から、日本語と英語のサイトを作ります。")
    commands = parser.add_subparsers(metavar="命令", required=True)
    from macros.furigana.command import add_options
    from macros.samples import command as init
    from macros.web import command as site
    from macros.web.disk import SITE_STAYS

    def command(name: str, run: object, help: str, place: str = "", stays: str = "") -> argparse.ArgumentParser:
        """Add a command that goes to another *place* by that option, and of which *stays* what a disk refuses."""
        one = commands.add_parser(name, help=help, description=help)
        one.add_argument("--data", type=Path, default=_HERE / "data", metavar="DIR", help="データのフォルダー")
        one.set_defaults(run=run, place=place, stays=stays)
        return one

    words = "新しい町のガイドを始めます(書きかえるための例のファイルを作ります)。"
    init.add_options(command("init", init.run, words, stays="何も作っていません。"))
    check = command("check", _check, "データのまちがいを、すべて一度に知らせます。")
    check.add_argument("--lang", choices=("ja", "en"), default="ja", help="知らせることば")
    check.add_argument("--release", action="store_true", help="書きかえていない見本の文も、まちがいとして知らせます")
    site.add_build(command("build", site.build, site.BUILD, "--site", SITE_STAYS))
    site.add_merge(command("merge", site.merge, site.MERGE, "--site", SITE_STAYS))
    printing = command("print", _print, "紙面(リーフレット、副読本)の PDF だけを作ります。", "--to")
    printing.add_argument("kind", nargs="?", default="", metavar="leaflet|reader", help="どれを作るか(初めはすべて)")
    printing.add_argument("--guide", nargs="+", default=[], metavar="ID", help="この町だけを作ります")
    printing.add_argument("--to", type=Path, default=_HERE / "build" / "print", metavar="DIR", help="置く場所")
    command("fonts", _fonts, "紙面の書体を、決まった版だけ、npm から利用者のキャッシュに取り寄せます。")
    site.add_serve(command("serve", site.serve, site.SERVE))
    site.add_export(command("export", site.export, site.EXPORT, "--to", "前に書き出したものはそのままです。"))
    words = "前に書いた版から変わったことを、data/<町>/changes.yml に書き足します。"
    changes = command("changes", _changes, words, stays=_NO_HALF)
    changes.add_argument("--since", default="", metavar="REV", help="この版からの違い(初めは changes.yml の revision)")
    changes.add_argument("--guide", nargs="+", default=[], metavar="ID", help="この町だけ")
    missing = command("missing", _missing, "訳のない文を、ファイルと行で知らせます。")
    missing.add_argument("--lang", choices=("en", "kids"), default="en", help="どのことばの訳か")
    overlap = command("overlap", _overlap, "もとの資料と同じ文字が続くところを、長い順に知らせます。")
    overlap.add_argument("source", type=Path, help="もとの資料の文字(テキストファイル)")
    overlap.add_argument("--guide", required=True, metavar="ID", help="どの町か")
    overlap.add_argument("--most", type=int, default=20, metavar="N", help="いくつまで知らせるか")
    schema = command("schema", _schema, "エディターのための JSON Schema を書き直します。", stays=_NO_HALF)
    schema.add_argument("--check", action="store_true", help="書き直さず、古ければ 1 を返します")
    words = "標準入力の文にふりがなを付けます。食いちがいを調べ(audit)、確かめた読みを残します(lock)。"
    furigana = command("furigana", None, words, stays=_NO_HALF)
    add_options(furigana)
    return parser


def _check(options: argparse.Namespace) -> int:
    from macros.children.lint import lint, refuse
    from macros.guideline.load import load
    from macros.guideline.problems import GuidelineError
    from macros.guideline.unreplaced import unreplaced

    library = load(options.data)
    found = lint(library)
    for line in [one.say(options.lang) for one in found if one.level == "notice"]:
        print(line)
    refuse(found)
    samples = unreplaced(library)
    if samples and options.release:
        raise GuidelineError(samples)
    print(
        f"Nothing to mend in {len(library.guides)} guide(s)."
        if options.lang == "en"
        else f"直すところはありません({len(library.guides)} 件のガイド)。"
    )
    for sample in samples:
        print(sample.say(options.lang))
    return 0


def _print(options: argparse.Namespace) -> int:
    from macros import paper
    from macros.guideline.load import load
    from macros.web import fence
    from macros.web.errors import BuildError
    from macros.web.paper import faces_line, printed
    from macros.web.project import Job

    if options.kind and options.kind not in paper.WORKS:
        print(f"{options.kind} という紙面はありません。次から選んでください: {' / '.join(paper.WORKS)}")
        return 2
    guides, kind = _named_last(options.guide, options.kind, paper.WORKS)
    job = Job(data=options.data, guides=tuple(guides))
    if wrong := fence.taken(job, options.to, "--to"):
        print(wrong, file=sys.stderr)
        return 1
    try:
        done = printed(load(options.data, guides), job, options.to, [kind] if kind else [])
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    for one in done:
        print(f"{options.to / one.sheet.guide / 'print' / one.sheet.name}.pdf({one.pages} ページ)")
    print(
        faces_line(one.sheet.faces.name for one in done)
        if done
        else "作るものがありません。leaflet.yml などを書くと作れます。"
    )
    return 0


def _named_last(guides: Sequence[str], kind: str, kinds: Collection[str]) -> tuple[Sequence[str], str]:
    """Tell the names of guides from the kind of sheet that may stand after them: --guide yamaguchi leaflet."""
    if not kind and len(guides) > 1 and guides[-1] in kinds:
        return guides[:-1], guides[-1]
    return guides, kind


def _fonts(_: argparse.Namespace) -> int:
    from macros.paper.fetch import fetch

    return 0 if fetch(lambda words: print(words, flush=True)) else 1


def _changes(options: argparse.Namespace) -> int:
    from macros.guideline.history import History
    from macros.guideline.load import load
    from macros.web import news

    library = load(options.data, options.guide)
    history = History(options.data.absolute())
    for guide in library.guides:
        if not guide.whole:
            continue
        clean = history.is_clean(guide.id)
        items, revision = news.changes(library, guide, history, options.since)
        if items:
            path = news.write(options.data, guide, history, items, revision)
            print(f"{path}: {len(items)} 件を書き足しました。文を確かめてからコミットしてください。")
        else:
            print(f"{guide.id}: 書き足すことはありません。")
        if not clean:
            print(f"{guide.id}: コミットしていない変更は入っていません。")
    return 0


def _missing(options: argparse.Namespace) -> int:
    from macros.guideline.load import load
    from macros.guideline.missing import missing

    found = missing(load(options.data), options.lang)
    for place, field in found:
        print(f"{place}: {field}")
    print(f"{options.lang} のない文: {len(found)}")
    return 0


def _overlap(options: argparse.Namespace) -> int:
    from macros.guideline.load import load
    from macros.guideline.overlap import SEED, longest_shared_runs

    library = load(options.data, [options.guide])
    try:
        source = options.source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        print(f"{options.source} は UTF-8 として読めません。文字コード UTF-8 で保存し直してください。")
        return 1
    except (FileNotFoundError, IsADirectoryError):
        print(f"{options.source} というファイルがありません。場所と名前を確かめてください。")
        return 1
    runs = longest_shared_runs(library.guide(options.guide), source)
    for length, run, place in runs[: options.most]:
        print(f"{place}: {length} 文字 「{run}」")
    if not runs:
        print(f"もとの資料と {SEED} 文字以上同じ文字が続くところはありません。")
    return 0


def _schema(options: argparse.Namespace) -> int:
    from macros.guideline.schema import schemas, write

    folder = options.data / "schema"
    if not options.check:
        write(folder)
        return 0
    old = [name for name, text in schemas().items() if not _same(folder / name, text)]
    if old:
        print(f"古くなっています: {', '.join(old)}。kyodo schema で書き直してください。")
    return 1 if old else 0


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    raise SystemExit(main())
