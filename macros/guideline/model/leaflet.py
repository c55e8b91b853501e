"""leaflet.yml: which records stand on which panel of the leaflet, with short texts where a record's is too long."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.guideline.model.records import Id, Part, Text


class Entry(Part):
    """一つの記録。"""

    record: Id
    """記録の id"""
    text: Text | None = None
    """リーフレットに載せる短い文。書かなければ、記録の文をそのまま載せます"""
    items: Literal["yes", "no"] = "no"
    """yes なら、記録の箇条書きの見出しも並べます"""


class Block(Part):
    """面の中の、見出しのあるひとまとまり。"""

    of: Literal[
        "definitions",
        "ideas",
        "requirements",
        "goals",
        "purposes",
        "background",
        "effects",
        "cautions",
        "methods",
        "forms",
        "rules",
        "roles",
        "organisations",
        "programmes",
        "spectrum",
        "plan",
        "strands",
    ]
    """何を載せるか。spectrum 協働の領域の図 / plan 年次計画の表 / strands 年度の帯。ほかは、その名前の記録"""
    title: Text | None = None
    """見出し。書かなければ、サイトと同じ見出し"""
    intro: Text | None = None
    """見出しのすぐ下の一文"""
    names: Literal["yes", "no"] = "no"
    """yes なら、記録の名前だけを並べます"""
    rows: Literal["policies", "actions"] = "policies"
    """plan の表の行。policies 方針 / actions 項目"""
    entries: tuple[Entry, ...] = ()
    """載せる記録。書かなければ、すべてを順に載せます"""


class Panel(Part):
    """折ったときの一つの面。"""

    blocks: tuple[Block, ...] = Field(min_length=1)
    """上から順に"""


class Cover(Part):
    """表紙。"""

    lead: Text | None = None
    """題の下の短い文"""


class LeafletFile(Part):
    """leaflet.yml: A4を巻三つ折りにするリーフレット。表紙と裏表紙の題・連絡先は guide.yml から入ります。"""

    cover: Cover | None = None
    """表紙(表の右、100 mm)"""
    flap: Panel
    """表紙を開くと右に見える面(表の左、97 mm)"""
    left: Panel
    """中の左の面(100 mm)"""
    middle: Panel
    """中のまん中の面(100 mm)"""
    right: Panel
    """中の右の面(97 mm)"""
    ask: Text | None = None
    """裏表紙の、問い合わせ先に添える文"""
