"""Write a plan's fiscal years, and what was recorded on a date, as a calendar (iCalendar)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from macros.furigana import plain
from macros.guideline.model import Action, Guide, Library, Text
from macros.guideline.schedule import cells
from macros.guideline.years import fiscal_year

_APRIL = 4
_SEPARATOR = {"ja": "・", "en": ", "}


def calendar(library: Library, guide: Guide, language: str, stamp: datetime, address: str) -> bytes:
    """Write the calendar of *guide* in *language*, stamped *stamp*; nothing where the guide names no year.

    *address* is where people read more: the plan's page.
    """
    desk = _Desk(library, guide, language)
    events = [*desk.years(), *desk.records()]
    if not events:
        return b""
    made = Calendar()
    made.add("prodid", "-//Kyodo Guide//JP")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", desk.say(guide.front.title))
    for event in events:
        event.add("dtstamp", stamp)
        event.add("transp", "TRANSPARENT")
        event.add("url", address)
        made.add_component(event)
    return bytes(made.to_ical())


class _Desk:
    """Makes the events of one guide in one language."""

    def __init__(self, library: Library, guide: Guide, language: str) -> None:
        self.library = library
        self.guide = guide
        self.language = language

    def say(self, text: Text) -> str:
        """Give a text in this language, or in Japanese, without the readings written in it."""
        return plain(text.written_in(self.language) or text.ja).replace("\n", " ")

    def years(self) -> Iterator[Event]:
        """Give one event for each fiscal year that a period, a schedule or a strand of the guide names."""
        spans = [(period.first, period.last) for period in self.guide.front.periods]
        spans += [(self.guide.strands.first, self.guide.strands.last)] if self.guide.strands else []
        named = {year for first, last in spans for year in range(first, last + 1)} | set(self.guide.years)
        for year in sorted(named):
            event = self._event(f"fiscal-{year}", date(year, _APRIL, 1), date(year + 1, _APRIL, 1))
            event.add("summary", f"{fiscal_year(year, self.language)} {self.say(self.guide.front.title)}")
            if told := "\n".join((*self._steps(year), *self._stretches(year))):
                event.add("description", told)
            yield event

    def records(self) -> Iterator[Event]:
        """Give one event for each dated entry of progress."""
        for action in self.guide.actions.values():
            for order, entry in enumerate(action.progress, 1):
                event = self._event(f"{action.id}-{entry.date}-{order}", *_days(entry.date))
                event.add("summary", f"{plain(action.number)} {self.say(action.title)}: {self.say(entry.text)}")
                yield event

    def _event(self, id: str, first: date, after: date) -> Event:
        event = Event()
        event.add("uid", f"{id}@{self.guide.id}.kyodo-guide")
        event.add("dtstart", first)
        event.add("dtend", after)
        return event

    def _steps(self, year: int) -> Iterator[str]:
        for action in self.guide.actions.values():
            if words := self._step(action, year):
                yield f"{words}: {plain(action.number)} {self.say(action.title)}"

    def _step(self, action: Action, year: int) -> str:
        (cell,) = cells(action, (year,), self.library.vocabulary)
        words = _SEPARATOR[self.language].join(self.say(step.name) for step in cell.steps)
        doubt = self.say(self.library.labels.labels["uncertain"]) if cell.uncertain else ""
        return " ".join(one for one in (words, doubt and f"({doubt})") if one)

    def _stretches(self, year: int) -> Iterator[str]:
        for strand in self.guide.strands.strands if self.guide.strands else ():
            for one in strand.stretches:
                if one.first <= year <= (one.last or year):
                    yield f"{self.say(strand.title)}: {self.say(one.title)}"


def _days(written: str) -> tuple[date, date]:
    """Give the first day of a date (2011, 2011-08 or 2011-08-15) and the day after its last."""
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 3:
        first = date(parts[0], parts[1], parts[2])
        return first, first + timedelta(days=1)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    return date(parts[0], 1, 1), date(parts[0] + 1, 1, 1)
