"""Korean words without the particles that are written with them."""

from __future__ import annotations

from functools import lru_cache

_FIRST_SYLLABLE, _FINALS = 0xAC00, 28
_RIEUL = 8


def _particles(*lines: str) -> frozenset[str]:
    return frozenset(particle for line in lines for particle in line.split())


# Particles (National Institute of Korean Language, Standard Korean Dictionary: 조사) that follow any syllable, and the
# plural 들; that follow a final consonant; that follow a vowel; and that follow a vowel or a final rieul (서울로).
_ANY = _particles("에게서 께서 에서 에게 한테 까지 부터 조차 마저 처럼 보다 마다 밖에 하고 들 의 에 도 만 께")
_AFTER_CONSONANT = _particles("으로써 으로서 으로 이라고 이나 이며 이라 은 이 을 과")
_AFTER_VOWEL = _particles("라고 나 며 라 는 가 를 와")
_AFTER_VOWEL_OR_RIEUL = _particles("로써 로서 로")
_PARTICLES = sorted(
    _ANY | _AFTER_CONSONANT | _AFTER_VOWEL | _AFTER_VOWEL_OR_RIEUL, key=lambda each: (-len(each), each)
)


@lru_cache(maxsize=65_536)
def stem(word: str, *, is_attached: bool = False) -> str:
    """Return a word of Hangul syllables without the particles at its end: ``판문점`` of ``판문점에서는``.

    At least two syllables stay, since many words of two end like one with a particle (회의); all of them may go from
    what is attached to a number or a foreign word (``을`` in ICBM을).
    """
    least = 0 if is_attached else 2
    while particle := _particle_of(word, least):
        word = word[: -len(particle)]
    return word


def _particle_of(word: str, least: int) -> str | None:
    """Return the longest particle at the end of a word that leaves at least so many syllables."""
    for particle in _PARTICLES:
        rest = len(word) - len(particle)
        # What stands alone follows a number or a foreign word, whose last sound is not known.
        if rest >= least and word.endswith(particle) and (not rest or _may_follow(particle, word[rest - 1])):
            return particle
    return None


def _may_follow(particle: str, syllable: str) -> bool:
    final = (ord(syllable) - _FIRST_SYLLABLE) % _FINALS
    if particle in _AFTER_CONSONANT:
        return final != 0 and not (final == _RIEUL and particle.startswith("으로"))
    if particle in _AFTER_VOWEL_OR_RIEUL:
        return final in (0, _RIEUL)
    return particle in _ANY or final == 0
