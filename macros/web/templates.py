"""The templates of pages, compiled once, and called without asking each function what of Jinja it wants to know."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

import jinja2
from jinja2.runtime import Context

from macros.figures.kept import Kept

_FROM_JINJA = ("_loop_vars", "_block_vars")
_TEMPLATES = (".html", ".svg", ".xml")


class Plain(Context):
    """Calls the functions that our rooms give to templates as they are: none of them asks for Jinja's context."""

    def call(self, called: Callable[..., Any], /, *arguments: Any, **named: Any) -> Any:
        """Call what a template calls; what Jinja itself has made (macros, loops) in Jinja's way."""
        if type(called) not in (FunctionType, MethodType) or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *arguments, **named)
        for name in _FROM_JINJA:
            named.pop(name, None)
        return called(*arguments, **named)


class Templates(jinja2.Environment):
    """The templates below *folder*, which write HTML: every text is escaped, a name that is not known is a mistake."""

    context_class = Plain

    def __init__(self, folder: Path) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=Kept(),
        )


def fault(error: BaseException, root: Path) -> str | None:
    """Say in which line of which template below *root* the mistake lies that raised *error*; None where in none."""
    at = (
        (error.filename, error.lineno)
        if isinstance(error, jinja2.TemplateSyntaxError)
        else next(
            (
                (frame.filename, frame.lineno)
                for frame in reversed(traceback.extract_tb(error.__traceback__))
                if frame.filename.endswith(_TEMPLATES)
            ),
            (None, None),
        )
    )
    file, line = at
    if not file:
        return None
    name = Path(file).relative_to(root).as_posix() if Path(file).is_relative_to(root) else file
    return (
        f"{name}:{line}: ページの型に誤りがあります({type(error).__name__}: {error})。この行の前後を確かめてください。"
    )
