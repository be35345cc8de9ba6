"""Titles, first names, bodies and places: the lexicons by which a capitalised name shows what it names."""

import re

# Words that may stand alone or in a row before a person's name; lower case, longest phrases first in `TITLE`.
_TITLES = (
    "prime minister|deputy prime minister|vice president|vice-president|president-elect|former president|president|"
    "secretary of state|secretary of defense|secretary of defence|secretary of the treasury|secretary of homeland security|"
    "secretary-general|secretary general|under-secretary-general|undersecretary of state|under secretary of state|"
    "deputy secretary of state|assistant secretary of state|home secretary|foreign secretary|defence secretary|"
    "defense secretary|health secretary|treasury secretary|education secretary|interior secretary|labor secretary|"
    "press secretary|transport secretary|justice secretary|deputy secretary|assistant secretary|secretary|"
    "foreign minister|defence minister|defense minister|interior minister|finance minister|health minister|"
    "justice minister|energy minister|education minister|transport minister|economy minister|trade minister|"
    "deputy foreign minister|deputy minister|first minister|cabinet minister|minister of foreign affairs|"
    "minister of defence|minister of defense|minister of health|minister of the interior|minister|chancellor of the exchequer|"
    "chancellor|premier|attorney general|attorney-general|deputy attorney general|solicitor general|surgeon general|"
    "inspector general|comptroller general|postmaster general|director-general|director general|director|"
    "chief of staff|chief executive officer|chief executive|chief financial officer|chief justice|chief inspector|"
    "chief constable|police chief|fire chief|army chief|chief prosecutor|chief economist|chief|"
    "associate justice|supreme court justice|justice|district judge|circuit judge|chief judge|judge|magistrate|"
    "district attorney|state attorney|u\\.s\\. attorney|us attorney|prosecutor|attorney|lawyer|"
    "speaker of the house|house speaker|speaker|senate majority leader|senate minority leader|house majority leader|"
    "house minority leader|majority leader|minority leader|majority whip|minority whip|opposition leader|party leader|"
    "supreme leader|leader|state senator|senator|sen\\.|state representative|representative|rep\\.|congressman|"
    "congresswoman|delegate|assemblyman|assemblywoman|councilman|councilwoman|councillor|alderman|mp|lieutenant governor|"
    "lt\\. gov\\.|governor|gov\\.|deputy mayor|mayor|sheriff|commissioner|police commissioner|high commissioner|"
    "deputy commissioner|ambassador|envoy|special envoy|special representative|consul|king|queen|crown prince|prince|"
    "princess|emperor|sultan|emir|sheikh|sheik|shah|duke|duchess|lord|lady|baron|baroness|sir|dame|pope|cardinal|"
    "archbishop|bishop|father|sister|brother|reverend|rev\\.|pastor|rabbi|imam|ayatollah|grand ayatollah|mullah|patriarch|"
    "general|gen\\.|lieutenant general|lt\\. gen\\.|major general|maj\\. gen\\.|brigadier general|brig\\. gen\\.|brigadier|"
    "colonel|col\\.|lieutenant colonel|lt\\. col\\.|lieutenant|lt\\.|major|maj\\.|captain|capt\\.|sergeant|sgt\\.|"
    "staff sgt\\.|corporal|cpl\\.|private|pvt\\.|admiral|adm\\.|rear admiral|vice admiral|commander|cmdr\\.|marshal|field marshal|"
    "officer|detective|inspector|superintendent|constable|agent|special agent|trooper|deputy|"
    "doctor|dr\\.|dr|professor|prof\\.|prof|mr\\.|mr|mrs\\.|mrs|ms\\.|ms|miss|mx\\.|coach|chairman|chairwoman|chairperson|chair|"
    "vice chairman|managing director|spokesman|spokeswoman|spokesperson|founder|co-founder|ceo|cfo|"
    "analyst|economist|editor|reporter|correspondent|activist|candidate|nominee|author|historian|singer|actor|actress|"
    "striker|midfielder|defender|goalkeeper|manager|comrade|first lady|rapper|lawmaker|whistleblower"
)
_PHRASES = sorted(_TITLES.split("|"), key=len, reverse=True)
_QUALIFIERS = "former|ex|acting|then|late|outgoing|incoming|interim|deputy|vice|senior|assistant|associate|retired|hon"
TITLE = re.compile(
    rf"(?<![\w-])(?:(?:{_QUALIFIERS})[ -])*(?P<title>{'|'.join(phrase.replace(' ', '[ -]') for phrase in _PHRASES)})(?![\w-])",
    re.IGNORECASE,
)
# One of these alone is a role or a common noun, never a name.
TITLE_WORDS = frozenset(word.strip(".\\") for phrase in _PHRASES for word in phrase.split()) | frozenset(_QUALIFIERS.split("|"))

