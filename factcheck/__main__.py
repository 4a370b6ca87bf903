"""`factcheck` and `python -m factcheck`."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code; `--version` is answered before any import."""
    if sys.argv[1:2] == ["--version"]:
        from factcheck.version import VERSION

        print(f"factcheck {VERSION}")
        return
    try:
        from factcheck.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 2
    sys.exit(code)


if __name__ == "__main__":
    main()
