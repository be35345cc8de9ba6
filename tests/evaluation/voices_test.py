import json

import pytest
from evaluation.voices import __main__ as folders
from evaluation.voices import agreement, scores
from evaluation.voices.hearings import Heard, Hearing, Named, heard_by_stemma

TEXT = "Ada Orr said rain fell. She said it stopped. The mayor, Bo Haan, denied it. It is said he left."
GOLD = {
    "id": "a",
    "voices": [
        {"id": "v1", "kind": "person", "mentions": [[0, 7], [24, 27]]},
        {"id": "v2", "kind": "person", "mentions": [[45, 54], [56, 63]]},
    ],
    "attributions": [
        {"content": [[13, 22]], "source": [[0, 7]], "voice": "v1", "also": [], "via": None, "stance": "asserts"},
        {"content": [[33, 43]], "source": [[24, 27]], "voice": "v1", "also": [], "via": "v2", "stance": "asserts"},
        {"content": [[72, 74]], "source": [[45, 63]], "voice": "v2", "also": [], "via": None, "stance": "denies"},
        {"content": [[87, 94]], "source": [], "voice": None, "also": [], "via": None, "stance": "asserts"},
    ],
}
ORR, SHE, HAAN = (0, 7), (24, 27), (45, 63)


def told(voices, answers, via=None, stances=None):
    contents = [tuple(map(tuple, one["content"])) for one in GOLD["attributions"]]
    heard = (
        Heard(content=content, voice_ids=(answer,), via=via, stance=(stances or {}).get(number, "asserts"))
        for number, (content, answer) in enumerate(zip(contents, answers, strict=True))
    )
    return Hearing(voices={key: Named(name=key, mentions=places) for key, places in voices.items()}, heard=tuple(heard))


def figures(hearing):
    tally = scores.tally(TEXT, scores.gold_of(GOLD), hearing)
    return {name: (ratio.value, ratio.n) for name, ratio in tally.items()}


RIGHT = {"orr": (ORR, SHE), "haan": (HAAN,)}

CASES = [
    (RIGHT, ("orr", "orr", "haan", None), 1.0, "everybody is who he is"),
    (RIGHT, ("orr", "haan", "haan", None), 0.75, "a pronoun goes to another"),
    (RIGHT, ("orr", "orr", "haan", "orr"), 0.75, "nobody is taken for somebody"),
    (RIGHT, ("orr", "orr", None, None), 0.75, "somebody is taken for nobody"),
    ({**RIGHT, "she": (SHE,)}, ("orr", "she", "haan", None), 0.75, "a pronoun by itself names nobody"),
    ({"all": (ORR, SHE, HAAN)}, ("all", "all", "all", None), 0.75, "two in one: the one first named"),
    ({**RIGHT, "rain": ((13, 17),)}, ("rain", "orr", "haan", None), 0.75, "a voice that gold does not know"),
]


@pytest.mark.parametrize(("voices", "answers", "accuracy", "why"), CASES, ids=[case[-1] for case in CASES])
def test_accuracy(voices, answers, accuracy, why):
    assert figures(told(voices, answers))["voices.accuracy"] == (accuracy, 4)


def test_accuracy_is_told_by_sort_of_source():
    found = figures(told(RIGHT, ("orr", "haan", "haan", None)))

    assert {name.rsplit(".", 1)[1]: value for name, value in found.items() if name.startswith("voices.accuracy.")} == {
        "name": (1.0, 2),
        "pronoun": (0.0, 1),
        "none": (1.0, 1),
    }


def test_chains_and_stances():
    found = figures(told(RIGHT, ("orr", "orr", "haan", None), via="haan", stances={2: "denies", 3: "asks"}))

    assert found["voices.via_f1"] == (0.4, 1)  # four are told, one is true
    assert found["voices.stance_accuracy"] == (0.75, 4)
    assert found["voices.stance_f1.denies"] == (1.0, 1)
    assert found["voices.stance_f1.asks"] == (0.0, 0)


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_the_task_reads_a_folder_and_stemma_names_who_speaks(tmp_path):
    write(tmp_path / "reports.jsonl", [{"id": "a", "text": TEXT}])
    write(tmp_path / "voices.jsonl", [GOLD])
    accuracy = scores.evaluate(tmp_path, {"stemma": lambda record: heard_by_stemma(record, "fast")}).figures[0]

    assert (accuracy.name, accuracy.value) == ("voices.accuracy", 1.0)


def test_a_voice_that_is_not_listed_is_refused(tmp_path):
    write(tmp_path / "reports.jsonl", [{"id": "a", "text": TEXT}])
    write(tmp_path / "voices.jsonl", [GOLD | {"voices": []}])

    with pytest.raises(ValueError, match="unknown report, voice or stance"):
        scores.evaluate(tmp_path, {})


def test_the_voices_of_one_part_are_a_folder_of_the_task(tmp_path, monkeypatch):
    rows = [{"corpus": "census", "id": name, "part": part} for name, part in (("a", "fit"), ("b", "test"))]
    write(tmp_path / "labels" / "articles.jsonl", rows)
    write(tmp_path / "labels" / "labels.jsonl", [GOLD | {"corpus": "census", "id": name} for name in "ab"])
    write(tmp_path / "data" / folders.CORPORA["census"], [{"id": name, "text": TEXT} for name in "ab"])
    monkeypatch.setattr(folders.write_voices, "__defaults__", (tmp_path / "labels",))

    assert folders.main(["--data", str(tmp_path / "data"), "--part", "fit", "--out", str(tmp_path / "out")]) == 0
    assert [json.loads(line)["id"] for line in (tmp_path / "out" / "voices.jsonl").read_text().splitlines()] == ["a"]


def test_two_parts_are_one_folder(tmp_path):
    rows = [
        {"corpus": "census", "id": name, "part": part}
        for name, part in zip("abc", ("fit", "held", "test"), strict=True)
    ]
    write(tmp_path / "labels" / "articles.jsonl", rows)
    write(tmp_path / "labels" / "labels.jsonl", [GOLD | {"corpus": "census", "id": name} for name in "abc"])
    write(tmp_path / "data" / folders.CORPORA["census"], [{"id": name, "text": TEXT} for name in "abc"])
    folders.write_voices(tmp_path / "data", ("fit", "held"), tmp_path / "out", tmp_path / "labels")

    assert [json.loads(line)["id"] for line in (tmp_path / "out" / "voices.jsonl").read_text().splitlines()] == [
        "a",
        "b",
    ]


def test_two_readings_agree_where_their_voices_share_mentions():
    renamed = json.loads(json.dumps(GOLD).replace('"v1"', '"w"'))
    renamed["attributions"][1]["voice"] = "v2"

    assert [one.is_same for one in agreement.shared(GOLD, renamed)] == [True, False, True, True]
