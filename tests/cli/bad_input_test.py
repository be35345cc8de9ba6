import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import REPORT

TRACE = b"Traceback"


def lines(ran):
    return ran.stderr.decode("utf-8").splitlines()


def is_clean(ran):
    """Say whether a run told its troubles in lines of its own words, none empty, with no traceback and no fault."""
    told = lines(ran)
    return TRACE not in ran.stderr + ran.stdout and "a fault of stemma" not in ran.stderr.decode() and all(told)


def html(body, head="<title>Ferry stopped</title>"):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


ARTICLE = (
    "<article><h1>Ferry to Hask stopped after engine fire</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in REPORT.split("\n\n")[2:])
    + "</article>"
)

UNREADABLE = [
    ("empty.txt", b"", "an empty file"),
    ("blank.txt", b" \n\t\n ", "a file of blanks"),
    ("picture.txt", bytes(range(256)) * 40, "a binary file that calls itself text"),
    ("program.html", b"\x7fELF" + bytes(4000), "a binary file that calls itself a page"),
    ("shell.html", html("<nav><a href='/a'>Home</a> <a href='/b'>News</a></nav>").encode(), "a page with no article"),
    ("cut.json", b'{"text": "The ferry', "truncated JSON"),
    ("deep.json", b"[" * 100_000, "JSON nested without end"),
    ("list.json", b"[1, 2, 3]", "JSON that holds no report"),
    ("cut.warc.gz", gzip.compress(b"WARC/1.0\r\n" + b"x" * 5000)[:40], "a truncated gzip"),
    ("bomb.warc.gz", gzip.compress(bytes(300_000_000), 9), "an exploding gzip"),
]


@pytest.mark.parametrize(("name", "content", "why"), UNREADABLE, ids=[case[-1] for case in UNREADABLE])
def test_what_cannot_be_read_is_one_line_and_code_3(stemma, tmp_path, name, content, why):
    (tmp_path / name).write_bytes(content)

    ran = stemma("compare", name)

    assert ran.returncode == 3, ran.stderr
    assert is_clean(ran)
    assert any(name in line for line in lines(ran))
    assert ran.stdout == b""


@pytest.mark.parametrize(("name", "content", "why"), UNREADABLE[:6], ids=[case[-1] for case in UNREADABLE[:6]])
def test_the_rest_goes_on_and_the_code_is_1(stemma, tmp_path, report, name, content, why):
    (tmp_path / name).write_bytes(content)

    ran = stemma("compare", report, name)

    assert ran.returncode == 1, ran.stderr
    assert is_clean(ran)
    assert b"1 report" in ran.stdout
    assert any(name in line for line in lines(ran))


READABLE = [
    ("latin.txt", REPORT.replace("Brodt", "Brødt").encode("cp1252"), "another encoding"),
    ("mixed.txt", REPORT.replace("Brodt", "Brødt").encode() + "Café fermé.\n".encode("cp1252"), "mixed encodings"),
    ("bom.txt", b"\xef\xbb\xbf" + REPORT.encode(), "a BOM"),
    ("wide.txt", REPORT.encode("utf-16"), "UTF-16"),
    ("mac.txt", REPORT.replace("\n", "\r").encode(), "the line ends of old machines"),
    ("article.html", html(ARTICLE).encode(), "a page"),
    ("emoji.txt", REPORT.replace("Nobody", "N\u0303obody \U0001f6f3\ufe0f").encode(), "emoji and combining characters"),
    ("hebrew.txt", REPORT.replace("The ferry", "המעבורת (the ferry)").encode(), "right-to-left text"),
    ("future.txt", REPORT.replace("2025", "2925").encode(), "a date in the future"),
    ("undated.txt", REPORT.replace("12 May 2025\n", "").encode(), "no date"),
    ("-odd name.txt", REPORT.encode(), "a name that begins with a dash"),
]


@pytest.mark.parametrize(("name", "content", "why"), READABLE, ids=[case[-1] for case in READABLE])
def test_what_is_odd_is_read_all_the_same(stemma, tmp_path, name, content, why):
    (tmp_path / name).write_bytes(content)

    ran = stemma("compare", "--json", "--", name)

    assert ran.returncode in {0, 1}, ran.stderr
    assert is_clean(ran)
    (told,) = json.loads(ran.stdout)["reports"]
    assert "harbour" in told["text"]
    for zone in told["zones"]:
        assert 0 <= zone["start"] < zone["end"] <= len(told["text"])


STRANGE = [
    (
        html(ARTICLE + ARTICLE.replace("Hask", "Marle") + ARTICLE.replace("Hask", "Losten")),
        "a page with three articles",
    ),
    (html("<div>" * 20_000 + ARTICLE + "</div>" * 20_000), "a page nested without end"),
    (html("<table><tr><td>" * 5_000 + ARTICLE), "tables in tables that never end"),
    (html(ARTICLE).replace("</", "<"), "a page that closes nothing"),
]


