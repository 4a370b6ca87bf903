#!/bin/sh
# A share of an archive for each task of an array of Slurm's, and then one report of all:
#
#   job=$(sbatch --parsable --array=1-64 examples/slurm.sh archive/)
#   sbatch --dependency="afterok:$job" --wrap "factcheck merge part-*.jsonl --format json > report.json"
#
# Findings fail no task: whether they fail the whole is for `factcheck merge` to say.
set -eu
factcheck scan "$@" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
  --report "part=part-$SLURM_ARRAY_TASK_ID.jsonl" --fail-on never --allow-empty --quiet
