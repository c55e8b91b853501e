"""Lay readings over a finished page: one <ruby> a kanji run, leaving every other character as it is."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from macros.furigana import Ruby, Segment, plain, printed
from macros.web.tags import cut

Read = Callable[[str], Sequence[Segment]]

_KANA = "[ぁ-ゖァ-ヶー]{1,40}"
_BEGIN = "&#123;"
_READING = rf"([^{{}}|&<>《》]{{1,40}})(?:(?:\||&#124;)({_KANA})|《({_KANA})》)(?:\}}|&#125;)"
_NOTATION = re.compile(rf"\{{{_READING}")
_ANY_NOTATION = re.compile(rf"(?:\{{|{_BEGIN}){_READING}")
_LANG = ' lang="ja"'
_FULL, _NARROWEST = 10, 5
_REMEMBERED = 30_000
"""Words with their readings that are remembered as HTML"""
_TEXT = "\0"  # stands in no page: HTML forbids it
_KANJI = re.compile(r"[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_UNTOUCHED = frozenset(
    ("head", "script", "style", "code", "pre", "ruby", "svg", "textarea", "select", "title", "template")
)
_INLINE = frozenset(("a", "abbr", "b", "cite", "em", "i", "mark", "q", "s", "strong", "sub", "sup", "u", "wbr"))
"""Tags within a sentence; <span> and <small> set words apart: a number before a title, a town beside what it says"""


def with_ruby(page: str, read: Read, known: dict[str, str] | None = None) -> str:
    """Give *page* (HTML) with ruby where *read* knows a reading.

    Text is read a block at a time, links and emphasis included, because a word's reading hangs on its neighbours.
    Code, figures, form fields and existing ruby stay untouched. The text itself never changes, but for readings
    written into it as {方|かた} or {岩国市《まち》}, which become ruby or are left out. Blocks are remembered in
    *known*, which may serve all pages with the same *read*: their menus and notes are the same.
    """
    return without_notation("".join(_Page(read, {} if known is None else known).pieces(page)))


def with_printed_ruby(page: str) -> str:
    """Give *page* (HTML), not in Japanese, with ruby only where the source prints a reading."""
    return with_ruby(page, printed) if "《" in page else without_notation(page)


def without_notation(page: str) -> str:
    """Give *page* (HTML) without the readings that are written into its texts."""
    notation = _ANY_NOTATION if _BEGIN in page else _NOTATION  # which is looked for ten times as fast
    return notation.sub(lambda found: plain(f"{{{found[1]}|{found[2] or found[3]}}}"), page)


@dataclass
class _Page:
    """Walks through a page; *block* holds tags and texts since the last block boundary, texts behind a mark."""

    read: Read
    known: dict[str, str]
    block: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)

    def pieces(self, page: str) -> Iterator[str]:
        tags, last = cut(page)
        for text, tag, _, name in tags:
            self._text(text)
            known = (name or "").lower()
            if known in _UNTOUCHED:
                self._enter_or_leave(tag, known)
            if not known or known in _INLINE or self.closed:
                self.block.append(tag)
            else:
                if self.block:
                    yield self._flushed()
                yield tag
        self._text(last)
        yield self._flushed()

    def _text(self, raw: str) -> None:
        if raw:
            self.block.append(raw if self.closed else _TEXT + raw)

    def _enter_or_leave(self, tag: str, name: str) -> None:
        if tag.startswith("</"):
            if self.closed and self.closed[-1] == name:
                self.closed.pop()
        elif not tag.endswith("/>"):
            self.closed.append(name)

    def _flushed(self) -> str:
        """Give what the block becomes, and begin a new one."""
        key = "".join(self.block)
        if not _KANJI.search(key):
            done = key.replace(_TEXT, "")
        elif (done := self.known.get(key, "")) == "":
            done = self.known[key] = self._read()
        self.block.clear()
        return done

    def _read(self) -> str:
        pieces = [_Text.of(piece[1:]) if piece.startswith(_TEXT) else piece for piece in self.block]
        texts = [piece for piece in pieces if isinstance(piece, _Text)]
        whole = "".join(text.unescaped for text in texts)
        if _KANJI.search(whole):
            _share_out(list(self.read(whole)), texts, self.read)
        return "".join(piece.written() if isinstance(piece, _Text) else piece for piece in pieces)


@dataclass
class _Text:
    """A text between two tags: as it stands in the page, unescaped, without written readings, and in segments."""

    raw: str
    unescaped: str
    plain: str
    segments: list[Segment] | None = None

    @classmethod
    def of(cls, raw: str) -> _Text:
        written = html.unescape(raw)
        return cls(raw, written, plain(written))

    def written(self) -> str:
        if self.segments is None or not any(isinstance(one, Ruby) for one in self.segments):
            return self.raw
        return "".join(_ruby(one) if isinstance(one, Ruby) else _escaped(one) for one in self.segments)


def _share_out(segments: list[Segment], texts: list[_Text], read: Read) -> None:
    """Give each text its own segments; where a word lies across two texts, both are read by themselves."""
    spans = list(_spans(segments))
    start = 0
    for text in texts:
        end = start + len(text.plain)
        inside = [span for span in spans if span[0] < end and span[1] > start]
        if any(span[0] < start or span[1] > end for span in inside if isinstance(span[2], Ruby)):
            text.segments = list(read(text.unescaped))
        else:
            text.segments = [
                one if isinstance(one, Ruby) else one[max(start - first, 0) : end - first] for first, _, one in inside
            ]
        start = end


def _spans(segments: list[Segment]) -> Iterator[tuple[int, int, Segment]]:
    position = 0
    for one in segments:
        length = len(one.base if isinstance(one, Ruby) else one)
        yield position, position + length, one
        position += length


@lru_cache(maxsize=_REMEMBERED)
def _ruby(one: Ruby) -> str:
    kinds = " ".join(kind for kind in (_kind(one), _width(one)) if kind)
    opening = f'<ruby class="{kinds}"{_LANG if one.printed else ""}>' if kinds else "<ruby>"
    reading = f'<rp>(</rp><rt translate="no">{_escaped(one.reading)}</rt><rp>)</rp>'
    return f"{opening}{_escaped(one.base)}{reading}</ruby>"


def _kind(one: Ruby) -> str:
    return "k-printed" if one.printed else "k-hard" if one.hard else ""


def _width(one: Ruby) -> str:
    """Name the width that makes a long reading, set at half size, fit over its base."""
    tenths = 20 * len(one.base) // len(one.reading)
    return f"k-w{max(tenths, _NARROWEST)}" if tenths < _FULL else ""


def _escaped(text: str) -> str:
    return text if text.isalnum() else html.escape(text, quote=False)
