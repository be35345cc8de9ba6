import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = _load(ROOT / "tools" / "pages.py")
PAGES = [path for path in tool.pages() if path.exists()]
FORMAT = re.compile(r'"(stemma\.(?:story|stories|reading|check|match|evaluation|evaluation\.results|floors))"')
LINK = re.compile(r"\[[^\]]+\]\((?!https?:)([^)#\s]+)")


def tracked_files():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_code_on_a_page_answers_what_the_page_says(path):
    page = path.read_text(encoding="utf-8")

    assert tool.refreshed(page) == page, "make docs writes the pages anew"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_links_of_a_page_lead_somewhere(path):
    targets = LINK.findall(path.read_text(encoding="utf-8"))

    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_the_reference_of_the_command_line_is_what_the_commands_say():
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")

    assert tool.cli_page() == page, "make docs writes the pages anew"


def test_the_reference_of_the_settings_is_what_the_rooms_have():
    page = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")

    assert tool.settings_page() == page, "make docs writes the pages anew"


def test_the_page_of_what_is_reached_sets_stemma_beside_plainer_methods():
    figures = [
        {"name": "pairs.macro_f1", "value": 0.91, "n": 40, "ceiling": None, "low": 0.85, "high": 0.95},
        {"name": "pairs.f1.independent", "value": 1.0, "n": 9, "ceiling": None},
    ]
    plainer = {"name": "credit lines", "figures": [{**figures[0], "value": 0.5}]}
    result = {"suite": "made", "task": "pairs", "data": {"path": "made"}, "figures": figures, "baselines": [plainer]}

    page = tool.quality_page({"results": [result]}, {"suites": {"made": {"floors": {"pairs.macro_f1": 0.8}}}})

    assert "| figure | n | floor | stemma | credit lines |" in page
    assert "| `pairs.macro_f1` | 40 | 0.8 | 0.910 (0.85-0.95) | 0.500 (0.85-0.95) |" in page
    assert "pairs.f1.independent" not in page


def test_the_page_of_what_is_reached_has_every_suite_that_was_measured():
    page = (ROOT / "docs" / "reference" / "quality.md").read_text(encoding="utf-8")
    results = json.loads((ROOT / "evaluation" / "results.json").read_text(encoding="utf-8"))["results"]

    assert [result["suite"] for result in results if f"## {result['suite']}\n" not in page] == [], "make docs"


def test_every_command_stands_in_the_readme_or_a_guide():
    from typer.main import get_command

    from stemma.cli.commands import app

    text = "\n".join(
        path.read_text(encoding="utf-8") for path in PAGES if path.name != "cli.md" and "decisions" not in path.parts
    )

    assert [name for name in get_command(app).commands if f"stemma {name}" not in text] == []


def test_every_format_has_its_page():
    found = set()
    for path in [*(ROOT / "src").rglob("*.py"), *(ROOT / "evaluation").rglob("*.py")]:
        found |= set(FORMAT.findall(path.read_text(encoding="utf-8")))
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))

    assert sorted(name for name in found if name not in text) == []


def test_every_public_name_is_there():
    import stemma

    assert [name for name in stemma.__all__ if not hasattr(stemma, name)] == []
    assert stemma.__all__ == sorted(stemma.__all__)


def test_importing_stemma_loads_nothing_heavy():
    heavy = "{'numpy', 'trafilatura', 'typer', 'msgspec'}"
    code = f"import stemma, sys; print([name for name in sys.modules if name.split('.')[0] in {heavy}])"

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"


def test_change_notes_have_a_kind_and_one_sentence():
    notes = list((ROOT / "changes").glob("*.md"))

    assert notes
    for note in notes:
        assert re.fullmatch(r"[\w-]+\.(added|changed|fixed|removed)\.md", note.name)
        assert note.read_text(encoding="utf-8").strip().endswith(".")


# Written in halves, so that this file does not hold what it forbids.
FORBIDDEN = [
    "../" + "shared/seeds/0",
    "/work/" + "shared",
    "index-" + "url",
    "trusted-" + "host",
    "find-" + "links",
    "artifact" + "ory",
]


def test_no_place_of_a_single_machine_stands_in_the_repository():
    wrong = []
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", "ignore")
        wrong += [f"{path.relative_to(ROOT)}: {word}" for word in FORBIDDEN if word in text.lower()]

    assert [line for line in wrong if not line.startswith("Makefile: ")] == []


def test_locked_requirements_hold_hashes_and_no_addresses():
    for name in ("core.txt", "dev.txt", "spark.txt", "bench.txt"):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")

        assert "--hash=sha256:" in text
        assert "://" not in text
        assert re.findall(r"^-", text, re.MULTILINE) == []


def test_the_evaluation_and_the_stories_do_not_know_each_other():
    ours = re.compile(r"^\s*(?:from|import) (stemma(?:\.\w+)*)", re.MULTILINE)
    used = {
        name for path in (ROOT / "evaluation").glob("*.py") for name in ours.findall(path.read_text(encoding="utf-8"))
    }

    assert used <= {"stemma"}
    for path in (ROOT / "src").rglob("*.py"):
        assert "evaluation" not in re.findall(
            r"^\s*(?:from|import) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE
        )


def _runs_of_words(text, size=10):
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[start : start + size]) for start in range(len(words) - size + 1)}


def test_no_text_of_others_stands_in_the_repository():
    folders = [os.environ.get("STEMMA_SEEDS"), os.environ.get("STEMMA_DATA")]
    if not all(folder and Path(folder).is_dir() for folder in folders):
        if os.environ.get("STEMMA_REQUIRE_ALL") == "1":
            pytest.fail("STEMMA_SEEDS or STEMMA_DATA is not there")
        pytest.skip("STEMMA_SEEDS or STEMMA_DATA is not there")
    ours = {}
    for path in tracked_files():
        if (
            path.suffix in {".py", ".md", ".txt", ".html", ".json", ".toml", ".jsonl"}
            and "requirements" not in path.parts
        ):
            for run in _runs_of_words(path.read_text(encoding="utf-8", errors="ignore")):
                ours.setdefault(run, path.relative_to(ROOT))
    theirs = set()
    for path in Path(folders[0]).glob("*.txt"):
        theirs |= _runs_of_words(path.read_text(encoding="utf-8")) & ours.keys()
    for path in (Path(folders[1]) / "polnear").glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            theirs |= _runs_of_words(json.loads(line).get("text", "")) & ours.keys()

    assert sorted(f"{ours[run]}: {run}" for run in theirs) == []
