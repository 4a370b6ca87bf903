"""Mail: the text of a message, without what it answers and its signature."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.read.draft import Draft
from factcheck.read.mail import drafts
from tests.read.items import blocks, read_or_refused, texts

HEAD = "Subject: =?utf-8?q?RE=3A_Tr=3A_Le_caf=C3=A9?=\nDate: Wed, 01 May 2024 23:30:00 -0700\n"


def read(data: str | bytes) -> Draft:
    (draft,) = drafts("a.eml", data.encode() if isinstance(data, str) else data)
    return draft


def plain(text: str, kind: str = "text/plain; charset=utf-8") -> list[str]:
    return texts(read(f"{HEAD}Content-Type: {kind}\n\n{text}"))[1:]


def test_headers() -> None:
    draft = read(HEAD + "\nSome 30.\n\nMore.")
    assert (draft.title, draft.date, draft.date_from) == ("Le café", "2024-05-01", "document")
    assert [row[1] for row in blocks(draft)] == ["title", "¶1", "¶2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 30.\n\n> Some 40.\n\nOr 50.", ["Some 30.", "Or 50."]),
        ("Some 30.\n\nOn Mon, 3 Mar 2025 at 10:12, Ann\n<a@x.org> wrote:\n> Some 40.", ["Some 30."]),
        ("Some 30.\n\nLe 3 mars 2025 à 10:12, Ann a écrit\xa0:\n\nSome 40.", ["Some 30."]),
        ("Some 30.\n\nEl lun, 3 mar 2025 a las 10:12, Ana escribió:\n> Some 40.", ["Some 30."]),
        ("Some 30.\n\n-----Message d’origine-----\nSome 40.", ["Some 30."]),
        ("Some 30.\n\nDe : Ann\nEnvoyé : lundi 3 mars\nSome 40.", ["Some 30."]),
        ("Some 30.\n\n-- \nAnn, 555 1234", ["Some 30."]),
        # the twins: prose that looks like it
        ("Le 3 mars, il a écrit :\n\n« Some 40. »", ["Le 3 mars, il a écrit :", "« Some 40. »"]),
        ("De : la gare\n\nSome 40.", ["De : la gare", "Some 40."]),
        ("Some 30.\n\n--\n\nSome 40.", ["Some 30.", "Some 40."]),
        ("Some 30.\n\nBest regards\n\nSome 40.", ["Some 30.", "Best regards", "Some 40."]),
    ],
)
def test_what_is_answered_and_signed_is_left_out(text: str, expected: list[str]) -> None:
    assert plain(text) == expected


def test_a_flowed_text_is_rejoined() -> None:
    flowed = "Some 30 \n000 trees \nfell.\nMore.\n\n-- \nAnn"
    assert plain(flowed, "text/plain; format=flowed") == ["Some 30 000 trees fell.", "More."]
    assert plain("Some thir \nteen.", "text/plain; format=flowed; delsp=yes") == ["Some thirteen."]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("iso-8859-1", "utf-8"), ("us-ascii", "cp1252"), ("iso-8859-1", "cp1252"), ("x-unknown", "utf-8"),
     ("iso-8859-15", "iso-8859-15"), ("utf-8", "cp1252")],
)  # fmt: skip
def test_charsets_that_are_others(charset: str, encoding: str) -> None:
    head = f"Subject: T\nContent-Transfer-Encoding: 8bit\nContent-Type: text/plain; charset={charset}\n\n"
    assert texts(read(head.encode() + "Il a 12 € réels.".encode(encoding))) == ["T", "Il a 12 € réels."]


def alternatives(told: str, page: str) -> Draft:
    message = EmailMessage()
    message["Subject"] = "T"
    message.set_content(told)
    message.add_alternative(page, subtype="html")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    inner = EmailMessage()
    inner["Subject"] = "Inner"
    inner.set_content("Some 99.")
    message.add_attachment(inner)
    return read(message.as_bytes())


def test_alternatives_and_attachments() -> None:
    page = (
        "<p>Some 30&nbsp;000 trees fell in the night, and more are to fall.</p>"
        '<div class="gmail_quote">On Monday<blockquote>Some 40.</blockquote></div>'
    )
    draft = alternatives("Some 30 000 trees fell, and more are to.\n", page)
    assert texts(draft) == ["T", "Some 30 000 trees fell, and more are to."]
    assert [aside.why for aside in draft.asides] == ["an attachment (image/png)", "an attached mail"]
    draft = alternatives("See HTML.\n", page)
    assert texts(draft) == ["T", "Some 30 000 trees fell in the night, and more are to fall."]
    assert draft.asides[-1].why == "a quoted mail"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no mail"),
        (b"Only prose.\n", "no mail"),
        (b"Subject: x\nContent-Type: application/pkcs7-mime\n\nx", "encrypted"),
        (b"Subject: x\nContent-Type: multipart/encrypted; boundary=a\n\n--a--", "encrypted"),
        (b"Subject: x\nContent-Type: image/png\n\nx", r"without a text of its own \(it holds an attachment"),
        (b"Subject: x\n\n" + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 300, "larger mail"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read(data)


MAIL = (HEAD + 'Content-Type: multipart/mixed; boundary="a"\n\n--a\n'
        'Content-Type: text/html; charset="utf-8"\n'
        "Content-Transfer-Encoding: quoted-printable\n\n<p>A =C3=A9</p>\n--a--\n").encode()  # fmt: skip


@given(st.integers(0, len(MAIL)), st.integers(0, 9), st.binary(max_size=8))
def test_mutated_mail_is_read_or_refused(at: int, gone: int, put: bytes) -> None:
    assert read_or_refused("a.eml", lambda: drafts("a.eml", MAIL[:at] + put + MAIL[at + gone :]))
