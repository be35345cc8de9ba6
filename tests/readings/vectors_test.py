"""Sentence vectors, by a model that a folder holds, a small one of numbers drawn at random, and by the one that ships."""

import json
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

import stemma
from stemma.desk.settings import Settings
from stemma.desk.vectors import NONE, encoder_in
from stemma.model import FormatError
from stemma.readings import vectors
from stemma.readings.vectors import NEWEST, encoder_at, shipped

WIDTH, HEADS, DEPTH, PLACES = 24, 4, 2, 16
WORDS = "[PAD] [UNK] [CLS] [SEP] the dam broke at night ada orr said . town was empty".split()


def arrays():
    chance = np.random.default_rng(5)

    def drawn(*shape):
        return chance.normal(0, 0.3, shape).astype(np.float32)

    found = {
        "embeddings.word_embeddings.weight": drawn(len(WORDS), WIDTH),
        "embeddings.position_embeddings.weight": drawn(PLACES, WIDTH),
        "embeddings.token_type_embeddings.weight": drawn(2, WIDTH),
        "embeddings.LayerNorm.weight": np.ones(WIDTH, np.float32),
        "embeddings.LayerNorm.bias": drawn(WIDTH),
    }
    shapes = {
        "attention.self.query": (WIDTH, WIDTH),
        "attention.self.key": (WIDTH, WIDTH),
        "attention.self.value": (WIDTH, WIDTH),
        "attention.output.dense": (WIDTH, WIDTH),
        "intermediate.dense": (2 * WIDTH, WIDTH),
        "output.dense": (WIDTH, 2 * WIDTH),
        "attention.output.LayerNorm": (WIDTH,),
        "output.LayerNorm": (WIDTH,),
    }
    for number in range(DEPTH):
        for name, shape in shapes.items():
            found[f"encoder.layer.{number}.{name}.weight"] = drawn(*shape)
            found[f"encoder.layer.{number}.{name}.bias"] = drawn(shape[0])
    return found


