"""How commands are explained to those who type them: help in Japanese, and a sentence for what cannot be understood."""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shutil
from collections.abc import Sequence
from typing import Any, NoReturn

_NAMED = r"argument (?P<name>[^:]+): "
_SAID = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (
            rf"{_NAMED}not allowed with argument (?P<other>.+)",
            "{name} と {other} は、いっしょに使えません。どちらか一つにしてください。",
        ),
        (rf"{_NAMED}expected at most one argument", "{name} の後に書けるものは、一つまでです。"),
        (rf"{_NAMED}expected .*argument.*", "{name} の後に、値がありません。"),
        (
            rf"{_NAMED}ignored explicit argument (?P<value>.+)",
            "{name} には、= で値を付けられません。{name} とだけ書いてください。",
        ),
        (
            rf"{_NAMED}invalid int value: (?P<value>.+)",
            "{name} の後には数を書いてください({value} は数として読めません)。",
        ),
        (rf"{_NAMED}invalid \S+ value: (?P<value>.+)", "{name} の後の {value} は読めません。"),
        (r"the following arguments are required: (?P<name>.+)", "{name} が足りません。"),
        (r"one of the arguments (?P<name>.+) is required", "{name} のどれかが要ります。"),
    )
)
"""What argparse says, as a pattern, and how it is said here"""
_NO_SUCH = re.compile(rf"{_NAMED}invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)")


class Parser(argparse.ArgumentParser):
    """Reads what was typed after a command; options are written out in full, so that no typing error is one of them."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **named, "allow_abbrev": False, "add_help": False})
        self._positionals.title, self._optionals.title = "続けて書くもの", "指定できるもの"
        self.add_argument("-h", "--help", action="help", help="この説明を出します")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Take only what is known: whoever reads for one command knows best what that may be followed by."""
        known, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(_unknown(unknown, [one for one in self._option_string_actions if one.startswith("--")]))
        return known, unknown

    def error(self, message: str) -> NoReturn:
        """Say in Japanese what cannot be understood, and where help is; end with 2, as wrong use does."""
        self.exit(2, f"{self.prog}: {explained(message)}\n使い方は {self.prog} --help で見られます。\n")


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "使い方: " if prefix is None else prefix)


def program() -> str:
    """Give what to type for kyodo in the folder of the project: its way, unless the shell finds it by its name."""
    if shutil.which("kyodo"):
        return "kyodo"
    return r".venv\Scripts\kyodo" if os.name == "nt" else ".venv/bin/kyodo"


def explained(message: str) -> str:
    """Say in Japanese what argparse says in its *message*; what is not among the known ones stays as it is."""
    if found := _NO_SUCH.fullmatch(message):
        return _no_such(found["name"], found["value"].strip("'\""), re.findall(r"[^\s,'\"]+", found["choices"]))
    for pattern, words in _SAID:
        if found := pattern.fullmatch(message):
            return words.format(**found.groupdict()).replace(", ", "、")
    return re.sub(rf"^{_NAMED}", r"\g<name>: ", message)


def _no_such(name: str, value: str, choices: Sequence[str]) -> str:
    space = " " if name[-1:].isascii() else ""
    every = "書けるもの: " + "、".join(choices)
    return f"{name}{space}に「{value}」は書けません。{_meant(value, choices) or every}"


def _unknown(typed: Sequence[str], options: Sequence[str]) -> str:
    name = next((one for one in typed if one.startswith("-")), typed[0]).partition("=")[0]
    meant = _meant(name, options)
    if not meant and "--guide" in options and not name.startswith("-"):
        meant = f"町の名前なら、--guide {name} と書いてください。"
    return f"「{name}」という指定はありません。{meant or 'つづりを確かめてください。'}"


def _meant(value: str, choices: Sequence[str]) -> str:
    near = difflib.get_close_matches(value, choices, 1)
    return f"「{near[0]}」のことですか?" if near else ""
