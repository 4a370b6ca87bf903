"""`factcheck` and `python -m factcheck`."""

import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code; `--version` is answered before any import."""
    try:
        code = _answer(sys.argv[1:])
    except KeyboardInterrupt:
        _say("interrupted")
        code = 130
    except OSError:  # not even the message could be written
        code = 2
    sys.exit(_flushed(code))


def _answer(args: list[str]) -> int:
    if args[:1] == ["--version"]:
        from factcheck.version import VERSION

        print(f"factcheck {VERSION}")
        return 0
    from factcheck.cli.main import run

    return run(args)


def _say(what: str) -> None:
    try:
        sys.stderr.write(f"{what}\n")
    except OSError:
        return  # the exit code says it


def _flushed(code: int) -> int:
    """The exit code, or 2 where what was printed cannot be written. A reader who has left is no error."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError as error:
            # the interpreter flushes once more when it ends, and would end with 120
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            if not isinstance(error, BrokenPipeError) and code != 2:
                _say(f"error: {error}")
                code = 2
    return code


if __name__ == "__main__":
    main()
