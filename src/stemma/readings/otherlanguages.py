"""Other languages: what is read in a report whose language has no rules here, which is what needs none: marks and digits."""

import re
from collections.abc import Iterator
from datetime import date

from stemma.model import Quantity, Refusal, Report, Span, Timex, ZoneKind
from stemma.readings.almanac import moment_of
from stemma.readings.nouns import FUNCTION_WORDS
from stemma.readings.timewords import Told, scan

LEAST_MARKED = 3  # words in marks that are a quotation here; where no cue is read, shorter ones are mostly names
_ENGLISH = 0.2  # share of English function words from which a text is English, whatever its page says; others have half
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 3000  # characters
_PASSED_OVER = frozenset((ZoneKind.FURNITURE, ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.SPEAKER))
_WITH_POINT = frozenset("zh ja ko he th hi ar fa ur bn ta sw ms".split())  # languages that write 3.5 and 12,000
_SCALES = {
    1e3: r"mil(?! millones)|mille|mila|duizend|tausend|tsd|тыс\w*|тисяч\w*|ألف|آلاف",
    1e6: r"milli?on\w*|mill|mio|miljoen|milhão|milhões|milion\w*|mln|млн|миллион\w*|мільйон\w*|مليون|ملايين|milyon",
    1e9: r"milliard\w*|mrd|miljard|mil millones|miliard\w*|mld|млрд|миллиард\w*|мільярд\w*|مليار|مليارات|milyar",
}
_UNITS = {
    "percent": r"%|٪|prozent|pour cent|por ciento|por cento|per cento|procent|процент\w*|відсот\w*|في المئة|بالمئة|yüzde",
    "euro": r"€|euros?|евро|євро|يورو",
    "dollar": r"\$|dollars?|dólares|dollari|доллар\w*|долар\w*|دولار",
}
_SIGNS = {"€": "euro", "$": "dollar", "£": "pound", "¥": "yen", "₽": "ruble", "₴": "hryvnia", "₹": "rupee"}
_SPACE = r"[ \u00a0\u202f]"
_SCALE = "|".join(rf"(?P<e{place}>(?:{words})\b)" for place, words in enumerate(_SCALES.values()))
_UNIT = "|".join(rf"(?P<{unit}>(?:{words})(?!\w))" for unit, words in _UNITS.items())
_NUMBER = re.compile(
    r"(?<![\w.,/:٫٬-])(?<!\d )(?:(?P<sign>[€$£¥₽₴₹])[ \u00a0]?)?"
    r"(?P<digits>\d{1,3}(?:[ \u00a0\u202f.,٬'’]\d{3})+(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?)(?![\w/:]|[.,]\d|-\d)"
    rf"(?:{_SPACE}?(?:{_SCALE})\.?)?(?:{_SPACE}?(?:d['’]|de |di )?(?:{_UNIT}))?",
    re.IGNORECASE,
)
_LONG_DATE = re.compile(r"\d{1,2}\.?º? (?:de )?[^\W\d_]+\.?,? (?:de )?\d{4}(?!\d)")


def has_rules(report: Report) -> bool:
    """Say that a report is in English, for which there are rules, or in a language nobody knows."""
    if report.language is None or report.language.lower().startswith("en"):
        return True
    words = [word.lower() for word in _WORD.findall(report.text[:_LOOKED_AT])]
    return sum(word in FUNCTION_WORDS for word in words) >= _ENGLISH * max(1, len(words))


def unread(report: Report) -> Refusal:
    """Say what of a report in another language was read and what was not."""
    reason = (
        f"is in another language than English ({report.language}): quotation marks, numbers and dates in digits and passages "
        "that others share are read; who says what, claims, names and times in words are not"
    )
    return Refusal(subject=report.path, reason=reason)


def find_dates(report: Report) -> tuple[Timex, ...]:
    """Give the dates that a report writes in digits: 2021-12-20, and 13.01.2022 or 13/1/2022 with the day first."""
    found = []
    for zone in report.zones:
        for told in scan(report.text, zone.start, zone.end) if zone.kind not in _PASSED_OVER else ():
            value = _value_of(told)
            if value is not None:
                zone_told = told.parts["zone"] if told.form == "iso" else None
                moment = moment_of(value, zone_told)
                found.append(Timex(span=Span(report.id, told.start, told.end), moment=moment, value=value))
    return tuple(found)


def _value_of(told: Told) -> str | None:
    parts = told.parts
    try:
        if told.form == "iso":
            day = date.fromisoformat(parts["value"]).isoformat()
            return f"{day}T{parts['time']}" if parts["time"] else day
        if told.form == "slashed":
            year = int(parts["year"] or parts["year2"])
            year += 0 if year > 99 else 2000 if year < 50 else 1900
            return date(year, int(parts["second"] or parts["number"]), int(parts["first"])).isoformat()
    except ValueError:  # no such day
        pass
    return None


def find_numbers(report: Report) -> tuple[Quantity, ...]:
    """Give the numbers that a report writes in digits, as its language writes them; years and parts of dates are none."""
    text = report.text
    dates = [(told.span.start, told.span.end) for told in find_dates(report)]
    dates += [found.span() for found in _LONG_DATE.finditer(text)]
    has_point = (report.language or "")[:2] in _WITH_POINT
    found: list[Quantity] = []
    for zone in report.zones:
        if zone.kind not in _PASSED_OVER:
            found.extend(_numbers(report, zone.start, zone.end, has_point=has_point))
    return tuple(one for one in found if not any(start < one.span.end and one.span.start < end for start, end in dates))


def _numbers(report: Report, start: int, end: int, *, has_point: bool) -> Iterator[Quantity]:
    for found in _NUMBER.finditer(report.text, start, end):
        scale = next((scale for place, scale in enumerate(_SCALES) if found[f"e{place}"]), 1.0)
        unit = _SIGNS[found["sign"]] if found["sign"] else next((unit for unit in _UNITS if found[unit]), None)
        is_year = re.fullmatch(r"(?:1[5-9]|20)\d\d", found["digits"]) is not None and scale == 1 and unit is None
        number = None if is_year else _number_of(found["digits"], has_point=has_point)
        if number is not None:
            amount, span = number * scale, Span(report.id, *found.span())
            yield Quantity(span=span, low=amount, high=amount, unit=unit, is_approximate=False)


def _number_of(digits: str, *, has_point: bool) -> float | None:
    """Give the value of digits: "12.000" and "3,5" where a comma parts the fraction, "12,000" and "3.5" where a point does.

    Digits with several points or commas that part nothing ("6.170.15", a version or a clause) are no number.
    """
    plain = re.sub(r"[ \u00a0\u202f٬'’]", "", digits).replace("٫", ".")
    if has_point:
        plain = plain.replace(",", "")
    elif "," in plain or re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain):
        plain = plain.replace(".", "").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None
