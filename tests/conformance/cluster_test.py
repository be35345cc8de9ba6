"""Spark on a real cluster of a master and two workers, and with a worker lost while at work."""

import json
import os
import subprocess
import sys
import time

import pytest
from tests.matches.made import PASSAGE, babble, spun

pytestmark = pytest.mark.spark


@pytest.fixture
def corpus(tmp_path):
    """Write a corpus whose work takes long enough to be disturbed."""
    path = tmp_path / "corpus.jsonl"
    records = [
        {
            "id": f"r{number:03}",
            "text": f"{babble(number, 150)}\n{spun(PASSAGE, 5 + number % 9)}",
        }
        for number in range(90)
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def command(corpus, out, *options):
    return [sys.executable, "-m", "stemma.cli", "match", str(corpus), "--out", str(out), *options]


def test_two_workers_and_then_one_give_the_same_file(cluster, corpus, tmp_path):
    plain, whole, hurt = (tmp_path / f"{name}.jsonl" for name in ("plain", "whole", "hurt"))
    subprocess.run(command(corpus, plain), check=True)
    on_cluster = ("--engine", "spark", "--master", cluster.url)
    environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
    subprocess.run(command(corpus, whole, *on_cluster), check=True, env=environment)
    running = subprocess.Popen(command(corpus, hurt, *on_cluster), env=environment)
    stages = tmp_path / "hurt.jsonl.stages"
    while running.poll() is None and not list(stages.glob("reports-*/done")):
        time.sleep(0.1)
    cluster.kill_a_worker()

    assert running.wait(timeout=600) == 0
    assert plain.stat().st_size > 100_000
    assert whole.read_bytes() == plain.read_bytes()
    assert hurt.read_bytes() == plain.read_bytes()


def test_a_cluster_without_workers_is_told_and_not_waited_for(master_alone, corpus, tmp_path):
    (tmp_path / "settings.toml").write_text("[engines]\npatience = 3.0\n")
    out = tmp_path / "found.jsonl"
    environment = {"SPARK_LOCAL_IP": "127.0.0.1", "STEMMA_SETTINGS": str(tmp_path / "settings.toml")}

    ran = subprocess.run(
        command(corpus, out, "--engine", "spark", "--master", master_alone.url),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
        env={**os.environ, **environment},
    )

    assert ran.returncode == 1
    assert f"Spark at {master_alone.url} did nothing for 3 s; look whether it has workers" in ran.stderr
    assert not out.exists()
