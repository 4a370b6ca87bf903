"""What was lately found, kept as long as it may be asked for again."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
MOST = 4096
"""How many entries are kept: those of some thousand sentences. A book takes no more memory than a chapter."""


FEW, KEPT = 16, 512
"""How many sentences or blocks are kept from one article to the next, each with what it was read as: as a
rule, and where the same ones come again and again."""


class Recent(dict[K, V]):
    """A dictionary that is emptied before it grows beyond `MOST` entries.

    Stages go through an article in order and look a few sentences back; what they ask for later on is found
    once more."""

    def __setitem__(self, key: K, value: V) -> None:
        if len(self) >= MOST:
            self.clear()
        super().__setitem__(key, value)
