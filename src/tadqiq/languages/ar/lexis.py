"""The words by which Arabic states facts: numbers, days, sides, actions, stances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from ...model import HIJRI_MONTHS, Action, Lexis, Vocabulary

VARIANTS = dict(zip("أإآٱىةؤئ", "اااايهوي", strict=True))
_FOLD = str.maketrans(VARIANTS)
_NISBA = ("", "ه", "ين", "ون", "ان", "تين", "تان", "ات")
_UNITS = "واحد:1 واحده:1 احدي:1 اثنان:2 اثنين:2 اثنا:2 اثني:2 اثنتين:2 اثنتان:2"
_ORDINALS = "حادي:1 ثاني:2 ثالث:3 رابع:4 خامس:5 سادس:6 سابع:7 ثامن:8 تاسع:9 عاشر:10"
_STEMS = "ثلاث:3 اربع:4 خمس:5 ست:6 سبع:7 ثماني:8 ثمان:8 تسع:9 عشر:10"
_FRACTIONS = (
    "نصف:0.5 ربع:0.25 ثلث:0.3333333 ثلثي:0.6666667 ثلثا:0.6666667 ثلثين:0.6666667 ثلثان:0.6666667 "
    "خمسا:0.4 خمسي:0.4"
)
_OWNED_FRACTIONS = "خمس:0.2 سدس:0.1666667 سبع:0.1428571 ثمن:0.125 تسع:0.1111111 عشر:0.1"
_PARTS = (
    "ارباع:0.25 اخماس:0.2 اسداس:0.1666667 اسباع:0.1428571 اثمان:0.125 اتساع:0.1111111 اعشار:0.1"
)
_TENS = "عشر:20 ثلاث:30 اربع:40 خمس:50 ست:60 سبع:70 ثمان:80 تسع:90"


def fold(words: str) -> frozenset[str]:
    """The words of a space-separated list, folded; ``_`` stands for a space inside one."""
    return frozenset(word.translate(_FOLD).replace("_", " ") for word in words.split())


def _pairs(text: str) -> Iterator[tuple[str, float]]:
    for pair in text.split():
        word, _, value = pair.partition(":")
        yield word, float(value)


def _numerals() -> dict[str, float]:
    known = dict(_pairs(_UNITS))
    for stem, value in _pairs(_STEMS):
        known[stem] = known[stem + "ه"] = known[stem + "ا"] = value
        if 3 <= value <= 9:
            for hundred in ("ميه", "مايه", "مايي", "ميات"):
                known[stem + hundred] = 100 * value
    for stem, value in _pairs(_ORDINALS):
        known[stem] = known[stem + "ه"] = value
    for stem, value in _pairs(_TENS):
        known[stem + "ون"] = known[stem + "ين"] = value
    for hundred in ("ميه", "مايه"):
        known[hundred] = 100.0
    for two in ("ميتان", "ميتين", "مايتان", "مايتين", "ميتا", "مايتا", "ميتي", "مايتي"):
        known[two] = 200.0
    doubles = "الفان:2e3 الفين:2e3 الفي:2e3 مليونان:2e6 مليونين:2e6 مليوني:2e6"
    billions = "ملياران:2e9 مليارين:2e9 ملياري:2e9"
    known |= dict(_pairs(doubles)) | dict(_pairs(billions))
    for stem, value in _pairs(_FRACTIONS):
        for owner in ("", "ه", "ها", "هم", "هما"):
            known[stem + owner] = value
    for stem, value in _pairs(_OWNED_FRACTIONS):
        for owner in ("ها", "هم", "هما"):
            known[stem + owner] = value
    return known


_SCALES = dict(
    _pairs(
        "الف:1e3 الفا:1e3 الاف:1e3 مليون:1e6 مليونا:1e6 ملايين:1e6 مليار:1e9 مليارا:1e9 "
        "مليارات:1e9 بليون:1e9 تريليون:1e12 تريليونات:1e12 ترليون:1e12"
    )
)


def _parts() -> dict[str, float]:
    """Parts of which a number is counted: three "quarters", of a thing or of it."""
    return {
        stem + owner: value
        for stem, value in _pairs(_PARTS)
        for owner in ("", "ه", "ها", "هم", "هما")
    }


def _verb(past: str, present: str) -> frozenset[str]:
    """The forms of the third person by which news speaks of one party or several."""
    perfect = (past + end for end in ("", "ت", "وا", "ا", "تا"))
    imperfect = (head + present + end for head in "يت" for end in ("", "ون", "وا", "ان"))
    return frozenset(form.translate(_FOLD) for form in (*perfect, *imperfect))


def _verbs(pairs: str) -> frozenset[str]:
    """Forms of verbs given as ``past/present`` stems, or one by one after ``=``."""
    forms: set[str] = set()
    for pair in pairs.split():
        if pair.startswith("="):
            forms |= fold(pair[1:])
            continue
        past, _, present = pair.partition("/")
        forms |= _verb(past, present or past)
    return frozenset(forms)


_ASK = _verbs("طلب التمس/لتمس ترجى/ترجى")
_URGE = _verbs("طالب ناشد")
_GIVING = fold(
    "مساعدة المساعدة مساعدات المساعدات مساعدته دعم الدعم دعمه تزويد تزويده تزويدها توريد تقديم "
    "منح منحه منحها تسليم تسليمه تسليمها بيع بيعه بيعها إمداد إمداده إمدادها العون عون تسليح"
)
_TO = frozenset({"ل", "الي"})
_ACTIONS = (
    Action(frame="ask", words=_ASK, marks=frozenset({"من"})),
    Action(frame="ask", words=_URGE, bare=True),
    Action(frame="help", words=_ASK, marks=frozenset({"من"}), inverse=True, theme=_GIVING),
    Action(frame="help", words=_URGE, bare=True, inverse=True, theme=_GIVING),
    Action(frame="help", words=_verbs("ساعد دعم زود أمد/مد سلح مول"), bare=True),
    Action(frame="help", words=_verbs("قدم سلم باع/بيع منح أرسل/رسل"), marks=_TO),
    Action(frame="help", words=_GIVING, marks=_TO, bare=True, nominal=True),
    Action(frame="tell", words=_verbs("أبلغ/بلغ أخبر/خبر طمأن/طمئن"), bare=True),
    Action(frame="offer", words=_verbs("عرض اقترح/قترح"), marks=frozenset({"علي"})),
    Action(
        frame="attack",
        words=_verbs("هاجم قصف استهدف/ستهدف غزا/غزو ضرب احتل/حتل حاصر"),
        bare=True,
    ),
    Action(frame="accuse", words=_verbs("اتهم/تهم انتقد/نتقد أدان/دين هدد حذر"), bare=True),
    Action(frame="thank", words=_verbs("شكر هنأ/هنئ"), bare=True),
    Action(frame="defeat", words=_verbs("هزم تغلب/تغلب"), marks=frozenset({"علي"}), bare=True),
    Action(frame="arrest", words=_verbs("اعتقل/عتقل احتجز/حتجز قتل أوقف/وقف"), bare=True),
    Action(frame="host", words=_verbs("استقبل/ستقبل استضاف/ستضيف دعا/دعو"), bare=True),
    Action(frame="buy", words=_verbs("اشترى/شتري"), marks=frozenset({"من"})),
)

# A question, the words that say yes, the words that say no.
_STANCES = (
    ("agree", "وافق/وافق أقر/قر", "رفض/رفض عارض/عارض"),
    ("confirm", "أكد/ؤكد أثبت/ثبت", "نفى/نفي أنكر/نكر =نفت =نفوا"),
    ("rise", "ارتفع/رتفع زاد/زيد ازداد/زداد صعد/صعد", "انخفض/نخفض تراجع/تراجع هبط/هبط"),
    ("succeed", "نجح/نجح تمكن/تمكن", "فشل/فشل أخفق/خفق عجز/عجز"),
    ("win", "فاز/فوز انتصر/نتصر", "خسر/خسر"),
    ("resume", "استأنف/ستأنف", "علق/علق أنهى/نهي"),
    ("allow", "سمح/سمح أجاز/جيز", "منع/منع حظر/حظر"),
    ("acquit", "برأ/برئ", "أدان/دين"),
)


def _stances() -> dict[str, tuple[str, int]]:
    sides: dict[str, tuple[str, int]] = {}
    for question, yes, no in _STANCES:
        sides |= dict.fromkeys(_verbs(yes), (question, 1))
        sides |= dict.fromkeys(_verbs(no), (question, -1))
    return sides


def _sides() -> dict[str, str]:
    """Names, capitals and adjectives of states, from the pack's table."""
    known: dict[str, str] = {}
    table = files(__package__).joinpath("lexicon", "sides.tsv").read_text("utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            code, names, adjectives = line.split("\t")
            known |= dict.fromkeys(fold(names), code)
            known |= dict.fromkeys(_inflected(fold(adjectives)), code)
    return known


def _inflected(adjectives: Iterable[str]) -> Iterator[str]:
    for stem in adjectives:
        for end in _NISBA:
            yield stem + end


_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_MONTHS = (
    "يناير كانون_الثاني",
    "فبراير شباط",
    "مارس آذار",
    "أبريل نيسان",
    "مايو أيار",
    "يونيو حزيران",
    "يوليو تموز",
    "أغسطس آب",
    "سبتمبر أيلول",
    "أكتوبر تشرين_الأول",
    "نوفمبر تشرين_الثاني",
    "ديسمبر كانون_الأول",
)


def _vocabulary() -> Vocabulary:
    from .vocabulary import vocabulary

    return vocabulary()


LEXIS = Lexis(
    variants=VARIANTS,
    vocabulary=_vocabulary,
    joiners=frozenset({"و"}),
    teens={"احد": 1.0},
    numerals=_numerals(),
    scales=_SCALES,
    vague=fold("آلاف ملايين مليارات تريليونات عشرات مئات"),
    loose=fold(
        "نحو حوالي قرابة زهاء قرب تقريبا ما_يقرب يقارب يزيد أكثر أقل يناهز تناهز ناهز ناهزت يقارب "
        "تقارب قارب قاربت يلامس لامس لامست شارف شارفت يشارف يقرب يقل تقل يربو تربو ينوف يفوق تفوق "
        "يتعدى تتعدى يتجاوز تتجاوز تجاوز تجاوزت متجاوزا متجاوزة بضع بضعة نيف فوق دون حدود عتبة "
        "حاجز سقف تقدر يقدر قدر قدرت مقاربة"
    )
    | _verbs("ناهز قارب لامس شارف دنا/دنو ناف/نوف فاق/فوق تخطى/تخطى جاوز تجاوز تعدى/تعدى"),
    lasting=fold(
        "خلال مدة لمدة منذ بعد غضون مهلة طوال طيلة نحو قرابة زهاء حوالي دام دامت استمر استمرت "
        "يستمر تستمر يدوم تدوم أقصاها أقصاه مدتها مدته أمدها أمده بمهلة حبس سجن بسجنه بحبسه سجنه "
        "حبسه السجن الحبس"
    ),
    ages=fold("عن بالغ البالغ البالغة عمره عمرها عمر العمر سن سنه سنها يبلغ تبلغ ناهز ناهزت"),
    roughly=fold("تقريبا ونيف ونيفا نيف ونيفة يزيد"),
    ratios=fold("من_كل في_كل بين_كل"),
    percent=fold("% ٪ بالمئة بالمائة في_المئة في_المائة"),
    weekdays={day: number for number, name in enumerate(_WEEKDAYS) for day in fold(name)},
    months={name: number for number, names in enumerate(_MONTHS, 1) for name in fold(names)},
    hijri_months={
        name: number
        for number, names in enumerate(HIJRI_MONTHS, 1)
        for name in fold(" ".join(one.replace(" ", "_") for one in names))
    },
    sides=_sides(),
    proclitics=(
        "وال",
        "بال",
        "كال",
        "فال",
        "ولل",
        "ول",
        "وب",
        "فل",
        "لل",
        "و",
        "ف",
        "ب",
        "ل",
        "ك",
        "س",
    ),
    article="ال",
    definite=frozenset({"ال", "وال", "بال", "كال", "فال", "لل", "ولل"}),
    titles=fold(
        "الرئيس رئيس رئيسة الزعيم المستشار المستشارة الوزير وزير وزيرة الوزراء نظيره نظيرته "
        "الملك ملك الأمير السيناتور المتحدث المتحدثة المبعوث الجنرال قائد زعيم"
    ),
    outlets=fold(
        "موقع الموقع صحيفة الصحيفة قناة القناة وكالة الوكالة شبكة الشبكة مجلة المجلة شركة الشركة "
        "إذاعة الإذاعة منصة مؤسسة تلفزيون منظمة المنظمة مركز المركز معهد المعهد جمعية جماعة مجموعة "
        "حزب مصرف بنك"
    ),
    affiliations=fold(
        "التابع التابعة التابعين المملوك المملوكة الموالي الموالية المدعوم المدعومة الممول الممولة "
        "المرتبط المرتبطة المقرب المقربة ذراع الذراع"
    ),
    owners=fold(
        "استخبارات الاستخبارات مخابرات المخابرات جيش الجيش الحكومة حكومة الحزب حزب الوزارة وزارة "
        "الحرس الموساد البنتاغون البنتاجون الكرملين الرئاسة الشرطة الأمن الدولة"
    ),
    attached=fold(
        "تسنيم فارس إرنا إيسنا مهر المنار الأقصى الميادين العالم سبوتنيك تاس نوفوستي شينخوا سانا "
        "وفا قنا واس الإخبارية سوا الحرة صفا شهاب المسيرة بترا أناضول الأناضول"
    ),
    stances=_stances(),
    negators=fold("لم لن لا ليس ليست ليسوا عدم دون بدون بلا غير مش مو"),
    unless=fold("ما"),
    conditions=fold("إذا لو وإذا ولو فإذا إن_لم لئن ما_لم ريثما حالما شريطة"),
    conditional=fold("إن وإن"),
    restrictions=fold("إلا سوى ما_لم عدا باستثناء لولا بشرط شرط شريطة"),
    without=fold("دون بدون"),
    never=fold("من_قبل قط مثيل مثيلا سابقة البتة"),
    premature=fold("مبكر باكر سابق_لأوانه أوان صعب متعذر مستحيل عسير متعجل"),
    existence=fold(
        "وجود وقوع تسجيل سجل حدوث حدث سقوط سقط ورود وقع أسفر خلف أدى نجم تسبب أوقع رصد صدور صدر شهد"
    ),
    light=fold(
        "كان قال أصبح بات صار ظل عنى أمكن استطاع تم جاء شأن شيء أمر غير أن مثل كل بعض آخر أول أولى"
    ),
    exceptions=fold(
        "إلا سوى يزال تزال يزالون زال زالت زالوا سيما بد يقل يزيد تقل فحسب فقط قبل حتى"
    ),
    actions=_ACTIONS,
    mutual=_verbs(
        "التقى/لتقي اجتمع/جتمع بحث ناقش تباحث تحادث اتفق/تفق تعادل واجه تبادل شارك أجرى/جري عقد "
        "وقع تفاوض لاقى/لاقي قابل صافح رافق هاتف تشاور تنافس ناظر حاور ربط جمع"
    ),
    prefixes=("سي", "ست", "ي", "ت"),
    suffixes=("وا", "ون", "ان", "تا", "ت", "ا"),
    verbal_prefixes=("سي", "ي"),
    verbal_suffixes=("ت", "وا"),
    nominal_suffixes=("ات",),
    causes=fold(
        "بسبب جراء نتيجة لأن لأنه لأنها بفعل نجم ناجم "
        "ناجمة ناتج ناتجة نتج إثر احتجاجا ردا خلفية نظرا "
        "بداعي بدافع انتقاما عقابا بفضل نشأ ناشئ ناشئة "
        "تولد وطأة حدادا بحجة بذريعة بتأثير مرده سببه عزا"
    ),
    led_causes=dict.fromkeys(fold("نجم ناجم ناجمة ناتج ناتجة نتج نشأ ناشئ ناشئة تولد"), "عن"),
    effects=fold(
        "أدى أسفر تسبب أفضى أثار أشعل فجر دفع سبب أحدث ولد مسبب مؤدي مفضي محدث متسبب تمخض جر أورث"
    ),
    led=fold("إلى في عن"),
    afters=fold("بعد عقب بعدما بعيد وبعد وعقب"),
    befores=fold("قبل قبيل قبلما وقبل وقبيل"),
    speech=fold(
        "قال أعلن ذكر أكد مؤكد أوضح صرح أضاف أفاد أشار لفت كشف رأى اعتبر حذر "
        "شدد زعم نفى روى كتب طالب ناشد لاحظ توقع اشتكى "
        "نبه اعترف قدر أخبر أبلغ حكى أورد نوه وصف نشر "
        "ادعى جزم اعتقد رجح"
    ),
    demands=fold("طالب ناشد دعا حث"),
    sources=fold(
        "بحسب وفق وفقا حسب نقلا لسان حسبما طبقا استنادا وفقما بناء لسانه حد تعبير لما على_ما"
    ),
    carriers=fold(
        "قرار بيان تصريح إعلان رواية تقرير معلومة معلومات "
        "أرقام رقم بيانات موقف اتهام قول تأكيد خبر أنباء "
        "نبأ إفادة شهادة كلام حديث كلمة رسالة نداء "
        "منشور تغريدة بلاغ إحاطة وثيقة لسان تقدير نص خطاب "
        "ورد جاء صدر صادر نقل أعلن ذكر أفاد أكد أدلى قدم نشر وجه أعد كشف قال تحدث روى رسمي مقتضب "
        "مكتوب صحفي أوضح أورد أصدر وضع أجرى سابق جديد مشترك تعبير نسب عبر بث زعم ادعى استند"
    ),
    places=fold(
        "مدينة محافظة ولاية إقليم بلدة قرية ميناء مرفأ مطار نهر جزيرة حي ضاحية مقاطعة بحيرة جبل "
        "مخيم معبر منطقة محطة مهرجان شمال جنوب غرب شرق شمالي جنوبي غربي شرقي قضاء مديرية صحراء مضيق"
    ),
    relays=fold("نقل صدر صادر نسب نقلا استند استنادا بناء"),
    future="س",
    reported=fold("بيان تصريح تقرير إعلان إفادة شهادة تغريدة بلاغ إحاطة"),
    complements=fold(
        "أن إن بأن أنه أنها إنه إنها أنهم إنهم بأنه بأنها أنهما إنهما إنهن أنني إنني إننا أننا"
    ),
    inverse=fold(
        "تلقى تسلم استلم تعرض واجه خسر انهزم نال حصل "
        "تكبد عانى سقط خضع تخلف تأخر استقبل اقترض استدان "
        "استأجر استورد استعار ورث اشترى ابتاع اقتنى كسب"
    ),
    origins=fold("من"),
    towards=fold("إلى ل"),
    against=fold("على ضد أمام تجاه"),
    governors=frozenset({"ل", "ب", "ك"}),
    duals={"مليونا": 2e6, "الفا": 2e3, "مليارا": 2e9},
    parts=_parts(),
    fractions=dict(_pairs(_OWNED_FRACTIONS)),
    multiples={"عقود": 10.0, "عقدا": 10.0},
    within=fold("في ب لدى عند قرب داخل خارج بين خلال عبر حول منذ"),
    agents=fold("من_قبل من_جانب على_يد على_أيدي من_طرف من_لدن"),
    relations=fold(
        "من إلى على عن في مع بين ضد عند لدى نحو حول منذ خلال بعد قبل أمام وراء بسبب دون غير مثل "
        "ومن وإلى وعلى وعن وفي ومع"
    ),
    pronominal=fold("به بها بهم بهما بهن فيه فيها فيهم له لها لهم عنه عنها عليه عليها عليهم"),
    functions=fold(
        "في من على إلى عن مع أن إن أنه أنها إنه إنها أنهم إنهم هذا هذه ذلك تلك التي الذي الذين "
        "اللذين كان كانت يكون تكون قد لقد سوف ثم أو أم بل لكن حيث إذ إذا لو كما بعد قبل خلال منذ "
        "حتى عند عندما بين تحت فوق أمام وراء ضد حول دون غير سوى كل بعض أي جميع هو هي هم نحن أنا "
        "به بها له لها لهم منه منها فيه فيها عليه عليها إليه إليها عنه عنها لدى لديه لديها أيضا "
        "فقط وقد وهو وهي ولا وما لا لم لن ليس ليست ما لدي بسبب نحو نحن مما وفق بحسب حسب بشأن "
        "عبر اليوم أمس غدا يوم أثناء رغم سيما وذلك وكان وكانت وأن وإن وفي ومن وعلى"
    ),
)
