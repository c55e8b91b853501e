"""Find, line by line, the signs that look right to a person but that YAML takes for something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from macros.guideline.encoding import MOST_MARKS, pile
from macros.guideline.problems import Place, Problem


class SourceLine(NamedTuple):
    """A line of a YAML file; *free* says that it is the text under a `|` sign or a comment."""

    file: str
    number: int
    words: str
    free: bool

    def problem(self, code: str, column: int, /, **values: str) -> Problem:
        """Make the problem *code* at *column*, counted from 0."""
        return Problem(Place(self.file, self.number, column + 1), code, values)


Sign = Callable[[SourceLine], Iterator[Problem]]

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd-\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""Control characters (those that turn the direction of all that follows on the line, too), and signs of no meaning"""
_LOST = 0xFFFD
"""What editors save for a letter that they could not read"""
_OPENS = re.compile(r"[|>][+\-0-9]*[ \t]*(?:#.*)?$")
_LEAD = re.compile(r" *(?:- +)*")
_NAMED = re.compile(r"(?:\"[^\"]*\"|'[^']*'|[^\s#\"'].*)$")
_COMMENT = re.compile(r"[ \t]*#")
_INDENT = re.compile(r" *([\u3000\u00a0\t])")
_TAB = re.compile(r"(?:^ *(?:- +)*-|^[^\"'#]*?:)(\t)|(?<!\t)\t+$")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?: |$)")
_LINE_START = r" *(?:- +)*"
_KEY = r"(?P<key>[a-z][a-z0-9_-]*|[0-9]{4})"
_WIDE_COLON = re.compile(rf"[\"']?{_KEY}[\"']? *(?P<sign>：)")
_TIGHT_COLON = re.compile(rf"(?!(?:https?|mailto|tel):){_KEY}(?P<sign>:)(?=[^ \t/])")
_FIRST_KEY = re.compile(_LINE_START)
_BRACES = re.compile(rf"(?:{_LINE_START}|.*?: +|.*?\[ *)(?=\{{)")
_KEY_IN_BRACES = re.compile(r"[{,] *")
_QUOTED = re.compile(r"(?<=[ \[{])(\"[^\"]*\"|'[^']*')(?= *[,\]}])")
_WIDE_DASH = re.compile(r" *(?:- +)*([－ー・‐‑‒–—―−•･ｰ])")
_TIGHT_DASH = re.compile(r" *(?:- +)*-(?=[^ \t-])")
_WIDE_COMMA = re.compile(r"(?P<sign>[、，]) *(?P<key>[a-z][a-z0-9_-]*) *: ")
_WIDE_BRACE = re.compile(rf"(?:{_LINE_START}|[^\"'#：:]*: +)(?P<sign>｛) *[a-z][a-z0-9_-]* *: ")
_WIDE_HASH = re.compile(r" *(＃)")
_ORDINARY = re.compile(r" *(?:- +)*(?:[a-z][a-z0-9_-]*|[0-9]{4}):(?: [^\t：{｛]*)?$")
"""A name and its value as nearly every line has them, in which no rule below can find anything"""


def sign_problems(file: str, text: str) -> Iterator[Problem]:
    """Give the problems of every line of *text*, whose lines end with a plain line feed."""
    forbidden = FORBIDDEN.search(text) is not None
    for line in source_lines(file, text):
        if forbidden:
            yield from _forbidden(line)
        if not (line.free or _ORDINARY.match(line.words)):
            for sign in SIGNS:
                yield from sign(line)


def piled_marks(file: str, text: str) -> Problem | None:
    """Give the problem of the first letter in *text* that bears more marks than any script needs."""
    at = pile(text)
    if at is None:
        return None
    place = Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    return Problem(place, "piled-marks", {"most": str(MOST_MARKS)})


def source_lines(file: str, text: str) -> Iterator[SourceLine]:
    """Cut *text* into lines and tell the free ones (comments, and texts under a `|`) from the others."""
    deeper_than = None
    for number, words in enumerate(text.split("\n"), start=1):
        indent = len(words) - len(words.lstrip(" "))
        if deeper_than is not None and (indent > deeper_than or not words.strip(" ")):
            yield SourceLine(file, number, words, free=True)
            continue
        deeper_than = _body_indent(words)
        yield SourceLine(file, number, words, free=_COMMENT.match(words) is not None and words[:1] != "\t")


