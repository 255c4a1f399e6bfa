"""What tells languages of one script apart: function words and letters.

Written from general knowledge of the languages. Words are lower case; in Arabic script they
are spelt with Arabic yeh and kaf, as ``identify`` folds what it looks up.
"""

from __future__ import annotations

import re
from functools import cache

from ..model import record


@record
class Evidence:
    """Marks of one language: ``words`` count one each, those with letters of ``shape``
    ``weight``."""

    words: frozenset[str]
    shape: str = ""
    weight: float = 0.5

    @property
    def letters(self) -> re.Pattern[str] | None:
        """Compiled when the language is first thought of: there are some eighty."""
        return _compiled(self.shape) if self.shape else None


def _mark(words: str, letters: str = "", weight: float = 0.5) -> Evidence:
    return Evidence(frozenset(words.split()), letters, weight)


_compiled = cache(re.compile)


_PERSIAN_SHAPED = "[پچژگکی]"

EVIDENCE: dict[str, dict[str, Evidence]] = {
    "Arabic": {
        "ar": _mark(
            "في من على إلى الى عن أن إن ان التي الذي هذا هذه ذلك مع بعد قبل كان كانت لا لم لن قد"
            " ما هو هي بين كما قال قالت عند حتى أو ثم حول خلال منذ غير كل بعض وفي ومن وقد وقال",
            r"^[وفبك]?ال\w\w|^لل\w\w|[ةإأؤ]|ى$|(?:ات|ين|ون|ها|هم|ية)$",
            0.4,
        ),
        "fa": _mark(
            "و در به از كه است را اين با براي آن شد شده مي يك خود تا بر هم نيز هاي بود كرد كرده"
            " ما اما دارد ولي كند آنها گفت همه هر يا پس ايران او اند شود نيست ميشود ميكند باشد",
            rf"{_PERSIAN_SHAPED}|\u200c",
            0.3,
        ),
        "ur": _mark(
            "كے كي كا ميں سے نے كو ہے ہيں اور پر يہ كہ اس ان بھي ايك كر تھا تھي تھے ہو گيا كيا"
            " نہيں لئے ليے اپنے جو وہ تو جس تك ساتھ بعد كہا ہوئے كرنے",
            r"[ٹڈڑںےہھۓ]",
            0.6,
        ),
        "ps": _mark(
            "د په او چې كې له ته يې سره دي ده شي هم څخه كړي شوي دا هغه نه كوي لري وي يو تر پر خو",
            r"[ټډړږښګڼېۍځڅ]|ئ$",
            0.6,
        ),
        "ckb": _mark(
            "و لە بە كە ئەو ئەم بۆ لەگەڵ هەر هەروەها دەكات بوو نەك يان تا لەسەر كرد كردووە ئێمە",
            r"[ڕڵێۆ]|ە\w*ە|^ئە",
            0.6,
        ),
        "ug": _mark(
            "ۋە بىلەن ئۈچۈن بۇ بىر ئۇ دەپ ھەم كېيىن قىلىپ بولۇپ ئىدى دېدى مەن ئۇنىڭ بولغان",
            r"[ۈۋۇڭې]|^ئ[ىەۆۈ]",
            0.6,
        ),
        "sd": _mark("۾ ۽ جي جو كي آهي جا كان تي سان هن", r"[ٻڄڃڀٺٿڊڌڍڻڦڪ]", 0.6),
    },
    "Cyrillic": {
        "ru": _mark(
            "и в не на что с по как из это он был для от же о к его но все за они также года году"
            " или было при до еще ещё который чтобы после она их со только уже об",
            "[ыэъё]",
        ),
        "uk": _mark(
            "і в не на що з та у як до це він для від за про його але які який є був під також"
            " чи при після року щоб вона їх або ще має було із",
            "[іїєґ]|'[яює]|’[яює]",
        ),
        "be": _mark(
            "і у не на што з як да гэта ён для ад за пра яго але якія быў або таксама", "[ўыэі]"
        ),
        "bg": _mark(
            "и в не на че с по как от това той е за да се са при но към след ще или бе беше"
            " които който със до като във си",
            r"[^вбдзнсоъ]ъ\w|(?:ът|ят)$",
            0.4,
        ),
        "sr": _mark(
            "и у не на да је се са за су од као који што које али би или није био до после",
            "[ђјљњћџ]",
        ),
        "mk": _mark("и во не на дека се за со од ќе како тоа е беше што кои но или по до", "[ѓќѕ]"),
        "kk": _mark("және мен бұл үшін деп бар осы болып еді емес бір сондай", "[әғқңұһ]"),
        "ky": _mark("жана менен бул үчүн деп бар ошол болуп эмес бир", "[ңөү]", 0.3),
        "mn": _mark("нь ба энэ байна гэж юм болон хийх байсан тус бол", "[өү]", 0.3),
        "tg": _mark("ва дар ба аз ки ин бо барои шуд он аст ҳам", "[ҷҳӣӯ]"),
    },
    "Devanagari": {
        "hi": _mark(
            "के में की है और से का को ने कि पर यह हैं भी एक नहीं था थे थी इस लिए कर हो तो साथ"
            " अपने गया कहा जो वह या बाद द्वारा करने"
        ),
        "mr": _mark("आहे आणि या हे ते त्या असे होते नाही आहेत एक तर मी की हा ही त्यांनी केले", "ळ", 0.6),
        "ne": _mark(
            "छ र को मा छन् भने पनि यो गरेको हो लाई ले थियो गर्न भएको उनले हुने", "(?:को|मा|लाई|ले)$", 0.4
        ),
    },
    "Latin": {
        "en": _mark(
            "the of and to in a that is was for on with as by at from it his has have an be this"
            " are he they said were not but which will their or who had its after been"
        ),
        "fr": _mark(
            "le la les de des du et en un une que qui dans pour par sur est pas au aux avec ce"
            " il elle son sa ses plus ont été cette mais ne se",
            "[çœèêù]|^[ldnsjmqc]['’]",
            0.3,
        ),
        "de": _mark(
            "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als"
            " auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie",
            "ß|[äöü]",
            0.2,
        ),
        "es": _mark(
            "el la los las de del y en un una que por con para se su al es lo como más pero sus"
            " ha fue este sobre entre también no le",
            "ñ|ción$",
        ),
        "it": _mark(
            "il lo la gli le di del della dei e in un una che per con non si è da sono al alla"
            " nel anche come ha più i ma su dal delle",
            "zione$|^[ld]ell['’]",
        ),
        "pt": _mark(
            "o a os as de do da dos das e em um uma que por com para se no na não é ao mais foi"
            " como mas também pelo pela são",
            "[ãõ]",
        ),
        "nl": _mark(
            "de het een en van in is dat op te voor met zijn die niet aan er ook als door naar om"
            " bij maar uit nog over wordt heeft worden",
            "ij",
            0.2,
        ),
        "sv": _mark(
            "och i att det som en på är av för med den till inte om har de ett var från", "[å]", 0.2
        ),
        "da": _mark(
            "og i at det som en på er af for med den til ikke har de et var fra blev", "[æø]", 0.2
        ),
        "no": _mark(
            "og i å det som en på er av for med den til ikke har de et var fra ble", "[æø]", 0.2
        ),
        "fi": _mark(
            "ja on ei että se oli hän mutta kun myös ovat joka tai sekä kuin mukaan",
            "ää|yy|öö",
            0.3,
        ),
        "is": _mark("og að í á er sem ekki við til um það hann hefur var með fyrir af", "[ðþ]"),
        "pl": _mark(
            "i w na z się że do nie jest o to jak po przez od za oraz ale są dla ma", "[łąęśźż]"
        ),
        "cs": _mark("a v na se že s je do z o i to k ve pro za by ale po jako jsou ze od", "[řěů]"),
        "sk": _mark("a v na sa že s je do z o aj to k vo pre za by ale po ako sú zo od", "[ľĺŕôä]"),
        "sl": _mark("in v na se da je za so po z s pa ki ne tudi kot bi pri ni še", "[čšž]", 0.1),
        "hr": _mark("i u na se da je za su od s kao koji ne što će bi ali nije iz", "[ćđ]", 0.4),
        "hu": _mark(
            "a az és hogy nem is egy ez volt meg csak már van de mint el azt szerint", "[őű]"
        ),
        "ro": _mark(
            "și de a în la cu pe care nu din că o un pentru este mai au fost prin sa", "[țșăţş]"
        ),
        "tr": _mark(
            "ve bir bu da de için ile olarak daha olan çok kadar sonra en gibi ise", "[ğışİ]", 0.3
        ),
        "az": _mark("və bir bu da də üçün ilə olan edib ki olub daha onun isə", "ə"),
        "uz": _mark("va bu bir uchun bilan ham deb edi esa bo'lgan uning shu", "[og]['‘ʻ’]", 0.6),
        "id": _mark(
            "yang dan di dengan untuk ini itu dari dalam tidak pada akan juga ke karena"
            " telah adalah bisa"
        ),
        "ms": _mark(
            "yang dan di dengan untuk ini itu dari dalam tidak pada akan juga ke kerana"
            " telah adalah boleh"
        ),
        "vi": _mark(
            "và của là có trong cho không được với các đã này người một để", "[ơưđạảấầậắếềệốồộớờợ]"
        ),
        "sw": _mark("na ya wa kwa ni katika za la kuwa cha hiyo hii alisema kama baada"),
        "tl": _mark("ang ng sa na mga at ay hindi ito para si niya kung may"),
        "ca": _mark(
            "el la els les de del i en un una que per amb no es al més ha també són", "l·l|ç", 0.4
        ),
        "sq": _mark("të e në dhe për me që një është nga se ka nuk më si", "ë", 0.3),
        "lt": _mark("ir kad į yra su iš tai buvo bet kaip ne už dėl jo", "[ėęįųūž]", 0.3),
        "lv": _mark("un ir ka no ar par uz bet kas arī tiek gada pēc", "[āēīūģķļņ]", 0.3),
        "et": _mark("ja on et ei see oli ka kui mis ning aga ta oma", "õ", 0.4),
        "ku": _mark("û ku li di de ji bi bo ew jî kir ev wî hat", "[êîû]", 0.4),
        "so": _mark("iyo oo ka in ku waxa ah la uu ayaa waa soo"),
        "ha": _mark("da na a ya ta ba ce ne wa su sun shi don cikin"),
        "af": _mark("die en van in is het dat nie op te vir met wat sy aan hy was"),
    },
}

