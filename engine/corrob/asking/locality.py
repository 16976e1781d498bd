"""A claim goes in; the claims, items, media and sources that its status can depend on come out (guarantee 10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from corrob.asking import mentions
from corrob.asking.losses import EDGE, TIE, losses
from corrob.asking.without import ITEM, MEDIA, SOURCE, same_media
from corrob.model.answers import Loss
from corrob.model.case import Case, Evidence, Source, listed
from corrob.model.rule import Rulebook
from corrob.verifying.classes import classes, reach
from corrob.verifying.hearing import Hearing
from corrob.verifying.worlds import World
from corrob.vocabulary import EDGES


class Locality(Struct, frozen=True, eq=False, dict=True):
    """What one claim's status can depend on, in one hearing.

    Whatever is left out cannot matter, for these reasons. Rules see the strands of their own claim, and of other
    claims the outcomes by the relations that rules name; caps come from what is entailed and from required parts: so
    `judged` is all that is judged. Strands come from bearings on claims that literals lead from; an item is taken back
    by a statement on the claim that the bearing was written for, or on the one where it arrives: all of these are
    joined by relations that carry evidence, looked at without direction and sign (`heard`), and acts are looked up on
    the claim that they were on. A strand is made of items on the way, of their media with whatever is one with these,
    and of the sources behind them with everybody above; and an item on the way is undercut by one whose own ways are
    looked at, and which may be undercut itself. Who pays whom, who shares intelligence, commissions and replies make
    suspect ties alone: they matter only where a rule that can move a status asks for these. An item not known by the
    date is not there, unless an edge leads to it; on earlier dates, on which predictions are looked at, there is less.
    """

    hearing: Hearing
    claim: str

    @property
    def _world(self) -> World:
        return self.hearing.world

    @property
    def _case(self) -> Case:
        return self._world.case

    # claims

    @cached_property
    def judged(self) -> tuple[str, ...]:
        """The base claims that have to be judged for the claim's status, in the order of the case."""
        base, bases = self.hearing.relations.base, self.hearing.relations.bases
        start = base[self.claim][0]
        onward = {one: {base[other][0] for other in self._seen_from(one)} for one in bases}
        found = {start, *reach(start, onward)}
        return tuple(one for one in bases if one in found)

    def _seen_from(self, claim: str) -> Iterable[str]:
        relations, told = self.hearing.relations, self.hearing.relations.claims[claim]
        yield from (other for other, _ in relations.capping(told))
        for by in mentions.relations(self.rulebook):
            yield from relations.related(told, by, self._world)

    @cached_property
    def heard(self) -> frozenset[str]:
        """The base claims whose bearings may come to count for one that is judged, or may take such back."""
        claims, relations = self.hearing.relations.claims, self.hearing.relations
        base = {claim: one for claim, (one, _) in relations.base.items()}
        pairs = [(base[c.id], base[other]) for c in claims.values() for other in listed(c.entails)]
        pairs += [(base[c], base[other]) for c in claims for other in relations.excluded[c]]
        starts = {*self.judged, *(base[about] for c in self.judged if (about := claims[c].about_claim))}
        joined = (one for one in classes(relations.bases, pairs) if not starts.isdisjoint(one))
        return frozenset(claim for one in joined for claim in one)

    # evidence

    @cached_property
    def items(self) -> frozenset[str]:
        """The items that bear on these claims, those that they rest on, and those that challenge any of them."""
        held = {item.id: item for item in self._case.evidence}
        there = {name for name, item in held.items() if self._there(item)}
        base = self.hearing.relations.base
        spoken = {n for n in there if any(base[bearing.claim][0] in self.heard for bearing in held[n].bears)}
        onward = {n: {edge.from_ for edge in held[n].derived_from} & held.keys() for n in there}
        for name in there:
            for target in {undercut.item for undercut in held[name].undercuts}:
                onward.setdefault(target, set()).add(name)
        return frozenset(spoken).union(*(reach(name, onward) for name in spoken))

    def _there(self, item: Evidence) -> bool:
        """Whether an item was known by the date, even if it has been withdrawn since."""
        when = item.known or item.published
        return self._world.as_of is None or (when is not None and self._world.knows(when))

    @cached_property
    def _held(self) -> tuple[Evidence, ...]:
        return tuple(item for item in self._case.evidence if item.id in self.items)

    @cached_property
    def media(self) -> frozenset[str]:
        """The media that such an item carries or cites, and what is one with them on any date."""
        named = {media for item in self._held for media in (*item.media, *(e.from_ for e in item.derived_from))}
        groups = same_media(World(self._case, pdq_distance=self._world.pdq_distance))
        return frozenset(m for one in groups if not named.isdisjoint(one) for m in one)

    # sources

    @cached_property
    def speaking(self) -> frozenset[str]:
        """The sources that have such an item, have published such media, or are themselves what an item rests on."""
        cited = (e.from_ for item in self._held for e in item.derived_from if EDGES[e.how].passes)
        published = (media.from_ for media in self._case.media if media.id in self.media)
        own = (item.source for item in self._held)
        return frozenset(self._world.sources.keys() & {*cited, *published, *own})

    @cached_property
    def parties(self) -> frozenset[str]:
        """These sources and those who signed with them, with everybody above; all sources where suspicion matters."""
        if self._suspicious:
            return frozenset(self._world.sources)
        signers = {who for item in self._held for who in item.joint_with}
        onward = {source.id: set(_above(source)) for source in self._world.sources.values()}
        return frozenset({*self.speaking, *signers}.union(*(reach(s, onward) for s in {*self.speaking, *signers})))

    @cached_property
    def rulebook(self) -> Rulebook:
        """The rules that can decide a status."""
        return mentions.deciding(self.hearing.rulebook)

    @cached_property
    def _suspicious(self) -> bool:
        return mentions.heeds_suspicion(self.rulebook)

    # what comes of it

    def losses(self) -> tuple[Loss, ...]:
        """Give the losses that may change the claim's status, in the order of the case."""
        return tuple(loss for loss in losses(self._case) if _MATTERS[_sort(loss)](self, loss))

    def _edge_matters(self, loss: Loss) -> bool:
        if loss.id not in self.items:
            return False
        item = next(one for one in self._held if one.id == loss.id)
        return self._suspicious or EDGES[item.derived_from[loss.at].how].passes

    def case(self) -> Case:
        """Give the case without the items that do not matter; claims, media and sources stay."""
        return replace(self._case, evidence=self._held)


def _above(source: Source) -> Iterable[str]:
    """Give who controls a source, on any date."""
    tied = losses(Case(corrob=1, case="", claims=(), sources=(source,)))
    return (tie.to for tie in tied if tie.field == "controlled_by")


def _sort(loss: Loss) -> str:
    return loss.field if loss.kind == TIE else loss.kind


_MATTERS: Final[dict[str, Callable[[Locality, Loss], bool]]] = {
    ITEM: lambda near, loss: loss.id in near.items,
    MEDIA: lambda near, loss: loss.id in near.media,
    SOURCE: lambda near, loss: loss.id in near.speaking,
    EDGE: lambda near, loss: near._edge_matters(loss),  # noqa: SLF001 - its own table
    "joint_with": lambda near, loss: loss.id in near.items,
    "copy_of": lambda near, loss: loss.id in near.media,
    "controlled_by": lambda near, loss: loss.id in near.parties,
    "funded_by": lambda near, _: near._suspicious,  # noqa: SLF001
    "shares_intelligence_with": lambda near, _: near._suspicious,  # noqa: SLF001
}
