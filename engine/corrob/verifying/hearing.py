"""One world goes in; each of its claims is heard: its strands traced, its origins joined, its evidence weighed."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from corrob.dates import Interval
from corrob.model.case import Case, Claim
from corrob.model.rule import Acts, Rulebook
from corrob.verifying import record
from corrob.verifying.derive import Scene, says
from corrob.verifying.origins import Origin, Ties, origins
from corrob.verifying.record import Record
from corrob.verifying.relations import Arrival, Relations
from corrob.verifying.trace import Marks, Root, Strand, Tracer
from corrob.verifying.weigh import Answers, Exhibit, Scales, Weighing, exhibits
from corrob.verifying.worlds import World
from corrob.vocabulary import ANALYST, SERVED


class Heard(Struct, frozen=True, eq=False):
    """A claim's evidence in one world, before any rule: its exhibits, its origins, and each root's origin."""

    exhibits: list[Exhibit]
    origins: list[Origin]
    names: dict[Root, str]


class Hearing(Struct, frozen=True, eq=False, dict=True):
    """All claims of one world, under one rulebook."""

    world: World
    relations: Relations
    scales: Scales

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook that is applied."""
        return self.scales.rulebook

    @cached_property
    def arrivals(self) -> dict[str, list[Arrival]]:
        """The bearings that reach each base claim."""
        return self.relations.arrivals(self.world)

    @cached_property
    def undercut(self) -> frozenset[str]:
        """The items that are credibly challenged."""
        letter = str(self.rulebook.parameters["credible_from"])
        units = {claim: self._counts_analysts(claim) for claim in self.relations.bases}
        return record.undercut(self.world, record.credible_items(self._plain, self.arrivals, units, letter))

    @cached_property
    def _plain(self) -> Tracer:
        bears: dict[tuple[str, str], list[Arrival]] = {}
        for claim, arrivals in self.arrivals.items():
            for arrival in arrivals:
                if not arrival.inherited:
                    bears.setdefault((arrival.item.id, claim), []).append(arrival)
        return Tracer(self.world, self.rulebook.independence.merge, bears)

    @cached_property
    def tracer(self) -> Tracer:
        """The tracer that knows what was taken back and what is challenged."""
        taken = {c: record.superseded(self.world, found, self.undercut) for c, found in self.arrivals.items()}
        return replace(self._plain, marks=Marks(taken, self.undercut))

    @cached_property
    def ties(self) -> Ties:
        """What ties roots together in this world."""
        return Ties(self.world, self.rulebook.independence)

    @cached_property
    def record(self) -> Record:
        """What was said last, for claims about speech acts."""
        return Record(self.world, self.relations, self.undercut)

    @cached_property
    def _heard(self) -> dict[str, Heard]:
        return {}

    def heard(self, claim: str) -> Heard:
        """Give a base claim's evidence, traced once."""
        if claim not in self._heard:
            self._heard[claim] = self._hear(claim)
        return self._heard[claim]

    def _hear(self, claim: str) -> Heard:
        strands = self.strands(claim)
        joined = origins(self.ties, strands)
        names = {root: origin.name for origin in joined for root in origin.roots}
        scene = Scene(self.world, self.world.claims[claim], names)
        scene.served.update(
            (names[s.root], s.arrival.stance) for s in strands if s.root in names and says(scene, s) == SERVED
        )
        return Heard(exhibits(self.scales, scene, strands), joined, names)

    def strands(self, claim: str) -> list[Strand]:
        """Give the strands of a base claim, its own and inherited ones."""
        analysts = self._counts_analysts(claim)
        return [s for a in self.arrivals[claim] for s in self.tracer.strands(a, claim, analysts=analysts)]

    def _counts_analysts(self, claim: str) -> bool:
        return self.rulebook.independence.unit.get(self.world.claims[claim].kind) == ANALYST

    def weigh(self, claim: str, outside: Answers) -> Weighing:
        """Put a base claim on the scales."""
        heard, told = self.heard(claim), self.world.claims[claim]
        return Weighing(
            self.scales, told, self.world.as_of, heard.exhibits, heard.origins, heard.names, self.ties, outside
        )

    def acts(self, claim: Claim, need: Acts) -> bool | None:
        """Answer a question about acts on the record."""
        return self.record.answer(claim, need.of, primary=need.primary_record)

    def at(self, moment: Interval) -> Hearing:
        """Give the hearing of the same case as of another moment."""
        return Hearing(self.world.at(moment), self.relations, self.scales)


def hearing(case: Case, as_of: Interval | None, scales: Scales, *, contested: bool = False) -> Hearing:
    """Open the hearing of a case as of a date."""
    distance = float(scales.rulebook.parameters["pdq_distance"])
    return Hearing(World(case, as_of, contested, distance), Relations(case), scales)
