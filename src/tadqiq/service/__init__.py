"""HTTP API and page for one article before publication.

Importing this loads no web framework: that is what :func:`serve` and :func:`application` do.
"""

from .settings import Settings
from .start import application, serve

__all__ = ["Settings", "application", "serve"]
