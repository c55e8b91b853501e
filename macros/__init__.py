"""Kyōdō Guide: a municipality's guideline, written once as YAML, becomes a bilingual site."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give mkdocs-macros the macros that page frames may call."""
    from macros.web.frames import define

    define(env)


def on_pre_page_macros(env: Any) -> None:
    """Let mkdocs-macros compile each page frame once, however many pages it serves."""
    from macros.web.frames import compile_once

    compile_once(env)
