"""One plan, several engines: each gives the rows that matching in memory gives."""

import json
import random
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.matches.made import OTHER, PASSAGE, babble, report, spun

from stemma.engines.runs import run
from stemma.engines.stages import Stage, encode
from stemma.matches import MatchRules, match
from stemma.matches.packing import packed
from stemma.matches.plan import matching_plan, numbered
from stemma.matches.records import matches_of
from stemma.matches.rows import count, cut, numbers

# Of a few reports what otherwise holds of thousands: some runs are stock, and a pair must share two.
LARGE = MatchRules(whole_reports=0, stock_reports=6)


def corpus(chance, size):
    """Make reports that share passages, edited or not, one of them so many that it is stock."""
    bases = [babble(seed, 60) for seed in range(4)]
    for number in range(size):
        parts = [babble(100 + number, 20), spun(chance.choice(bases), chance.randint(4, 12))]
        if number % 2:
            parts.append(PASSAGE if chance.random() < 0.5 else spun(PASSAGE, 9))
        if number % 5 == 0:
            parts.append(OTHER)
        chance.shuffle(parts)
        yield report(f"r{chance.randint(0, size)}-{number % 7}", "\n".join(parts))


def stage_of(name, rows, folder):
    """Put rows on disk in two parts, under a name that is theirs alone."""
    stage = Stage(folder / f"{name}-{blake2b(encode(rows), digest_size=12).hexdigest()}")
    half = count(rows) // 2
    stage.write(0, cut(rows, 0, half))
    stage.write(1, cut(rows, half, count(rows)))
    stage.finish(2)
    return stage


def found_on(engine, reports, rules, folder):
    """Give the matches that an engine finds in reports, and the stock that it sets apart."""
    sheets = packed(reports, rules)
    order = numbered(sheets, {})
    inputs = {"sheets": stage_of("sheets", sheets, folder), "reports": stage_of("reports", order, folder)}
    stages = run(matching_plan(count(order), rules), inputs, engine, folder)
    ids = [reports[row].id for row in numbers(order, "row").tolist()]
    matches = [one for part in stages["matches"].parts() for one in matches_of(part, ids)]
    pairs = [(one.left.report_id, one.right.report_id, one.left, one.right) for one in matches]

    assert pairs == sorted(pairs)
    stock = stages["stock_passages"].table().whole(["reports", "report", "first", "last"])
    return tuple(sorted(matches, key=lambda one: (one.left, one.right))), stock


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False), size=st.integers(0, 24))
def test_made_corpora(fresh_embedded, chance, size):
    reports = list(corpus(chance, size))
    with TemporaryDirectory() as name, fresh_embedded(Path(name)) as engine:
        found, _ = found_on(engine, reports, LARGE, Path(name))

        assert found == match(reports, LARGE)


@pytest.mark.spark
@pytest.mark.parametrize(("seed", "size"), [(1, 0), (2, 24)])
def test_made_corpora_on_spark(local_spark, seed, size, tmp_path):
    reports = list(corpus(random.Random(seed), size))  # noqa: S311 - made-up reports need no secure chance
    found, _ = found_on(local_spark, reports, LARGE, tmp_path)

    assert found == match(reports, LARGE)


def test_stock_is_set_apart_alike(engine, tmp_path):
    reports = [report(f"r{number:02}", f"{babble(number, 40)}\n{OTHER}") for number in range(20)]
    reports += [report("s", PASSAGE), report("t", f"{OTHER} {PASSAGE}")]
    found, stock = found_on(engine, reports, LARGE, tmp_path)

    assert {(one.left.report_id, one.right.report_id) for one in found} == {("s", "t")}
    assert stock["reports"].tolist() == [21]


def test_news(engine, tmp_path, data_folder):
    reports = []
    for outlet in ("census", "spotify"):
        for line in (data_folder / "outlets" / f"{outlet}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            reports.append(report(record["id"], record["text"]))
    found, _ = found_on(engine, reports, LARGE, tmp_path)

    assert len(found) > 300
    assert found == match(reports, LARGE)
