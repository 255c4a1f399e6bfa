"""Models by folder or by their name on the model hub, and what identifies them."""

from __future__ import annotations

import hashlib
import logging
import re
from pathlib import Path

from ..errors import ModelError

_NAME = re.compile(r"(?:[\w.-]+/)?[\w.-]+")
_HUB_TIMEOUT = 5.0  # seconds until a hub that does not answer counts as unreachable
_PATTERNS = ("*.safetensors", "*.json", "*.txt", "*.model")
_log = logging.getLogger("tadqiq")


def find(model: str) -> Path:
    """The local folder of a model given by path or by its name on the hub.

    Raises ModelError if there is none and none can be fetched.
    """
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


def digest_of(folder: Path) -> str:
    """SHA-256 over weights, tokenizer and configuration."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in _PATTERNS for path in folder.rglob(pattern)}):
        digest.update(f"\n{path.relative_to(folder).as_posix()}\n".encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
