"""What is asked of whoever starts a guide: each question with its check, its default and how it is asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros.guideline.codes import PREFECTURE_DIGITS, has_right_check_digit
from macros.guideline.problems import GuidelineError, Place, Problem, Values, hint
from macros.guideline.signs import FORBIDDEN
from macros.samples import english
from macros.samples.prefectures import prefectures

Answers = Mapping[str, str]
Mistake = tuple[str, Values] | None
Ask = Callable[["Question", str | None], str]

BRAND = "#1f5f7a"
ACCENT = "#a8481c"
TITLE = (
    "協働のまちづくり指針",
    "きょうどうのまちづくりししん",
    "Guideline for Community Building through Collaboration",
)

_UNFIT = re.compile(rf'["\\{{}}|#]|[\x00-\x1f\x7f\ud800-\udfff]|{FORBIDDEN.pattern}')


def _no_mistake(_: str, __: Answers) -> Mistake:
    return None


def _left_out(_: Answers) -> str | None:
    return ""


def _must_be_answered(_: Answers) -> str | None:
    return None


@dataclass(frozen=True)
class Question:
    """One thing to know: the option's *name*, what it *asks*, its *mistake* if any, its *default* (None: none)."""

    name: str
    asks: str
    mistake: Callable[[str, Answers], Mistake] = _no_mistake
    default: Callable[[Answers], str | None] = _must_be_answered
    shape: Callable[[str], str] = str.strip
    """How an answer is tidied: full-width digits become plain ones, and so on"""

    @property
    def option(self) -> str:
        """The option that answers the question on the command line."""
        return f"--{self.name.replace('_', '-')}"


def settled(given: Answers, ask: Ask | None = None) -> Answers:
    """Answer every question: as *given*, else by *ask* (at a terminal), else by its default.

    Raises GuidelineError with every answer that is wrong or missing.
    """
    answers: dict[str, str] = {}
    problems: list[Problem] = []
    for question in QUESTIONS:
        default = question.default(answers)
        written = given.get(question.name)
        if written is not None:
            answer = question.shape(written) or default
        elif ask is not None:
            answer = _asked(question, default, answers, ask)
        else:
            answer = default
        mistake = _mistake(question, answer, answers)
        if mistake:
            problems.append(Problem(Place(question.option, 0), *mistake))
        answers[question.name] = "" if mistake or answer is None else answer
    if problems:
        raise GuidelineError(problems)
    return answers


def _asked(question: Question, default: str | None, answers: Answers, ask: Ask) -> str | None:
    """Ask until the answer can be used, saying why not."""
    while True:
        answer = question.shape(ask(question, default)) or default
        mistake = _mistake(question, answer, answers)
        if not mistake:
            return answer
        print(Problem(Place(question.option, 0), *mistake).say())


def _mistake(question: Question, answer: str | None, answers: Answers) -> Mistake:
    if answer is None:
        return "answer-missing", {"asks": question.asks}
    if not answer:
        return None
    if found := _UNFIT.search(answer.removeprefix("#") if question.shape is _colour else answer):
        return "answer-sign", {"sign": found[0]}
    return question.mistake(answer, answers)


def _narrow(written: str) -> str:
    return unicodedata.normalize("NFKC", written).strip()


def _colour(written: str) -> str:
    plain = _narrow(written).lower()
    return f"#{plain}" if re.fullmatch("[0-9a-f]{6}", plain) else plain


def _in_japanese(answer: str, _: Answers) -> Mistake:
    return ("answer-not-japanese", {"value": answer}) if answer.isascii() else None


def _is_reading(answer: str, _: Answers) -> Mistake:
    from macros.guideline.model.readings import READING_PATTERN  # the model takes time; other commands do without

    return None if re.match(READING_PATTERN, answer) else ("bad-reading", {"path": "", "value": answer})


def _is_code(answer: str, _: Answers) -> Mistake:
    from macros.guideline.model.records import CODE_PATTERN

    if not re.match(CODE_PATTERN, answer):
        return "bad-code", {"path": "", "value": answer}
    if not has_right_check_digit(answer) or answer[:PREFECTURE_DIGITS] not in _numbers().values():
        return "bad-check-digit", {"value": answer}
    return None


def _is_prefecture(answer: str, answers: Answers) -> Mistake:
    if answer not in _numbers():
        return "unknown-prefecture", {"value": answer, "hint": hint(answer, _numbers())}
    code = answers.get("code")
    if code and _numbers()[answer] != code[:PREFECTURE_DIGITS]:
        return "code-elsewhere", {"code": code, "prefecture": answer}
    return None


def _is_readable(answer: str, _: Answers) -> Mistake:
    from macros.guideline.checks import LEAST_CONTRAST, contrast_with_white
    from macros.guideline.model.records import COLOUR_PATTERN

    if not re.match(COLOUR_PATTERN, answer):
        return "bad-colour", {"path": "", "value": answer}
    ratio = contrast_with_white(answer)
    return ("low-contrast", {"colour": answer, "ratio": f"{ratio:.2f}"}) if ratio < LEAST_CONTRAST else None


def _numbers() -> Mapping[str, str]:
    return {one.name: one.number for one in prefectures()}


def _prefecture_of_code(answers: Answers) -> str | None:
    number = answers["code"][:PREFECTURE_DIGITS]
    return next((name for name, own in _numbers().items() if own == number), None)


def _is_own_title(answers: Answers) -> bool:
    return answers["title"] != answers["name"] + TITLE[0]


QUESTIONS: tuple[Question, ...] = (
    Question("name", "市町村の名前(例: 山口市)", _in_japanese),
    Question("reading", "市町村の読み(ひらがな。例: やまぐちし)", _is_reading),
    Question(
        "name_en",
        "英語の名前(読みから作った案です。公式の書き方に直してください)",
        default=lambda answers: english.town(answers["name"], answers["reading"]),
    ),
    Question("code", "全国地方公共団体コード(6けた。分からなければ空のまま)", _is_code, _left_out, _narrow),
    Question("prefecture", "都道府県(例: 山口県)", _is_prefecture, _prefecture_of_code),
    Question("title", "資料の名前(表紙のとおり)", _in_japanese, default=lambda answers: f"{answers['name']}{TITLE[0]}"),
    Question(
        "title_reading",
        "資料の名前の読み(ひらがな)",
        _is_reading,
        lambda answers: None if _is_own_title(answers) else f"{answers['reading']}{TITLE[1]}",
    ),
    Question(
        "title_en",
        "資料の英語の名前(なければ空のまま)",
        default=lambda answers: "" if _is_own_title(answers) else f"{answers['name_en']} {TITLE[2]}",
    ),
    Question("brand", "町の色(白い字が読める濃さ)", _is_readable, lambda _: BRAND, _colour),
    Question("accent", "目印の色(白い字が読める濃さ)", _is_readable, lambda _: ACCENT, _colour),
)