FIRST_NAMES = frozenset(
    "aaron abdul abdullah abigail adam adrian ahmad ahmed aisha alan albert alejandro aleksandr alex alexander alexandra alexei "
    "alexey alexis alfred ali alice alison allen amanda amber amir amy ana anastasia andre andrea andreas andrei andrew andrey andy "
    "angela angelo anita ann anna anne annie anthony antonio antony april arnold arthur ashley audrey barack barbara barry bashar ben "
    "benedict benjamin bernard bernie beth betty bill billy bob bobby boris brad bradley brandon brenda brett brian bruce bryan caleb "
    "cameron carl carla carlos carmen carol caroline catherine cecilia charles charlie charlotte chen chloe chris christian christina "
    "christine christopher cindy claire clara clarence claude claudia colin connie craig crystal curtis cynthia dale damian dan daniel "
    "danielle danny darren dave david dawn dean deborah dennis derek diana diane diego dick dimitri dmitri dmitry dominic don donald "
    "donna doris dorothy doug douglas dylan earl ed eddie edgar edith eduardo edward edwin eileen elaine eleanor elena eli elijah "
    "elizabeth ella ellen emily emma emmanuel enrique eric erica erik ernest esther ethan eugene eva evan evelyn fatima felix fernando "
    "fiona florence frances francesca francis francisco frank franklin fred frederick gabriel gail gareth gary gavin gene geoff geoffrey "
    "george gerald gerard gerhard gina giorgio giovanni giuseppe glen glenn gloria gordon grace graham grant greg gregory guy hamid hannah "
    "hans harold harriet harry hassan heather hector heidi helen helena henry herbert hillary holly howard hugh hugo hussein ian ibrahim "
    "igor ilya imran ingrid irene irina isaac isabel isabella ivan jack jackie jackson jacob jacqueline jacques jake james jamie jan jane "
    "janet janice jared jason javier jay jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy jo joan "
    "joanna joe joel johan johannes john johnny jon jonathan jordan jorge jose joseph josh joshua joy juan judith judy julia julian julie "
    "juliet julio justin karen karim karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kevin khalid kim kimberly "
    "kirsten konstantin kristen kurt kyle larry laura lauren laurence lawrence leah lee leo leon leonard leonid leslie lewis liam "
    "lillian linda lindsey lisa liz lloyd lois lorenzo lori louis louise luc lucas lucy luis luke lydia lyn lynn madeleine malcolm manuel "
    "marc marcel marco marcus margaret maria marie marilyn mario marion mark marta martha martin marty marvin mary mateo matt matteo "
    "matthew maureen maurice max maxim maya megan mehmet melanie melissa mia michael michel michelle miguel mike mikhail milan mitch "
    "mohamed mohammad mohammed molly monica morgan muhammad mustafa nadia nancy naomi natalia natalie natasha nathan neil nelson nicholas "
    "nick nicolas nicole nigel nikita nikolai noah nora norman oleg oliver olivia olga omar oscar osama otto owen pablo pamela patricia "
    "patrick paul paula pauline pavel pedro penny perry pete peter petra phil philip philippe phillip phyllis pierre rachel rafael ralph "
    "ramon randy raul ray raymond rebecca regina rene rex ricardo richard rick ricky rita rob robert roberta roberto robin rodney roger "
    "roland roman ron ronald rosa rosemary ross roy ruben russell ruth ryan sally salman sam samantha samuel sandra sara sarah saul scott "
    "sean sebastian sergei sergey seth shane shannon sharon shaun sheila sherry shirley silvia simon sofia sonia sophia sophie stacy stan "
    "stanley stefan stella stephanie stephen steve steven stuart sue susan susanna suzanne svetlana sylvia tamara tanya tara tariq tatiana "
    "ted terence teresa terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis trevor tyler "
    "ursula valentina valerie vanessa vera vernon veronica vicki vickie victor victoria vincent viktor virginia vivian vladimir volodymyr "
    "wade walter wanda warren wayne wendy wesley wilfred will william winston xavier yasmin mitt newt herman teddy calvin kit rush dwight dwayne duane darrell darryl rand reince paul ron ruth clint chuck hank roger "
    "bernard saul ari asif axel bart becky bridget brooke bryce byron candace carly carter cecil chad chelsea chester clay clifford clinton "
    "clyde cody cole conor cory courtney curt dana darius darlene daryl dominique doreen drew duncan dwain earle elaine elias elliot elliott "
    "elsie emanuel emilio erin ernie errol eugenia faith farouk farah fay floyd forrest franco francois garrett gerry gilbert gladys grover "
    "gus gwen hal hakim harvey haley heidi helmut hillel hubert hugo humberto ida ike ira irma irving ismail israel ivanka ivy jaime jamal "
    "jarrod jasmine jean-claude jed jeffery jerzy joanne jody joey jonas josef joyce judd juliette kamal kamala katrina kayla kellyanne kendall "
    "kerry kirk kristin lamar lana lance leila leroy leticia lester lionel lloyd logan lorraine lou lowell lucia lyndon mahmoud mandy marcia "
    "marjorie marlene marshall maryam mason mathew maxine melinda melvin merle merrick meredith mervyn micah mickey milton mindy miriam mitchell "
    "moises mona monique monty moses myron nabil nan nelly nestor nikki nina noel norma octavio odell omer orrin pat patty paulette pearl "
    "percy pranab prakash preston quentin raj rajiv ramona ramzan rashid reggie reza rhonda rodrigo rolf ronnie rory rosie rowan roxanne "
    "rudolph rudy rupert rusty sabrina sadiq salvador sami sasha scarlett sergio shawn shelly sidney silvio solomon spencer stuart sven "
    "sylvester tamika tammy tanner tariq terrence thad thaddeus toby tracey trent trey tricia tyrone uri vince virgil vito vivek wallace walt "
    "wilbur willie wilma wolfgang woodrow xi yasser yitzhak yulia zach zoran yevgeny yolanda yuri yusuf yves zachary zoe"
    "".split()
)

