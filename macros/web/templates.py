"""The templates of pages, compiled once, and called without asking each function what of Jinja it wants to know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

import jinja2
from jinja2.runtime import Context

from macros.figures.kept import Kept

_FROM_JINJA = ("_loop_vars", "_block_vars")


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
