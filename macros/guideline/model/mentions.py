"""mentions.yml: ideas that a document touches on outside its lists of rules, roles, forms or effects."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.guideline.model.records import Id, Part, Source, Text

Compared = Literal["forms", "rules", "roles", "zones", "effects"]


class Mention(Part):
    """一覧の外で触れている考え。"""

    kind: Compared
    """どの表の考えか"""
    idea: Id
    """vocabulary.yml の id"""
    text: Text
    """どこで、どう触れているか(短く)"""
    page: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$")]
    """このサイトの、どのページにあるか(definitions、plan/people など)"""
    section: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+$")] | None = None
    """そのページの、どの節か(アドレスの # の後)"""
    source: Source
    """出典"""


class MentionsFile(Part):
    """mentions.yml: 一覧の外で触れている考え。町どうしを並べる表で「書かれていない」と言わないためのもの。"""

    mentions: tuple[Mention, ...] = Field(min_length=1)
    """触れている考え"""
