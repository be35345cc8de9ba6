"""Outlets by name: the same name, however spaced or cased, is the same outlet."""

import re
import unicodedata

from stemma.model import Outlet, OutletKind
from stemma.reports.agencies import find_agency


def outlet_named(name: str) -> Outlet | None:
    """Give the outlet that a name means; None for a name with no letter or digit in it.

    >>> outlet_named("The Springfield  Echo").id, outlet_named("reuters").kind.value, outlet_named(" - ")
    ('the-springfield-echo', 'agency', None)
    """
    tidy = " ".join(name.split())[:120]
    decomposed = unicodedata.normalize("NFKD", tidy.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    slug = re.sub(r"[\W_]+", "-", plain).strip("-")
    if not slug:
        return None
    agency = find_agency(tidy)
    kind = OutletKind.AGENCY if agency is not None and agency.kind == "agency" else OutletKind.UNKNOWN
    return Outlet(id=slug, name=tidy, kind=kind)
