import json
import os
import pty
import re
import select
import subprocess
import sys

import pytest
from typer.main import get_command

import stemma as package
from stemma.cli.commands import app

COMMANDS = sorted(get_command(app).commands)


def test_the_version(stemma):
    ran = stemma("--version")

    assert ran.stdout.decode() == f"stemma {package.__version__}\n"


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_says_in_eighty_columns_what_a_command_does(stemma, command):
    ran = stemma(*command.split(), "--help")

    assert ran.returncode == 0
    assert max(len(line) for line in ran.stdout.decode().splitlines()) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_json(command):
    assert "--json" in {name for one in get_command(app).commands[command].params for name in one.opts}


def test_help_loads_nothing_that_only_the_work_needs():
    heavy = ("numpy", "rapidfuzz", "trafilatura", "lxml", "jinja2", "sentencex", "simplemma", "urllib3")
    lines = (
        "import sys",
        "from stemma.cli import main",
        "sys.argv = ['stemma', '--help']",
        "try: main()",
        "except SystemExit: pass",
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)",
    )
    ran = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, check=True)

    assert ran.stderr.decode().strip() == "[]"


def test_compare_prints_the_story(stemma, report):
    ran = stemma("compare", report)

    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == b""
    assert ran.stdout.decode().startswith("1 report")
    assert "Lena Brodt" in ran.stdout.decode()


def test_compare_with_json_prints_one_object_and_nothing_else(stemma, report):
    told = json.loads(stemma("compare", report, "--json").stdout)

    assert (told["format"], told["version"]) == ("stemma.story", 1)
    assert told["story"]["count"]["reports"] == 1


def test_compare_writes_a_page_that_needs_nothing_else(stemma, tmp_path, report):
    ran = stemma("compare", report, "--html", "page.html")
    page = (tmp_path / "page.html").read_text()

    assert ran.returncode == 0, ran.stderr
    assert page.rstrip().endswith("</html>")
    assert re.findall(r"""(?:src|href)=["']https?:""", page) == []


def test_two_runs_give_the_same_bytes(stemma, tmp_path, report):
    one, two = (stemma("compare", report, "--json", "--html", f"{name}.html").stdout for name in "ab")

    assert one == two
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_read_prints_and_tells_as_json(stemma, report):
    told = json.loads(stemma("read", report, "--json").stdout)

    assert told["format"] == "stemma.reading"
    assert b"Lena Brodt" in stemma("read", report).stdout


def test_read_gives_several_reports_line_by_line(stemma, tmp_path, report):
    (tmp_path / "two.txt").write_text("The pact is dead, Bo Lind said.\n")

    ran = stemma("read", report, "two.txt", "--json", "--reader", "fast")
    told = [json.loads(line) for line in ran.stdout.splitlines()]

    assert ran.returncode == 0, ran.stderr
    assert [one["format"] for one in told] == ["stemma.reading"] * 2
    assert b"Bo Lind" in stemma("read", report, "two.txt").stdout


def test_a_page_is_of_one_report(stemma, tmp_path, report):
    (tmp_path / "two.txt").write_text("The pact is dead, Bo Lind said.\n")

    ran = stemma("read", report, "two.txt", "--html", "page.html")

    assert (ran.returncode, (tmp_path / "page.html").exists()) == (2, False)
    assert ran.stderr.decode() == "stemma: --html writes one report's page; give one report\n"


def test_a_reader_is_chosen_by_name_and_stamped(stemma, report):
    told = json.loads(stemma("read", report, "--json", "--reader", "fast").stdout)
    ran = stemma("compare", report, "--reader", "nobody")

    assert told["stamp"]["tool"] == "stemma.readings.attribution.rules.v1"
    assert ran.returncode == 2
    assert ran.stderr.decode() == "stemma: no reader is called 'nobody'; there is network, fast\n"


def test_check_tells_an_alteration(stemma, tmp_path, report):
    (tmp_path / "said.txt").write_text(
        "Lena Brodt: Nobody was hurt, and the crew did everything perfectly.\n\nReporter: Thank you.\n"
    )

    ran = stemma("check", report, "--against", "said.txt")
    told = json.loads(stemma("check", report, "--against", "said.txt", "--json").stdout)

    assert ran.returncode == 0, ran.stderr
    assert b"perfectly" in ran.stdout
    assert told["format"] == "stemma.check"
    assert "reworded-inside-marks" in {wording["integrity"] for wording in told["wordings"]}


def test_demo_prints_the_story_and_writes_the_page(stemma, tmp_path):
    ran = stemma("demo")

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.decode().startswith("5 reports")
    assert (tmp_path / "demo.html").read_text().rstrip().endswith("</html>")


def test_a_wrong_setting_is_wrong_use(stemma, tmp_path, report):
    (tmp_path / "stemma.toml").write_text("[stories]\nleast_bit = 1\n")

    ran = stemma("compare", report)

    assert ran.returncode == 2
    assert ran.stderr.decode() == "stemma: stemma.toml: [stories] has no setting least_bit; did you mean least_bits?\n"


@pytest.mark.parametrize("arguments", [["nonsense"], ["compare", "--nonsense", "x"], ["read"], ["check", "a", "b"]])
def test_wrong_use_is_code_2_and_points_to_help(stemma, arguments):
    ran = stemma(*arguments)

    assert ran.returncode == 2
    assert b"--help" in ran.stderr


def test_a_fault_of_our_own_is_one_line(tmp_path, report):
    code = (
        "import sys; import stemma.desk\n"
        "def broken(*a, **k): raise ZeroDivisionError('made')\n"
        "stemma.desk.compare = broken\n"
        f"sys.argv = ['stemma', 'compare', {str(report)!r}]\n"
        "from stemma.cli import main; main()"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert ran.returncode == 70
    assert ran.stderr.splitlines() == [
        "stemma: a fault of stemma's own (ZeroDivisionError: made); STEMMA_DEBUG=1 shows where"
    ]


def on_a_terminal(command, **settings):
    """Run a command with a terminal for its output and give what it shows there."""
    ours, theirs = pty.openpty()
    environment = {**{name: value for name, value in os.environ.items() if name != "NO_COLOR"}, **settings}
    running = subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    while select.select([ours], [], [], 30)[0]:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    running.wait()
    return shown


def test_colour_only_on_a_terminal_and_not_where_it_is_unwanted(report, stemma):
    command = [sys.executable, "-m", "stemma.cli", "compare", report]

    assert b"\x1b[" in on_a_terminal(command, TERM="xterm")
    assert b"\x1b[" not in on_a_terminal(command, NO_COLOR="1")
    assert b"\x1b[" not in stemma("compare", report).stdout


def test_a_bar_shows_on_a_terminal_when_reports_are_many(tmp_path, report):
    for number in range(25):
        text = report.read_text().replace("Hask", f"Hask{number}").replace("140", str(number))
        (tmp_path / f"{number}.txt").write_text(text.replace("Courier", f"Courier {number}"))

    shown = on_a_terminal([sys.executable, "-m", "stemma.cli", "compare", "--json", tmp_path])

    assert b"reading    [#" in shown
