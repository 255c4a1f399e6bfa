"""Work done by another process, so that its memory goes back."""

from __future__ import annotations

from functools import partial
from operator import methodcaller

import pytest

from tadqiq.embed.weights import write_checkpoint
from tadqiq.errors import ModelError
from tadqiq.neural.apart import apart


def test_who_waits_hears_how_far_the_work_is():
    heard = []
    apart(methodcaller("__call__", "model weights", 1, 2), lambda *said: heard.append(said))
    assert heard == [("model weights", 1, 2)]


def test_what_is_wrong_with_a_model_is_said_as_if_it_were_made_here(tmp_path):
    broken = tmp_path / "broken.bin"
    broken.write_bytes(b"no model")
    with pytest.raises(ModelError) as here:
        write_checkpoint(broken, tmp_path)
    with pytest.raises(ModelError) as there:
        apart(partial(write_checkpoint, broken, tmp_path))
    assert str(there.value) == str(here.value)


def test_a_process_that_ends_before_its_work_is_done_says_what_may_be_missing(capfd):
    with pytest.raises(ModelError, match="want of memory"):
        apart(methodcaller("no such work"))
    assert "Traceback" in capfd.readouterr().err
