"""Guarantee 4: a status at a date depends on nothing that was learnt later."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import assume, given
from msgspec import Struct
from msgspec.structs import asdict, replace

from corrob.model.case import Bearing, Case, Dated, Evidence, Provenance
from corrob.verifying.worlds import World
from laws.drawing import Run, law, randoms, runs

LATER = "2031-01-01"


class Future(Struct, frozen=True):
    """Changes all that is not yet known at a world's date."""

    world: World
    rng: Random

    def changed(self) -> Case:
        """Give the case with another future."""
        case = self.world.case
        return replace(
            case,
            sources=tuple(map(self._values, case.sources)),
            media=tuple(map(self._values, case.media)),
            claims=tuple(replace(c, superseded_by=c.superseded_by and self._succession(c)) for c in case.claims),
            evidence=tuple(map(self._item, case.evidence)),
        )

    def _succession(self, claim: Any) -> Any:
        return claim.superseded_by if self.world.knows(claim.superseded_by.from_) else None

    def _values(self, thing: Any) -> Any:
        return replace(thing, **{name: self._value(value) for name, value in asdict(thing).items()})

    def _value(self, value: Any) -> Any:
        """Let other entries of a dated value than those that are not known yet come later; some entry there has to be."""
        if not isinstance(value, tuple) or not value or not isinstance(value[0], Dated):
            return value
        known = [one for one in value if self.world.knows(one.known)]
        later = [replace(one, known=LATER) for one in value if one not in known]
        return (*known, *self.rng.sample(later, self.rng.randint(0 if known else 1, len(later))))

    def _item(self, item: Evidence) -> Evidence:
        if item.retracted and not self.world.knows(item.retracted):
            item = replace(item, retracted=self.rng.choice((None, LATER)))
        if item.id in self.world.items:
            return replace(item, bears=tuple(self._bearings(item)), derived_from=tuple(self._edges(item)))
        kept = item.id in self.world.withdrawn or item.id in self.world.undated
        return item if kept else self._other(item)

    def _bearings(self, item: Evidence) -> Any:
        return (b for b in item.bears if self.world.knows(b.known))

    def _edges(self, item: Evidence) -> Any:
        return (edge for edge in item.derived_from if self.world.knows(edge.known))

    def _other(self, item: Evidence) -> Evidence:
        """Give another item of the same source; other items may lead to it, so there has to be one."""
        bears = tuple(
            Bearing(claim=claim, stance=self.rng.choice(("supports", "refutes"))) for claim in self.world.claims
        )
        edges = tuple(
            Provenance(how="quoted", from_=other.id) for other in self.world.case.evidence if other.id != item.id
        )
        return Evidence(
            id=item.id, source=item.source, published=item.published, known=item.known, joint_with=item.joint_with,
            act=self.rng.choice(("denial", "admission", "retraction")), primary_record=True, direct=True, bears=bears,
            derived_from=edges[: self.rng.randint(0, 2)],
        )  # fmt: skip


@law()
@given(runs(drawn_rulebooks=True), randoms())
def test_another_future_changes_nothing(run: Run, rng: Random) -> None:
    assume(run.moment is not None)
    world = World(run.case, run.moment)
    assert run.of(Future(world, rng).changed()) == run.results
