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

Reports = Annotated[
    list[str],
    typer.Argument(metavar="REPORT...", help="Files (text, HTML, JSON), addresses, folders, or - for the standard input."),
]
OneReport = Annotated[
    str, typer.Argument(metavar="REPORT", help="A file (text, HTML, JSON), an address, or - for the standard input.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
HtmlFile = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write a page to this file as well; it needs nothing else.")
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
def compare(reports: Reports, html: HtmlFile = None, as_json: AsJson = False) -> None:
    """Compare reports: print the story, its tree, and on how many lines it rests."""
    with ending() as leave_with:
        from stemma.cli import papers, progress
        from stemma.desk import compare as compare_reports
        from stemma.views import show

        comparison = compare_reports(reports, watch=progress.watch())
        if html is not None:
            papers.write_whole(html, show.comparison_to_html(comparison))
        papers.put(show)
        leave_with(Exit.REFUSED if comparison.refusals else Exit.DONE)
        tell_refusals(comparison.refusals)


if __name__ == "__main__":
    app()
