"""Many reports read: in one process or several, one after the other, each as soon as it is there."""

import json
import multiprocessing
from itertools import islice
from multiprocessing.connection import wait

import pytest

import stemma
from stemma.desk import lectern
from stemma.desk.settings import Settings
from stemma.model import Refusal

FAST = Settings().but("readings", reader="fast")


@pytest.fixture
def corpus(tmp_path):
    rows = [
        {"id": f"r{number}", "text": f"The fund lost {number} crowns, Ada Orr said. It was late, she added."}
        for number in range(40)
    ]
    (tmp_path / "corpus.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "one.txt").write_text("The pact is dead, Bo Lind said.\n")
    (tmp_path / "odd.png").write_bytes(b"\x89PNG")
    return tmp_path


def clippings(found):
    return [one for one in found if not isinstance(one, Refusal)]


def test_every_report_of_a_folder_is_read_and_the_rest_is_named(corpus):
    found = list(stemma.read_each([corpus], settings=FAST))

    assert len(clippings(found)) == 41
    assert [one.reason for one in found if isinstance(one, Refusal)] == ["passed over 1 files (1 .png): odd.png"]


def test_several_processes_read_what_one_reads(corpus):
    alone = clippings(stemma.read_each([corpus], settings=FAST))
    at_once = clippings(stemma.read_each([corpus], settings=FAST.but("readings", processes=2)))

    assert [one.reading for one in at_once] == [one.reading for one in alone]


def test_the_first_is_there_before_the_last_is_read(corpus):
    first = next(iter(stemma.read_each(({"id": str(n), "text": "Orr said no."} for n in range(10**9)), settings=FAST)))

    assert first.report.id == "0"


def test_records_and_paths_may_be_mixed(corpus):
    found = clippings(stemma.read_each([{"id": "a", "text": "Orr said no."}, corpus / "one.txt"], settings=FAST))

    assert [one.report.text[:4] for one in islice(found, 2)] == ["Orr ", "The "]


def test_who_stops_listening_leaves_nobody_at_work(corpus):
    found = lectern.read_all(
        [one.report for one in clippings(stemma.read_each([corpus], settings=FAST))], FAST.but("readings", processes=2)
    )
    before = set(multiprocessing.active_children())
    next(found)
    hired = set(multiprocessing.active_children()) - before
    found.close()

    assert hired
    assert all(wait([child.sentinel], 0) for child in hired)
