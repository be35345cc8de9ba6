"""Where a report says that what it quotes is a translation: of two translations of one remark neither is wrong."""

import re
from collections.abc import Sequence

from stemma.model import Span
from stemma.stories.pieces import Piece

# Languages that are reported from into English; "in English" says that nobody translated.
_LANGUAGES = (
    "Afrikaans Albanian Amharic Arabic Armenian Azerbaijani Azeri Bahasa Basque Belarusian Bengali Bosnian Bulgarian "
    "Burmese Cantonese Castilian Catalan Chinese Creole Croatian Czech Danish Dari Dutch Estonian Farsi Finnish Flemish "
    "French Galician Georgian German Greek Gujarati Hausa Hebrew Hindi Hungarian Icelandic Igbo Indonesian Italian Japanese "
    "Kazakh Khmer Korean Kurdish Latvian Lithuanian Macedonian Malay Mandarin Mongolian Nepali Norwegian Pashto Persian "
    "Polish Portuguese Punjabi Romanian Russian Serbian Sinhala Slovak Slovenian Somali Spanish Swahili Swedish Tagalog "
    "Tamil Telugu Thai Tibetan Tigrinya Turkish Turkmen Ukrainian Urdu Uyghur Uzbek Vietnamese Welsh Yiddish Yoruba Zulu "
).split()
_LANGUAGE = rf"(?:{'|'.join(_LANGUAGES)})"
_TELLS = (
    r"(?:says?|said|tells?|told|speaks?|spoke|speaking|spoken|writes?|wrote|written|writing|posts?|posted|tweets?|tweeted|adds?|added|"
    r"asks?|asked|answers?|answered|replied|shouts?|shouted|chanted|read|reads|statement|post|message|letter|speech|interview)"
)
_BY_SOMEBODY = r"\s+(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+){0,2}?"
_ENDS = r"(?=\s*[,.;:()\"“”]|\s*$|\s+(?:that|to|on|and|but|at|after|before|during|with|from|when|while|as|by|for|in|about|of)\b)"
_SAYS_SO = re.compile(
    rf"\b(?:through|via|with the help of){_BY_SOMEBODY}(?:interpreter|translator)s?\b"
    rf"|\btranslat(?:ed|ing|ion)\s+(?:from|of)\s+(?:the\s+)?(?:original\s+)?{_LANGUAGE}\b"
    rf"|\b(?:according to|in|by){_BY_SOMEBODY}translation\b"
    rf"|\b{_TELLS}\b[^.!?\n\"“”]{{0,60}}?\bin\s+(?:(?:his|her|their|its)\s+)?(?:native\s+)?{_LANGUAGE}\b{_ENDS}",
    re.MULTILINE,
)


def says_translated(pieces: Sequence[Piece]) -> Span | None:
    """Give where the paragraph of some words says that they were said in another language, or by way of an interpreter."""
    for piece in pieces:
        text = piece.report.text
        start = text.rfind("\n", 0, piece.spans[0].start) + 1
        stop = text.find("\n", piece.spans[-1].end)
        for found in _SAYS_SO.finditer(text, start, len(text) if stop < 0 else stop):
            if not any(span.start < found.end() and found.start() < span.end for span in piece.spans):
                return Span(piece.report.id, found.start(), found.end())
    return None
