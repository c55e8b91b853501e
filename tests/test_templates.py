"""A mistake in a template is told with its line, not with the way to it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from mkdocs.config import load_config

from macros import installed
from macros.figures import kept, scenes
from macros.figures.kept import Kept
from macros.web import frames, theme
from macros.web.project import LANGUAGES, ROOT
from macros.web.ready import compile_all
from macros.web.templates import Templates, fault


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a\n{{ nope }}\n", "page.html:2: ページの型に誤りがあります(UndefinedError: 'nope' is undefined)"),
        ("{% set none = 1 %}", "page.html:1: ページの型に誤りがあります(TemplateSyntaxError: can't assign to 'const')"),
        ("a\n\n{{ 1 / 0 }}", "page.html:3: ページの型に誤りがあります(ZeroDivisionError: division by zero)"),
        ("{% include 'part.svg' %}", "part.svg:2: ページの型に誤りがあります(TypeError: 'int' object is not iterable)"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_file_and_line(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "page.html").write_text(written, encoding="utf-8")
    (tmp_path / "part.svg").write_text("<g>\n{% for one in 3 %}{% endfor %}\n</g>", encoding="utf-8")

    with pytest.raises(Exception) as raised:  # noqa: PT011  of any kind
        Templates(tmp_path).get_template("page.html").render()

    assert (fault(raised.value, tmp_path) or "").startswith(said)


def _fails() -> str:
    return str(1 / 0)


def _is_full() -> str:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("fails", [_fails, _is_full])
def test_what_a_function_does_wrong_is_not_taken_for_a_mistake_of_the_template(
    tmp_path: Path, fails: Callable[[], str]
) -> None:
    (tmp_path / "page.html").write_text("{{ fails() }}", encoding="utf-8")

    for call in (fails, Templates(tmp_path).get_template("page.html").render):
        with pytest.raises((ZeroDivisionError, OSError)) as raised:
            call(**({} if call is fails else {"fails": fails}))

        assert fault(raised.value, ROOT) is None


def test_a_page_whose_template_has_a_mistake_ends_the_build_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "rules.html").write_text("{{ nope }}", encoding="utf-8")
    desk = SimpleNamespace(part=lambda _, name: Templates(tmp_path).get_template(f"{name}.html").render())
    known = {}
    env = SimpleNamespace(
        conf=SimpleNamespace(plugins={"kyodo": SimpleNamespace(desk=desk, pages={"rules.md": None})}),
        page=SimpleNamespace(file=SimpleNamespace(src_uri="rules.md")),
        macro=lambda function: known.setdefault(function.__name__, function),
    )
    frames.define(env)

    with pytest.raises(SystemExit, match=r"rules\.html:1: ページの型に誤りがあります"):
        known["part"]("rules")


def test_a_template_that_has_changed_is_compiled_anew_though_the_process_remembers_the_old_one(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    said = []
    for written in ("ひとつ", "ふたつ", "ひとつ"):
        page.write_text(written, encoding="utf-8")
        said.append(Templates(tmp_path).get_template("page.html").render())

    assert said == ["ひとつ", "ふたつ", "ひとつ"]


@pytest.fixture
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep compiled templates in a folder of this test, and let the process remember none."""
    monkeypatch.setattr(installed, "folder", lambda: tmp_path / "kept")
    monkeypatch.setattr(kept, "_read", {})
    scenes.templates.cache_clear()
    yield tmp_path / "kept" / "templates"
    scenes.templates.cache_clear()


@pytest.mark.usefixtures("kept_in")
def test_once_compiled_no_template_of_pages_figures_or_the_theme_is_compiled_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compile_all()
    kept._read.clear()
    scenes.templates.cache_clear()

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(jinja2.Environment, "compile", refuse)
    for env in (Templates(), scenes.templates()):
        for name in env.list_templates():
            env.get_template(name)
    for file in LANGUAGES.values():
        env = load_config(str(ROOT / file)).theme.get_env()
        theme.settle(env)
        for name in ("main.html", "base.html", "404.html", "partials/header.html", "partials/search.html"):
            env.get_template(name)


def test_what_was_compiled_is_used_for_the_same_template_of_another_copy_and_tells_its_mistakes_there(
    tmp_path: Path, kept_in: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text("\n{{ nope }}", encoding="utf-8")
        with pytest.raises(jinja2.UndefinedError) as raised:
            Templates(tmp_path / name).get_template("page.html").render()

        assert (fault(raised.value, tmp_path) or "").startswith(f"{name}/page.html:2: ")
    assert len(list(kept_in.iterdir())) == 1


def test_the_same_text_read_in_another_way_is_compiled_for_itself(tmp_path: Path, kept_in: Path) -> None:
    (tmp_path / "page.html").write_text("{{ '<' }}", encoding="utf-8")
    ways = [Templates(tmp_path), jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path), bytecode_cache=Kept())]

    assert [env.get_template("page.html").render() for env in ways] == ["&lt;", "<"]
    assert len(list(kept_in.iterdir())) == 2


@pytest.mark.parametrize("left", [0, 3, 20, 60, 100])
def test_what_was_not_written_to_its_end_is_compiled_anew(tmp_path: Path, kept_in: Path, left: int) -> None:
    (tmp_path / "page.html").write_text("{{ 1 + 1 }}", encoding="utf-8")
    Templates(tmp_path).get_template("page.html")
    [file] = kept_in.iterdir()
    file.write_bytes(file.read_bytes()[:left])
    kept._read.clear()

    assert Templates(tmp_path).get_template("page.html").render() == "2"


def test_what_is_made_at_installation_lies_in_the_environment_and_else_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "base_prefix", "elsewhere")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert installed.folder() == tmp_path / "share" / "kyodo"

    monkeypatch.setattr(os, "access", lambda *_: False)
    assert installed.folder() == ROOT / "build" / "installed"

    monkeypatch.undo()
    monkeypatch.setattr(sys, "base_prefix", sys.prefix)
    assert installed.folder() == ROOT / "build" / "installed"