SOLE_LANGUAGE = {
    "Greek": "el",
    "Hebrew": "he",
    "Bengali": "bn",
    "Gurmukhi": "pa",
    "Gujarati": "gu",
    "Oriya": "or",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Sinhala": "si",
    "Thai": "th",
    "Lao": "lo",
    "Tibetan": "bo",
    "Myanmar": "my",
    "Khmer": "km",
    "Georgian": "ka",
    "Armenian": "hy",
    "Ethiopic": "am",
    "Hangul": "ko",
    "Hiragana": "ja",
    "Katakana": "ja",
    "Han": "zh",
    "Thaana": "dv",
}

DEFAULT = {"Arabic": "ar", "Cyrillic": "ru", "Devanagari": "hi"}
"""What a script is read as where nothing in the text tells its languages apart."""

OTHER_NAMES = {
    "iw": "he", "in": "id", "ji": "yi", "nb": "no", "nn": "no", "arb": "ar", "ara": "ar",
    "pes": "fa", "prs": "fa", "fas": "fa", "per": "fa", "urd": "ur", "pus": "ps", "pbt": "ps",
    "uig": "ug", "heb": "he", "rus": "ru", "ukr": "uk", "ell": "el", "gre": "el", "hin": "hi",
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "por": "pt",
    "ita": "it", "tur": "tr", "zho": "zh", "chi": "zh", "cmn": "zh", "jpn": "ja", "kor": "ko",
    "sh": "sr", "fil": "tl", "kmr": "ku", "sdh": "ckb",
}  # fmt: skip
"""Codes that stand for a language under another name (ISO 639-2/3, withdrawn ones)."""