@pytest.mark.parametrize(("page", "why"), STRANGE, ids=[case[-1] for case in STRANGE])
def test_a_strange_page_is_told_or_refused(stemma, tmp_path, page, why):
    (tmp_path / "page.html").write_text(page)

    ran = stemma("compare", "page.html")

    assert ran.returncode in {0, 1, 3}
    assert is_clean(ran)
    assert ran.returncode == 0 or any("page.html" in line for line in lines(ran))


def test_hostile_html_is_escaped_in_the_page(stemma, tmp_path):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)></svg>"
    hostile += '<a href="javascript:alert(4)">x</a>'
    (tmp_path / "a.html").write_text(html(ARTICLE.replace("<p>", f"<p>{hostile}", 1), f"<title>{hostile}</title>"))
    (tmp_path / "b.txt").write_text(
        REPORT.replace("Nobody", '<script>alert(5)</script><img src=x onerror="alert(6)">Nobody')
    )

    ran = stemma("compare", "a.html", "b.txt", "--html", "page.html")
    page = (tmp_path / "page.html").read_text()

    assert ran.returncode in {0, 1}
    assert is_clean(ran)
    assert "<script>alert(" not in page
    assert "<img src=x" not in page
    assert "<svg onload" not in page
    assert 'href="javascript:' not in page


def test_escape_codes_of_a_report_do_not_reach_the_terminal(stemma, tmp_path):
    (tmp_path / "a.txt").write_text(REPORT.replace("Nobody", "\x1b[2J\x1b]0;owned\x07Nobody"))

    ran = stemma("compare", "a.txt")

    assert b"\x1b" not in ran.stdout + ran.stderr
    assert ran.returncode in {0, 1}


def test_another_language_is_read_as_far_as_it_can_be_and_said(stemma, tmp_path):
    (tmp_path / "de.txt").write_text(
        "Fähre nach Hask fällt aus\n\nDie Fähre zwischen Orvin und Hask ist am Montag nach einem Brand im Maschinenraum "
        "ausgefallen, sagte der Hafenmeister. Rund 140 Fahrgäste wurden von zwei Fischerbooten an Land gebracht, bevor das "
        "Feuer gelöscht war. "
        "Verletzt wurde nach Angaben der Behörden niemand, das Schiff soll am Dienstag in die Werft geschleppt werden.\n"
    )

    ran = stemma("read", "de.txt")

    assert ran.returncode in {0, 1, 3}
    assert is_clean(ran)
    assert ran.returncode == 0 or any("de.txt" in line or "language" in line for line in lines(ran))


def test_no_file(stemma):
    ran = stemma("compare", "nowhere.txt")

    assert ran.returncode == 3
    assert is_clean(ran)
    assert any("nowhere.txt" in line for line in lines(ran))


def test_an_address_is_refused_with_what_to_do(stemma):
    ran = stemma("compare", "https://example.org/report.html")

    assert ran.returncode == 3
    assert is_clean(ran)
    assert any("example.org" in line for line in lines(ran))


def test_an_empty_folder(stemma, tmp_path):
    (tmp_path / "empty").mkdir()

    ran = stemma("compare", "empty")

    assert ran.returncode == 3
    assert is_clean(ran)


def test_a_folder_means_its_reports_and_the_rest_is_listed(stemma, tmp_path):
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "a.txt").write_text(REPORT)
    (tmp_path / "all" / "b.png").write_bytes(b"\x89PNG")

    ran = stemma("compare", "all")

    assert ran.returncode in {0, 1}
    assert is_clean(ran)
    assert any("b.png" in line for line in lines(ran))


def test_the_standard_input(stemma):
    ran = stemma("compare", "-", given=REPORT.encode())

    assert ran.returncode == 0, ran.stderr
    assert b"1 report" in ran.stdout


def test_an_empty_standard_input(stemma):
    ran = stemma("compare", "-", given=b"")

    assert ran.returncode == 3
    assert is_clean(ran)


def test_the_same_report_twice_is_one(stemma, tmp_path, report):
    (tmp_path / "again.txt").write_text(REPORT)

    ran = stemma("compare", "--json", report, report, "again.txt")

    assert len(json.loads(ran.stdout)["reports"]) == 1
    assert is_clean(ran)


def test_no_reports_is_wrong_use(stemma):
    ran = stemma("compare")

    assert ran.returncode == 2
    assert TRACE not in ran.stderr
    assert "Missing argument 'REPORT" in ran.stderr.decode()


