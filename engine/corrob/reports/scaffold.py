"""Names go in, the files that `corrob new` writes come out."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

CASE: Final = """\
# A case: its sources, the media they published, the claims, and the evidence that bears on them.
# Judge it with: corrob verify case.yaml      Say why with: corrob explain case.yaml C1
corrob: 1
case: my-first-case
title: What the case is about

sources:                        # who speaks or publishes
  - {id: ministry, name: Ministry of Defence, kind: government, reliability: C, bloc: north}
  - {id: channel, name: A local channel, kind: social_channel, reliability: C}
  - {id: daily, name: The Daily, kind: newspaper, reliability: B}

media:                          # what was published
  - {id: clip, type: video, from: channel, first_seen: "2024-05-02"}

claims:                         # one atomic statement each
  - id: C1
    text: A depot in the town burned on 1 May
    kind: event
    when: "2024-05-01"
    interest: {north: against}  # whose interest the claim serves (for) or hurts (against)

evidence:                       # one item as obtained; `bears` says on which claims, and how
  - id: E1
    source: channel
    published: "2024-05-02"
    modality: video
    direct: true
    media: [clip]
    bears: [{claim: C1, stance: supports}]
  - id: E2                      # retells the clip: no origin of its own
    source: daily
    published: "2024-05-03"
    modality: news_report
    derived_from: [{from: clip, how: derived}]
    bears: [{claim: C1, stance: supports}]
  - id: E3                      # a bare denial by a side that gains from it opposes nothing
    source: ministry
    published: "2024-05-03"
    modality: official_statement
    act: denial
    bears: [{claim: C1, stance: refutes}]

expect:                         # what a reviewer expects; `corrob check` holds it against the rules
  - {claim: C1, status: attributed, origins: {supports: 1}}
"""

_PACK: Final = """\
# What this pack is, what it builds on, and what your desk sees otherwise.
#   corrob rules check NAME               is anything wrong with it
#   corrob rules test NAME                do its tests pass
#   corrob rules docs NAME                all of it in words
#   corrob verify DATA --rules NAME       judge with it
# The pack has the name of its folder. Raise the version with every change that others should notice.
pack: NAME
version: "0.1.0"
title: TITLE
about: What this pack is for, and for whom.
extends: [{pack: BASE, version: RANGE}]

# Named groups of evidence that rules ask for. What there is already: corrob rules show --rules NAME
evidence_sets:
  SWORN: {from: SUPPORT, where: {modality: court_record}}

# Changes of what BASE says, each with its reason. Take the marks away to try one:
# change:
#   - parameter: min_origins
#     value: 3
#     reason: We publish nothing as corroborated on two origins
"""

_RULES: Final = """\
# A rule, with the tests that show what it is for. Keys and fields: corrob schema rules --markdown
# `applies_to` holds for every rule of this file; other packs name the rule NAME/held-by-a-court.
applies_to: {kind: {not: [prediction, speech_act]}}
rules:
  - id: held-by-a-court
    title: A court holds it, and nobody credible objects
    gives: STATUS
    # All needs must hold. A paper that quotes the court is no second origin.
    needs:
      - some: SWORN
      - origins: {at_least: 2, from: SUPPORT}
      - none: OPPOSITION
    because: "{some.source} holds it, and {origins.count} independent origins agree."
    cites: [The page of your style book that asks for this]
    # `given` is a little case; what stands under each_source holds for all sources, and so on.
    tests:
      - name: a judgement and a report of its own suffice
        given:
          each_source: {reliability: B}
          sources: [{id: court, kind: court}, {id: paper}]
          claims: [{id: c}]
          each_evidence: {bears: [{claim: c, stance: supports}]}
          evidence: [{id: e1, source: court, modality: court_record}, {id: e2, source: paper}]
        expect: {c: {status: STATUS, supports: 2}}
      - name: a paper that quotes the judgement adds nothing to it
        given:
          each_source: {reliability: B}
          sources: [{id: court, kind: court}, {id: paper}]
          claims: [{id: c}]
          each_evidence: {bears: [{claim: c, stance: supports}]}
          evidence:
            - {id: e1, source: court, modality: court_record}
            - {id: e2, source: paper, derived_from: [{from: e1, how: quoted}]}
        expect: {c: {supports: 1}}
"""

_SCHEMA: Final = "# yaml-language-server: $schema=../rules.schema.json\n"
"""What tells an editor where the schema is."""


class NewPack(Struct, frozen=True):
    """What the files of a new pack say: its name, what it builds on, what that calls things, whose `sets` are taken."""

    name: str
    base: str
    range: str
    support: str
    opposition: str
    status: str
    sets: frozenset[str]
    schema: bool

    def files(self) -> dict[str, str]:
        """Give the files by name."""
        return {name: self._filled(text) for name, text in (("pack.yaml", _PACK), ("rules.yaml", _RULES))}

    def _filled(self, text: str) -> str:
        own = "sworn" if "sworn" not in self.sets else f"{self.name.replace('-', '_')}_sworn"
        words = {
            "SWORN": own,
            "NAME": self.name,
            "TITLE": self.name.replace("-", " ").capitalize(),
            "BASE": self.base,
            "RANGE": f'"{self.range}"',
            "SUPPORT": self.support,
            "OPPOSITION": self.opposition,
            "STATUS": self.status,
        }
        filled = re.sub("|".join(words), lambda found: words[found[0]], text)
        return f"{_SCHEMA if self.schema else ''}{filled}"