def _body_indent(words: str) -> int | None:
    """Give the number of spaces that every line of the block text opened by this line exceeds."""
    opens = _OPENS.search(words) if "|" in words or ">" in words else None
    if opens is None:
        return None
    lead = _LEAD.match(words[: opens.start()])
    assert lead is not None  # it may be empty
    before = words[lead.end() : opens.start()]
    if not before:
        return lead[0].rindex("-") if "-" in lead[0] else -1
    name = before.rstrip(" ")
    is_named = name != before and name.endswith(":") and _NAMED.match(name[:-1].rstrip(" "))
    return lead.end() if is_named else None


def _forbidden(line: SourceLine) -> Iterator[Problem]:
    """No private-use and no control characters, and no sign of letters that were lost, not even inside a text."""
    for found in FORBIDDEN.finditer(line.words):
        number = ord(found[0])
        private = 0xE000 <= number <= 0xF8FF or number >= 0xF0000
        code = "lost-letter" if number == _LOST else "private-use" if private else "control-character"
        yield line.problem(code, found.start(), code=f"U+{number:04X}")


def _indent(line: SourceLine) -> Iterator[Problem]:
    """Only plain spaces may stand at the start of a line."""
    found = _INDENT.match(line.words)
    if found and line.words.strip():
        codes = {"\u3000": "indent-wide-space", "\u00a0": "indent-no-break-space", "\t": "indent-tab"}
        yield line.problem(codes[found[1]], found.start(1))


def _tab(line: SourceLine) -> Iterator[Problem]:
    """No tab after a colon or a list sign, none at the end."""
    found = _TAB.search(line.words) if "\t" in line.words.lstrip() or line.words.rstrip(" ").endswith("\t") else None
    if found and line.words.strip():
        yield line.problem("tab", found.end() - 1)


def _wide_colon(line: SourceLine) -> Iterator[Problem]:
    """A name is followed by a plain colon."""
    for found in _keys(line, _WIDE_COLON) if "：" in line.words else ():
        yield line.problem("wide-colon", found.start("sign"), key=found["key"])


def _tight_colon(line: SourceLine) -> Iterator[Problem]:
    """A name's colon is followed by a space."""
    for found in _keys(line, _TIGHT_COLON):
        yield line.problem("colon-without-space", found.start("sign"), key=found["key"])


def _keys(line: SourceLine, form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Give each name of *form*: at the start of the line, and between braces outside quotation marks."""
    starts = [_FIRST_KEY.match(line.words)]
    braces = _BRACES.match(line.words) if "{" in line.words else None
    words = line.words
    if braces:
        words = _QUOTED.sub(lambda quoted: '"' * len(quoted[0]), words)
        starts += _KEY_IN_BRACES.finditer(words, braces.end())
    for start in starts:
        found = form.match(words, start.end()) if start else None
        if found:
            yield found


def _wide_braces(line: SourceLine) -> Iterator[Problem]:
    """Entries on one line stand between plain braces, with plain commas."""
    brace = _WIDE_BRACE.match(line.words) if "｛" in line.words else None
    if brace:
        yield line.problem("wide-brace", brace.start("sign"))
    braces = _BRACES.match(line.words) if "{" in line.words else None
    if braces:
        words = _QUOTED.sub(lambda quoted: '"' * len(quoted[0]), line.words)
        for found in _WIDE_COMMA.finditer(words, braces.end()):
            yield line.problem("wide-comma", found.start("sign"), sign=found["sign"], key=found["key"])


def _dash(line: SourceLine) -> Iterator[Problem]:
    """A list sign is a plain hyphen followed by a space."""
    wide, tight = _WIDE_DASH.match(line.words), _TIGHT_DASH.match(line.words)
    if wide:
        yield line.problem("wide-dash", wide.start(1), sign=wide[1])
    elif tight:
        yield line.problem("dash-without-space", tight.end() - 1)


def _wide_hash(line: SourceLine) -> Iterator[Problem]:
    """A comment starts with a plain number sign."""
    found = _WIDE_HASH.match(line.words)
    if found:
        yield line.problem("wide-hash", found.start(1))


def _conflict(line: SourceLine) -> Iterator[Problem]:
    """No mark of an unfinished Git merge."""
    found = _CONFLICT.match(line.words)
    if found:
        yield line.problem("conflict-mark", 0, mark=found[1])


SIGNS: tuple[Sign, ...] = (_indent, _tab, _wide_colon, _tight_colon, _wide_braces, _dash, _wide_hash, _conflict)
