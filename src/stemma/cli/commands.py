"""The commands: what may be typed, and which question each puts to the desk."""

from pathlib import Path
from typing import Annotated

import typer

from stemma.cli.exits import Exit, ending, tell_refusals

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Read many reports of one event: who said what, who has whose text, on how few lines each claim rests.",
    epilog="Exit codes: 0 done; 1 done, something refused; 2 wrong use; 3 nothing readable.",
)

ReportsArgument = Annotated[
    list[str],
    typer.Argument(metavar="REPORT", help="Files (text, HTML, JSON), folders, addresses, or - for the standard input."),
]
ReaderOption = Annotated[
    str | None,
    typer.Option(
        "--reader",
        metavar="NAME",
        help="Who marks what is said: network (the default), fast (rules alone), or another's.",
    ),
]
ReportArgument = Annotated[
    str, typer.Argument(metavar="REPORT", help="A file (text, HTML, JSON), an address, or - for the standard input.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
HtmlOption = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write a page to FILE as well; it needs nothing else.")
]


def _print_version(wanted: bool) -> None:
    if wanted:
        from stemma import __version__

        typer.echo(f"stemma {__version__}")
        raise typer.Exit


@app.callback()
def stemma(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Take the options that belong to no command."""


@app.command()
def compare(
    reports: ReportsArgument, html: HtmlOption = None, reader: ReaderOption = None, as_json: JsonOption = False
) -> None:
    """Compare reports and print the story they tell.

    Findings first; then who has whose text, every thing said in every wording, and on how few lines each claim rests.
    Reports of several events are told apart and each story is printed.
    """
    with ending() as leave_with:
        from stemma import desk
        from stemma.cli import papers, progress
        from stemma.desk import files, sheets

        if html is not None:
            files.place_of(html)  # refused before the work, not after it
        settings = desk.settings_in_force().but("readings", reader=reader)
        comparison = desk.compare(reports, settings=settings, watch=progress.watch())
        if html is not None:
            papers.write_whole(html, sheets.page_of(comparison))
        papers.print_found(comparison, as_json)
        tell_refusals(comparison.refusals)
        leave_with(Exit.REFUSED if comparison.refusals else Exit.DONE)


@app.command()
def read(
    reports: ReportsArgument, html: HtmlOption = None, reader: ReaderOption = None, as_json: JsonOption = False
) -> None:
    """Read reports, each by itself.

    Prints a report's voices and what each is given as saying, what it tells on its own account, its times, numbers and names.
    With --json, one report is one object; of several, each is a line.
    """
    with ending() as leave_with:
        from stemma import desk
        from stemma.cli import papers, progress
        from stemma.desk import files

        if html is not None:
            files.place_of(html)  # refused before the work, not after it
        settings = desk.settings_in_force().but("readings", reader=reader)
        refusals = papers.print_each(
            desk.read_each(reports, settings=settings), html, as_json, progress.counter("reading")
        )
        tell_refusals(refusals)
        leave_with(Exit.REFUSED if refusals else Exit.DONE)


@app.command()
def check(
    report: ReportArgument,
    against: Annotated[
        str, typer.Option("--against", metavar="TRANSCRIPT", help="The transcript; it is taken as what was said.")
    ],
    reader: ReaderOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check a report against a transcript.

    Says of every quotation whether it was said so, and what was altered. Texts with `Speaker:` lines are transcripts.
    """
    with ending() as leave_with:
        from stemma import desk
        from stemma.cli import papers

        settings = desk.settings_in_force().but("readings", reader=reader)
        checked = desk.check(report, against, settings=settings)
        papers.print_found(checked, as_json)
        tell_refusals(checked.refusals)
        leave_with(Exit.REFUSED if checked.refusals else Exit.DONE)


@app.command()
def match(
    corpus: Annotated[
        str, typer.Argument(metavar="CORPUS", help="A folder of reports, or a file: .jsonl, .jsonl.gz, .csv, .parquet.")
    ],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="Where the matches go: JSON Lines, or Parquet where it ends so."),
    ],
    engine: Annotated[
        str | None,
        typer.Option("--engine", metavar="NAME", help="memory, duckdb or spark; else the size of the corpus decides."),
    ] = None,
    master: Annotated[
        str | None, typer.Option("--master", metavar="URL", help="The master of a Spark cluster; else this machine.")
    ] = None,
    stages: Annotated[
        Path | None,
        typer.Option("--stages", metavar="FOLDER", help="Keep the finished stages of the work here for another run."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Find every passage that two reports of a corpus share.

    Each match is a line: characters of the left and the right report, the edits between them, score, surprisal. What it rests
    on and what was refused stands in FILE.meta.json, or in the Parquet file itself. Interrupted, the same command goes on.
    """
    resumed = f"the same command goes on from {stages or str(out) + '.stages'}"
    with ending(resumed) as leave_with:
        from stemma import desk
        from stemma.cli import papers, progress

        found = desk.match(corpus, out, engine=engine, master=master, stages=stages, watch=progress.watch())
        papers.print_found(found, as_json)
        tell_refusals(found.refusals)
        leave_with(Exit.REFUSED if found.refusals else Exit.DONE)


@app.command()
def demo(
    as_json: JsonOption = False,
    serve: Annotated[
        bool, typer.Option("--serve", help="Show the page in the browser, from this machine alone.")
    ] = False,
) -> None:
    """Compare reports that ship with stemma.

    Prints the story of five invented reports and writes it as a page to demo.html.
    """
    with ending():
        from stemma import desk
        from stemma.cli import papers, serving
        from stemma.desk import sheets

        comparison = desk.demo()
        page = sheets.page_of(comparison)
        papers.write_whole(Path("demo.html"), page)
        papers.print_found(comparison, as_json)
        if not as_json:
            papers.print_text("\nThe same as a page: demo.html")
        if serve:
            serving.serve(page)
