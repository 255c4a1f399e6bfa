"""Work that takes more memory than a run may have: done by another process, which gives all of
it back at its end."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable

from ..errors import ModelError
from .built import Progress

Work = Callable[[Progress], None]
"""Does something that is told of by a callback; it and all it holds can be pickled."""

_CHILD = "from tadqiq.neural.apart import do; do()"


def apart(work: Work, progress: Progress | None = None) -> None:
    """Has ``work`` done by a new interpreter, to whose words ``progress`` listens.

    Raises ModelError where the work does, and where the process is killed.
    """
    tell = progress or (lambda stage, done, total: None)
    paths = os.pathsep.join(path for path in sys.path if path)
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(pickle.dumps(work))
        child.stdin.close()
        for line in child.stdout:
            said = json.loads(line)
            if len(said) == 1:
                raise ModelError(said[0])
            tell(*said)
    if child.returncode:
        raise ModelError(
            f"the process that makes the model ended with {child.returncode}, perhaps for "
            "want of memory: free some, or choose the backend torch"
        )


def do() -> None:
    """The other process: the work comes on standard input, what it tells goes to standard
    output, a list a line; an error alone in one."""
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # libraries that print must not be taken for the work
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever waits for us tells of it

    def tell(*said: object) -> None:
        print(json.dumps(said), file=out, flush=True)

    work: Work = pickle.load(sys.stdin.buffer)
    try:
        work(tell)
    except ModelError as error:
        tell(str(error))