def test_reports_of_two_events_are_two_stories(stemma, tmp_path, report):
    (tmp_path / "other.txt").write_text(
        "Covered market opens in Losten\n\n3 March 2019\n\nA new covered market opened in the northern quarter of Losten "
        "with sixty stalls and a roof of recycled glass. Traders who had sold in the open street for decades moved inside.\n"
    )

    ran = stemma("compare", "--json", report, "other.txt")
    told = json.loads(ran.stdout)

    assert told["format"] == "stemma.stories"
    assert len(told["stories"]) == 2


WRONG_PLACES = [
    ("no/such/folder/page.html", 2, "a folder that is not there"),
    (".", 2, "a folder"),
]


@pytest.mark.parametrize(("place", "code", "why"), WRONG_PLACES, ids=[case[-1] for case in WRONG_PLACES])
def test_a_place_that_holds_no_page(stemma, report, place, code, why):
    ran = stemma("compare", report, "--html", place)

    assert ran.returncode == code
    assert is_clean(ran)


@pytest.fixture
def disk(tmp_path):
    """Give a folder on a disk of 8 KB; where mounting is not allowed, one in which no file may grow above that."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", folder]
    is_mounted = subprocess.run(mounting, capture_output=True, check=False).returncode == 0
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    if not is_mounted:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    yield folder
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    if is_mounted:
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk_leaves_nothing_half_written(stemma, disk, report):
    (disk / "page.html").write_text("what stood here before")

    ran = stemma("compare", report, "--html", disk / "page.html")

    assert ran.returncode == 1
    assert is_clean(ran)
    assert any("page.html" in line and "half-written" in line for line in lines(ran))
    assert (disk / "page.html").read_text() == "what stood here before"
    assert [path.name for path in disk.iterdir()] == ["page.html"]


def test_an_output_that_takes_nothing(tmp_path, report):
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "stemma.cli", "compare", report], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert ran.returncode == 1
    assert TRACE not in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_a_reader_that_goes_away(tmp_path, report):
    command = (
        f"{sys.executable} -m stemma.cli compare --json {report} | head -c 10 > /dev/null; echo ${{PIPESTATUS[0]}}"
    )

    ran = subprocess.run(["bash", "-c", command], capture_output=True, check=False)

    assert TRACE not in ran.stderr
    assert ran.stdout.strip() in {b"0", b"141"}


def _start(tmp_path, *arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "stemma.cli", *map(str, arguments)],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_an_interrupt_shows_no_traceback(tmp_path):
    running = _start(tmp_path, "compare", "-")
    running.stdin.write(b"The ferry left at noon.\n" * 20_000)  # more than a pipe holds: once this returns, it reads
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=30)

    assert running.returncode == 130
    assert TRACE not in told


@pytest.mark.parametrize("delay", [0.3, 0.6, 0.9, 1.2])
def test_a_killed_process_leaves_the_page_whole_or_as_it_was(tmp_path, report, delay):
    (tmp_path / "page.html").write_text("what stood here before")
    running = _start(tmp_path, "compare", report, "--html", "page.html")
    time.sleep(delay)
    running.kill()
    running.communicate(timeout=30)

    page = (tmp_path / "page.html").read_text()
    assert page == "what stood here before" or page.rstrip().endswith("</html>")


def test_killed_while_writing_leaves_what_stood_there(tmp_path):
    (tmp_path / "page.html").write_text("what stood here before")
    code = (
        "import os, signal; from pathlib import Path; from stemma.cli import papers\n"
        "os.fsync = lambda file: os.kill(os.getpid(), signal.SIGKILL)\n"
        "papers.write_whole(Path('page.html'), 'new ' * 1000)"
    )

    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)

    assert ran.returncode == -signal.SIGKILL
    assert (tmp_path / "page.html").read_text() == "what stood here before"


def test_large_pages_are_read_or_refused_in_time(stemma, tmp_path):
    big = html(
        "<p>" + "All work and no play makes a dull boy. " * 1000 + "</p>" * 1 + "<div>x</div>" * 4_000_000 + ARTICLE
    )
    (tmp_path / "big.html").write_text(big[:50_000_000])

    ran = stemma("compare", "big.html")

    assert ran.returncode in {0, 1, 3}
    assert is_clean(ran)


def test_a_transcript_is_needed_for_a_check(stemma, report):
    assert stemma("check", report).returncode == 2
    assert stemma("check", report, "--against", "nowhere.txt").returncode == 3
    assert stemma("check", report, "--against", report).returncode == 2


def test_a_file_that_may_not_be_read(tmp_path, report):
    report.chmod(0)
    without_rights = []
    if os.access(report, os.R_OK):  # an administrator may read everything, unless these rights are taken off
        rights = "-dac_override,-dac_read_search"
        without_rights = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]

    ran = subprocess.run(
        [*without_rights, sys.executable, "-m", "stemma.cli", "compare", report], capture_output=True, check=False
    )

    assert ran.returncode == 3
    assert is_clean(ran)
    assert any("report.txt" in line for line in lines(ran))
