"""What all tests share: the option that rewrites the golden drawings, and the way to data that lies outside the repository."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # so that a test can import the values beside it, as tests.golden.truths
    sys.path.insert(0, str(ROOT))


def pytest_addoption(parser):
    parser.addoption("--write-golden", action="store_true", help="rewrite the drawings of the golden stories")


@pytest.fixture(scope="session")
def write_golden(request):
    return request.config.getoption("--write-golden")


def folder_of(variable):
    """Give the folder that an environment variable names; skip where it is absent, fail where everything is required."""
    named = os.environ.get(variable)
    if named and Path(named).is_dir():
        return Path(named)
    reason = f"{variable} names no folder" if named else f"{variable} is not set"
    if os.environ.get("STEMMA_REQUIRE_ALL") == "1":
        pytest.fail(f"{reason}, and STEMMA_REQUIRE_ALL=1 asks for everything")
    pytest.skip(reason)
    return None


@pytest.fixture(scope="session")
def seeds_folder():
    return folder_of("STEMMA_SEEDS")


@pytest.fixture(scope="session")
def data_folder():
    return folder_of("STEMMA_DATA")
