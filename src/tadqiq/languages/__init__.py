"""Language packs: one folder a language, found by its name.

A pack is a package with a module ``profile`` (``PROFILE``) and a package ``rules``, in which
every module brings rules: either subclasses of ``Rule`` or a tuple ``RULES`` of ready ones. A
module ``named`` (``NAMES``) finds the names of people and places; a package ``spoiling``, in which
every module brings a tuple ``SPOILINGS``, puts errors into good text, to measure recall by; a
module ``memory`` (``remember``) keeps what was found out about words for later runs.
"""

from .pack import Pack, codes, load, names_of, profile_for, remember, spoilings_of

__all__ = ["Pack", "codes", "load", "names_of", "profile_for", "remember", "spoilings_of"]
