"""English words by their stems, in whichever country they were spelled."""

from __future__ import annotations

import re
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer

# What is spelled in two ways, and the one that stands for both, American. Words in -vise and -cise whose nouns end in
# -ision keep their s; others that always have it (exercise) lose nothing by a z, since all of their forms get it.
_SPELLINGS = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (
            r"^(?!(?:ad|de|re|super|tele)vis|(?:con|ex|in|pre)cis)([a-z]{2,}[^aeiou])is(e|ed|es|er|ers|ing|able|ations?)$",
            r"\1iz\2",
        ),
        (r"^(anal|catal|paral)ys(e|ed|es|er|ers|ing)$", r"\1yz\2"),
        (
            r"^((?:dis|mis|un)?(?:arm|behavi|cand|clam|col|demean|endeav|fav|ferv|glam|harb|hon|hum|lab|neighb|od|parl"
            r"|rig|rum|sav|splend|tum|val|vap|vig))our",
            r"\1or",
        ),
        (r"(calib|cent|fib|lit|manoeuv|met|theat)re([ds]?)$", r"\1er\2"),
        (r"^(def|off|pret)ence", r"\1ense"),
        (r"^licence", "license"),
        (r"^programme(s?)$", r"program\1"),
        (r"^(ana|cata|dia)logue", r"\1log"),
        (r"^((?:re)?fuel|dial)l(ed|ers?|ing)$", r"\1\2"),
        (r"^(enrol|fulfil|instal)(s|ments?)?$", r"\1l\2"),
        (r"^(acknowledg|judg)ement", r"\1ment"),
        (r"^manoeuv", "maneuv"),
        (r"^aluminium", "aluminum"),
        (r"^artefact", "artifact"),
        (r"^grey", "gray"),
        (r"^sceptic", "skeptic"),
        (r"^sulph", "sulf"),
        # The plural of an abbreviation (SLBMs), in which the stemmer, finding no vowel, sees no plural.
        (r"^([b-df-hj-np-tv-xz]{3,})s$", r"\1"),
    )
)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem (Porter 2) of a word in lower-case ASCII letters: ``denuclear`` of ``denuclearisation``.

    Words in -ae keep it: that is how Korean names end in Latin letters (Sohae), and no English word.
    """
    for pattern, spelling in _SPELLINGS:
        word = pattern.sub(spelling, word)
    if word.endswith(("ae", "aes")):
        return word.removesuffix("s")
    # One for each word: it keeps its state between steps, and threads share this module.
    return str(EnglishStemmer().stemWord(word))
