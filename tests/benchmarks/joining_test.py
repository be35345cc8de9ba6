import json

from benchmarks import joining
from benchmarks.corpus import reports, write

import stemma


def test_the_self_join_by_itself_gives_the_pairs_of_a_whole_run(tmp_path, capsys):
    write(tmp_path, reports(40))
    stemma.match(tmp_path / "reports.jsonl", tmp_path / "found.jsonl", stages=tmp_path / "stages")
    part = next(tmp_path.glob("stages/pairs-*/*.part"))

    assert joining.main([str(tmp_path / "stages")]) == 0
    assert int(capsys.readouterr().out) == json.loads(part.read_bytes().split(b"\n", 1)[0])["rows"]