BODY_WORDS = frozenset(
    "ministry department agency authority commission committee council court parliament senate congress assembly organization organisation "
    "association federation union party group company corporation corp inc ltd llc plc bank fund foundation institute university college "
    "school hospital church army navy force forces guard police service services bureau office board center centre administration "
    "government treasury exchange airlines airways motors times post journal news tribune herald gazette telegraph guardian press agency "
    "network television radio club team league front movement coalition alliance pact treaty initiative program programme society trust "
    "tribunal brigade division battalion regiment corps command intelligence kremlin pentagon knesset duma bundestag house caucus "
    "laboratory laboratories labs research systems industries holdings partners associates group conference chamber network brothers "
    "taliban hezbollah hamas nato interpol eu un fbi cia nsa opec imf unicef unesco who wto nasa bbc cnn abc cbs nbc afp ap upi dpa tass "
    "reuters bloomberg sputnik xinhua facebook google twitter microsoft apple amazon gop labour tories".split()
)
PLACE_WORDS = frozenset(
    "city county province region district island islands river lake mountain mountains sea ocean bay gulf valley desert street avenue road "
    "square airport park beach peninsula strait canal bridge village town republic kingdom states emirates coast territory hills falls "
    "springs port harbor harbour border".split()
)

PLACES = frozenset(
    "afghanistan|albania|algeria|andorra|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain|bangladesh|barbados|"
    "belarus|belgium|belize|benin|bhutan|bolivia|bosnia|botswana|brazil|britain|brunei|bulgaria|burkina faso|burma|burundi|cambodia|"
    "cameroon|canada|chad|chile|china|colombia|congo|costa rica|croatia|cuba|cyprus|czechia|czech republic|denmark|djibouti|dominican republic|ecuador|"
    "egypt|el salvador|england|eritrea|estonia|ethiopia|fiji|finland|france|gabon|gambia|georgia|germany|ghana|greece|greenland|"
    "guatemala|guinea|guyana|haiti|honduras|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|"
    "jamaica|japan|jordan|kazakhstan|kenya|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|"
    "luxembourg|macedonia|madagascar|malawi|malaysia|maldives|mali|malta|mauritania|mauritius|mexico|moldova|monaco|mongolia|"
    "montenegro|morocco|mozambique|myanmar|namibia|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea|northern ireland|"
    "norway|oman|pakistan|palestine|panama|papua new guinea|paraguay|peru|philippines|poland|portugal|puerto rico|qatar|romania|russia|"
    "rwanda|saudi arabia|scotland|senegal|serbia|sierra leone|singapore|slovakia|slovenia|somalia|south africa|south korea|south sudan|"
    "soviet union|spain|sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tonga|trinidad|"
    "tunisia|turkey|turkmenistan|uganda|ukraine|united arab emirates|united kingdom|united states|united states of america|uruguay|"
    "uzbekistan|vatican|venezuela|vietnam|wales|yemen|yugoslavia|zaire|zambia|zimbabwe|us|u.s.|usa|u.s.a.|uk|u.k.|uae|"
    "africa|asia|europe|america|north america|south america|latin america|central asia|southeast asia|middle east|west bank|gaza|"
    "gaza strip|crimea|chechnya|kashmir|tibet|xinjiang|siberia|balkans|caucasus|donbas|golan heights|"
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|"
    "kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|"
    "new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|"
    "south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|ontario|quebec|british columbia|alberta|"
    "amsterdam|ankara|athens|atlanta|auckland|baghdad|bangkok|barcelona|basra|beijing|beirut|belfast|belgrade|berlin|birmingham|"
    "bogota|boston|brasilia|brussels|bucharest|budapest|buenos aires|cairo|calcutta|cape town|caracas|chicago|cleveland|copenhagen|"
    "dallas|damascus|delhi|denver|detroit|dhaka|doha|dubai|dublin|edinburgh|frankfurt|geneva|glasgow|hamburg|hanoi|havana|helsinki|"
    "hiroshima|houston|islamabad|istanbul|jakarta|jerusalem|johannesburg|kabul|kandahar|karachi|kathmandu|kiev|kyiv|kinshasa|lagos|"
    "lahore|las vegas|lima|lisbon|liverpool|london|los angeles|madrid|manchester|manila|mecca|melbourne|mexico city|miami|milan|minsk|"
    "montreal|moscow|mumbai|munich|nairobi|naples|new delhi|new orleans|new york city|odessa|oslo|ottawa|oxford|paris|philadelphia|"
    "phoenix|prague|pyongyang|rio de janeiro|riyadh|rome|san diego|san francisco|san jose|santiago|sao paulo|sarajevo|seattle|seoul|"
    "shanghai|sofia|st. petersburg|stockholm|sydney|tashkent|tbilisi|tehran|tel aviv|the hague|tokyo|toronto|tripoli|tunis|vancouver|"
    "venice|vienna|vilnius|warsaw|washington d.c.|wellington|yerevan|zurich|guantanamo|benghazi|aleppo|mosul|donetsk|almaty|astana|"
    "nur-sultan|bishkek|baku|baltimore|ferguson|newtown|charlottesville|san bernardino|orlando|pittsburgh|minneapolis|portland|"
    "west|east coast|west coast|midwest|capitol hill|manhattan|brooklyn|queens|bronx|hollywood|silicon valley".split("|")
)

