"""The program's version, where `factcheck --version` reads it without importing anything else."""

VERSION = "0.1.0"
