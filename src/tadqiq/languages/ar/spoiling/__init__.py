"""Errors put into good Arabic, to measure recall by: one file a family, one function a class.

To add a class: write ``def change(line, place) -> Iterator[str]`` that yields what a machine would
write in place of the word there (nothing where that may still be right), and add
``of_words("family.what", change)`` to the ``SPOILINGS`` of its file.
"""
