"""kyodo init: ask at a terminal, or take as options, what a new guide needs, and write its sample files."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from macros.samples.answers import QUESTIONS, Question, settled
from macros.usage import program


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the id and an option for each question."""
    parser.add_argument(
        "id", metavar="ID", help="フォルダーとアドレスの名前(半角の小文字・数字・ハイフン。例: yamaguchi)"
    )
    for question in QUESTIONS:
        parser.add_argument(question.option, metavar="…", help=question.asks)


def run(options: argparse.Namespace) -> int:
    """Start the guide; say what was written and what to do next."""
    from macros.samples.start import refuse_id, start  # loads the model; other commands do without

    data = options.data.absolute()
    refuse_id(data, options.id)
    given = {question.name: getattr(options, question.name) for question in QUESTIONS}
    answered = {name: answer for name, answer in given.items() if answer is not None}
    try:
        answers = settled(answered, _ask if sys.stdin and sys.stdin.isatty() else None)  # None where it is closed
    except (EOFError, KeyboardInterrupt):
        print("\nやめました。何も作っていません。")
        return 1
    files = start(data, options.id, answers, date.today().isoformat())
    print(f"{data.name}/{options.id} に {len(files)} 個のファイルを作りました(すべて、書きかえるための例です)。")
    print(f"1. {data.name}/{options.id}/guide.yml から、「【見本】」の付いた文を書きかえます。")
    print(f"2. {program()} check で、まちがいと、残っている見本を調べます。")
    print(f"3. {program()} serve --guide {options.id} で、ページを手元で見ます。")
    print("くわしい手順は CONTRIBUTING.md の「新しい町のガイドを作る」にあります。")
    return 0


def _ask(question: Question, default: str | None) -> str:
    shown = f" [{default}]" if default else ""
    try:
        return input(f"{question.asks}{shown}: ")
    except UnicodeDecodeError as error:
        return error.object.decode("utf-8", "surrogateescape")  # signs that no answer can hold
