"""Build a tree of plain texts from the parser's events, noting where everything stands and what is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.guideline.encoding import composed
from macros.guideline.model.records import PLACE_KEY, Located
from macros.guideline.notation import mistyped
from macros.guideline.problems import MOST_PROBLEMS, Place, Problem
from macros.guideline.syntax import complaint, reworded
from macros.guideline.text import joined_lines

DEEPEST_NESTING = 30

Way = tuple[str | int, ...]

_PARSER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_COMMENT = re.compile(r"[ \t]+#(.*)")
_ESCAPE = re.compile(r"\\(?:[\"\\]|(.))")


@dataclass(frozen=True)
class Tree:
    """A YAML file as read: *mapping* is None where its form is too broken for its contents to be judged."""

    file: str
    mapping: Located | None
    values: Mapping[Way, Place]
    keys: Mapping[Way, Place]
    problems: tuple[Problem, ...]


@dataclass
class _Frame:
    """An open mapping or list: what it holds so far, its path in the file and in its nearest mapping."""

    holds: Located | list[Any]
    path: Way
    owner: Located | None
    local: Way
    flow: bool = False
    key: str | None = None
    lines: dict[str, int] = field(default_factory=dict)


class Builder:
    """Turns the parser's events into mappings, lists and texts, noting places and problems."""

    def __init__(self, file: str, lines: list[str], sign_lines: set[int]) -> None:
        self.file, self.lines, self.sign_lines = file, lines, sign_lines
        self.problems: list[Problem] = []
        self.values: dict[Way, Place] = {}
        self.keys: dict[Way, Place] = {}
        self.top: Any = None
        self.complete = False
        self.open: list[_Frame] = []

    def run(self, text: str) -> None:
        """Go through the events of *text* until its end or until nothing sensible can follow."""
        try:
            documents = 0
            for event in yaml.parse(text, Loader=_PARSER):
                documents += isinstance(event, yaml.DocumentStartEvent)
                if documents > 1:
                    return self._note("many-documents", event)
                if not self._take(event) or len(self.problems) > MOST_PROBLEMS:
                    return None
        except yaml.YAMLError as error:
            found = complaint(error, self.file, self.lines)
            problem = reworded(found)
            noted = {noted.place.line for noted in self.problems}
            cut = any(noted.code == "cut-by-hash" and noted.place > problem.place for noted in self.problems)
            if problem.code == "bracket-open" and not cut:
                self.problems = [one for one in self.problems if one.place < problem.place]
            elif noted & {found.at[0], found.at[0] + 1, found.since[0] + 1}:
                return None
            if not any(line <= found.at[0] + 1 for line in self.sign_lines):
                self.problems.append(problem)
        else:
            self.complete = True
        if documents == 0 and not self.problems and not self.sign_lines:
            self.problems.append(Problem(Place(self.file), "empty-file"))
        return None

    def _take(self, event: yaml.Event) -> bool:
        """Take one event; give False where reading should stop."""
        if isinstance(event, yaml.AliasEvent):
            self._note("alias", event)
            return False
        if isinstance(event, yaml.NodeEvent):
            if event.anchor is not None:
                self._note("anchor", event)
            if getattr(event, "tag", None) is not None:
                self._note("tag", event)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            else:
                return self._opened(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        return True

    def _opened(self, event: yaml.Event) -> bool:
        top = self.open[-1] if self.open else None
        if len(self.open) >= DEEPEST_NESTING:
            self._note("too-deep", event, limit=str(DEEPEST_NESTING))
            return False
        if top and isinstance(top.holds, Located) and top.key is None:
            self._note("complex-key", event)
            return False
        path, owner, local = self._spot(top)
        holds: Located | list[Any] = []
        if isinstance(event, yaml.MappingStartEvent):
            holds = Located()
            holds.place = self._place(event)
            holds.spots = {}
            owner, local = holds, ()
        elif top is None:
            if not self.sign_lines:
                self._note("list-at-top", event)
            return False
        frame = _Frame(holds, path, owner, local, flow=bool(getattr(event, "flow_style", False)))
        self._add(holds, event)
        self.open.append(frame)
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        top = self.open[-1] if self.open else None
        first, last = _start(event)[0], _end(event)[0]
        signed = bool(self.sign_lines) and any(line in self.sign_lines for line in range(first + 1, last + 2))
        if event.style == ">":
            self._note("folded", event)
        elif event.style != "|" and last > first and not signed:
            quoted = event.style in ("'", '"')
            self._note("quote-over-lines" if quoted else "text-over-lines", event, quote=event.style or "")
        if event.style == '"' and any(one[1] for one in _ESCAPE.finditer(self._written(event))):
            self._note("backslash", event)
        is_key = top is not None and isinstance(top.holds, Located) and top.key is None
        if is_key:
            self._key(event)
        elif top is None:
            if event.value and not self.sign_lines:
                self._note("text-at-top", event)
            elif not self.sign_lines:
                self._note("empty-file", event)
        else:
            self._value(event, signed)

    def _key(self, event: yaml.ScalarEvent) -> None:
        top = self.open[-1]
        key = composed(event.value)
        odd = [] if key.isascii() else [one for one in key if one != " " and unicodedata.category(one) in ("Cf", "Zs")]
        if odd:
            if _start(event)[0] + 1 not in self.sign_lines:
                self._note("invisible-in-key", event, key=key, code=f"U+{ord(odd[0]):04X}")
            key = "".join(one for one in key if one not in odd)
        if key == "<<" and not event.style:
            self._note("merge-key", event)
        elif key == PLACE_KEY:
            self._note("syntax", event)
        elif key in top.lines and _start(event)[0] + 1 not in self.sign_lines:
            self._note("duplicate-key", event, key=key, first=str(top.lines[key]))
        top.key = key
        top.lines.setdefault(key, _start(event)[0] + 1)
        self.keys.setdefault((*top.path, key), self._place(event))

    def _value(self, event: yaml.ScalarEvent, signed: bool) -> None:
        plain = not event.style
        signed = signed or _end(event)[0] + 2 in self.sign_lines  # a list below, its signs mistyped
        if plain and not event.value and not signed and event.anchor is None:
            key = self.open[-1].key
            line, column = _start(event)
            cut = _COMMENT.match(self.lines[line], column) if line < len(self.lines) else None
            if key is None:
                self._note("empty-item", event)
            elif cut and cut[1][:1] not in ("", " ", "\u3000"):
                self._note(
                    "value-is-comment", self.keys[(*self.open[-1].path, key)], key=key, rest="#" + cut[1].rstrip()
                )
            elif self.open[-1].flow:
                self._note("empty-in-braces", self.keys[(*self.open[-1].path, key)], key=key)
            else:
                self._note("empty-value", self.keys[(*self.open[-1].path, key)], key=key)
        elif plain and event.value:
            line, column = _end(event)
            cut = _COMMENT.match(self.lines[line], column) if line < len(self.lines) else None
            if cut:
                place = Place(self.file, line + 1, column + 1)
                self._note("cut-by-hash", place, rest="#" + cut[1].rstrip())
        self._readings(event)
        self._add(composed(event.value), event)

    def _readings(self, event: yaml.ScalarEvent) -> None:
        """Note what was meant to be a reading, where it begins; lines are joined, for a reading may cross their end."""
        found = list(mistyped(str(joined_lines(event.value)))) if "{" in event.value or "｛" in event.value else []
        (first, at), (last, _) = _start(event), _end(event)
        raw = "\n".join(self.lines[first : last + 1]) if found else ""
        for written in found:
            begun = re.compile(r"\s*".join(map(re.escape, "".join(written.split())))).search(raw, at)
            before = raw[: begun.start()] if begun else ""
            line, column = before.count("\n"), len(before.rpartition("\n")[2])
            self._note("mistyped-reading", Place(self.file, first + line + 1, column + 1), written=written)
            at = begun.end() if begun else at

    def _spot(self, top: _Frame | None) -> tuple[Way, Located | None, Way]:
        if top is None:
            return (), None, ()
        step = len(top.holds) if isinstance(top.holds, list) else (top.key or "")
        return (*top.path, step), top.owner, (*top.local, step)

    def _add(self, value: Any, event: yaml.Event) -> None:
        top = self.open[-1] if self.open else None
        path, owner, local = self._spot(top)
        place = self._place(event)
        self.values.setdefault(path, place)
        if owner is not None:
            owner.spots.setdefault(local, place)
        if top is None:
            self.top = value
        elif isinstance(top.holds, list):
            top.holds.append(value)
        else:
            top.holds.setdefault(top.key or "", value)
            top.key = None

    def _written(self, event: yaml.ScalarEvent) -> str:
        (line, column), (last, end) = _start(event), _end(event)
        return self.lines[line][column : end if last == line else None]

    def _place(self, event: yaml.Event) -> Place:
        line, column = _start(event)
        return Place(self.file, line + 1, column + 1)

    def _note(self, code: str, where: yaml.Event | Place, /, **values: str) -> None:
        place = where if isinstance(where, Place) else self._place(where)
        self.problems.append(Problem(place, code, values))


def _start(event: yaml.Event) -> tuple[int, int]:
    mark: Any = event.start_mark
    return mark.line, mark.column


def _end(event: yaml.Event) -> tuple[int, int]:
    mark: Any = event.end_mark
    return mark.line, mark.column
