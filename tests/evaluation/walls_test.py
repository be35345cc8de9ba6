"""Whoever makes the truth must not know the judge, nor the judge the truth: the contracts that say so must fire."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WALLS = ("Who makes the truth does not know the judge", "The judge does not know the truth")

CASES = [
    ("evaluation/bred.py", "import stemma\n", None, "the evaluation uses the public functions"),
    ("evaluation/bred.py", "import stemma.stories\n", WALLS[0], "the truth knows the judge"),
    ("evaluation/traditions/deep.py", "from stemma.stories.tree import draw\n", WALLS[0], "deep inside, too"),
    ("evaluation/bred.py", "def f():\n    from stemma import stories\n", WALLS[0], "inside a function, too"),
    ("stemma/stories/tree.py", "from evaluation import bred\n", WALLS[1], "the judge knows the truth"),
    ("stemma/desk.py", "import evaluation\n", WALLS[1], "a room beside the judge knows it"),
]


def sketch(folder):
    """Write two packages as bare as can be, in which nothing is wrong."""
    for package in ("stemma", "stemma/stories", "evaluation", "evaluation/traditions"):
        (folder / package).mkdir()
        (folder / package / "__init__.py").write_text("")
    (folder / "stemma" / "__init__.py").write_text("from stemma import desk\n")
    (folder / "stemma" / "desk.py").write_text("from stemma import stories\n")
    (folder / "stemma" / "stories" / "tree.py").write_text("def draw(): ...\n")
    (folder / "evaluation" / "bred.py").write_text("")


def contracts():
    """Give the two contracts as they stand in the project, for a sketch of it."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    kept = tomllib.loads(text)["tool"]["importlinter"]
    blocks = ["[tool.importlinter]", f"root_packages = {kept['root_packages']}"]
    for one in kept["contracts"]:
        if one["name"] in WALLS:
            settings = [f"{key} = {str(value).lower() if value is True else repr(value)}" for key, value in one.items()]
            blocks += ["[[tool.importlinter.contracts]]", *settings]
    return "\n".join(blocks)


@pytest.mark.parametrize(("path", "code", "broken", "why"), CASES, ids=[case[-1] for case in CASES])
def test_the_wall_between_truth_and_judge(tmp_path, path, code, broken, why):
    sketch(tmp_path)
    (tmp_path / path).write_text(code)
    (tmp_path / "pyproject.toml").write_text(contracts())

    ran = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = {name: f"{name} KEPT" in ran.stdout for name in WALLS}

    assert verdicts == {name: name != broken for name in WALLS}, ran.stdout + ran.stderr
    assert ran.returncode == (1 if broken else 0)
