"""XML news: feeds, sitemaps, NewsML-G2 and NITF, item by item."""

from .reader import xml

__all__ = ["xml"]
