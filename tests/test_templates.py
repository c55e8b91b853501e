"""A mistake in a template is told with its line, not with the way to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.web import frames
from macros.web.project import ROOT
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
