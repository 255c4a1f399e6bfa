"""Progress is for somebody who watches, and for nobody else."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(("locale", "stage"), [("en", "looking for artefacts"), ("ar", "البحث")])
def test_a_terminal_sees_how_far_it_is_how_fast_and_how_long_yet(
    tmp_path: Path, locale: str, stage: str
) -> None:
    wire = tmp_path / "wire.jsonl"
    lines = (json.dumps({"id": f"a{n}", "text": f"أعلنت الحكومة أمس خطة {n}."}) for n in range(40))
    wire.write_text("\n".join(lines))
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "tadqiq", "audit", str(wire), "--no-drift", "-f", "jsonl"]
    with subprocess.Popen(
        [*command, "--locale", locale], stdout=subprocess.PIPE, stderr=theirs
    ) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                seen += os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
        assert process.stdout is not None
        out = process.stdout.read()
    os.close(ours)
    drawn = seen.decode()
    assert stage in drawn
    assert "40/40" in drawn
    assert len(out.splitlines()) == 40
