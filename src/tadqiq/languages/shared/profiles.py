"""Profiles of languages without a pack, from a table.

Letters, marks and abbreviations are written from general knowledge of the languages;
quotation marks follow CLDR's delimiters.
"""

from __future__ import annotations

import re
from functools import cache

from ...model import Lexis, Profile
from .lexis import LEXES

UNDETERMINED = "und"

_RTL_SCRIPTS = frozenset({"Arabic", "Hebrew", "Syriac", "Thaana"})

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
_DROPPED = {
    "Arabic": "ًٌٍَُِّْٰـ",
    "Hebrew": "".join(map(chr, range(0x0591, 0x05BE))) + "\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7",
    "Cyrillic": "\u0301",
}

_ENDERS = {
    "Arabic": ".!?؟…۔",
    "Armenian": ".!?…։",
    "Devanagari": ".!?…।॥",
    "Bengali": ".!?…।",
    "Gurmukhi": ".!?…।",
    "Oriya": ".!?…।",
    "Greek": ".!?…;\u037e",
    "Ethiopic": ".!?…።፧",
    "Khmer": ".!?…។៕",
    "Myanmar": ".!?…။",
    "Tibetan": ".!?…།",
    "Han": ".!?…。！？",
    "Hiragana": ".!?…。！？",
}
_COMMAS = {
    "Arabic": ",،؛:",
    "Greek": ",:·\u0387",
    "Han": ",;:，、；：",
    "Hiragana": ",;:，、；：",
    "Ethiopic": ",;:፣፤፥፦",
    "Armenian": ",;:՝",
}

_ENGLISH = (("“", "”"), ("‘", "’"), ('"', '"'))
_ANGLED = (("«", "»"), ("“", "”"), ('"', '"'), ("‘", "’"))
_GERMAN = (("„", "“"), ("‚", "‘"), ("»", "«"), ("«", "»"), ('"', '"'))
_POLISH = (("„", "”"), ("«", "»"), ("“", "”"), ('"', '"'))
_SWEDISH = (("”", "”"), ("’", "’"), ("»", "»"), ('"', '"'))
_SLAVIC = (("«", "»"), ("„", "“"), ("“", "”"), ('"', '"'))
_CORNERED = (("「", "」"), ("『", "』"), ("“", "”"), ("‘", "’"), ('"', '"'))
_QUOTES = {
    _ANGLED: "fa ps ckb ug el hy ka fr es pt it ca gl eu am sq ku vi",
    _GERMAN: "de cs sk sl bg mk is lt lv et",
    _POLISH: "pl hu ro nl hr bs sr af",
    _SWEDISH: "sv fi",
    _SLAVIC: "ru uk be kk ky mn tg tt az no da",
    _CORNERED: "zh ja ko",
}

