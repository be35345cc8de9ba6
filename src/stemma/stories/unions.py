"""Disjoint sets of whatever can be ordered."""

from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Any)


class Union(Generic[Key]):
    """Disjoint sets; the root of a set is its least member, so that the order of joining changes nothing.

    >>> sets: Union[str] = Union()
    >>> sets.join("b", "c")
    >>> sets.join("c", "a")
    >>> sets.root("b"), sets.root("d"), sets.members()
    ('a', 'd', ['a', 'b', 'c', 'd'])
    """

    def __init__(self) -> None:
        self._parent: dict[Key, Key] = {}

    def root(self, key: Key) -> Key:
        """Give the least member of the set that a key is in; a key not seen before is a set of its own."""
        parent = self._parent.setdefault(key, key)
        while parent != self._parent[parent]:
            self._parent[key] = self._parent[parent]
            key, parent = parent, self._parent[parent]
        return parent

    def join(self, left: Key, right: Key) -> None:
        """Put two keys into one set."""
        one, other = sorted((self.root(left), self.root(right)))
        self._parent[other] = one

    def members(self) -> list[Key]:
        """Give all keys seen, in order."""
        return sorted(self._parent)
