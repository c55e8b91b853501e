"""Kyōdō Guide: a municipality's guideline, written once as YAML, becomes a bilingual site."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give mkdocs-macros the macros that page frames may call."""
    from macros.web.frames import define

    define(env)
