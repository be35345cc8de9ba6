import os
import stat
from pathlib import Path

import pytest

from stemma.cli.papers import write_whole
from stemma.desk.files import place_of
from stemma.model import UsageError


def test_a_file_is_written_whole_and_leaves_no_neighbour(tmp_path):
    write_whole(tmp_path / "page.html", "words \u00e9 \U0001f6f3")

    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "words \u00e9 \U0001f6f3"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_file_has_the_rights_that_the_user_gives_new_files(tmp_path):
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "page.html", "x")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "page.html").symlink_to(tmp_path / "far" / "page.html")

    write_whole(tmp_path / "page.html", "x")

    assert (tmp_path / "page.html").is_symlink()
    assert (tmp_path / "far" / "page.html").read_text() == "x"


def test_a_device_is_written_to_and_not_replaced():
    write_whole(Path("/dev/null"), "x")

    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_an_error_on_the_way_leaves_what_stood_there(tmp_path, monkeypatch):
    (tmp_path / "page.html").write_text("before")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="nothing was left half-written"):
        write_whole(tmp_path / "page.html", "after")

    assert (tmp_path / "page.html").read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_place_that_cannot_hold_a_file_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="is a folder"):
        place_of(tmp_path)
    with pytest.raises(UsageError, match="does not exist"):
        place_of(tmp_path / "no" / "page.html")
