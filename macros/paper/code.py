"""QR codes as SVG, so that a page of paper leads to the page of the site."""

from __future__ import annotations

import io

import segno


def code(address: str) -> str:
    """Give the QR code of *address* as SVG, for a scanner even when a corner is worn (level M)."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False, boost_error=False).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, nl=False
    )
    return out.getvalue().decode()
