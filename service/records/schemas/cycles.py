"""Cycles among things that refer to one another: found, and put in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

_LONGEST_SHOWN = 8


def cycles(starts: Iterable[str], following: Callable[[str], Iterable[str]]) -> Iterator[list[str]]:
    """Yield the cycles that can be reached from ``starts``, each as its members in order.

    ``following`` returns what one refers to. Every member is visited once, so it takes as long as there are references.
    """
    done: set[str] = set()
    for start in starts:
        if start in done:
            continue
        path, places = [start], {start: 0}
        ways = [iter(following(start))]
        while ways:
            step = next(ways[-1], None)
            if step is None:
                ways.pop()
                last = path.pop()
                del places[last]
                done.add(last)
            elif step in places:
                yield path[places[step] :]
            elif step not in done:
                places[step] = len(path)
                path.append(step)
                ways.append(iter(following(step)))


def spelled_out(cycle: Sequence[str]) -> str:
    """Return a cycle in words for the client: ``'a' → 'b' → 'a'``."""
    shown = [repr(each) for each in (*cycle, cycle[0])]
    if len(shown) > _LONGEST_SHOWN:
        between = len(shown) - _LONGEST_SHOWN
        shown = [*shown[: _LONGEST_SHOWN - 2], f"({between} more)", *shown[-2:]]
    return " → ".join(shown)
