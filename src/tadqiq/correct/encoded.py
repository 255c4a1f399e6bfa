"""A file's text and its bytes, one made from the other without loss."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import CorrectionError


@dataclass(frozen=True, slots=True)
class Encoded:
    """The ``text`` of a file, its ``encoding``, and the byte order ``mark`` before it.

    ``name`` is what a person calls the file.
    """

    name: str
    text: str
    encoding: str
    mark: bytes = b""

    @classmethod
    def of(cls, data: bytes, text: str, encoding: str, *, name: str) -> Encoded:
        """The file whose bytes are ``data`` and were read as ``text``.

        Raises CorrectionError where the text does not give the same bytes again, as with stray
        bytes that are no characters.
        """
        again = text.encode(encoding, "replace")
        if not data.endswith(again):
            raise CorrectionError(
                f"{name}: some bytes are not valid {encoding.upper()}, so they would not survive; "
                "save the file as UTF-8 and correct that"
            )
        return cls(name, text, encoding, data[: len(data) - len(again)])

    def bytes(self, text: str) -> bytes:
        """The file with ``text`` in it; what is equal in both texts is equal in the bytes.

        Raises CorrectionError for a character that the encoding has not.
        """
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            lost = text[error.start]
            raise CorrectionError(
                f"{self.name}: {lost!r} (U+{ord(lost):04X}) in a correction cannot be written in "
                f"{self.encoding.upper()}; save the file as UTF-8 and correct that"
            ) from error
