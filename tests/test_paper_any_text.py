"""Whatever is written in a field is set on paper as that text: nothing in it is a command of the typesetter."""

from __future__ import annotations

import io
import itertools
import re
import shutil
from pathlib import Path

import pypdf

from macros.guideline.load import load
from tests.paper import printed
from tests.site import MINI
from tests.spots import Spot, field, write

COMMANDS = (
    *(
        "#x",
        "#[a]",
        "*a*",
        "_b_",
        "`c`",
        "$x^2$",
        "\\u{41}",
        "\\ ",
        "@ref",
        "<lab>",
        "// d",
        "/* e",
        "= h",
        "- l",
        "+ n",
    ),
    *(
        "#eval(1)",
        "#read(x)",
        "#sys",
        "[y]",
        "](z)",
        "~",
        "--",
        "...",
        '"q"',
        "'s'",
        "#{1}",
        "<b>",
        "&lt;",
        "{{ 7*7 }}",
    ),
)
FIELDS = re.compile(r"(forms|rules|roles|effects|cautions|organisations)\..*\.(ja|en)$|leaflet\.(cover|ask)")


def test_commands_of_the_typesetter_are_set_as_text(tmp_path: Path) -> None:
    data = Path(shutil.copytree(MINI, tmp_path / "data"))
    turn = itertools.cycle(COMMANDS)
    put: dict[Spot, str] = {}

    def words(spot: Spot, own: str) -> str | None:
        if not FIELDS.match(field(spot)) or "\n" in own or len(own) < 4:
            return None
        return put.setdefault(spot, f"q{next(turn)}k" + own[6:])

    write(data, words)
    pdfs = printed(load(data), tmp_path)
    found = "".join(
        "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages) for pdf in pdfs.values()
    )
    text = re.sub(r"\s", "", found).replace("\u200b", "")
    seen = [command for command in COMMANDS if f"q{command}k".replace(" ", "") in text]

    assert len(pdfs) == 2
    assert len(seen) > 20, sorted(set(COMMANDS) - set(seen))
    assert "q49k" not in text
    assert "qAk" not in text
