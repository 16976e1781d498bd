"""What examining a pack gives: how its tests went, what they reached, and which changes of the pack they notice."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

Course = Literal["passed", "failed", "to_do", "passed_to_do", "unread"]
"""How a test went: `to_do` failed as announced, `passed_to_do` passed all the same, `unread` could not be run."""

VALUES: Final = ("true", "false", "unknown")
"""What a need or a test can come to."""


class Tested(Struct, frozen=True):
    """One test of a pack: its name, the rule or pack it belongs to, how it went, what went wrong, why it is to do.

    `packs` are those that it was run on, with version and hash.
    """

    name: str
    owner: str
    place: str
    outcome: Course = "passed"
    problems: tuple[str, ...] = ()
    todo: str = ""
    packs: tuple[str, ...] = ()


class Point(Struct, frozen=True):
    """A need or a test of a pack: the values that tests made it take, those missing, those that it never takes.

    `never` gives for each value that cannot happen the reason.
    """

    place: str
    owner: str
    what: str
    seen: tuple[str, ...]
    missing: tuple[str, ...]
    never: dict[str, str] = {}


class Coverage(Struct, frozen=True):
    """The points of a pack; `made` of `possible` values were made by the tests."""

    pack: str
    points: tuple[Point, ...]
    made: int
    possible: int


class Trial(Struct, frozen=True):
    """A changed pack and the test that noticed it, as `file:line:column`, or '' for none."""

    place: str
    owner: str
    operator: str
    sentence: str
    noticed_by: str = ""


class Mutation(Struct, frozen=True):
    """The trials of a pack.

    `meaningless` counts the changes that leave no rulebook, `idle` those that make no difference whatever the case, and
    `untried` those for which the `seconds` did not suffice.
    """

    pack: str
    trials: tuple[Trial, ...]
    meaningless: int
    idle: int
    untried: int
    seconds: float

    @property
    def noticed(self) -> int:
        """How many of the trials a test noticed."""
        return sum(bool(one.noticed_by) for one in self.trials)


class Examination(Struct, frozen=True):
    """All that was examined: the tests that ran, how many were left out, and the packs that could not be read."""

    tests: tuple[Tested, ...] = ()
    left_out: int = 0
    unread: tuple[str, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    mutation: tuple[Mutation, ...] = ()

    def count(self, outcome: Course) -> int:
        """How many tests went so."""
        return sum(test.outcome == outcome for test in self.tests)

    @property
    def shares(self) -> tuple[tuple[str, int, int], ...]:
        """What can be held to a share: its name, how much was reached, of how much; what was not tried was missed."""
        covered = ("coverage", sum(c.made for c in self.coverage), sum(c.possible for c in self.coverage))
        whole = sum(len(m.trials) + m.untried for m in self.mutation)
        noticed = ("mutation", sum(m.noticed for m in self.mutation), whole)
        return (*((covered,) if self.coverage else ()), *((noticed,) if self.mutation else ()))


def percent(part: int, whole: int) -> float:
    """Give a share in percent, to one place and never rounded up; all of nothing is all."""
    return (part * 1000 // whole) / 10 if whole else 100.0
