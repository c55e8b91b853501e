"""kyodo furigana: read lines aloud from standard input, audit what is published, lock what a person approved."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from macros import safely
from macros.furigana.furigana import Furigana
from macros.furigana.ruby import Segment
from macros.guideline.content import content
from macros.guideline.problems import GuidelineError, Place, Problem, Values, hint
from macros.guideline.text import is_text

if TYPE_CHECKING:
    from macros.guideline.model import Guide, Library, LockedReading

READINGS_FILE = "readings.yml"


def read(options: argparse.Namespace) -> int:
    """Write each line of standard input with its readings: a JSON list, or ruby HTML."""
    engine = _engine(options.data, options.guide)
    written = _html() if options.html else _json
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="strict")
    try:
        for line in sys.stdin or ():  # None where it is closed
            segments = engine.segments(line.rstrip("\n"), grade=options.grade, split=options.split, trust=False)
            print(written(segments))
    except UnicodeDecodeError:
        print("渡された文は UTF-8 として読めません。文字コード UTF-8 で渡してください。", file=sys.stderr)
        print("Windows での打ち方は、README の「Windows」にあります。", file=sys.stderr)
        return 1
    return 0


def audit(options: argparse.Namespace) -> int:
    """List each disagreement that nobody has decided; 1 where there is one."""
    from macros.furigana.audit import audit as audited
    from macros.guideline.load import load

    library = load(options.data)
    guide = _named(library, options.guide)
    found = audited(Furigana.of(library, guide))
    for one in found.disagreements:
        second = " / ".join((one.second or one.reading, *(f"{reading}(認めた読み)" for reading in one.locked)))
        first = one.occurrences[0]
        where = first.text.address if first.number == 1 else f"{first.text.address}#{first.number}"
        count = str(len(one.occurrences))
        print("\t".join((one.word, one.reading or "?", second, count, one.context, str(first.text.place), where)))
    left = len(found.disagreements)
    print(f"調べたことば: {found.words}、人が認めた読み: {found.approved}、決まっていない食いちがい: {left}")
    return 1 if found.disagreements else 0


def lock(options: argparse.Namespace) -> int:
    """Add the readings named on the command line to the lock."""
    from macros.furigana.lock import FILE, added, approved
    from macros.guideline.load import load

    library = load(options.data)
    guide = _named(library, options.guide)
    engine = Furigana.of(library, guide)
    owner = library if guide is None else guide
    file = (options.data / guide.id if guide else options.data) / FILE
    pairs = [one.partition("=") for one in options.word]
    named = file.absolute().relative_to(options.data.absolute().parent)
    _refuse_contradictions(Place(named.as_posix()), pairs)
    entries = [approved(engine, named, owner.lock, _wanted(word, reading, options)) for word, _, reading in pairs]
    safely.write_text(file, added(owner.lock, entries))
    print(f"{file} に {len(entries)} 語の読みを書きました。")
    return 0


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give the command line of kyodo furigana its options and its two further commands."""
    parser.add_argument(
        "--grade", type=int, choices=range(7), metavar="N", help="小学 N 年までに習う字のことばには付けません"
    )
    parser.add_argument(
        "--split", choices=("word", "kanji"), default="word", help="ことばごと(word)か、1字ごと(kanji)か"
    )
    parser.add_argument("--html", action="store_true", help="JSON ではなく、ルビ付きの HTML を書きます")
    parser.add_argument("--guide", metavar="ID", help="この町の読みを使います")
    parser.set_defaults(run=read)
    commands = parser.add_subparsers(metavar="audit | lock")
    words = "二つの読み取り機の食いちがいを、一つずつ、前後の文と数を付けて並べます。"
    one = commands.add_parser("audit", help=words, description=words)
    _shared(one, audit)
    words = "確かめた読みを、一つずつ readings.lock.yml に書きます。"
    one = commands.add_parser("lock", help=words, description=words)
    _shared(one, lock)
    one.add_argument("word", nargs="+", type=_pair, metavar="ことば=よみ", help="認める読み")
    one.add_argument("--basis", metavar="文", help="読みの根拠(名前のとき)")
    one.add_argument("--at", metavar="場所", help="二つの読みがあることばの場所(audit の最後の欄)")


def _refuse_contradictions(place: Place, pairs: Iterable[tuple[str, str, str]]) -> None:
    """Raise GuidelineError where two readings of one word are to be locked at once."""
    readings: dict[str, dict[str, None]] = {}
    for word, _, reading in pairs:
        readings.setdefault(word, {})[reading] = None
    several = {word: " / ".join(found) for word, found in readings.items() if len(found) > 1}
    if several:
        raise GuidelineError(
            [Problem(place, "lock-contradiction", {"word": word, "readings": found}) for word, found in several.items()]
        )


def _wanted(word: str, reading: str, options: argparse.Namespace) -> LockedReading:
    from macros.guideline.model import LockedReading

    return LockedReading(word=word, reading=reading, basis=options.basis, at=options.at)


def _shared(parser: argparse.ArgumentParser, run: object) -> None:
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="データのフォルダー")
    parser.add_argument("--guide", default=argparse.SUPPRESS, metavar="ID", help="この町だけ")
    parser.set_defaults(run=run)


def _pair(written: str) -> str:
    word, sign, reading = written.partition("=")
    if not (word and sign and reading and is_text(written)):
        raise argparse.ArgumentTypeError("ことば=よみ の形で書いてください")
    return written


def _named(library: Library, id: str | None) -> Guide | None:
    if id is None:
        return None
    names = [guide.id for guide in library.guides]
    if id not in names:
        values: Values = {"name": id, "hint": hint(id, names), "choices": " / ".join(names)}
        raise GuidelineError([Problem(Place("data"), "unknown-guide", values)])
    return library.guide(id)


def _engine(data: Path, guide: str | None) -> Furigana:
    """Give the engine without loading the model, which takes longer than reading a line, where no guide is named."""
    if guide is None and (entries := _shared_readings(data / READINGS_FILE)) is not None:
        return Furigana(entries)
    from macros.guideline.load import load

    library = load(data, [guide] if guide else [])
    return Furigana.of(library, _named(library, guide))


def _shared_readings(path: Path) -> list[tuple[str, str]] | None:
    """Give the shared words and readings, or None where the file must be looked at by the loader, which explains."""
    if not (path.exists() or path.is_symlink()):
        return []
    data = content(path, path.parent.parent)
    if isinstance(data, Problem):
        return None
    try:
        entries = yaml.load(data.decode(), yaml.CBaseLoader)["readings"]
        found = [(one["word"], one["reading"]) for one in entries]
    except (UnicodeDecodeError, yaml.YAMLError, TypeError, KeyError, RecursionError):
        return None
    return found if all(isinstance(one, str) for pair in found for one in pair) else None


def _json(segments: Iterable[Segment]) -> str:
    return json.dumps(
        [one if isinstance(one, str) else [one.base, one.reading] for one in segments], ensure_ascii=False
    )


def _html() -> Callable[[Iterable[Segment]], str]:
    import jinja2

    folder = Path(__file__).resolve().parents[2] / "overrides" / "fragments"
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True, undefined=jinja2.StrictUndefined
    )
    template = templates.get_template("_ruby.html")
    return lambda segments: template.render(segments=tuple(segments))
