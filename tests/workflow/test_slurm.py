"""The example for an array of Slurm's: a share a task, and one report of all."""

from __future__ import annotations

from tests.shell import ROOT, Shell

SCRIPT = str(ROOT / "examples" / "slurm.sh")


def test_the_tasks_of_an_array_come_to_one_scan(shell: Shell) -> None:
    for task in ("1", "2", "3"):
        done = shell("sh", SCRIPT, "articles/", SLURM_ARRAY_TASK_ID=task, SLURM_ARRAY_TASK_COUNT="3")
        assert done.returncode == 0, done.stderr
    merged = shell("sh", "-c", "factcheck merge part-*.jsonl --format json")
    whole = shell("factcheck", "scan", "articles/", "--format", "json")
    assert (merged.returncode, merged.stdout) == (1, whole.stdout)


def test_a_task_that_cannot_be_done_fails(shell: Shell) -> None:
    done = shell("sh", SCRIPT, "nowhere/", SLURM_ARRAY_TASK_ID="1", SLURM_ARRAY_TASK_COUNT="3")
    assert done.returncode == 2
