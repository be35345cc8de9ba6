"""Pages whose code runs: `python tools/pages.py` runs it and writes the answers into the pages anew.

In README.md, CONTRIBUTING.md and docs/ these fenced blocks are alive:

- `console`: after each line `$ command` stands what the command prints. Where the answer is long, it is cut at a line `...`
  (the page keeps as many lines as it has before it).
- `python`: runs in one namespace per page. What it prints stands in the `text` block right after it.
- `text NAME`: is a file of that name, for what follows on the page.

Every page runs in an empty folder that holds `reports/`, a copy of the reports of `stemma demo`. Also written:
docs/reference/cli.md from the command line's own help, docs/reference/settings.md from the rooms' rules, and
docs/reference/quality.md from what `make evaluate` measured last.
"""

import contextlib
import inspect
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "src" / "stemma" / "desk" / "demo"
_BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
CUT = "..."
Record = dict[str, Any]
PLACE = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # the commands of this very environment


def pages() -> tuple[Path, ...]:
    """Give the pages whose code runs."""
    return (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))


def refreshed(page: str) -> str:
    """Give a page with what its blocks answer today; raises RuntimeError where a python block fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "reports").mkdir()
        for report in DEMO.glob("*.txt"):
            shutil.copy(report, folder / "reports")
        os.environ["PATH"] = PLACE
        with contextlib.chdir(folder):
            return _refresh(page, folder)


def _refresh(page: str, folder: Path) -> str:
    parts, last, printed, names = [], 0, None, {}
    for block in _BLOCK.finditer(page):
        parts.append(page[last : block.start("body")])
        body, last = block.group("body"), block.end("body")
        kind, name = block.group("kind"), block.group("name")
        if kind == "console":
            body = "".join(_answered(step, folder) for step in steps(body))
        elif kind == "text" and name:
            (folder / name).write_text(body, encoding="utf-8")
        elif kind == "text" and printed:
            body = _cut_like(body, printed)
        printed = _run_python(body, names) if kind == "python" else None
        parts.append(body)
    return "".join([*parts, page[last:]])


def steps(body: str) -> Iterator[tuple[str, str]]:
    r"""Give the commands of a console block, each with the answer that the page has.

    >>> list(steps("$ echo a\na\n$ true\n"))
    [('echo a', 'a\n'), ('true', '')]
    """
    for step in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, answer = step.partition("\n")
        yield command, answer


def _answered(step: tuple[str, str], folder: Path) -> str:
    command, answer = step
    return f"$ {command}\n{_cut_like(answer, _run_command(command, folder))}"


def _cut_like(old: str, new: str) -> str:
    r"""Cut a new answer where the old one was cut.

    >>> _cut_like("a\n...\n", "b\nc\n")
    'b\n...\n'
    """
    if CUT not in old.splitlines():
        return new
    kept = old.splitlines().index(CUT)
    return "".join(line + "\n" for line in [*new.splitlines()[:kept], CUT])


def _run_command(command: str, folder: Path) -> str:
    settings = {**os.environ, "PATH": PLACE, "NO_COLOR": "1", "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(
        ["/bin/bash", "-c", command], cwd=folder, env=settings, capture_output=True, text=True, timeout=120, check=False
    )
    return "".join(line.rstrip() + "\n" for line in (ran.stdout + ran.stderr).splitlines())


def _run_python(code: str, names: dict[str, object]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "page", "exec"), names)  # noqa: S102 the page's own code
    return printed.getvalue()


def cli_page() -> str:
    """Give the reference of the command line, made from its own help."""
    from typer.main import get_command

    from stemma.cli.commands import app

    command = get_command(app)
    parts = [
        "# The command line\n",
        "Made by `make docs` from the commands' own help; a test checks that the two agree.\n",
        _help_of("stemma"),
    ]
    for name in command.commands:  # type: ignore[attr-defined]
        parts += [f"## stemma {name}\n", _help_of(f"stemma {name}")]
    return "\n".join(parts)


def _help_of(command: str) -> str:
    with tempfile.TemporaryDirectory() as name:
        return f"```text\n{_run_command(f'{command} --help', Path(name))}```\n"


def settings_page() -> str:
    """Give the reference of the settings, made from the rooms' rules: a field's comment says what it is."""
    from stemma.desk.settings import RULES, shipped

    parts = [
        "# Settings\n",
        "Made by `make docs` from the rules of the rooms; a test checks that the two agree.\n",
        "Settings stand in `stemma.toml` in the folder where stemma is started, or in the file that `STEMMA_SETTINGS` names:\n"
        "one table for each room. What is not set stays as it ships. Every result carries in its stamp what was set.\n",
        "```toml\n[stories]\nmost_findings = 10\n```\n",
    ]
    for room in RULES:
        rules = shipped(room)
        comments = _comments_of(type(rules))
        parts += [
            f"## {room}\n",
            f"{inspect.getdoc(type(rules))}\n",
            "| setting | as it ships | what it is |\n|---|---|---|",
        ]
        parts += [
            f"| `{one.name}` | `{_toml(getattr(rules, one.name))}` | {comments.get(one.name, '')} |"
            for one in fields(rules)
        ]
        parts.append("")
    return "\n".join(parts)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(list(value) if isinstance(value, tuple) else value).replace("|", "\\|")


def _comments_of(rules: type) -> dict[str, str]:
    """Give, for each field of a class, the comment on its line, or the lines of comment right above it."""
    found: dict[str, str] = {}
    above: list[str] = []
    for line in inspect.getsource(rules).splitlines():
        code, _, comment = line.strip().partition("#")
        name = re.match(r"(\w+):", code)
        if not code and comment:
            above.append(comment.strip())
        elif name:
            found[name.group(1)] = (comment.strip() or " ".join(above)).replace("|", "\\|")
            above = []
        else:
            above = []
    return found


_DETAIL = re.compile(
    r"\.(?:f1|integrity_f1|passed|faithful_joined)\."
)  # a figure of one class; the page shows the whole


def quality_page(results: Record, floors: Record) -> str:
    """Give the reference of the quality reached, beside what plainer methods reach on the same."""
    parts = [
        "# What is reached\n",
        "Made by `make docs` from `evaluation/results.json`, which `make evaluate` writes; in brackets the 95 % interval.",
        "What the figures mean: [evaluation](evaluation.md). What they can show: [truth](../explanation/truth.md).\n",
    ]
    for result in results["results"]:
        kept = floors["suites"].get(result["suite"], {}).get("floors", {})
        columns = ["stemma", *(baseline["name"] for baseline in result["baselines"])]
        told = [_by_name(result), *map(_by_name, result["baselines"])]
        parts += [
            f"## {result['suite']}\n",
            f"Task `{result['task']}` on {result['data']['path']}.\n",
            f"| figure | n | floor | {' | '.join(columns)} |",
            "|---|--:|--:|" + "--:|" * len(columns),
        ]
        for name in dict.fromkeys(name for figures in told for name in figures if not _DETAIL.search(name)):
            n = next(figures[name]["n"] for figures in told if name in figures)
            cells = [_cell(figures.get(name)) for figures in told]
            parts.append(f"| `{name}` | {n} | {kept.get(name, '')} | {' | '.join(cells)} |")
        parts.append("")
    return "\n".join(parts)


def _by_name(result: Record) -> dict[str, Record]:
    return {figure["name"]: figure for figure in result["figures"]}


def _cell(figure: Record | None) -> str:
    if figure is None:
        return ""
    return f"{figure['value']:.3f}" + (f" ({figure['low']:.2f}-{figure['high']:.2f})" if "low" in figure else "")


def main() -> int:
    """Write all pages anew."""
    results, floors = (
        json.loads((ROOT / "evaluation" / f"{name}.json").read_text(encoding="utf-8")) for name in ("results", "floors")
    )
    (ROOT / "docs" / "reference" / "quality.md").write_text(quality_page(results, floors), encoding="utf-8")
    (ROOT / "docs" / "reference" / "cli.md").write_text(cli_page(), encoding="utf-8")
    (ROOT / "docs" / "reference" / "settings.md").write_text(settings_page(), encoding="utf-8")
    for path in pages():
        page = path.read_text(encoding="utf-8")
        new = refreshed(page)
        if new != page:
            path.write_text(new, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
