"""Make ready, when the project is installed, what is made of libraries and templates: python -m macros.web.ready.

As Python's modules are compiled then, so are templates, and pykakasi's dictionary is cut up. What is not there by
then (a template that was changed since, or has a mistake) is made when it is first needed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable

import jinja2
from jinja2 import meta
from mkdocs.config import load_config

from macros.figures import scenes
from macros.furigana import kanwa
from macros.web import theme
from macros.web.project import LANGUAGES, ROOT
from macros.web.templates import Templates

_PAGES = ("main.html", "404.html", "kept.html")


def compile_all() -> None:
    """Compile the templates of pages, of figures and of the theme in each language."""
    for env in (Templates(), scenes.templates()):
        _compile(env, env.list_templates())
    for language, file in LANGUAGES.items():
        env = load_config(str(ROOT / file)).theme.get_env()
        theme.settle(env)
        _compile(env, (*_PAGES, f"partials/languages/{language}.html"))


def _compile(env: jinja2.Environment, names: Iterable[str]) -> None:
    """Compile the templates of these *names*, and those that they name in turn."""
    assert env.loader
    done: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in done:
            done.add(name)
            with contextlib.suppress(jinja2.TemplateNotFound, jinja2.TemplateSyntaxError):
                env.get_template(name)
                source, _, _ = env.loader.get_source(env, name)
                waiting += filter(None, meta.find_referenced_templates(env.parse(source)))


if __name__ == "__main__":
    compile_all()
    kanwa.keep()
