"""The areas of a page that lead to an address (ISO 32000-1, 12.5.6.5 and 12.6.4.7)."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_int, c_void_p, create_string_buffer
from typing import Any

from factcheck.read.pdf.pdfium import Quad, Rect

Area = tuple[float, float, float, float]
"""Its left edge, its foot, its right edge, its head, in points."""
_URI = 3  # PDFACTION_URI
_MANY, _CORNERS = 5000, 100  # areas of a page and stretches of an area that are looked at
_ADDRESS = 4096  # bytes, at most


def links(lib: Any, document: int, page: int) -> Iterator[tuple[Area, str]]:
    """The areas of a page and where they lead, out of the document only."""
    position, link, rect, quad = c_int(), c_void_p(), Rect(), Quad()
    for _ in range(_MANY):
        if not lib.FPDFLink_Enumerate(page, byref(position), byref(link)):
            return
        action = lib.FPDFLink_GetAction(link)
        if not action or lib.FPDFAction_GetType(action) != _URI:
            continue
        target = _address(lib, document, action)
        corners = max(lib.FPDFLink_CountQuadPoints(link), 0)
        for corner in range(min(corners, _CORNERS)):
            lib.FPDFLink_GetQuadPoints(link, corner, byref(quad))
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield (min(xs), min(ys), max(xs), max(ys)), target
        if not corners and lib.FPDFLink_GetAnnotRect(link, byref(rect)):
            yield (rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)), target


def _address(lib: Any, document: int, action: int) -> str:
    size = min(lib.FPDFAction_GetURIPath(document, action, None, 0), _ADDRESS)
    buffer = create_string_buffer(size + 1)
    lib.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")
