"""What differs between two states of a guide's files: which records are new, gone or changed, and in which fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from macros.guideline.model import PLAN_FOLDER
from macros.guideline.model.records import LANGUAGES
from macros.guideline.source import parse

Files = Mapping[str, bytes]
Key = tuple[str, str, str]

POLICIES = "policies"
_SILENT = frozenset(("id", "source", "inferred", "same_as", "same_why", "includes", "aliases", "reading", "kids"))
"""Fields whose changes are of use to those who keep the data only"""


@dataclass(frozen=True)
class Difference:
    """A record that is new, gone or changed: the *file* and the list (*kind*) it stands in, its *id*, and its fields.

    Texts are those in Japanese: a mended translation changes nothing in what the guide says.
    """

    what: Literal["added", "removed", "changed"]
    file: str
    kind: str
    id: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    raw: Mapping[str, Any]
    """the record with all of its languages, as it is now or was last"""

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ."""
        names = dict.fromkeys((*self.new, *self.old))
        return tuple(name for name in names if self.old.get(name) != self.new.get(name))


def differences(old: Files, new: Files) -> Iterator[Difference]:
    """Give what differs between the *old* and the *new* files of a guide, in the order of the new ones."""
    unread = {name for files in (old, new) for name, data in files.items() if parse(data, name).mapping is None}
    before, after = _records(old, unread), _records(new, unread)
    for key, raw in after.items():
        plain = _plain(raw)
        if key not in before:
            yield Difference("added", *key, {}, plain, raw)
        elif _plain(before[key]) != plain:
            yield Difference("changed", *key, _plain(before[key]), plain, raw)
    for key, raw in before.items():
        if key not in after:
            yield Difference("removed", *key, _plain(raw), {}, raw)


def _records(files: Files, unread: set[str]) -> dict[Key, dict[str, Any]]:
    found: dict[Key, dict[str, Any]] = {}
    for name, data in sorted(files.items()):
        mapping = None if name in unread else parse(data, name).mapping
        if mapping is not None:
            in_plan = name.startswith(f"{PLAN_FOLDER}/")
            _collect(dict(mapping), PLAN_FOLDER if in_plan else name, POLICIES if in_plan else "", found)
    return found


def _collect(value: Any, file: str, kind: str, found: dict[Key, dict[str, Any]]) -> Any:
    """Take the records out of *value*, and give what is left of it."""
    if isinstance(value, dict):
        own = {name: _collect(one, file, name, found) for name, one in value.items()}
        if "id" in own:
            found[file, kind, own["id"]] = own
            return None
        return own
    if isinstance(value, list):
        return [left for one in value if (left := _collect(one, file, kind, found)) is not None]
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        if "ja" in value and set(value) <= set(LANGUAGES):
            return value["ja"]
        return {name: _plain(one) for name, one in value.items() if name not in _SILENT}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value