_DEMONYMS = frozenset(
    "afghan american arab argentine argentinian asian australian austrian basque belgian bosnian brazilian british canadian catalan "
    "chechen chilean chinese colombian congolese cossack croat croatian cuban cypriot czech danish dutch egyptian english estonian "
    "european filipino finnish french georgian german greek hispanic hungarian icelandic indian indonesian iranian iraqi irish israeli "
    "italian japanese jewish jew kazakh kenyan korean kosovar kurd kurdish kuwaiti kyrgyz latino lebanese libyan lithuanian latvian "
    "malaysian mexican moldovan mongolian moroccan nigerian norwegian pakistani palestinian persian peruvian polish portuguese romanian "
    "russian rwandan salvadoran saudi scottish serb serbian slovak slovenian somali soviet spanish sudanese sunni shia shiite swedish "
    "swiss syrian taiwanese tajik tatar thai tibetan tunisian turk turkish turkmen ugandan ukrainian uighur uyghur uzbek venezuelan "
    "vietnamese welsh yemeni zambian zimbabwean african christian muslim islamic islamist catholic protestant buddhist hindu sikh "
    "orthodox latin western eastern northern southern californian texan algerian albanian angolan armenian azerbaijani azeri bahraini "
    "bangladeshi belarusian bolivian bulgarian burmese cambodian cameroonian ecuadorian eritrean ethiopian emirati ghanaian guatemalan "
    "haitian honduran ivorian jamaican jordanian laotian liberian macedonian malian maltese namibian nepalese nicaraguan omani "
    "republican democrat democratic conservative labourite liberal tory communist socialist marxist maoist nazi "
    "roman jesuit evangelical mormon amish panamanian paraguayan qatari senegalese singaporean tanzanian uruguayan".split()
)
# Short forms with one full form everywhere.
KNOWN_FORMS = {
    "us": "United States", "u.s.": "United States", "usa": "United States", "u.s.a.": "United States", "america": "United States",
    "fla": "Florida", "calif": "California", "tex": "Texas", "pa": "Pennsylvania", "mass": "Massachusetts", "conn": "Connecticut",
    "ill": "Illinois", "ind": "Indiana", "mich": "Michigan", "minn": "Minnesota", "wis": "Wisconsin", "ariz": "Arizona",
    "colo": "Colorado", "ga": "Georgia", "va": "Virginia", "tenn": "Tennessee", "wash": "Washington", "ore": "Oregon",
    "n.y.": "New York", "n.j.": "New Jersey", "n.c.": "North Carolina", "s.c.": "South Carolina", "n.h.": "New Hampshire",
    "n.m.": "New Mexico", "d.c.": "Washington", "okla": "Oklahoma", "nev": "Nevada", "mo": "Missouri", "md": "Maryland",
    "uk": "United Kingdom", "u.k.": "United Kingdom", "un": "United Nations", "u.n.": "United Nations", "eu": "European Union",
    "e.u.": "European Union", "uae": "United Arab Emirates", "nato": "NATO",
}  # fmt: skip
PARTICLES = frozenset("de da del della der den des di do dos du el al bin ibn ben la le van von ten ter und y e abu".split())


def is_demonym(word: str) -> bool:
    """Say that a word names a nationality, a people or a faith, in either number.

    >>> is_demonym("Kazakh"), is_demonym("Russians"), is_demonym("Frenchman"), is_demonym("Waves")
    (True, True, True, False)
    """
    key = word.lower()
    if key in _DEMONYMS or (key.endswith("s") and key[:-1] in _DEMONYMS):
        return True
    return key.endswith(("man", "men", "woman", "women")) and re.sub(r"(?:wo)?m[ae]n$", "", key) in _DEMONYMS
