"""The network that ships: its file, its arithmetic, and that what it marks is the same on every machine."""

import os
import subprocess
import sys
from hashlib import sha256
from importlib.resources import files

import numpy as np
import pytest
from tests.readings.made import made_report

from stemma.model import FormatError
from stemma.readings import ReadingRules, network, read, readers
from stemma.readings.marking import NetworkReader
from stemma.readings.sentence import parse
from stemma.readings.signs import tokens_of
from stemma.text.marks import marked

TEXT = (
    "The harbour fund is empty, Ada Orr said on Tuesday.\n"
    '"We paid the last invoice in May," she told reporters. "There is nothing left to pay the next one with."\n'
    "The ministry, which oversees the port, has repeatedly denied that money was lost.\n"
    "Critics fear the cranes will stand idle through the winter, and the union has called for an inquiry."
)


def tokens_in(text, found):
    return tokens_of(parse(made_report(text), marked(text)), found.wordpieces)


@pytest.fixture(scope="module")
def found():
    loaded = network.load()
    assert loaded is not None, "the network's file ships with the package"
    return loaded


def test_the_file_is_small():
    path = files("stemma.readings").joinpath(f"{network.NEWEST}.npz")

    assert len(path.read_bytes()) < 40_000_000


def test_the_file_is_the_one_that_the_card_describes():
    path = files("stemma.readings").joinpath(f"{network.NEWEST}.npz")
    with open("train/CARD.md", encoding="utf-8") as card:  # noqa: PTH123 - the card lies beside the tests, not in the package
        told = card.read()

    assert sha256(path.read_bytes()).hexdigest() in told


def test_it_marks_what_an_editor_marks():
    reading = read(made_report(TEXT))
    voices = {voice.id: voice.name for voice in reading.voices}
    told = [(voices.get(one.voice_id or ""), [TEXT[s.start : s.end] for s in one.cue]) for one in reading.attributions]

    assert ("Ada Orr", ["said on Tuesday"]) in told or ("Ada Orr", ["said"]) in told
    assert any(name == "Ada Orr" and cue[0].startswith("told") for name, cue in told)
    assert any("denied" in cue[0] for _, cue in told if cue)
    assert any("fear" in cue[0] for _, cue in told if cue)


def test_a_window_is_answered_alike_whatever_stands_far_before_it(found):
    before = "\n".join(["The council met on Monday to talk about the weather and the price of bread."] * 60)
    alone, behind = tokens_in(TEXT, found), tokens_in(before + "\n" + TEXT, found)
    own, other = found.answer(alone).tags, found.answer(behind).tags[-len(alone) :]

    assert (own.argmax(axis=1) == other.argmax(axis=1)).mean() > 0.9


def test_an_empty_report_has_no_answer(found):
    assert found.answer([]).tags.shape == (0, 7)


def test_endless_words_and_odd_signs_are_answered(found):
    text = "x" * 5000 + " \U0001f600 said א ب 漢字 e\u0301 " + "zzqx " * 600
    answer = found.answer(tokens_in(text, found))

    assert np.isfinite(answer.tags).all()


def test_a_broken_file_is_told_in_one_line(monkeypatch, tmp_path):
    (tmp_path / f"{network.NEWEST}.npz").write_bytes(b"PK\x03\x04 nothing")
    monkeypatch.setattr(network, "files", lambda _package: tmp_path)
    network.load.cache_clear()

    with pytest.raises(FormatError, match="cannot be read"):
        network.load()

    network.load.cache_clear()


def test_without_the_file_the_rules_read_and_say_so(monkeypatch, tmp_path):
    monkeypatch.setattr(network, "files", lambda _package: tmp_path)
    network.load.cache_clear()
    readers.reader_named.cache_clear()
    reading, by_rules = read(made_report(TEXT)), read(made_report(TEXT), ReadingRules(reader="fast"))
    network.load.cache_clear()
    readers.reader_named.cache_clear()

    assert [refusal.reason[:18] for refusal in reading.refusals] == ["read by rules alone"[:18]]
    assert reading.stamp.tool == "stemma.readings.attribution.rules.v1"
    assert reading.attributions == by_rules.attributions


TELL = """
import sys
from tests.readings.made import made_report
from stemma.readings.readers import NETWORK, reader_named
print(reader_named(NETWORK).tell(made_report(sys.stdin.read())))
"""
MACHINES = [
    ({}, "as it is"),
    ({"OPENBLAS_CORETYPE": "Haswell", "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512_SKX"}, "a machine without AVX-512"),
    ({"OPENBLAS_CORETYPE": "Nehalem"}, "the sums of a machine without AVX"),
    ({"OPENBLAS_NUM_THREADS": "1"}, "one thread"),
]


def told_on(machine):
    settings = {**os.environ, **machine, "PYTHONPATH": os.getcwd(), "PYTHONWARNINGS": "ignore"}  # noqa: PTH109 - where pytest runs
    ran = subprocess.run(
        [sys.executable, "-c", TELL], input=TEXT, env=settings, capture_output=True, text=True, check=True
    )
    return ran.stdout


@pytest.mark.parametrize(("machine", "why"), MACHINES, ids=[case[-1] for case in MACHINES])
def test_every_machine_marks_the_same(machine, why, found):
    assert told_on(machine).strip() == str(NetworkReader(found).tell(made_report(TEXT)))
