"""One small counter for each of many phrases, all counted up at once.

They are vertical: a long integer holds one binary digit of every counter, the lowest first, with one bit a
phrase (Knuth, "The Art of Computer Programming" 4A, 7.1.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SET = re.compile("1")


def add(digits: list[int], phrases: int, points: int) -> None:
    """Add points to the counters of some phrases; `digits` grow where the counters need more."""
    for digit in range(points.bit_length()):
        if points >> digit & 1:
            at, carry = digit, phrases
            while carry:
                if at >= len(digits):
                    digits.extend([0] * (at + 1 - len(digits)))
                digits[at], carry = digits[at] ^ carry, digits[at] & carry
                at += 1


def below(needs: Sequence[int]) -> list[int]:
    """Counters that reach the power of two above all `needs` when they get so many points more."""
    size = max(needs, default=0).bit_length()
    below = [(1 << size) - need for need in needs]
    return [mask([n for n, value in enumerate(below) if value >> digit & 1]) for digit in range(size)]


def members(bits: int) -> list[int]:
    """The numbers of the bits that are set."""
    return [match.start() for match in _SET.finditer(f"{bits:b}"[::-1])]


def mask(numbers: Sequence[int]) -> int:
    """An integer with these bits set; `numbers` are sorted."""
    made = bytearray(numbers[-1] // 8 + 1) if numbers else bytearray()
    for number in numbers:
        made[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(made, "little")
