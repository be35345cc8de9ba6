import json
import os
import resource
import signal
import subprocess
import sys
import time

import pytest
from tests.matches.made import PASSAGE, babble, spun


def write_corpus(path, size, every=1):
    """Write so many reports, of which every so manieth has a passage from the others."""
    with path.open("w") as file:
        for number in range(size):
            text = babble(number, 60) + (f"\n{spun(PASSAGE, 4 + number % 9)}" if number % every == 0 else "")
            file.write(json.dumps({"id": f"r{number:05}", "text": text}) + "\n")
    return path


def test_matches_are_written_and_counted(stemma, tmp_path):
    corpus = write_corpus(tmp_path / "corpus.jsonl", 4)
    ran = stemma("match", corpus, "--out", "found.jsonl")

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout == b"4 reports, 6 matches\n"
    assert len((tmp_path / "found.jsonl").read_text().splitlines()) == 6


def test_as_json_it_says_what_stands_beside_the_matches(stemma, tmp_path):
    corpus = write_corpus(tmp_path / "corpus.jsonl", 3)
    ran = stemma("match", corpus, "--out", "found.jsonl", "--json")

    assert json.loads(ran.stdout) == json.loads((tmp_path / "found.meta.json").read_text())


def test_a_refusal_is_a_line_and_code_1(stemma, tmp_path):
    corpus = write_corpus(tmp_path / "corpus.jsonl", 3)
    corpus.write_text(corpus.read_text() + "{\n")
    ran = stemma("match", corpus, "--out", "found.jsonl")

    assert ran.returncode == 1
    assert ran.stderr.decode().startswith(f"{corpus}:4: is no valid JSON")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["no.jsonl", "--out", "found.jsonl"], 3),
        (["corpus.jsonl", "--out", "no/found.jsonl"], 2),
        (["corpus.jsonl", "--out", "."], 2),
        (["corpus.jsonl"], 2),
        (["corpus.jsonl", "--out", "found.jsonl", "--engine", "oracle"], 2),
    ],
)
def test_wrong_use_leaves_nothing(stemma, tmp_path, arguments, code):
    write_corpus(tmp_path / "corpus.jsonl", 2)
    ran = stemma("match", *arguments)

    assert ran.returncode == code
    assert len(ran.stderr.splitlines()) >= 1
    assert b"Traceback" not in ran.stderr
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["corpus.jsonl"]


def begun(corpus, out, pattern, **options):
    """Begin matching and give the running command as soon as a stage is there that a pattern describes."""
    command = [sys.executable, "-m", "stemma.cli", "match", str(corpus), "--out", str(out)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    stages = out.with_name(f"{out.name}.stages")
    while running.poll() is None and not list(stages.glob(pattern)):
        time.sleep(0.02)
    return running, stages


@pytest.mark.parametrize(("pattern", "how"), [("sheets-*/*.part", signal.SIGKILL), ("pairs-*/done", signal.SIGKILL)])
def test_a_killed_run_goes_on_and_gives_the_same(stemma, tmp_path, pattern, how):
    corpus = write_corpus(tmp_path / "corpus.jsonl", 1200, every=30)
    running, stages = begun(corpus, tmp_path / "found.jsonl", pattern)
    running.send_signal(how)
    running.communicate()
    finished = {
        path: path.stat().st_mtime_ns for path in stages.rglob("*") if path.name == "done" or path.suffix == ".part"
    }

    assert running.returncode == -how
    assert finished
    assert not (tmp_path / "found.jsonl").exists()

    resumed = stemma("match", corpus, "--out", "found.jsonl", "--stages", stages)
    assert resumed.returncode == 0
    assert {path: path.stat().st_mtime_ns for path in finished} == finished  # nothing finished was made again

    assert stemma("match", corpus, "--out", "anew.jsonl").returncode == 0
    assert (tmp_path / "anew.jsonl").read_bytes() == (tmp_path / "found.jsonl").read_bytes()


def test_an_interrupt_says_how_to_go_on(tmp_path):
    corpus = write_corpus(tmp_path / "corpus.jsonl", 1200, every=30)
    running, stages = begun(corpus, tmp_path / "found.jsonl", "sheets-*/*.part", start_new_session=True)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)

    assert running.returncode == 130
    assert told.decode() == f"stemma: interrupted; the same command goes on from {stages}\n"


def limited():
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))


def narrow():
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000))


def test_a_disk_that_takes_no_parquet_is_one_clear_line(tmp_path, stemma):
    corpus = write_corpus(tmp_path / "corpus.jsonl", 60, every=4)
    out = tmp_path / "found.parquet"
    command = ("match", corpus, "--out", out, "--stages", tmp_path / "stages")
    assert stemma(*command).returncode == 0
    whole = out.read_bytes()
    out.unlink()
    ran = subprocess.run(
        [sys.executable, "-m", "stemma.cli", *map(str, command)], capture_output=True, preexec_fn=narrow, check=False
    )

    assert ran.returncode == 1
    assert ran.stderr.decode().startswith(f"stemma: {out} cannot be written")
    assert len(ran.stderr.splitlines()) == 1
    assert not [path for path in tmp_path.iterdir() if "found" in path.name]

    assert stemma(*command).returncode == 0
    assert out.read_bytes() == whole


def test_a_full_disk_is_one_clear_line(tmp_path, stemma):
    corpus = write_corpus(tmp_path / "corpus.jsonl", 600, every=8)
    out = tmp_path / "found.jsonl"
    running, stages = begun(corpus, out, "never", preexec_fn=limited)
    _, told = running.communicate()

    assert running.returncode == 1
    assert told.decode().startswith("stemma: no space left for ")
    assert len(told.splitlines()) == 1
    assert not out.exists()
    assert [path for path in stages.rglob("*") if path.name.startswith(".")] == []

    assert stemma("match", corpus, "--out", "found.jsonl").returncode == 0
    assert len(out.read_text().splitlines()) > 600
