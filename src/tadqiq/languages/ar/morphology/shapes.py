"""Word shapes (awzan) over vocalised stems in Buckwalter's letters.

In the templates C stands for any consonant, w and y among them; everything else is itself.
"""

from __future__ import annotations

import re
from functools import cached_property

_CONSONANT = "['|>&<}bptvjHxd*rzsSDTZEgfqklmnhwy$]"


class _Shapes:
    """Any of some shapes, compiled when a stem is first held against them."""

    def __init__(self, *templates: str) -> None:
        self._templates = templates

    def fit(self, stem: str) -> bool:
        return self._pattern.fullmatch(stem) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(self._templates).replace("C", _CONSONANT))


_BROKEN = _Shapes(
    r">aCoCAC",  # أفعال
    r"\|CAC",  # آفاق
    r">aCoCuC",  # أشهر
    r">aCoCiCA'",  # أنبياء
    r">aCiC~A'",  # أطباء
    r">aCoCiyA'",  # أغنياء
    r"CuCaCA['&}]",  # وزراء
    r"CaCAC~?iC",  # مدارس
    r"CaCAC~",  # مواد
    r"CaCACiyC",  # مفاتيح
    r"CaCAC(?:aY|A)",  # يتامى
    r"CaCAyA",  # قضايا
    r"CuC~AC",  # كتّاب
)
_BROKEN_WITH_TA = _Shapes(r">aCoC[iy]C?", r">aCiC~", r"CaCACiC", r"CaCACiyC")
_MASDAR = _Shapes(
    r"taCoCiyC?",  # تفعيل، تربية
    r"taCaC~[ui]C?y?",  # تفعّل
    r"taCACuC",  # تفاعل
    r"taCAC~",
    r"taCACiy?",
    r"muCACaC",  # مفاعلة, before ة
    r"muCACA",
    r"<iCoCAC",  # إفعال
    r"<iCAC",  # إعادة
    r"<iyCAC",  # إيقاف
    r"\{inoCiCAC",  # انفعال
    r"\{iCoC~?iCAC",  # افتعال
    r"\{iC~iCAC",  # اتفاق
    r"\{iCo[td]iyAC",  # اختيار
    r"\{inoCiyAC",  # انهيار
    r"\{iCoCiCAC",
    r"\{isotiCoCAC",  # استفعال
    r"\{isotiCAC",  # استعادة
    r"\{isotiyCAC",
    r"\{iCoCiC~AC",
)
_PARTICIPLE = _Shapes(
    r"muCaC~[ia]C?[yY]?",
    r"muCAC[ia]C?[yY]?",
    r"muCAC~",
    r"muCoC[ia]C?[yY]?",
    r"muC[iy]y?C",
    r"muCAC",
    r"mutaCaC~[ia]C?[yY]?",
    r"mutaCAC[ia]C?[yY]?",
    r"mun?o?CaC[ia]C",
    r"muCoCaC[ia]?C?~?[yY]?",
    r"muC~aC[ia]C",
    r"muCo[td]AC",
    r"musotaCoC[ia]C[yY]?",
    r"musotaC[iy]y?C",
    r"musotaCAC",
    r"maCoCuwC",
    r"maCoCiy~",
    r"CA['&}C]iC",
    r"CACiy",
    r"CAC~",
)


def is_broken_plural(stem: str) -> bool:
    """Whether a stem without ة has a shape that only broken plurals have."""
    return _BROKEN.fit(stem)


def is_broken_plural_with_ta(stem: str) -> bool:
    """Whether a stem before ة has the shape of أفعلة or فعاللة."""
    return _BROKEN_WITH_TA.fit(stem)


def is_masdar(stem: str) -> bool:
    """Whether a stem has the shape of a verbal noun of the derived forms II–X."""
    return _MASDAR.fit(stem)


def is_participle(stem: str) -> bool:
    """Whether a stem has the shape of an active or passive participle."""
    return _PARTICIPLE.fit(stem)
