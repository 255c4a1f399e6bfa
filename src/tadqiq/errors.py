"""What can go wrong, as a tree:

    TadqiqError
    ├── ConfigError    a setting, a flag or a rule code that makes no sense
    ├── IngestError    an input that cannot be read at all
    │   └── FetchError     an address that gives nothing to read
    ├── PackError      a language pack or lexicon file that is broken
    ├── ModelError     an encoder that cannot be found, built or loaded
    ├── ArchiveError   an archive that cannot be opened, read or written
    ├── ReportError    a result that cannot be written where it was asked for
    └── CorrectionError  a correction that cannot be written back to where the text came from

A message says what is wrong, where, and what to do.
"""

from __future__ import annotations


class TadqiqError(Exception):
    """Base of every error that tadqiq raises on purpose."""


class ConfigError(TadqiqError):
    """A setting, a flag or a rule code that makes no sense."""


class IngestError(TadqiqError):
    """An input that cannot be read at all."""


class FetchError(IngestError):
    """An address that gives nothing to read."""


class PackError(TadqiqError):
    """A language pack or lexicon file that is broken."""


class ModelError(TadqiqError):
    """An encoder that cannot be found, built or loaded."""


class ReportError(TadqiqError):
    """A result that cannot be written where it was asked for."""


class CorrectionError(TadqiqError):
    """A correction that cannot be written back to where the text came from."""


class ArchiveError(TadqiqError):
    """An archive that cannot be opened, read or written."""
