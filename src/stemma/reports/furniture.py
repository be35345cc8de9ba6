"""Lines of a page that are not the report: advertisements, sharing, navigation, notices, captions of pictures."""

import re

_LINES = (
    r"advertisements?\b.{0,40}",
    r"advertising",
    r"sponsored(?: content| by .*)?",
    r"promoted(?: content| stories)?",
    r"ad feedback",
    r"(?:story|article|report|content|post|text) continues?(?:d)?\b.*",
    r"continue reading\b.{0,80}",
    r"scroll (?:down )?(?:for more|to continue).*",
    r"(?:read|see|also read|read also|see also|learn|find out|watch|listen|also see|also watch)\s*(?:more|also|next|now|this|here|on)?\s*[:|>»…].*",
    r"(?:read|see|learn|find out|show|load|view|click for) (?:more|next|all|less)\b.{0,90}(?<![.!?])",
    r"also read\b.*",
    r"must[- ]read\b.*",
    r"related(?: (?:stories|articles?|topics?|content|news|coverage|links|posts|reading|video|headlines|tags))?\s*(?:[:|].*)?",
    r"more (?:from|on|in|about|stories|news|coverage|like this)\b.{0,60}(?<![.!?])",
    r"(?:most|recently) (?:read|popular|viewed|shared|commented|watched)\b.{0,40}",
    r"what to read next.*",
    r"recommended\b.{0,40}",
    r"trending\b.{0,40}",
    r"(?:you (?:may|might) (?:also )?(?:like|be interested)).*",
    r"up next.*",
    r"don'?t miss\b.{0,60}",
    r"editor'?s['’]? (?:picks?|choice).*",
    r"top (?:stories|news|headlines|videos)\b.{0,30}",
    r"latest (?:news|stories|headlines|videos?|business videos)\b.{0,40}(?<!\.)",
    r"(?:share|tweet|e-?mail|print|pin|save|like|copy(?: link)?|facebook|twitter|whatsapp|linkedin|reddit|pinterest|instagram|youtube|telegram|messenger|flipboard|x|tumblr|sms|bookmark|reprints?)"
    r"(?:[\s|,/•·—–-]+(?:and|on|via|to|this|the|a|it|with|by|story|article|post|page|friends?|link|share|tweet|e-?mail|print|pin|save|like|copy|facebook|twitter|whatsapp|linkedin|"
    r"reddit|pinterest|instagram|youtube|telegram|messenger|flipboard|x|tumblr|sms|permalink|bookmark|reprints?|app|link))*[\s—–-]*",
    r"share (?:this|on|via|with|the)\b.{0,60}",
    r"\d[\d,.]*[km]?\s+(?:shares?|comments?|views?|likes?|retweets?)",
    r"(?:view |leave (?:a )?|post (?:a )?|add (?:a )?|show |join the )?(?:comments?|conversation)(?: \(\d+\))?",
    r"sign[- ]?up\b.*",
    r"subscribe\b.*",
    r"subscribers? only.*",
    r"already a subscriber.*",
    r"you have successfully.*",
    r"log ?in\b.{0,40}",
    r"register (?:now|for|to)\b.*",
    r"thank you for (?:reading|subscribing|signing).*",
    r"follow (?:us|@|him|her|them|the author|.{0,40} on (?:twitter|facebook|instagram|x|social media|telegram|whatsapp|google news))\b.*",
    r"like us on\b.*",
    r"find us on\b.*",
    r"join us on\b.*",
    r"click (?:here|to|on)\b.*",
    r"tap here.*",
    r"download (?:the|our)\b.{0,60}app\b.*",
    r"get (?:the|our|all the|more|breaking|daily|weekly)\b.{0,80}(?:newsletter|inbox|alerts?|app|e-?mail|headlines)\b.*",
    r"(?:\w+ ){0,4}newsletters?",
    r"breaking news e-?mails?",
    r"loading\b.{0,30}",
    r"close\b.{0,10}",
    r"(?:image|photo|slide|picture) \d+ ?of ?/? ?\d+",
    r"\d+ ?(?:of|/) ?\d+",
    r"skip to\b.*",
    r"toggle\b.*",
    r"play(?: video| audio)?",
    r"show (?:chapters|caption|transcript|hide).*",
    r"hide (?:caption|transcript).*",
    r"go to permalink",
    r"purchase: order reprint",
    r"to read the full story.*",
    r"e-?mail bio follow",
    r"buy (?:photo|reprints?).*",
    r"enlarge (?:this )?image.*",
    r"view (?:gallery|slideshow|photos?|full image).*",
    r"(?:©|\(c\)|copyright\b).*",
    r".{0,60}all rights reserved.*",
    r"this (?:material|content|article|story) may not be (?:published|reproduced).*",
    r"the-cnn-wire.*",
    r"this (?:story|article|is a developing|report|page|post) (?:is|has been|was) (?:being |a )?(?:updated|developing|breaking|corrected to).*",
    r"this is a (?:developing|breaking) (?:news )?story.*",
    r"(?:developing|breaking) story.{0,60}",
    r"more to (?:come|follow)\.?.*",
    r"check back (?:for|later).*",
    r"this story is being updated.*",
    r"(?:topics?|tags?|filed under|posted in|categories|category|section|keywords|related tags|in this article|hashtags?|topics mentioned)\s*:.*",
    r"posted on",
    r"now playing\b.*",
    r"\d{1,2}:\d{2}(?::\d{2})?",
    r"media:\s*\w+",
    r".{0,30}\+\d{1,4}(?:[ .-]\(?\d{2,5}\)?){2,5}",
    r"supported by",
    r"\d+ min(?:ute)?s?[- ]read",
    r"(?:reading|read) time\s*:?.*",
    r"(?:about |over )?\d+ ?(?:m|h|d|hrs?|mins?|minutes?|hours?|days?|weeks?|months?) ago",
    r"estimated reading time.*",
    r"(?:contact|reach|write to|e-?mail|tips?)\b.{0,80}[\w.]+@[\w.]+.*",
    r"\S+@\S+\.\w+\s*",
    r"@\w{2,30}",
    r"(?:https?://|www\.)\S+",
    r"pic\.twitter\.com/\S+",
    r"(?:end(?:s|it|itall)?|-+\s?30\s?-+|#{3,}|x{3,}|-ends-)",
    r"(?:home|menu|search|news|world|politics|business|sports?|opinion|entertainment|lifestyle|technology|tech|science|health|video|videos|photos|gallery|local|national|international|breaking news|live|latest|"
    r"exclusive|analysis|world news|us news|uk news|local news|national news|news now|the thread|culture|economy|money|markets|travel|style|food|education|environment|weather|world ?/ ?\w+)",
    r"we use cookies.*",
    r"by (?:continuing|signing up|subscribing|clicking)\b.*you (?:agree|accept|consent).*",
    r"(?:privacy policy|terms (?:of (?:use|service)|and conditions)|cookie policy)\b.{0,80}",
    r"this site is protected.*",
    r"your (?:browser|support)\b.*",
    r"support (?:our|independent|quality)\b.{0,120}journalism.*",
    r"help us deliver journalism.*",
    r"(?:please )?(?:consider )?(?:donat(?:e|ing)|become a (?:member|subscriber|supporter))\b.*",
    r"please consider subscribing.*",
    r".{0,160}please consider (?:subscribing|donating|supporting)\b.*",
    r".{0,60}of readers think this story is.*",
    r"(?:visit|go to) (?:our|the) (?:website|homepage)\b.*",
    r"listen to (?:this )?(?:article|story|episode)\b.*",
    r"(?:photos?|videos?|gallery|slideshow|audio|pictures?|graphic|infographic|poll|quiz|watch live|in pictures)\s*:.*",
    r"\W+",
    r"(?:window\.|var |function ?\(|\$\(|document\.|<!--|\{\"|<\w+[ >]).*",
    r"report (?:an? )?(?:error|typo|correction|a problem)\b.*",
    r"send (?:us )?(?:tips|feedback|a letter)\b.*",
    r"(?:letters to the editor|have your say)\b.*",
    r"this article (?:contains|includes|may contain) affiliate.*",
    r"for more (?:news|stories|information|coverage|on this)\b.{0,120}(?:visit|click|see|follow|go to|sign up|subscribe|check).*",
    r"(?:original|full) (?:article|story|text|report|link)\s*:.*",
    r"source link.*",
    r"link to (?:original|article).*",
    r"editor['’]?s['’]? note\b.*",
    r"\(?(?:this story|this report|this article|this) (?:has not been|was not|is) (?:edited|published|generated|auto)[^.]{0,160}(?:feed|staff|team)\b.*",
    r"disclaimer\b.*",
    r"first published(?:\s*:|\s+on\b).*",
    r"originally published\b.*",
    r"update(?:d)? (?:\w+ \d{1,2}|\d{1,2} \w+).{0,200}",
    r"note to (?:readers|editors).*",
)
_FURNITURE = re.compile(r"(?:" + "|".join(_LINES) + r")", re.IGNORECASE | re.DOTALL)
_QUICK_LIMIT = 400
_CAPTION = re.compile(
    r"""^(?:file\s?(?:photo|image|picture)?\s*[-–—:]|file\s+photo\b|in\ this\b.{0,60}\b(?:file\ )?(?:photo|image|picture|frame\ grab|photograph)\b
    |(?:image|photo|picture)\s*(?:caption|credit)?\s*:|.{0,80}\b(?:pictured|seen|shown|poses?|arrives?|speaks?|listens|performs?)\b.{0,120}\bin\ (?:this|an?)\b.{0,30}\b(?:file\ )?(?:photo|image|picture)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_BIO = re.compile(
    r"^(?:(?:[A-Z][\w.'’-]+\s+){1,4}(?:is|was|are|covers|writes|reports|joined|has (?:covered|been|reported))\b(?=.{0,200}\b(?:reporter|correspondent|editor|writer|columnist|journalist|contributor|freelance"
    r"|professor|fellow|author of|producer|bureau chief|intern|covers|writes (?:about|for)|staff)\b).*)$",
    re.DOTALL,
)


def is_furniture(line: str) -> bool:
    """Say whether a line by itself is no part of the report.

    >>> is_furniture("Advertisement"), is_furniture("Read more: Rain fell"), is_furniture("Rain fell on Monday.")
    (True, True, False)
    """
    return len(line) <= _QUICK_LIMIT and _FURNITURE.fullmatch(line.strip()) is not None


def is_caption(line: str) -> bool:
    """Say whether a line is the caption of a picture, by the words captions have.

    >>> is_caption("FILE - In this May 1 photo, the mayor waves.")
    True
    """
    return _CAPTION.match(line) is not None


def is_biography(line: str) -> bool:
    """Say whether a paragraph tells who the writer is: "Jane Roe is a reporter for ..."."""
    return len(line) <= 700 and _BIO.match(line) is not None
