"""Texts for children: what is too hard is found at its line, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.children.lint import judged, lint
from macros.children.measure import FILE, Measure, measure
from macros.children.rules import SENTENCE_RULES, WORD_RULES, Finding
from macros.furigana.cache import Cache
from macros.guideline.load import load
from macros.guideline.model import Library
from macros.guideline.problems import GuidelineError
from macros.guideline.single import single
from tests.site import HERE, replaced

ROWS = [
    line.split("\t")
    for line in (HERE / "kids.tsv").read_text(encoding="utf-8").splitlines()[2:]
    if not line.startswith("#")
]


@pytest.mark.parametrize(("codes", "sentence"), ROWS)
def test_a_sentence_is_as_hard_as_the_table_says(codes: str, sentence: str) -> None:
    found = [finding.code + "!" * (finding.level == "error") for _, finding in judged(sentence, measure())]

    assert " ".join(found) == codes


def test_every_rule_has_a_sentence_and_states_itself() -> None:
    said = {code.rstrip("!") for codes, _ in ROWS for code in codes.split()}

    assert len(said) == len(SENTENCE_RULES) + len(WORD_RULES)
    assert all(rule.__doc__ for rule in (*SENTENCE_RULES, *WORD_RULES))


@pytest.mark.parametrize(
    ("words", "known", "codes"),
    [
        ("把握します。", {"把握"}, []),
        ("コミュニティです。", {"地域コミュニティ"}, []),
        ("山をほる。", set(), ["kids-style"]),
    ],
)
def test_words_that_the_book_explains_are_fine(words: str, known: set[str], codes: list[str]) -> None:
    assert [finding.code for _, finding in judged(words, measure(), frozenset(known))] == codes


def test_what_people_say_may_end_as_they_speak() -> None:
    assert list(judged("公園がきれいになった。", measure(), spoken=True)) == []
    assert [finding.code for _, finding in judged("これは計画である。", measure(), spoken=True)] == ["kids-style"]


def test_titles_are_no_sentences() -> None:
    assert list(judged("まちを見つめる", measure(), whole=False)) == []


def test_the_make_believe_town_is_easy_to_read(mini: Library) -> None:
    assert lint(mini) == ()


def test_real_books_are_easy_to_read() -> None:
    assert [hard.say() for hard in lint(load(HERE.parent / "data"))] == []


@pytest.mark.parametrize(
    ("old", "new", "said", "code"),
    [
        (
            "学校の帰りに、公園を通ります。",
            "公園は課題を把握する場である。",
            "data/midori/reader.yml:13:",
            1,
        ),
        (
            "公園には、ごみがたくさん落ちていました。",
            "公園にごみが多くて、そらさんはこまっていますが、だれもかたづけません。",
            "お知らせ: data/midori/reader.yml:13:",
            0,
        ),
    ],
)
def test_check_tells_file_and_line(
    town: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str, code: int
) -> None:
    path = town / "midori" / "reader.yml"
    replaced(path, old, new)

    assert main(["check", "--data", str(town)]) == code
    assert said in capsys.readouterr().out


def test_words_for_children_outside_the_book_are_read_too(town: Path) -> None:
    path = town / "midori" / "guide.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("町の人と役場が、力を合わせます。", "力を合わせる。"), encoding="utf-8")

    assert [(hard.problem.code, hard.problem.place.line) for hard in lint(load(town))] == [("kids-style", 27)]


def test_what_was_fine_is_not_judged_again_until_it_or_what_the_book_explains_changes(
    town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []

    def judged_and_noted(words: str, *rest: object, **named: object) -> Iterator[tuple[str, Finding]]:
        looked_at.append(words)
        return judged(words, *rest, **named)  # type: ignore[arg-type]  # handed on as it comes

    def again() -> tuple[int, list[str]]:
        looked_at.clear()
        found = lint(load(town), cache=Cache(tmp_path / "kept", "1"))
        return len(looked_at), [hard.problem.code for hard in found]

    monkeypatch.setattr("macros.children.lint.judged", judged_and_noted)
    every, none = again()

    assert every > 10
    assert none == []
    assert again() == (0, [])
    replaced(town / "midori" / "reader.yml", "学校の帰りに、公園を通ります。", "公園は課題を把握する場である。")
    assert again() == (1, ["kids-kanji", "kids-style"])
    assert again() == (1, ["kids-kanji", "kids-style"])
    replaced(town / "midori" / "reader.yml", "公園は課題を把握する場である。", "学校の帰りに、公園を通ります。")
    assert again() == (1, [])
    replaced(town / "midori" / "guide.yml", "{ja: みどり町, en: Midori Town}", "{ja: あおい町, en: Midori Town}")
    assert again() == (every, [])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("length: {notice: 40", "length: {notice: ４０", "bad-number"),
        ("style: {level: error}", "style： {level: error}", "wide-colon"),
        ("  - なく(は|も)", "  - なく(は|も", "bad-expression"),
        ("helpers: [", "helpers: &a [", "anchor"),
        ("clauses:", "clause:", "unknown-key"),
    ],
)
def test_a_mistake_in_the_measure_itself_is_told_with_its_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "kids.yml").write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(GuidelineError) as refused:
        single(tmp_path / "data" / "kids.yml", Measure)

    assert code in [problem.code for problem in refused.value.problems]
    assert all(str(problem.place).startswith("data/kids.yml:") for problem in refused.value.problems)
