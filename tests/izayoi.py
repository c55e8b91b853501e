"""What is given to kyodo init to begin a make-believe town."""

from __future__ import annotations

GIVEN = {"name": "十六夜市", "reading": "いざよいし", "prefecture": "山口県"}
OPTIONS = [word for name, answer in GIVEN.items() for word in (f"--{name}", answer)]
TODAY = "2026-11-21"
