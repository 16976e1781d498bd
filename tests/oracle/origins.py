"""Section 3 of the semantics: roots go in, which of them are one origin comes out."""

from __future__ import annotations

from collections.abc import Sequence

from corrob import vocabulary as words
from corrob.model.case import Evidence, Provenance, listed
from oracle.ways import Root, published_by
from oracle.world import World

Key = tuple[str, object]
Keys = frozenset[Key]


def keys_of(world: World, root: Root) -> Keys:
    """Give the tie keys of a root; roots that share one are one origin."""
    if root.kind == "item":
        item = world.item(root.name)
        return _self(world, root) | _controlled(world, [item.source, *item.joint_with]) | _own_media(world, item)
    if root.kind == "unnamed":
        return _unnamed(root.edge, one=world.merges("unnamed_same"))
    return _self(world, root) | _controlled(world, sources_of(world, root))


def _self(world: World, root: Root) -> Keys:
    """Give the key that a root is by itself: the item, the media group or the source."""
    if root.kind == "unnamed":
        return _unnamed(root.edge, one=world.merges("unnamed_same"))
    return frozenset({("media", root.group) if root.kind == "media" else ("node", root.name)})


def _unnamed(edge: tuple[str, int], *, one: bool) -> Keys:
    return frozenset({("unnamed", "" if one else edge)})


def _controlled(world: World, sources: Sequence[str]) -> Keys:
    found = frozenset(sources)
    if world.merges("control"):
        found = found.union(*(world.closure(source) for source in sources))
    return _nodes(found)


def _nodes(sources: frozenset[str]) -> Keys:
    return frozenset(("node", source) for source in sources)


def _own_media(world: World, item: Evidence) -> Keys:
    if not world.merges("media"):
        return frozenset()
    return frozenset(("media", world.group(medium)) for medium in item.media if published_by(world, item, medium))


def sources_of(world: World, root: Root) -> list[str]:
    """Give the known sources of a root; of a media group its publishers, of an unnamed one nobody."""
    if root.kind == "media":
        return sorted(world.known_publishers(root.group))
    if root.kind == "unnamed":
        return []
    return [root.name if root.kind == "source" else world.item(root.name).source]


def classes(keys: Sequence[Keys]) -> list[int]:
    """Give each of things that share keys the number of its class, in any chain."""
    number = list(range(len(keys)))
    changed = True
    while changed:
        changed = False
        for one in range(len(keys)):
            for other in range(len(keys)):
                if keys[one] & keys[other] and number[one] > number[other]:
                    number[one], changed = number[other], True
    return number


def soft_keys(world: World, root: Root, written: str) -> Keys:
    """Give the keys by which an origin is suspected to be another: its tie keys and those of the suspect ties."""
    party = frozenset().union(*(world.closure(source) for source in sources_of(world, root)))
    keys = keys_of(world, root) | _self(world, root) | _nodes(party)
    keys |= _funding(world, party) | _intelligence(world, party)
    if root.kind == "unnamed":
        return keys | (_unnamed(root.edge, one=True) if world.suspects("unnamed_same") else frozenset())
    return keys | (_edges(world, world.item(root.name), written) if root.kind == "item" else frozenset())


def _funding(world: World, party: frozenset[str]) -> Keys:
    if not world.suspects("funding"):
        return frozenset()
    funders = [funder for member in party for funder in listed(world.source(member).funded_by)]
    return _nodes(frozenset().union(*(world.closure(funder) for funder in funders)))


def _intelligence(world: World, party: frozenset[str]) -> Keys:
    if not world.suspects("intelligence"):
        return frozenset()
    pairs = {
        frozenset({source.id, other})
        for source in world.case.sources
        for other in listed(source.shares_intelligence_with)
    }
    return frozenset(("shared", pair) for pair in pairs if pair & party)


def _edges(world: World, item: Evidence, written: str) -> Keys:
    edges = [(item.id, place, edge) for place, edge in world.edges(item, written) if _doubtful(world, edge)]
    return frozenset().union(*(_named(world, owner, place, edge) for owner, place, edge in edges))


def _doubtful(world: World, edge: Provenance) -> bool:
    kind = words.EDGES[edge.how]
    unnamed = bool(edge.unnamed) and world.suspects("unnamed_same") and not world.merges("unnamed_same")
    return unnamed or (world.suspects(kind.suspect) and not (kind.merge and world.merges(kind.merge)))


def _named(world: World, owner: str, place: int, edge: Provenance) -> Keys:
    """Give the node that an edge names, with the closure of that node's source."""
    if edge.unnamed:
        return _unnamed((owner, place), one=world.merges("unnamed_same") or world.suspects("unnamed_same"))
    if world.names_medium(edge.from_):
        group = world.group(edge.from_)
        behind = frozenset().union(*(world.closure(source) for source in world.known_publishers(group)))
        return frozenset({("media", group)}) | _nodes(behind)
    source = world.item(edge.from_).source if world.names_item(edge.from_) else edge.from_
    return _nodes(world.closure(source) | {edge.from_})
