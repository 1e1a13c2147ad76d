"""Entity tags of records (RFC 9110 §8.8): made of the bytes that they stand for, and readable by who made them.

A record's tag is ``"<digest>"``, of its current revision as it is stored. What is answered in other bytes (trimmed,
expanded, under clocks, in another format) has ``"<digest>.<digest of those bytes>.<code>"``: any of them names the
revision that it was made from. The code authenticates the two digests, since a write cannot make those bytes again.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from hashlib import sha256

from service.web.conditional import GZIP_SUFFIX, digest_of

_DIGITS = 16


class RecordTags:
    """Makes and reads the tags of records, with a secret that all replicas on a database share."""

    def __init__(self, secret: str) -> None:
        self._key = sha256(f"entity tag {secret}".encode()).digest()

    def of(self, stored: bytes, answered: bytes | None = None) -> str:
        """Return the quoted tag of an answer.

        :param stored: the bytes of the revision that it is made from.
        :param answered: the bytes of the representation, where they are others.
        """
        revision = digest_of(stored)
        if answered is None or answered == stored:
            return f'"{revision}"'
        return f'"{self._signed(f"{revision}.{digest_of(answered)}")}"'

    def naming(self, stored: bytes) -> Callable[[str], bool]:
        """Return what tells whether a tag, without its quotes, was given for a revision, in whatever representation."""
        revision = digest_of(stored)

        def names(opaque: str) -> bool:
            tag = opaque.removesuffix(GZIP_SUFFIX)
            named, _, rest = tag.partition(".")
            if named != revision:
                return False
            given = self._signed(tag.rpartition(".")[0]) if rest else revision
            return hmac.compare_digest(given.encode(), tag.encode("latin-1", "replace"))

        return names

    def _signed(self, digests: str) -> str:
        code = hmac.digest(self._key, digests.encode("latin-1", "replace"), "sha256").hex()
        return f"{digests}.{code[:_DIGITS]}"
