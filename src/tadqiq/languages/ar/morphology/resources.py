"""Where the dictionaries of other packages lie."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from sqlite3 import Connection, connect

from ....errors import PackError


def package_folder(package: str, distribution: str) -> Path:
    """The folder of an installed package, found without importing it.

    Raises PackError if it is not installed, and says which distribution to install.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise PackError(
            f"Arabic morphology: package {package} is missing; pip install {distribution}"
        )
    return Path(spec.submodule_search_locations[0])


def open_arramooz(name: str) -> Connection:
    """A database of the Arramooz dictionary, read only.

    Raises PackError if the package is not installed.
    """
    path = package_folder("arramooz", "arramooz-pysqlite") / "data" / f"{name}.sqlite"
    uri = f"{path.as_uri()}?mode=ro&immutable=1"
    return connect(uri, uri=True, check_same_thread=False)