_TABLE = """
fa  Persian      Arabic     ق.م ب.م ه.ش ه.ق ر.ک ج ص
ur  Urdu         Arabic     ق.م ڈاکٹر ص
ps  Pashto       Arabic     ق.م
ckb Sorani       Arabic     د پ.ز
ug  Uyghur       Arabic
sd  Sindhi       Arabic
he  Hebrew       Hebrew     ד"ר פרופ גב עו"ד
yi  Yiddish      Hebrew
ru  Russian      Cyrillic   т.е т.д т.п т.к и.о г гг в вв н.э им ул стр руб коп тыс млн млрд трлн д пл просп обл р с см др проф акад ген св мр напр
uk  Ukrainian    Cyrillic   т.д т.п т.зв р рр ст н.е ім вул с грн коп тис млн млрд трлн буд просп обл див ін проф акад ген о.с св
be  Belarusian   Cyrillic   г.д т.п г гг ст н.э вул руб тыс млн млрд вобл праф
bg  Bulgarian    Cyrillic   г гг т.е т.н и.д др проф инж ул лв млн млрд хил стр св гр с бул акад ген
sr  Serbian      Cyrillic   г тзв др проф инг ул тј итд мил стр св бр бул ген
mk  Macedonian   Cyrillic   г т.е т.н д-р проф ул мил стр св бр бул ген
kk  Kazakh       Cyrillic   ж жж т.б мың млн млрд
ky  Kyrgyz       Cyrillic   ж т.б миң млн млрд
mn  Mongolian    Cyrillic   г.м сая
tg  Tajik        Cyrillic   с ғ млн млрд
tt  Tatar        Cyrillic   ел б.э
el  Greek        Greek      π.χ μ.χ π.μ μ.μ δηλ κ.λπ κλπ κ.ά κ.α κ κκ αρ σελ δρ καθ εκατ δισ βλ λ.χ
hi  Hindi        Devanagari डॉ श्री श्रीमती प्रो मि मिस मिसेज सेंट यू.एन यू.एस ई.पू रु पं
mr  Marathi      Devanagari डॉ श्री प्रा रु
ne  Nepali       Devanagari डा प्रा रु वि.सं
bn  Bengali      Bengali    ডা ড মো মোঃ প্রফে
pa  Punjabi      Gurmukhi   ਡਾ ਪ੍ਰੋ ਸ
gu  Gujarati     Gujarati   ડૉ ડો પ્રો શ્રી
or  Odia         Oriya      ଡ ପ୍ରଫେ
ta  Tamil        Tamil      டாக்டர் திரு கி.மு கி.பி ரூ
te  Telugu       Telugu     డా శ్రీ రూ క్రీ.పూ
kn  Kannada      Kannada    ಡಾ ಶ್ರೀ ರೂ
ml  Malayalam    Malayalam  ഡോ ശ്രീ രൂ
si  Sinhala      Sinhala    ආචාර්ය රු
th  Thai         Thai       ดร พ.ศ ค.ศ น.ส พล.อ รศ ผศ
lo  Lao          Lao
my  Burmese      Myanmar
km  Khmer        Khmer
bo  Tibetan      Tibetan
zh  Chinese      Han
ja  Japanese     Hiragana
ko  Korean       Hangul
hy  Armenian     Armenian   թ հ դր պրոֆ
ka  Georgian     Georgian   ე.წ მაგ ა.შ ქ დოქ
am  Amharic      Ethiopic   ዶ/ር
dv  Dhivehi      Thaana
en  English      Latin      Mr Mrs Ms Dr Prof Sen Rep Gov Gen Lt Col Capt Sgt Maj Cmdr Adm Rev Hon St Jr Sr Inc Ltd Co Corp vs etc e.g i.e U.S U.K U.N a.m p.m No Jan Feb Aug Sept Oct Nov Dec Ave Blvd approx est
fr  French       Latin      M MM Mme Mlle Dr Pr Me St Ste env etc cf p.ex av apr J.-C art vol n° éd
de  German       Latin      Dr Prof Hr Fr Str bzw z.B u.a d.h usw etc ca Mio Mrd Nr St vgl S inkl evtl geb gest Chr v.Chr n.Chr sog Abs Art ggf #
es  Spanish      Latin      Sr Sra Srta Dr Dra D Dña Ud Uds EE.UU EE UU a.C d.C p.ej etc núm pág Av Prof Gral Lic Ing
it  Italian      Latin      dott dott.ssa sig sig.ra prof ing avv on sen ecc pag art n a.C d.C es S mons gen col
pt  Portuguese   Latin      Sr Sra Dr Dra Prof D Exmo etc núm pág a.C d.C p.ex Av Eng Gen Lda
nl  Dutch        Latin      dhr mevr mw dr drs mr ir prof ing o.a m.n d.w.z bijv enz ca nr blz jl a.s
sv  Swedish      Latin      t.ex bl.a d.v.s dvs m.m osv ca kl nr s.k f.d st o.s.v fr.o.m t.o.m
da  Danish       Latin      f.eks bl.a dvs m.m osv ca kl nr s.k dr prof mio mia kr pct #
no  Norwegian    Latin      f.eks bl.a dvs m.m osv ca kl nr s.k dr prof mill mrd kr pst #
fi  Finnish      Latin      esim mm ym jne n klo nro ks tri prof milj mrd ts #
is  Icelandic    Latin      t.d o.s.frv m.a kl nr dr #
pl  Polish       Latin      dr prof mgr inż im ul al pl r w tzw np m.in itd itp tj tys mln mld zł gr św ks nr str godz gen płk kpt
cs  Czech        Latin      Dr Ing Mgr prof doc tzv např tj atd apod č s r mil mld tis Kč ul nám sv gen #
sk  Slovak       Latin      Dr Ing Mgr prof doc tzv napr t.j atď a.s č s r mil mld tis ul nám sv gen #
sl  Slovenian    Latin      dr prof mag npr tj itd t.i ipd oz g ga sv ul #
hr  Croatian     Latin      dr prof mr npr tj itd tzv sv ul br god mil mlrd gen #
bs  Bosnian      Latin      dr prof mr npr tj itd tzv sv ul br god mil gen #
hu  Hungarian    Latin      dr ifj özv id pl stb ún kb u sz db vö ill St prof #
ro  Romanian     Latin      dl dna d-na dr prof ing nr str bd art etc î.Hr d.Hr mil mld lei pag
tr  Turkish      Latin      Dr Prof Doç Av Sn Alb Gen Org Yrd vb vs örn No Cad Sok Mah M.Ö M.S yy
az  Azerbaijani  Latin      Dr prof və.s e.ə küç mln mlrd
uz  Uzbek        Latin      va.h.k mln mlrd
id  Indonesian   Latin      Dr Prof Ir Drs H Hj Tn Ny dll dsb dst No Jl Rp hal
ms  Malay        Latin      Dr Prof Tn Pn En dll dsb No Jln hlm
vi  Vietnamese   Latin      TS GS PGS ThS TP v.v tr
sw  Swahili      Latin      Dk Prof Bw Bi n.k k.m
tl  Tagalog      Latin      G Gng Bb Dr Sen Gob Kgg
ca  Catalan      Latin      Sr Sra Dr Dra etc núm pàg aC dC p.ex av
gl  Galician     Latin      Sr Sra Dr Dra etc núm páx a.C d.C p.ex
eu  Basque       Latin      jn and dr etab K.a K.o
sq  Albanian     Latin      z zj dr prof etj nr mln mld p.sh
lt  Lithuanian   Latin      dr prof g pr m d a mln mlrd tūkst kt pan vad t.y gen #
lv  Latvian      Latin      dr prof g milj tūkst utt u.c t.i piem plkst #
et  Estonian     Latin      dr prof nt jne jms s.t u lk mln mld hr pr #
ku  Kurmanji     Latin      Dr Prof b.z p.z hwd
so  Somali       Latin      Dr Prof
ha  Hausa        Latin      Dr Alh
af  Afrikaans    Latin      dr mnr mev prof bv ens ca nr bl
ga  Irish        Latin      Dr lch srl
cy  Welsh        Latin      Dr e.e ayb
"""  # noqa: E501