@pytest.fixture
def model(tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    save_file(arrays(), folder / "model.safetensors")
    (folder / "vocab.txt").write_text("\n".join(WORDS))
    (folder / "config.json").write_text(json.dumps({"num_hidden_layers": DEPTH, "num_attention_heads": HEADS}))
    return folder


def slow_vector(text):
    """Give what the paper's formulas give, head by head and row by row; the slow twin."""
    given = {name: array.astype(np.float64) for name, array in arrays().items()}
    rows = [WORDS.index(word) for word in ["[CLS]", *text.split(), "[SEP]"]]

    def norm(x, name):
        deviation = np.sqrt(x.var(axis=1, keepdims=True) + 1e-12)
        return (x - x.mean(axis=1, keepdims=True)) / deviation * given[f"{name}.weight"] + given[f"{name}.bias"]

    def dense(x, name):
        return x @ given[f"{name}.weight"].T + given[f"{name}.bias"]

    x = given["embeddings.word_embeddings.weight"][rows] + given["embeddings.position_embeddings.weight"][: len(rows)]
    x = norm(x + given["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for number in range(DEPTH):
        at = f"encoder.layer.{number}."
        query, key, value = (dense(x, f"{at}attention.self.{part}") for part in ("query", "key", "value"))
        told = []
        for start in range(0, WIDTH, WIDTH // HEADS):
            head = slice(start, start + WIDTH // HEADS)
            weights = np.exp(query[:, head] @ key[:, head].T / np.sqrt(WIDTH // HEADS))
            told.append(weights / weights.sum(axis=1, keepdims=True) @ value[:, head])
        x = norm(
            x + dense(np.concatenate(told, axis=1), f"{at}attention.output.dense"), f"{at}attention.output.LayerNorm"
        )
        inner = dense(x, f"{at}intermediate.dense")
        inner = 0.5 * inner * (1 + np.tanh(np.sqrt(2 / np.pi) * (inner + 0.044715 * inner**3)))
        x = norm(x + dense(inner, f"{at}output.dense"), f"{at}output.LayerNorm")
    mean = x.mean(axis=0)
    return mean / np.linalg.norm(mean)


@pytest.mark.parametrize("text", ["the dam broke at night", "ada orr said the town was empty", "dam"])
def test_a_vector_is_what_the_formulas_give(model, text):
    found = encoder_at(str(model)).encode([text])

    assert found.shape == (1, WIDTH)
    assert np.allclose(found[0], slow_vector(text), atol=1e-5)


def test_what_is_too_long_is_cut(model):
    encoder = encoder_at(str(model))
    long, cut = encoder.encode(
        ["the dam broke at night " * 40, " ".join(("the dam broke at night " * 40).split()[:14])]
    )

    assert np.allclose(long, cut, atol=1e-6)  # the last bit may hang on where in the matrix a sentence stands


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda folder: (folder / "vocab.txt").unlink(), "No such file or directory"),
        (lambda folder: (folder / "config.json").write_text("{}"), "no BERT in small letters"),
        (lambda folder: (folder / "config.json").write_text("{"), "no BERT in small letters"),
        (lambda folder: (folder / "model.safetensors").write_bytes(b"nothing"), "no BERT in small letters"),
    ],
    ids=["no vocabulary", "no depth", "no JSON", "no weights"],
)
def test_a_folder_that_holds_no_such_model(model, spoil, why):
    spoil(model)

    with pytest.raises(FormatError, match=why):
        encoder_at(str(model))


REPORTS = [
    {"id": "a", "text": "The dam broke at night, Ada Orr said.\n"},
    {"id": "b", "text": "The dam broke at night, Ada Orr said. The town was empty.\n"},
]


def test_a_folder_that_is_not_there_is_told_once_and_hurts_nothing(tmp_path):
    folder = str(tmp_path / "nowhere")
    found = stemma.compare(REPORTS, settings=Settings().but("readings", vectors=folder))

    by_words = stemma.compare(REPORTS, settings=Settings().but("readings", vectors=NONE))

    assert [one.subject for one in found.refusals] == [folder]
    assert found.refusals[0].reason == (
        "no sentence vectors (No such file or directory); claims are compared by their words"
    )
    assert found.collations == tuple(
        type(one)(**{**vars_of(one), "stamp": found.collations[0].stamp}) for one in by_words.collations
    )


def vars_of(collation):
    return {name: getattr(collation, name) for name in collation.__dataclass_fields__}


@pytest.mark.parametrize(
    ("asked", "reader", "is_read"),
    [("", "network", True), ("", "fast", False), ("", "attribution.rules.v1", False), (NONE, "network", False)],
    ids=["as it ships", "fast", "fast by its full name", "none"],
)
def test_the_model_that_ships_is_read_unless_it_is_to_be_fast_or_without(asked, reader, is_read):
    encoder, refusal = encoder_in(asked, reader)

    assert (encoder is not None, refusal) == (is_read, None)


def test_a_model_that_should_ship_and_does_not_is_told(monkeypatch):
    monkeypatch.setattr(vectors, "shipped", lambda: None)
    encoder, refusal = encoder_in.__wrapped__("", "network")

    assert encoder is None
    assert (refusal.subject, "install stemma again" in refusal.reason) == (NEWEST, True)


def test_the_file_that_ships_is_the_one_that_the_card_describes():
    found = files("stemma.readings").joinpath(f"{NEWEST}.npz").read_bytes()

    assert len(found) < 35_000_000
    assert sha256(found).hexdigest() in (Path(__file__).parents[2] / "train/VECTORS.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "reworded", "other"),
    [
        (
            "The head of the harbour resigned on Monday over the oil spill",
            "The harbour master quit after oil was spilled",
            "The head of the harbour will meet fishermen on Monday",
        ),
        (
            "Wages go up by six percent now and by three percent next October",
            "Drivers will get six percent more at once and another three per cent in October of next year",
            "The union had asked for nine percent, and for three of it in October",
        ),
    ],
)
def test_a_rewording_is_nearer_than_another_matter_in_like_words(said, reworded, other):
    encoder = shipped()
    assert encoder is not None, "the model ships with the package"
    found = encoder.encode([said, reworded, other])

    assert float(found[0] @ found[1]) > float(found[0] @ found[2]) + 0.1


def test_a_vector_is_the_same_beside_whatever_others():
    encoder = shipped()
    assert encoder is not None
    texts = ["The mill burned.", "Nine boats were moved to Lowport on Tuesday, and two were lost on the way.", "Rain"]

    together = encoder.encode(texts * 20)

    assert np.allclose(together[:3], np.concatenate([encoder.encode([text]) for text in texts]), atol=1e-5)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)


def test_a_file_that_is_not_whole_is_told_in_one_line(tmp_path, monkeypatch):
    whole = files("stemma.readings").joinpath(f"{NEWEST}.npz").read_bytes()
    (tmp_path / "short.npz").write_bytes(whole[:1000])
    monkeypatch.setattr(vectors, "files", lambda _: tmp_path)

    with pytest.raises(FormatError, match="the network short cannot be read"):
        shipped("short")
    assert shipped("absent") is None


def test_claims_are_compared_by_vectors_too(model):
    with_vectors = stemma.compare(REPORTS, settings=Settings().but("readings", vectors=str(model)))

    assert not with_vectors.refusals
    assert with_vectors.collations[0].stamp.settings == {"readings.vectors": str(model)}
