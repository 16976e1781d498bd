"""The files that `corrob new` writes."""

from __future__ import annotations

from typing import Final

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
