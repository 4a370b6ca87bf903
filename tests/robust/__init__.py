"""Whatever comes in: invariants, inputs by grammar, faults between writes, and what fuzzing has found."""
