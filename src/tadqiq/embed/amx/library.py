"""The kernels as a library: compiled once for this machine, loaded, asked whether they may run."""

from __future__ import annotations

import ctypes
import os
import platform
import shutil
import subprocess
import sys
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import NoReturn

from ...errors import ModelError
from ...neural import built
from ..e5file import BLOCK, Shape

FILE = "encoder.so"
WIDTH = 32
"""Values of a head that the kernels are written for: one tile."""

_SOURCES = ("encoder.c", "attention.h", "tiles.h")
_FLAGS = ("-O3", "-march=sapphirerapids", "-std=gnu11", "-fPIC", "-shared")
_NEEDED = frozenset({"amx_tile", "amx_bf16", "avx512_bf16", "avx512bw", "avx512vl", "bmi2"})
_CPU_FACTS = Path("/proc/cpuinfo")
_OTHERS_MAY_WRITE = 0o022


class Library:
    """The compiled kernels, and ``digest`` of their machine code: other code, other last bits."""

    def __init__(self, path: Path) -> None:
        self.digest = sha256(path.read_bytes()).hexdigest()[:12]
        code = ctypes.CDLL(str(path))
        code.weights_size.restype = code.room_size.restype = ctypes.c_long
        code.room_size.argtypes = (ctypes.c_long,)
        code.encode.restype = None
        address, count = ctypes.c_void_p, ctypes.c_long
        code.encode.argtypes = (address, address, address, count, address, count, address)
        self.code = code


def library(shape: Shape, cache_dir: Path) -> Library:
    """The kernels for models of ``shape``, compiled into ``cache_dir`` where they are not there.

    Raises ModelError where this machine cannot run or compile them, or the model is of a shape
    that they are not written for.
    """
    lacking = _lacking(shape)
    if lacking:
        _refuse(lacking)
    definitions = _definitions(shape)
    sources = [(files(__package__) / name).read_bytes() for name in _SOURCES]
    made_of = "\n".join([*_FLAGS, *definitions, *(sha256(one).hexdigest() for one in sources)])
    name = sha256(made_of.encode()).hexdigest()[:16]
    folder = cache_dir / "models" / f"{name}-amx-code"
    if built.damage(folder) is not None:
        built.build(folder, partial(_compile, definitions))
    return _loaded(folder / FILE)


def _lacking(shape: Shape) -> str:
    """Why the kernels cannot run here; "" if nothing is known against it."""
    if sys.platform != "linux" or platform.machine() != "x86_64" or not _processor() >= _NEEDED:
        return "this machine has no matrix units of that kind (Intel AMX, on Linux)"
    whole = shape.hidden % BLOCK == 0 and shape.feed_forward % shape.hidden == 0
    if not whole or shape.hidden != WIDTH * shape.heads:
        return f"the model's heads do not hold {WIDTH} values each"
    return ""


@cache
def _processor() -> frozenset[str]:
    return frozenset(_CPU_FACTS.read_text("utf-8", "replace").split())


def _definitions(shape: Shape) -> list[str]:
    return [
        f"-DHIDDEN={shape.hidden}",
        f"-DINNER={shape.feed_forward}",
        f"-DLAYERS={shape.layers}",
        f"-DPOSITIONS={shape.positions}",
        f"-DVOCABULARY={shape.vocabulary}",
    ]


def _compile(definitions: list[str], target: Path) -> None:
    found = (shutil.which(name) for name in (os.environ.get("CC") or "cc", "gcc", "clang"))
    compiler = next(filter(None, found), None)
    if compiler is None:
        _refuse("there is no C compiler to build its kernels with; install gcc")
    source = str(files(__package__) / _SOURCES[0])
    command = [compiler, *_FLAGS, *definitions, source, "-o", str(target / FILE), "-lm"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr.strip().splitlines() or [f"code {done.returncode}"])[0]
        _refuse(f"{compiler} cannot build its kernels ({said}); install gcc 12 or later")
    (target / FILE).chmod(0o755)  # whatever the umask: see `_loaded`


def _loaded(path: Path) -> Library:
    facts = path.stat()
    if facts.st_uid not in {os.getuid(), 0} or facts.st_mode & _OTHERS_MAY_WRITE:
        _refuse(f"{path} could be written by somebody else; set TADQIQ_CACHE to a folder of yours")
    try:
        found = Library(path)
    except OSError as error:
        _refuse(f"{path} cannot be loaded ({error}); is the folder mounted noexec?")
    if not found.code.allowed():
        _refuse("the system does not let programs use the matrix units")
    return found


def _refuse(why: str) -> NoReturn:
    raise ModelError(f"backend amx: {why}; or choose the backend openvino or torch")
