import gzip
import json

import duckdb
import pytest

from stemma.intake import captures, survey
from stemma.model import Capture, Refusal

TEXTS = {"a": 'Rain fell, "all day",\non the quay.', "b": "Snöw fell – at noon."}
LINES = "".join(
    json.dumps({"id": key, "text": text, "event": 3}, ensure_ascii=False) + "\n" for key, text in TEXTS.items()
)


def told(reference):
    """Give what a corpus holds: its records, and its refusals as lines."""
    corpus = survey(str(reference))
    found = list(captures(corpus))
    records = [json.loads(one.content) for one in found if isinstance(one, Capture) and one.content.startswith(b"{")]
    return records, [f"{one.subject}: {one.reason}" for one in (*corpus.refusals, *found) if isinstance(one, Refusal)]


def write(path):
    """Write the texts in the form that the name of a file asks for."""
    if path.name.endswith(".parquet"):
        base = duckdb.connect()
        base.execute("create table t (id varchar, text varchar, published_at timestamp, pages integer)")
        base.executemany("insert into t values (?, ?, '2024-05-06 07:08:00', 4)", list(TEXTS.items()))
        base.execute(f"copy t to '{path}' (format parquet)")
        base.close()
    elif path.name.endswith(".csv"):
        rows = ["id,text", *(f'{key},"{text.replace(chr(34), chr(34) * 2)}"' for key, text in TEXTS.items())]
        path.write_bytes("\r\n".join(rows).encode("utf-8-sig"))
    elif path.name.endswith(".gz"):
        path.write_bytes(gzip.compress(LINES.encode()))
    else:
        path.write_text(LINES, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["c.jsonl", "c.ndjson", "c.jsonl.gz", "c.csv", "c.parquet"])
def test_every_form_gives_the_same_texts(tmp_path, name):
    records, refusals = told(write(tmp_path / name))

    assert {record["id"]: record["text"] for record in records} == TEXTS
    assert refusals == []


def test_a_folder_is_read_file_by_file(tmp_path):
    write(tmp_path / "c.jsonl")
    (tmp_path / "d.txt").write_text("Hail fell.")
    (tmp_path / "e.png").write_bytes(b"no")
    found = list(captures(survey(str(tmp_path))))

    assert [one.url.removeprefix(f"{tmp_path}/") for one in found] == ["c.jsonl:1", "c.jsonl:2", "d.txt"]
    assert "passed over 1 files" in told(tmp_path)[1][0]


REFUSED = [
    ("c.csv", b"id,words\n1,rain\n", "has no column `text`"),
    ("c.csv", "id,text\n1,snöw\n".encode("latin-1"), "is not UTF-8"),
    ("c.parquet", b"nothing of the kind", "is no Parquet"),
    ("c.jsonl.gz", gzip.compress(LINES.encode())[:-9], "torn or damaged gzip"),
    ("c.jsonl.gz", b"plain", "torn or damaged gzip"),
]


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED)
def test_what_cannot_be_read_is_told(tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    _, refusals = told(tmp_path / name)

    assert len(refusals) == 1
    assert reason in refusals[0]


def test_what_is_not_there_is_told(tmp_path):
    assert told(tmp_path / "no.jsonl") == ([], [f"{tmp_path}/no.jsonl: cannot be read: No such file or directory"])


def test_the_key_of_a_corpus_is_that_of_its_bytes(tmp_path):
    path = write(tmp_path / "c.jsonl")
    before = survey(str(path)).key
    path.write_text(LINES.replace("Rain", "Hail"), encoding="utf-8")

    assert survey(str(path)).key != before
