"""Loads all pages of a PDF that comes from standard input, and ends: a program of its own, that a file which
takes too long may be stopped with it.

    python loads.py LIBRARY SECONDS BYTES <a.pdf
"""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress


def main(library: str, seconds: int, size: int) -> None:
    """Load the pages, in so much processor time and memory where the system can hold to that."""
    with suppress(ImportError):
        import resource

        for which, most in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_AS, size),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(which, (most, resource.getrlimit(which)[1]))
    data = sys.stdin.buffer.read()
    lib = ctypes.CDLL(library)
    for name in ("FPDF_LoadMemDocument64", "FPDF_LoadPage", "FPDFText_LoadPage"):
        getattr(lib, name).restype = ctypes.c_void_p
    lib.FPDF_InitLibrary()
    document = ctypes.c_void_p(lib.FPDF_LoadMemDocument64(data, ctypes.c_size_t(len(data)), None))
    for number in range(lib.FPDF_GetPageCount(document) if document else 0):
        page = ctypes.c_void_p(lib.FPDF_LoadPage(document, number))
        text = ctypes.c_void_p(lib.FPDFText_LoadPage(page) if page else None)
        if text:
            lib.FPDFText_ClosePage(text)
        if page:
            lib.FPDF_ClosePage(page)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
