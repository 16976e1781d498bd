"""Comparisons to be written."""

from __future__ import annotations

from msgspec.structs import replace

from corrob.model.comparison import Change, Comparison, Edits, Group, Removed, Switch, Turn
from corrob.model.result import Side
from reports.printing import result

NEEDS = Turn("at least 2 origins in s", "met", "at least 3 origins in s", "not met")
OLD = result(status="corroborated", confidence="high", rule="p/agree", supports=Side(2, 2, ("e1", "e2")))
NEW = result(status="attributed", confidence="low", rule="p/lone", supports=Side(2, 1, ("e1", "e2")))
LOST = Switch("p/agree", "They agree", "p.yaml:1:1", "needs", (NEEDS,))
GAINED = Switch("p/lone", "One", "p.yaml:9:1", "outranked", (), ("p/agree",))
CHANGE = Change("story", "c", None, "It burned", ("status",), OLD, NEW, (LOST,), (GAINED,))
GROUP = Group("corroborated", "attributed", count=1)
COMPARISON = Comparison(
    "old", "new", cases=1, claims=2, judged=2, changed=1, groups=(GROUP,), changes=(CHANGE,),
    edits=Edits({"min_origins": ("2", "3"), "more": ("", "B")}, ("p/new",), ("p/gone",)),
)  # fmt: skip
NOTHING = Comparison("old", "new", cases=7, claims=1054, judged=1054, changed=0)
RICHER = replace(
    COMPARISON,
    cases_new=("fresh",),
    cases_gone=("former",),
    changes=(
        CHANGE,
        Change("story", "n", None, "It stood", new=result("n", "unassessed")),
        Change("story", "o", None, "It fell", old=result("o", "disputed")),
        Change("fresh", "x", None, "It rose", new=NEW),
        Change("former", "y", None, "It sank", old=OLD),
        Change("former", "z", None, "It swam", old=OLD),
    ),
)
REMOVED = Removed("p/fake", (), ("e1", "e2"))
