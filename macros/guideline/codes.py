"""Codes of municipalities (全国地方公共団体コード): five digits and one that checks them."""

from __future__ import annotations

PREFECTURE_DIGITS = 2
_WEIGHTS = (6, 5, 4, 3, 2)


def has_right_check_digit(code: str) -> bool:
    """Say whether the last of the six digits of *code* follows from the others, as the ministry's rule says.

    The weighted sum is taken from the next multiple of eleven; the last digit of the difference is the check digit.
    """
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, code, strict=False))
    return str(11 - total % 11)[-1] == code[5]
