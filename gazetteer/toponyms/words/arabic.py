"""Arabic."""

from __future__ import annotations

from collections.abc import Mapping

from gazetteer.toponyms.words.classes import Word

__all__ = ["WORDS", "base_forms"]

WORDS: Mapping[int, str] = {
    Word.FUNCTION: """
هذا هذه ذلك تلك هو هي هم نحن أنا أنت الذي التي الذين ما ماذا متى كيف لماذا إذا إن أن لن لم لا بل
أو ثم كان كانت يكون قد كل بعض غير بعد قبل خلال منذ عند مع دون ضد عن حول حيث كما لكن أي أيضا وقال
قال قالت اليوم أمس غدا هناك هنا بين""",
    Word.INSIDE: "في داخل",
    Word.MOTION: "إلى من نحو عبر بين",
    Word.NEAR: "قرب بالقرب خارج حول شمال جنوب شرق غرب ضواحي محيط",
    Word.OF: "",
    Word.AND: "و أو",
    Word.ACT: """
أعلنت أعلن اتهمت اتهم حذرت حذر نفت نفى رفضت رفض أدانت أدان دعت دعا طالبت طالب وقعت أكدت أكد هددت""",
    Word.TITLE: """
السيد الدكتور الرئيس رئيس الوزير وزير اللواء العميد العقيد الملك الأمير الشيخ الإمام القاضي
المتحدث""",
    Word.ORGANISATION: "بنك شركة حزب حركة جبهة جيش وزارة جامعة صحيفة وكالة اتحاد مجلس منظمة",
    Word.DATE: """
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الاثنين الثلاثاء
الأربعاء الخميس الجمعة السبت الأحد""",
    Word.GEO: """
نهر بحيرة بحر خليج مضيق جبل جبال صحراء سهل وادي غابة جزيرة جزر ساحل محافظة ولاية قضاء ناحية منطقة
مدينة بلدة قرية حي""",
    Word.FACILITY: "مطار قاعدة ثكنة مخيم قلعة قصر جسر نفق سد ميناء محطة مستشفى سجن مسجد كنيسة معبر",
    Word.STREET: "شارع طريق",
    Word.LEADS: "نهر بحيرة جبل جزيرة مدينة بلدة قرية محافظة ولاية مخيم مطار قاعدة",
    Word.DIRECTION: "شمال جنوب شرق غرب الشمالي الجنوبي الشرقي الغربي وسط",
    Word.GOVERN: """
حكومة الحكومة سلطات السلطات جيش الجيش قوات القوات جنود الجنود شرطة الشرطة رئيس وزير سفير سفارة
معارضة المعارضة طائرات مسيرات""",
    Word.GROUND: "مدينة بلدة قرية محافظة عاصمة العاصمة حدود الحدود ساحل أراضي منطقة",
    Word.MOVE: "وصل وصلت فر غادر دخل ولد قتل انفجار قصف هجوم زلزال",
    Word.COMMON: "حياة سلام نور الأمل الحرية النصر",
}  # fmt: skip

_CLITICS = ("وبال", "وال", "بال", "كال", "فال", "لل", "ول", "وب", "و", "ب", "ل", "ف", "ك")


def base_forms(word: str) -> tuple[str, ...]:
    """Words that remain when joined conjunctions and prepositions are taken off.

    Examples
    --------
    >>> "دمشق" in base_forms("بدمشق")
    True
    """
    forms = []
    for clitic in _CLITICS:
        if word.startswith(clitic) and len(word) - len(clitic) >= 3:
            rest = word[len(clitic) :]
            if clitic.endswith("ال") or clitic == "لل":
                forms.append("ال" + rest)
            forms.append(rest)
    return tuple(dict.fromkeys(forms))
