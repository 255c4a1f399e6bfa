"""The page: one self-contained HTML file, for a batch or for one article."""

from .reporter import HtmlReporter

__all__ = ["HtmlReporter"]
