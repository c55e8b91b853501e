"""What the pages of the decision helper show: the question, what was answered before, the way that led here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from macros import addresses
from macros.guideline.choice import steps_to, ways
from macros.guideline.model import Answer, Guide, Question
from macros.web.pages import Page

if TYPE_CHECKING:
    from macros.web.desk import Desk


def tools(_: Desk, page: Page, guide: Guide | None) -> Mapping[str, Any]:
    """Give the templates of a question or an end what they show."""
    if guide is None or guide.choose is None:
        return {}
    choose = guide.choose

    def question_address(question: Question) -> str:
        steps = () if question is choose.questions[0] else (question.id,)
        return addresses.choose_page(guide.id, *steps)

    def answer_address(question: Question, answer: Answer) -> str:
        steps = (question.id, answer.id) if answer.end else (str(answer.next),)
        return addresses.choose_page(guide.id, *steps)

    common = {"question_address": question_address, "answer_address": answer_address}
    if page.frame == "choose-end":
        way = next(one for one in ways(choose) if f"{one.steps[-1][0].id}/{one.last.id}" == page.record)
        return {**common, "way": way, "before": way.steps, "end": way.last.end}
    question = next((one for one in choose.questions if one.id == page.record), choose.questions[0])
    return {**common, "question": question, "before": steps_to(choose)[question.id]}
