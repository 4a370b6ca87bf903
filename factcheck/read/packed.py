"""Files packed into one (ZIP): opened with a bound on what they unpack to, and never one within another."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from factcheck.errors import ReadError

MEMBERS = 10_000
"""How many files a document may hold."""
DIRECTORY = 1 << 20
"""How many bytes the list of them may take: it is read before anything else is known of them."""
BYTES = 64 << 20
"""How many bytes a file in it may unpack to."""
RATIO = 250
"""How many times as large as it is packed it may be: XML comes to some 20, a bomb to 1,000."""
FREE = 4 << 20
"""Up to so many bytes it may be packed however small."""

_ENCRYPTED = 0x1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WRAPPED = "EncryptedPackage".encode("utf-16-le")  # an encrypted document within an OLE file
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_BROKEN = (
    *(BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError),
    *(struct.error, IndexError, OverflowError, KeyError),
)


@dataclass(frozen=True)
class Packed:
    """The files of a document by name; each is unpacked when it is asked for. `kind` is what the document
    should be saved as (`.docx`), for messages."""

    path: str
    data: bytes
    kind: str

    def read(self, name: str) -> bytes | None:
        """A file of the document, None where it has none of that name. Raises ReadError for a damaged, an
        encrypted and an oversized one."""
        info = self.names.get(name)
        if info is None:
            return None
        self._check(info)
        try:
            with self._archive.open(info) as member:
                return member.read(info.file_size + 1)  # of one that is larger the checksum fails
        except _BROKEN as error:
            raise ReadError(f"{self.path}: {name} in it is damaged: {error} (save it anew)") from None

    def check(self) -> None:
        """Raises ReadError where a file in it would be refused, or all of them unpack to more than four times
        what one may: for a library that unpacks it by itself. Each is unpacked once, in small steps."""
        if sum(info.file_size for info in self.names.values()) > 4 * BYTES:
            raise ReadError(f"{self.path}: unpacks to over {4 * BYTES >> 20} MB, which is not read")
        for info in self.names.values():
            self._check(info)
        try:
            spoiled = self._archive.testzip()
        except _BROKEN as error:
            raise ReadError(f"{self.path}: is damaged: {error} (save it anew)") from None
        if spoiled:
            raise ReadError(f"{self.path}: {spoiled} in it is damaged (save it anew)")

    @cached_property
    def names(self) -> Mapping[str, ZipInfo]:
        """What the document holds, by name. Raises ReadError for what is no such document."""
        infos = self._archive.infolist()
        if len(infos) > MEMBERS:
            raise ReadError(
                f"{self.path}: holds {len(infos):,} files, more than the {MEMBERS:,} that are read"
            )
        return {info.filename.replace("\\", "/"): info for info in infos}

    @cached_property
    def _archive(self) -> ZipFile:
        if self.data.startswith(_OLE):
            raise self._old()
        if _directory(self.data) > DIRECTORY:
            raise ReadError(f"{self.path}: holds more files than are read ({MEMBERS:,})")
        try:
            return ZipFile(io.BytesIO(self.data))
        except _BROKEN as error:
            raise ReadError(f"{self.path}: no {self.kind}, or damaged: {error} (save it anew)") from None

    def _check(self, info: ZipInfo) -> None:
        """Refuse a file by what the list says of it, before it is unpacked."""
        if info.flag_bits & _ENCRYPTED:
            raise ReadError(f"{self.path}: is encrypted (save it without a password)")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ReadError(f"{self.path}: packed in a way that is not read (save it anew as {self.kind})")
        if info.file_size > BYTES or info.file_size > max(FREE, RATIO * info.compress_size):
            size = f"unpacks to over {min(info.file_size, BYTES) >> 20} MB"
            raise ReadError(f"{self.path}: {info.filename} in it {size}, which is not read")

    def _old(self) -> ReadError:
        if _WRAPPED in self.data:
            return ReadError(f"{self.path}: is encrypted (save it without a password, as {self.kind})")
        return ReadError(
            f"{self.path}: is encrypted, or of an older kind than {self.kind} (save it as {self.kind})"
        )


def _directory(data: bytes) -> int:
    """The size of an archive's list of files, as its end tells it; 0 where there is none (PKWARE, APPNOTE
    4.3.16)."""
    at = data.rfind(_END, max(len(data) - 65_557, 0))
    if at < 0 or len(data) < at + 16:
        return 0
    if data[max(at - 20, 0) : at].startswith(_END_64):
        return DIRECTORY + 1  # its list needs more than 4 GB, or 65,535 files
    return int.from_bytes(data[at + 12 : at + 16], "little")
