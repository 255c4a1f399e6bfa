"""The command line: arguments, calls, printing, nothing else. One file a command."""

from .app import main

__all__ = ["main"]
