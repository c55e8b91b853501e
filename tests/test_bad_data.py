"""Every mistake that staff make is reported at its line, with a remedy.

A case is a file of tests/cases/bad: how the make-believe town is spoilt, and what is said of it.
`KYODO_ACCEPT=1 pytest tests/test_bad_data.py` accepts what is said now; read the difference before committing it.

Sections: `=== file NAME [escaped | as CODEC]` the new text of a file; `=== change NAME` the old words, `--->`, the
new ones; `=== remove NAME`; `=== ja` and `=== en` what is said.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from macros.guideline.load import load
from macros.guideline.problems import GuidelineError
from macros.guideline.wording import SUBJECTS, WORDING

CASES = sorted((Path(__file__).parent / "cases" / "bad").glob("*.txt"))
HEADING = re.compile(r"^=== (.*)\n", re.MULTILINE)
NOT_A_CASE = {
    "no-data-folder",  # these are about folders and are tested in test_load.py and test_source.py
    "no-guide",
    "same-short-title",  # this is about two guides and is tested in test_two_guides.py
    "unknown-guide",
    "missing-label",  # this is about pages and papers and is tested in test_labels.py
    "no-git",  # these are about the history and are tested in test_plan_changes.py
    "unknown-revision",
    "unreadable",
    "link-outside",
    "unreadable-name",
    "too-large",
    "line-too-long",
    "lines",
    "bad-expression",  # this is about kids.yml and is tested in test_reader_lint.py
    "not-usable",  # for what pydantic may say in later versions
    "syntax",  # for what the YAML parser may say of files that people do not write
    "text-needs-language",
    "lock-unknown-word",  # these are about the command and are tested in test_furigana_lock.py
    "lock-other-reading",
    "lock-contradiction",
    "lock-two-readings",
    "lock-unknown-place",
    "kids-long",  # these are about texts for children and are tested in test_reader_lint.py
    "kids-clauses",
    "kids-passive",
    "kids-double-negative",
    "kids-style",
    "kids-kanji",
    "kids-katakana",
    "kids-notice",
    "redirect-taken",  # these are about the finished pages and are tested in test_moved.py
    "redirect-clash",
    "redirect-without-page",
    "redirect-across",
    "redirect-nowhere",
    "redirect-kind",
    "other-face",  # these are about paper and are tested in test_paper_press.py
    "no-glyph",
    "paper-too-long",
    "paper-failed",
    "folder-there",  # these are about kyodo init and are tested in test_init.py
    "device-name",
    "answer-missing",
    "answer-sign",
    "answer-not-japanese",
    "unknown-prefecture",
    "code-elsewhere",
    "sample-text",
}
ESCAPE = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|t|\\)")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_mistake_is_reported(case: Path, town: Path) -> None:
    written = case.read_text(encoding="utf-8")
    sections = _sections(written)
    for heading, body in sections:
        _spoil(town, heading, body)

    said = _said(town)
    now = "".join(f"=== {heading}\n" + said.get(heading, body) for heading, body in sections)

    if os.environ.get("KYODO_ACCEPT"):
        case.write_text(now, encoding="utf-8")
    assert now == written
    assert town.parent.as_posix() not in now  # messages never tell where the machine keeps its files


def test_every_wording_has_a_case() -> None:
    said = "".join(case.read_text(encoding="utf-8") for case in CASES)
    unseen = {code for code, words in WORDING.items() if not re.search(_pattern(words["ja"]), said)}

    assert unseen <= NOT_A_CASE


def test_nothing_is_worded_twice() -> None:
    assert len(WORDING) == sum(len(subject.WORDING) for subject in SUBJECTS)


def _pattern(wording: str) -> str:
    """Match a wording whatever its values are."""
    plain = wording.format_map(_Blanks())
    return re.escape(plain).replace("BLANK", ".*")


class _Blanks(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "BLANK"


def _sections(written: str) -> list[tuple[str, str]]:
    pieces = HEADING.split(written)[1:]
    return list(zip(pieces[::2], pieces[1::2], strict=True))


def _spoil(town: Path, heading: str, body: str) -> None:
    verb, _, rest = heading.partition(" ")
    name, _, how = rest.partition(" ")
    path = town / name
    if verb == "file":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_encoded(body, how))
    elif verb == "change":
        old, new = (words.removesuffix("\n") for words in body.split("--->\n"))
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    elif verb == "remove":
        path.unlink()


def _encoded(body: str, how: str) -> bytes:
    if how == "escaped":
        return ESCAPE.sub(_character, body).encode("utf-8", "surrogateescape")
    return body.encode(how.removeprefix("as ") or "utf-8")


def _character(escape: re.Match[str]) -> str:
    name = escape[1]
    return {"t": "\t", "\\": "\\"}.get(name) or chr(int(name[1:], 16))


def _said(town: Path) -> dict[str, str]:
    try:
        load(town)
    except GuidelineError as error:
        return {language: "".join(f"{line}\n" for line in error.lines(language)) for language in ("ja", "en")}
    return dict.fromkeys(("ja", "en"), "(nothing)\n")
