import os
import subprocess
import sys

import pytest

REPORT = """Ferry to Hask stopped after engine fire

The Orvin Courier
12 May 2025

HASK - The ferry between Orvin and Hask was taken out of service on Monday after a fire in its engine room, the harbour
master said.

"Nobody was hurt, and the crew did everything right," harbour master Lena Brodt said. \
She said the ship would be towed to the yard on Tuesday.

About 140 passengers were brought ashore by two fishing boats before the fire was out.
"""


@pytest.fixture
def stemma(tmp_path):
    """Give a function that runs the command line as a user would, in a folder of its own."""

    def run(*arguments, given=None, **settings):
        environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONWARNINGS": "ignore", **settings}
        return subprocess.run(
            [sys.executable, "-m", "stemma.cli", *map(str, arguments)],
            cwd=tmp_path,
            input=given,
            capture_output=True,
            timeout=120,
            env=environment,
            check=False,
        )

    return run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
