"""Feeds polled day after day: what is new is audited, and what is bad is told."""

from .feeds import Feed, Feeds, load_feeds
from .round import Round
from .watcher import Watcher, stopping_on_signals

__all__ = ["Feed", "Feeds", "Round", "Watcher", "load_feeds", "stopping_on_signals"]
