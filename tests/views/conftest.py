"""The invented story that the tests of the views share."""

import pytest
from tests.views import example


@pytest.fixture(scope="session")
def collation():
    return example.COLLATION


@pytest.fixture(scope="session")
def hostile():
    return example.hostile()


def pytest_configure(config):
    config.addinivalue_line("markers", "browser: opens the page in a browser; skipped where there is none")
