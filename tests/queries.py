"""Read tests/search.tsv: what people type, and the sections of which one must be among the first three."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Query:
    """One line of the table; *expected* is empty where nothing may be found."""

    kind: str
    words: str
    language: str
    expected: tuple[str, ...]

    @property
    def guide(self) -> str:
        """The guide in which it is asked: that of its section, Yamaguchi's where nothing may be found."""
        return self.expected[0].partition("/")[0] if self.expected else "yamaguchi"

    @property
    def key(self) -> str:
        """Tell queries apart that are asked in both languages."""
        return f"{self.language}: {self.words}"


def _query(line: str) -> Query:
    kind, words, addresses = line.split("\t")
    expected = () if addresses == "-" else tuple(addresses.split(" "))
    english = kind == "english" or any(address.startswith("en/") for address in expected)
    own = tuple(address.removeprefix("en/") for address in expected)
    return Query(kind, words, "en" if english else "ja", own)


_LINES = (Path(__file__).parent / "search.tsv").read_text(encoding="utf-8").splitlines()
QUERIES = tuple(_query(line) for line in _LINES if line and not line.startswith("#"))
