"""The library that reads PDF, by its C interface (fpdfview.h, fpdf_text.h, fpdf_doc.h).

Its wheel is that of pypdfium2, whose bindings of all 450 functions take 50 ms to import: more than reading
two pages. The twenty that are called here are declared here.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import (
    POINTER,
    Structure,
    c_char_p,
    c_double,
    c_float,
    c_int,
    c_size_t,
    c_ulong,
    c_ushort,
    c_void_p,
)
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from typing import Any

from factcheck.errors import ReadError
from factcheck.read.pdf import forms
from factcheck.read.pdf.bounds import check


class Rect(Structure):
    """FS_RECTF: in points, the origin at the page's foot."""

    _fields_ = (("left", c_float), ("top", c_float), ("right", c_float), ("bottom", c_float))


class Matrix(Structure):
    """FS_MATRIX."""

    _fields_ = tuple((name, c_float) for name in "abcdef")


class Quad(Structure):
    """FS_QUADPOINTSF: the corners of a stretch of text."""

    _fields_ = tuple((f"{axis}{corner}", c_float) for corner in range(1, 5) for axis in "xy")


_DOUBLE, _RECT, _BUFFER = POINTER(c_double), POINTER(Rect), POINTER(c_ushort)
_FUNCTIONS: dict[str, tuple[Any, ...]] = {  # what each gives, and what it takes
    "FPDF_InitLibrary": (None,),
    "FPDF_LoadMemDocument64": (c_void_p, c_char_p, c_size_t, c_char_p),
    "FPDF_CloseDocument": (None, c_void_p),
    "FPDF_GetLastError": (c_ulong,),
    "FPDF_GetMetaText": (c_ulong, c_void_p, c_char_p, c_void_p, c_ulong),
    "FPDF_GetPageCount": (c_int, c_void_p),
    "FPDF_LoadPage": (c_void_p, c_void_p, c_int),
    "FPDF_ClosePage": (None, c_void_p),
    "FPDF_GetPageBoundingBox": (c_int, c_void_p, _RECT),
    "FPDFText_LoadPage": (c_void_p, c_void_p),
    "FPDFText_ClosePage": (None, c_void_p),
    "FPDFText_CountChars": (c_int, c_void_p),
    "FPDFText_GetText": (c_int, c_void_p, c_int, c_int, _BUFFER),
    "FPDFText_GetUnicode": (c_ulong, c_void_p, c_int),
    "FPDFText_IsGenerated": (c_int, c_void_p, c_int),
    "FPDFText_GetLooseCharBox": (c_int, c_void_p, c_int, _RECT),
    "FPDFText_GetCharOrigin": (c_int, c_void_p, c_int, _DOUBLE, _DOUBLE),
    "FPDFText_GetTextObject": (c_void_p, c_void_p, c_int),
    "FPDFTextObj_GetFont": (c_void_p, c_void_p),
    "FPDFText_GetFontSize": (c_double, c_void_p, c_int),
    "FPDFText_GetFontInfo": (c_ulong, c_void_p, c_int, c_void_p, c_ulong, POINTER(c_int)),
    "FPDFText_GetMatrix": (c_int, c_void_p, c_int, POINTER(Matrix)),
    "FPDFLink_Enumerate": (c_int, c_void_p, POINTER(c_int), POINTER(c_void_p)),
    "FPDFLink_GetAction": (c_void_p, c_void_p),
    "FPDFLink_GetAnnotRect": (c_int, c_void_p, _RECT),
    "FPDFLink_CountQuadPoints": (c_int, c_void_p),
    "FPDFLink_GetQuadPoints": (c_int, c_void_p, c_int, POINTER(Quad)),
    "FPDFAction_GetType": (c_ulong, c_void_p),
    "FPDFAction_GetURIPath": (c_ulong, c_void_p, c_void_p, c_char_p, c_ulong),
}
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_WHY = {2: "it cannot be opened", 3: "its structure is broken", 5: "it is locked in a way that is not known"}
LOCK = RLock()
"""The library serves one caller at a time."""


@contextmanager
def opened(path: str, data: bytes) -> Iterator[tuple[Any, int]]:
    """The library, and a document in it. Raises ReadError where the extra is missing, for what is no PDF and
    for what is encrypted."""
    with LOCK:
        lib = _library(path)
        check(path, data)
        forms.check(path, data, lib._name)
        document = lib.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise _refused(path, lib.FPDF_GetLastError())
        try:
            yield lib, document
        finally:
            lib.FPDF_CloseDocument(document)


def said(lib: Any, document: int, name: str) -> str:
    """A property of a document (ISO 32000-1, 14.3.3), empty where it is not given."""
    size = lib.FPDF_GetMetaText(document, name.encode(), None, 0)
    buffer = ctypes.create_string_buffer(min(size, 1 << 12) + 2)
    lib.FPDF_GetMetaText(document, name.encode(), buffer, len(buffer))
    return buffer.raw.decode("utf-16-le", "replace").split("\0")[0]


def _refused(path: str, error: int) -> ReadError:
    if error == _PASSWORD:
        return ReadError(f"{path}: is encrypted (save it without a password)")
    return ReadError(f"{path}: no PDF that can be read: {_WHY.get(error, 'damaged')} (export it anew)")


def _library(path: str) -> Any:
    found = find_spec("pypdfium2_raw")
    if found is None or found.origin is None:
        raise ReadError(f"{path}: reading .pdf takes an extra: pip install 'factlint[pdf]'")
    return _loaded(Path(found.origin).parent)


@cache
def _loaded(folder: Path) -> Any:
    """The library in the folder of its bindings, or what those have found instead of it."""
    names = (folder / name for name in ("libpdfium.so", "libpdfium.dylib", "pdfium.dll"))
    file = next((name for name in names if name.is_file()), None)
    if file is None:
        from pypdfium2_raw import bindings

        lib = ctypes.CDLL(bindings._libs["pdfium"]._name)
    else:
        lib = ctypes.CDLL(str(file))
    for name, (result, *arguments) in _FUNCTIONS.items():
        function = getattr(lib, name)
        function.restype, function.argtypes = result, tuple(arguments)
    lib.FPDF_InitLibrary()
    return lib
