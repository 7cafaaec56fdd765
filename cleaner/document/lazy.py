"""A cached property without `functools`' lock: half the cost, and blocks have nine each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # used like `property`
    """Compute once, on first access, and keep in the instance's `__dict__`.

    Two threads may both compute; the values are equal, so either may stay.
    """

    def __init__(self, function: Callable[[Any], T]) -> None:
        """Wrap the method that computes the value."""
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Remember the attribute's name."""
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> lazy[T] | T:
        """The value; the instance's own from the second time on."""
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value
