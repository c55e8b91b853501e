"""Follow the questions of choose.yml: every way from the first question to an end, and the checks that prove them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.guideline.model import Answer, ChooseFile, Guide, Library, Question, Speaks
from macros.guideline.problems import Problem

Step = tuple[Question, Answer]


@dataclass(frozen=True)
class Way:
    """One way through the questions: its *steps*, the last of which ends it."""

    steps: tuple[Step, ...]

    @property
    def last(self) -> Answer:
        """The answer that ends this way."""
        return self.steps[-1][1]

    def reasons(self, form: str) -> tuple[tuple[Answer, Speaks], ...]:
        """Give what the answers on this way say for *form*, in their order."""
        return tuple((answer, one) for _, answer in self.steps for one in answer.speaks_for if one.form == form)


def ways(choose: ChooseFile) -> tuple[Way, ...]:
    """Give every way that comes to an end, in the order of the file; no question is met twice on one way."""
    known = {question.id: question for question in choose.questions}

    def follow(question: Question, before: tuple[Step, ...]) -> Iterator[Way]:
        for answer in question.answers:
            steps = (*before, (question, answer))
            if answer.end:
                yield Way(steps)
            elif answer.next in known and all(answer.next != seen.id for seen, _ in steps):
                yield from follow(known[answer.next], steps)

    return tuple(follow(choose.questions[0], ()))


def steps_to(choose: ChooseFile) -> dict[str, tuple[Step, ...]]:
    """Give the answers that lead to each question that can be reached, by its id."""
    found: dict[str, tuple[Step, ...]] = {}
    for way in ways(choose):
        for at, (question, _) in enumerate(way.steps):
            found.setdefault(question.id, way.steps[:at])
    return found


def every_answer_leads_on(_: Library, guide: Guide) -> Iterator[Problem]:
    """An answer leads to another question or ends the questions, never both."""
    for question in guide.choose.questions if guide.choose else ():
        for answer in question.answers:
            if (answer.next is None) == (answer.end is None):
                yield Problem(answer.place_of("id"), "answer-without-way", {"id": answer.id})


def every_question_has_one_way(_: Library, guide: Guide) -> Iterator[Problem]:
    """Exactly one answer leads to each question but the first, so that the way to an end tells its reasons."""
    if guide.choose is None:
        return
    first, *others = guide.choose.questions
    named = [
        (answer.next, answer.place_of("next"))
        for question in guide.choose.questions
        for answer in question.answers
        if answer.next
    ]
    reached = steps_to(guide.choose)
    for id, place in named:
        if id == first.id:
            yield Problem(place, "question-goes-back", {"id": id})
    for question in others:
        places = [place for id, place in named if id == question.id]
        for place in places[1:]:
            yield Problem(place, "question-twice", {"id": question.id, "first": str(places[0])})
        if question.id not in reached:
            yield Problem(question.place_of("id"), "question-unreached", {"id": question.id})


def every_form_can_be_found(library: Library, guide: Guide) -> Iterator[Problem]:
    """Where every way is whole, every form stands at the end of some way, each time with a reason on that way."""
    if guide.choose is None or any(problem for check in _OF_WAYS for problem in check(library, guide)):
        return
    found: set[str] = set()
    for way in ways(guide.choose):
        end = way.last.end
        for at, form in enumerate(end.forms if end else ()):
            found.add(form)
            if end and form in guide.form and not way.reasons(form):
                yield Problem(end.place_of("forms", at), "form-without-reason", {"id": form})
    for id in guide.form:
        if id not in found:
            yield Problem(guide.choose.place_of("questions"), "form-unreached", {"id": id})


def every_end_says_what_to_do(_: Library, guide: Guide) -> Iterator[Problem]:
    """An end of kind forms names forms; any other says in words what to do, and where that is from."""
    for question in guide.choose.questions if guide.choose else ():
        for answer in question.answers:
            end = answer.end
            if end and (end.kind == "forms") != bool(end.forms):
                yield Problem(end.place_of("kind"), "end-forms-differ", {"kind": end.kind})
            elif end and end.kind != "forms" and not (end.text and end.source):
                yield Problem(end.place_of("kind"), "end-without-text", {"kind": end.kind})


_OF_WAYS = (every_answer_leads_on, every_question_has_one_way)
CHECKS = (*_OF_WAYS, every_form_can_be_found, every_end_says_what_to_do)
