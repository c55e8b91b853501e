"""The HTML of our templates passes by Markdown unchanged; headings between it are Markdown."""

from __future__ import annotations

import pytest

from macros.web import held


def as_page(filled: str) -> str:
    """Give *filled* as it comes out, with Markdown in capitals."""
    left, pieces = held.taken(held.marked(filled))
    return held.put_back(left.upper(), pieces)


@pytest.mark.parametrize(
    ("filled", "page"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ("", ""),
        (" \n ", ""),
        (f"<p>a</p>{held.within('## b')}<p>c</p>", "<p>a</p>\n\n## B\n\n<p>c</p>"),
        (f"{held.within('## b')}{held.within('### c')}", "\n\n## B\n\n\n\n### C\n\n"),
        ("<p>\n## no heading {: #x }\n</p>", "<p>\n## no heading {: #x }\n</p>"),
        ("<pre>\n\n\n*a*\n</pre>", "<pre>\n\n\n*a*\n</pre>"),
    ],
)
def test_only_what_stands_between_pieces_of_html_is_markdown(filled: str, page: str) -> None:
    assert as_page(filled) == page


def test_a_page_is_written_out_without_marks() -> None:
    marked = held.marked(f"<p>a</p>{held.within('## b')}<p>c</p>")

    assert held.plain(marked) == "<p>a</p>\n\n## b\n\n<p>c</p>"
