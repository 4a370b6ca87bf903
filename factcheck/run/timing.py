"""The day of a run, and how long each stage takes, added up over articles and processes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from time import perf_counter

STAGES = ("registry", "index", "read", "extract", "match", "check", "report")


def today() -> str:
    """The ISO day by this machine's clock: read once for a run, which may go on past midnight, or see the
    clock set."""
    return date.today().isoformat()


@dataclass
class Stopwatch:
    """Seconds by stage. A lap gives the time since the start, or since the lap before, to a stage."""

    clock: Callable[[], float] = perf_counter
    spent: dict[str, float] = field(default_factory=dict)
    processes: int = 1
    _last: float = 0.0

    def start(self) -> None:
        """Begin here: what has passed until now is no stage's."""
        self._last = self.clock()

    def lap(self, stage: str) -> None:
        """Give a stage the time that has passed."""
        now = self.clock()
        self.add({stage: now - self._last})
        self._last = now

    def add(self, spent: Mapping[str, float]) -> None:
        """Add what another watch has measured."""
        for stage, seconds in spent.items():
            self.spent[stage] = self.spent.get(stage, 0.0) + seconds

    def told(self, total: float) -> str:
        """`0.62 s: registry 0.05, read 0.02, …, other 0.08`: how `total` seconds by the clock were spent.

        The times of several processes are added up, and may be more than the total."""
        parts = [f"{stage} {self.spent[stage]:.2f}" for stage in STAGES if stage in self.spent]
        if self.processes > 1:
            return f"{total:.2f} s; added up over {self.processes} processes: {', '.join(parts)}"
        other = max(0.0, total - sum(self.spent.values()))
        return f"{total:.2f} s: {', '.join((*parts, f'other {other:.2f}'))}"
