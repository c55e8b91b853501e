"""The templates of pages, compiled once, and called without asking each function what of Jinja it wants to know."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

import jinja2
import markupsafe
from jinja2.runtime import Context

from macros.figures.kept import Kept
from macros.guideline.problems import GuidelineError
from macros.web import reach
from macros.web.project import ROOT

FOLDER = ROOT / "overrides" / "fragments"
_FROM_JINJA = ("_loop_vars", "_block_vars")
_TEMPLATES = (".html", ".svg", ".xml")
_OF_JINJA = (__file__, *(str(Path(one.__file__ or "").parent) for one in (jinja2, markupsafe)))
"""Where what templates are written with lies: it finds their mistakes, and makes none of its own"""


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
    """The templates below *folder*, which write HTML: every text is escaped, a name that is not known is a mistake.

    *say* gives a text of the model in the language of the pages.
    """

    context_class = Plain

    def __init__(self, folder: Path = FOLDER, say: Callable[[Any], str] = str) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=Kept(),
            optimized=False,  # it makes compiling a quarter longer, and our templates no faster
        )
        self.filters.update(say=say, call=reach.call, mail=reach.mail)


def fault(error: BaseException, root: Path) -> str | None:
    """Say in which line of which template below *root* the mistake lies that raised *error*; None where in none.

    A mistake in the data that shows while a template is filled is told as such. What a function that a template calls
    does wrong is no mistake of the template, nor is a file that cannot be read.
    """
    if isinstance(error, OSError):
        return None
    if isinstance(error, GuidelineError):
        return "\n".join(error.lines())
    file: str | None
    line: int | None
    if isinstance(error, jinja2.TemplateSyntaxError):
        file, line = error.filename, error.lineno
    else:
        way = reversed(traceback.extract_tb(error.__traceback__))
        last = next((one for one in way if not one.filename.startswith(_OF_JINJA)), None)
        file, line = (last.filename, last.lineno) if last and last.filename.endswith(_TEMPLATES) else (None, None)
    if not file:
        return None
    name = Path(file).relative_to(root).as_posix() if Path(file).is_relative_to(root) else file
    return (
        f"{name}:{line}: ページの型に誤りがあります({type(error).__name__}: {error})。この行の前後を確かめてください。"
    )
