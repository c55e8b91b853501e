"""What changed in a guide, in words that citizens understand: from the difference of its files to changes.yml."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import safely
from macros.guideline.difference import POLICIES, Difference, differences
from macros.guideline.history import History
from macros.guideline.model import PLAN_FOLDER, Guide, Library, Text
from macros.guideline.standing import CLOSED
from macros.guideline.years import fiscal_year, month
from macros.web.plan import filled

FILE = "changes.yml"
_HEAD = """# このガイドで変わったこと(古い順)。「kyodo changes」が、Git の記録から書き足します。
# text は、読む人に分かりやすいように書き直してかまいません。書き直した文は、もう一度動かしても変わりません。
"""
_REVISION = re.compile(r"^revision:.*$", re.MULTILINE)
_SEVERAL = 4
"""From how many changes of one kind in one list (the plan's aside) they are told in one sentence"""
_ENDED = ("ended", "superseded")

_PLACES: Mapping[tuple[str, str], tuple[str, str, str]] = {
    ("guide.yml", "purposes"): ("about", "purpose_", "purposes"),
    ("guide.yml", "position"): ("about", "position_", "position"),
    ("guide.yml", "goals"): ("about", "goal_", "goals"),
    ("guide.yml", "related"): ("about", "related_", "related"),
    ("guide.yml", "contacts"): ("contact", "", "contact"),
    ("background.yml", "items"): ("about", "background_", "background"),
    ("definitions.yml", "definitions"): ("definitions", "", "definitions"),
    ("definitions.yml", "ideas"): ("definitions", "idea_", "definitions"),
    ("definitions.yml", "terms"): ("terms", "", "terms"),
    ("effects.yml", "items"): ("definitions", "effect_", "effects"),
    ("fields.yml", "fields"): ("definitions", "field_", "fields"),
    ("cautions.yml", "items"): ("definitions", "caution_", "cautions"),
    ("methods.yml", "items"): ("methods", "", "methods"),
    ("zones.yml", "zones"): ("forms", "", "zones"),
    ("forms.yml", "forms"): ("forms", "", "forms"),
    ("roles.yml", "roles"): ("roles", "", "roles"),
    ("rules.yml", "rules"): ("rules", "", "rules"),
    ("indicators.yml", "indicators"): ("indicators", "", "indicators"),
    ("surveys.yml", "surveys"): ("indicators", "survey_", "surveys"),
    ("organisations.yml", "organisations"): ("organisations", "", "organisations"),
    ("programmes.yml", "programmes"): ("programmes", "", "programmes"),
    ("cases.yml", "cases"): ("cases", "", "cases"),
    ("strands.yml", "strands"): ("plan", "", "plan"),
    ("departments.yml", "departments"): ("contact", "", "all_departments"),
    (PLAN_FOLDER, POLICIES): ("plan", "", "plan"),
    (PLAN_FOLDER, "measures"): ("plan", "", "plan"),
    (PLAN_FOLDER, "actions"): ("plan", "", "plan"),
}
"""The file and list in which a record stands: its page, what its anchor there begins with, and the list's name"""


@dataclass(frozen=True)
class Item:
    """One change to be written: its *kind*, its *text*, the *page* in the guide, and the *file* it was seen in."""

    id: str
    kind: str
    text: Text
    page: str
    file: str


def changes(library: Library, guide: Guide, history: History, since: str = "") -> tuple[Sequence[Item], str]:
    """Give what is new in *guide*, and the revision up to which it is told.

    Looks back to *since* or else to the revision named in the guide's changes.yml; where there is neither, all that is
    told is that the guide was published. What changes.yml holds already is left out.
    """
    head = history.revision("HEAD")
    files = history.files(head, guide.id)
    start = since or (guide.changes.revision if guide.changes else "")
    old = history.files(history.revision(start), guide.id) if start else {}
    told = {one.id for one in guide.changes.changes} if guide.changes else set()
    teller = _Teller(library, guide)
    found = teller.items(list(differences(old, files))) if old else iter((teller.first(),) if files else ())
    return [one for one in found if one.id not in told], head


def write(data: Path, guide: Guide, history: History, items: Sequence[Item], revision: str) -> Path:
    """Write *items* at the end of the guide's changes.yml, whose other lines stay as they are."""
    path = data / guide.id / FILE
    text = path.read_text(encoding="utf-8") if path.exists() else f"{_HEAD}revision: {revision}\nchanges:\n"
    text = _REVISION.sub(f"revision: {revision}", text, count=1)
    dated = [(_day(history, guide, one, revision), one) for one in items]
    lines = [_written(day, one) for day, one in sorted(dated, key=lambda pair: pair[0])]
    safely.write_text(path, text.rstrip("\n") + "\n" + "".join(lines))
    return path


def _day(history: History, guide: Guide, item: Item, revision: str) -> str:
    return history.last_day(revision, f"{guide.id}/{item.file}") if item.file else history.first_day(guide.id)


def _written(day: str, item: Item) -> str:
    page = f"    page: {item.page}\n" if item.page else ""
    words = "".join(
        f"      {language}: {json.dumps(said, ensure_ascii=False)}\n"
        for language, said in (("ja", item.text.ja), ("en", item.text.en))
        if said
    )
    return f"  - id: {item.id}\n    date: {day}\n    kind: {item.kind}\n{page}    text:\n{words}"


@dataclass(frozen=True)
class _Teller:
    """Tells differences in sentences, by the words of the *library*."""

    library: Library
    guide: Guide

    def first(self) -> Item:
        return Item("first", "added", self.library.labels.labels["change_first"], "", "")

    def items(self, found: Sequence[Difference]) -> Iterator[Item]:
        """Give an item for each of the differences *found*, or one for several of the same list."""
        for one in found:
            if one.file == "guide.yml" and one.kind == "":
                yield from self._of_front(one)
        for one in found:
            if (one.file, one.kind) in _PLACES:
                yield from self._progress(one)
        groups: dict[tuple[str, str, str], list[Difference]] = {}
        for one in found:
            if (one.file, one.kind) in _PLACES and (one.what != "changed" or self._fields(one)):
                groups.setdefault((one.what, one.file, one.kind), []).append(one)
        for (what, file, _), listed in groups.items():
            if len(listed) >= _SEVERAL and file != PLAN_FOLDER:
                yield self._several(what, listed)
            else:
                yield from (self._single(one) for one in listed)

    def _of_front(self, one: Difference) -> Iterator[Item]:
        state = one.new.get("state", {}).get("now")
        if state in _ENDED and one.old.get("state", {}).get("now") != state:
            yield self._item(one, "finished", self._say("change_ended"), "", state)
        elif one.fields:
            yield self._item(one, "changed", self._say("change_front", fields=self._named(one.fields)), "about")

    def _progress(self, one: Difference) -> Iterator[Item]:
        """Give what was newly put on record: entries of an action, figures of an indicator."""
        for entry in _new(one, "progress"):
            closed = entry["state"] in CLOSED
            key = entry["state"].replace("-", "_")
            values = {"title": _title(one), "date": _dated(entry["date"])}
            state = self._say(f"progress_{key}")
            text = self._say(f"change_{key}", **values) if closed else self._say("change_record", **values, state=state)
            yield self._item(one, "finished" if closed else "changed", text, self._page(one), entry)
        for value in _new(one, "actuals"):
            year = int(value["year"])
            values = {
                "title": _title(one),
                "year": Text(ja=fiscal_year(year, "ja"), en=fiscal_year(year, "en")),
                "value": Text(ja=str(value["value"])),
                "unit": Text(**{name: one.raw["unit"][name] for name in ("ja", "en") if name in one.raw["unit"]}),
            }
            yield self._item(one, "changed", self._say("change_actual", **values), self._page(one), value)

    def _fields(self, one: Difference) -> tuple[str, ...]:
        """Give the changed fields that no other item tells of."""
        return tuple(name for name in one.fields if not _new(one, name) or name not in ("progress", "actuals"))

    def _single(self, one: Difference) -> Item:
        values = {"title": _title(one), "list": self._list(one)}
        if one.what == "changed":
            fields = self._fields(one)
            text = self._say("change_changed", title=values["title"], fields=self._named(fields))
            return self._item(one, "changed", text, self._page(one), [one.new.get(name) for name in fields])
        return self._item(one, one.what, self._say(f"change_{one.what}", **values), self._page(one), one.new)

    def _several(self, what: str, listed: Sequence[Difference]) -> Item:
        values = {"list": self._list(listed[0]), "count": Text(ja=str(len(listed)))}
        page, _, _ = _PLACES[listed[0].file, listed[0].kind]
        text = self._say(f"change_several_{what}", **values)
        return self._item(listed[0], what, text, page, [[one.id, one.new] for one in listed])

    def _named(self, fields: Iterable[str]) -> Text:
        """Name *fields* in words, those without a name of their own as the contents."""
        labels = self.library.labels.labels
        named = [labels.get(f"field_{name}", labels["field_other"]) for name in fields]
        ja, en = dict.fromkeys(one.ja for one in named), dict.fromkeys(one.en or one.ja for one in named)
        return Text(ja="・".join(ja), en=", ".join(en))

    def _list(self, one: Difference) -> Text:
        return self._say(_PLACES[one.file, one.kind][2])

    def _page(self, one: Difference) -> str:
        page, prefix, _ = _PLACES[one.file, one.kind]
        if one.what == "removed":
            return page
        if one.kind == POLICIES:
            return f"plan/{one.id}"
        if one.kind == "actions" and one.id in self.guide.home_of:
            return f"plan/{self.guide.home_of[one.id][0].id}/{one.id}"
        return page if page == "plan" or one.file in ("zones.yml", "departments.yml") else f"{page}#{prefix}{one.id}"

    def _say(self, key: str, **values: Text) -> Text:
        return filled(self.library.labels.labels[key], **values)

    def _item(self, one: Difference, kind: str, text: Text, page: str, state: object = None) -> Item:
        """Name the item by what it tells, so that it is told once, whatever its words become."""
        told = json.dumps([kind, one.file, one.kind, one.id, state or one.new], ensure_ascii=False, sort_keys=True)
        return Item(f"{kind}-{hashlib.sha256(told.encode()).hexdigest()[:12]}", kind, text, page, one.file)


def _new(one: Difference, name: str) -> list[Mapping[str, Any]]:
    """Give the entries that stand in the list *name* of a record now, and did not before."""
    before, now = one.old.get(name) or [], one.new.get(name) or []
    return [entry for entry in now if entry not in before] if isinstance(now, list) and one.what == "changed" else []


def _title(one: Difference) -> Text:
    words = one.raw.get("title") or one.raw.get("term") or one.raw.get("name") or {"ja": one.id}
    return Text(**{name: words[name] for name in ("ja", "en") if name in words})


def _dated(date: str) -> Text:
    return Text(ja=month(date, "ja"), en=month(date, "en"))
