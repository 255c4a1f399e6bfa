"""What a browser's form sends: application/x-www-form-urlencoded and multipart/form-data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message as MimeHeader
from urllib.parse import parse_qsl

from ..model import Message
from .problems import MALFORMED, MEDIA, RefusedError

_MOST_FIELDS = 500
_FORMS = "application/x-www-form-urlencoded, multipart/form-data"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent along."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """Fields and files in the order they were sent, names repeated."""

    fields: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, Upload], ...] = ()

    def all(self, name: str) -> list[str]:
        """Every value of a field, line ends as LF, which forms turn into CR LF."""
        return [value.replace("\r\n", "\n") for field, value in self.fields if field == name]

    def get(self, name: str) -> str:
        """The first value of a field, empty where there is none."""
        return next(iter(self.all(name)), "")

    def uploads(self, name: str) -> list[Upload]:
        """The files of a field that are really there: a field left empty sends one as well."""
        return [file for field, file in self.files if field == name and (file.name or file.data)]


def read_form(content_type: str, data: bytes) -> Form:
    """The form in ``data``. Raises RefusedError for what is no form, or no UTF-8."""
    header = MimeHeader()
    header["content-type"] = content_type
    kind = header.get_content_type() if content_type else ""
    if kind == "application/x-www-form-urlencoded":
        return _urlencoded(data)
    boundary = header.get_boundary()
    if kind == "multipart/form-data" and boundary:
        return _multipart(data, boundary.encode("latin-1", "replace"))
    raise RefusedError(
        MEDIA,
        Message("Send a form: {known}.", "أرسل المحتوى في استمارة: {known}.").fill(known=_FORMS),
        headers={"Accept": _FORMS},
    )


def _urlencoded(data: bytes) -> Form:
    try:
        text = data.decode("ascii")
        pairs = parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise _malformed() from error
    return Form(tuple(pairs))


def _multipart(data: bytes, boundary: bytes) -> Form:
    """RFC 7578: the boundary never occurs inside a part."""
    parts = (b"\r\n" + data).split(b"\r\n--" + boundary)
    if len(parts) < 2 or not parts[-1].startswith(b"--") or len(parts) > _MOST_FIELDS:
        raise _malformed()
    fields: list[tuple[str, str]] = []
    files: list[tuple[str, Upload]] = []
    for part in _parts(parts[1:-1]):
        if part.filename is None:
            fields.append((part.name, _decoded(part.content)))
        else:
            files.append((part.name, Upload(part.filename, part.content)))
    return Form(tuple(fields), tuple(files))


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    filename: str | None
    content: bytes


def _parts(raw: list[bytes]) -> Iterator[_Part]:
    for part in raw:
        head, found, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        header = MimeHeader()
        for line in _decoded(head).split("\r\n"):
            name, _, value = line.partition(":")
            if name.strip().lower() == "content-disposition":
                header["content-disposition"] = value.strip()
        field = header.get_param("name", header="content-disposition")
        if not found or not isinstance(field, str):
            raise _malformed()
        filename = header.get_param("filename", header="content-disposition")
        yield _Part(field, filename if isinstance(filename, str) else None, content)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _malformed() from error


def _malformed() -> RefusedError:
    return RefusedError(
        MALFORMED,
        Message(
            "The form is malformed or not in UTF-8.", "الاستمارة غير سليمة أو ليست بترميز UTF-8."
        ),
    )