_FOREIGN_LETTERS = {
    "fa": "ٹڈڑںہھۂۃےۓەۆڵڕێېڭټډړږښڼڤ",
    "ur": "ەۆڵڕێېڭټډړږښڼڤك",
    "ps": "ٹڈڑںہھےەۆڵڕێڭڤ",
    "ckb": "ٹڈڑںہےېڭټډړږښڼثذصضطظ",
    "ru": "іїєґўђјљњћџѓќѕәғқңөұүһ",
    "uk": "ыэъёўђјљњћџѓќѕәғқңөұүһ",
    "be": "ищъђјљњћџѓќѕїєґ",
    "bg": "ыэёіїєґўђјљњћџѓќѕ",
    "sr": "йщъыьэюяёіїєґўѓќѕ",
    "mk": "йщъыьэюяёіїєґўђћ",
}

_LATIN_TITLES = frozenset({"Dr", "Mr", "Mrs", "Ms", "St", "Inc", "Ltd", "Co", "Corp", "Jr"})
_DAYS = frozenset(map(str, range(1, 32)))


@cache
def generic(code: str) -> Profile:
    """The profile of a language by its BCP 47 code; for a code we do not know, ``und``'s.

    Days of the month count as abbreviations where the language writes ordinals with a stop.
    """
    return _profiles().get(code) or _und()


def known() -> tuple[str, ...]:
    """The codes that have a profile here, sorted."""
    return tuple(sorted(_profiles()))


@cache
def _profiles() -> dict[str, Profile]:
    rows = (re.split(r"\s+", row.strip(), maxsplit=3) for row in _TABLE.strip().splitlines())
    return {row[0]: _profile(*row) for row in rows}


def _und() -> Profile:
    return Profile(
        code=UNDETERMINED,
        name="undetermined",
        script="Latin",
        enders=".!?…؟۔।。！？",
        quotes=_SLAVIC,
        foldings=dict.fromkeys(_BIDI, ""),
    )


def _profile(code: str, name: str, script: str, abbreviations: str = "") -> Profile:
    short = frozenset(abbreviations.split())
    if "#" in short:
        short = (short - {"#"}) | _DAYS
    if script != "Latin":
        short |= _LATIN_TITLES
    foldings = dict.fromkeys(_BIDI + _DROPPED.get(script, ""), "")
    if code == "ru":
        foldings |= {"ё": "е", "Ё": "Е"}
    return Profile(
        code=code,
        name=name,
        script=script,
        rtl=script in _RTL_SCRIPTS,
        enders=_ENDERS.get(script, ".!?…"),
        commas=_COMMAS.get(script, ",;:"),
        quotes=_quotes_of(code),
        abbreviations=short,
        foldings=foldings,
        foreign_letters=frozenset(_FOREIGN_LETTERS.get(code, "")),
        lexis=LEXES.get(code, Lexis()),
    )


def _quotes_of(code: str) -> tuple[tuple[str, str], ...]:
    return next((quotes for quotes, codes in _QUOTES.items() if code in codes.split()), _ENGLISH)
