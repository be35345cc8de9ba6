"""Holidays: on which day of a year they fall, where the calendar alone tells it.

Feasts that a sighting of the moon or a government appoints (Eid, Diwali) are left out, and so are days that fall otherwise from
country to country (Mother's Day, Labour Day).
"""

from datetime import date, timedelta

from stemma.readings.almanac import add_months

# Month and day; or month, weekday (0 is Monday), which of them in the month (-1 is the last), and days after that.
_BY_CALENDAR: dict[str, tuple[int, int] | tuple[int, int, int, int]] = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "orthodox christmas": (1, 7),
    "boxing day": (12, 26),
    "new year's": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "epiphany": (1, 6),
    "burns night": (1, 25),
    "australia day": (1, 26),
    "holocaust memorial day": (1, 27),
    "groundhog day": (2, 2),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "earth day": (4, 22),
    "st george's day": (4, 23),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "cinco de mayo": (5, 5),
    "ve day": (5, 8),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "bonfire night": (11, 5),
    "guy fawkes night": (11, 5),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "world aids day": (12, 1),
    "martin luther king day": (1, 0, 3, 0),
    "martin luther king jr. day": (1, 0, 3, 0),
    "presidents day": (2, 0, 3, 0),
    "presidents' day": (2, 0, 3, 0),
    "memorial day": (5, 0, -1, 0),
    "labor day": (9, 0, 1, 0),
    "columbus day": (10, 0, 2, 0),
    "indigenous peoples' day": (10, 0, 2, 0),
    "election day": (11, 0, 1, 1),
    "remembrance sunday": (11, 6, 2, 0),
    "thanksgiving": (11, 3, 4, 0),
    "thanksgiving day": (11, 3, 4, 0),
    "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4),
}
# Days after Easter Sunday of the Western churches.
_BY_EASTER = {
    "mardi gras": -47,
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "holy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "whit monday": 50,
}
HOLIDAYS = (*_BY_CALENDAR, *_BY_EASTER)


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the anonymous rule in Meeus, Astronomical Algorithms, 1991, chapter 8).

    >>> easter(2022), easter(2016)
    (datetime.date(2022, 4, 17), datetime.date(2016, 3, 27))
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - leaps + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def holiday_of(name: str, year: int) -> date:
    """Give the day of a holiday in a year.

    >>> holiday_of("thanksgiving", 2021), holiday_of("memorial day", 2021), holiday_of("good friday", 2022)
    (datetime.date(2021, 11, 25), datetime.date(2021, 5, 31), datetime.date(2022, 4, 15))
    """
    if name in _BY_EASTER:
        return easter(year) + timedelta(days=_BY_EASTER[name])
    rule = _BY_CALENDAR[name]
    if len(rule) == 2:
        return date(year, rule[0], rule[1])
    month, weekday, which, after = rule
    first = date(year, month, 1)
    first += timedelta(days=(weekday - first.weekday()) % 7)
    if which > 0:
        return first + timedelta(days=7 * (which - 1) + after)
    last = add_months(date(year, month, 1), 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7) + timedelta(days=after)
