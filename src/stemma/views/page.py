"""Stories and readings as one page of HTML that needs nothing else: no network, no other file."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from unicodedata import category

from stemma.model import Collation, Reading, Refusal, Report

if TYPE_CHECKING:
    from jinja2 import Environment

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT_CONTROLS = frozenset("\n\t")


def to_html(collations: Collation | Sequence[Collation], refusals: Iterable[Refusal] = ()) -> str:
    """Give one story, or several, as one page of HTML: findings, stemma, reports side by side, remarks, claims, changes."""
    return to_html_many([collations] if isinstance(collations, Collation) else collations, refusals)


def to_html_many(collations: Sequence[Collation], refusals: Iterable[Refusal] = ()) -> str:
    """Give several stories as one page of HTML, with what was refused before any story was told.

    The first are told whole, as far as a browser can bear it, the others in brief.
    """
    from stemma.views.sheets import sheet_of
    from stemma.views.shelf import brief_of, count_whole, rest_phrase, title_phrase

    whole = count_whole(collations)
    sheets = [sheet_of(collation, f"s{number}") for number, collation in enumerate(collations[:whole], 1)]
    briefs = [brief_of(collation, number) for number, collation in enumerate(collations, 1)]
    values = {
        "sheets": sheets,
        "listed": briefs[:whole],
        "briefs": briefs[whole:],
        "title": title_phrase(collations),
        "rest": rest_phrase(whole),
        "refusals": tuple(refusals),
    }
    return _written("page.html.j2", values)


def reading_to_html(report: Report, reading: Reading, outlet: str | None = None) -> str:
    """Give one report on a page, with who says what marked in its text; `outlet` is the outlet's name."""
    from stemma.views.highlights import highlighted

    return _written("reading.html.j2", {"sheet": highlighted(report, reading), "outlet": outlet})


def _written(template: str, values: Mapping[str, Any]) -> str:
    """Write a template; the page's own script is the only one that its policy lets run."""
    from markupsafe import Markup

    environment = _environment()
    script = _own_text(environment, "page.js")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return environment.get_template(template).render(**values, script=Markup(script), script_digest=digest)  # noqa: S704


def _own_text(environment: "Environment", name: str) -> str:
    """Give a file that ships beside the templates, as it is."""
    return environment.loader.get_source(environment, name)[0] if environment.loader else ""


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("stemma.views", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=printable,
        keep_trailing_newline=False,
    )
    environment.filters.update(_filters())
    return environment


def _filters() -> dict[str, Callable[..., Any]]:
    from stemma.views.phrases import plural
    from stemma.views.reading_text import bounds_phrase

    return {"plural": plural, "bounds": bounds_phrase, "web": web_address}


def printable(value: Any) -> Any:
    r"""Give a value for the page: text without control characters, lone surrogates and marks that turn the direction.

    >>> printable("a\x00b\u202ec"), printable(3)
    ('a�bc', 3)
    """
    if not isinstance(value, str) or hasattr(value, "__html__") or (value.isascii() and value.isprintable()):
        return value  # what has __html__ was made by our own templates from values that passed here
    kept = (
        "\ufffd" if category(sign) == "Cs" or (category(sign) == "Cc" and sign not in _KEPT_CONTROLS) else sign
        for sign in value
        if sign not in _OVERRIDES
    )
    return "".join(kept)


def web_address(url: str | None) -> str | None:
    """Give an address that may be a link: http and https alone.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)"), web_address(None)
    ('https://example.org/a', None, None)
    """
    if url is None:
        return None
    plain = url.strip()
    is_web = plain.lower().startswith(("http://", "https://")) and not any(sign.isspace() for sign in plain)
    return plain if is_web else None
