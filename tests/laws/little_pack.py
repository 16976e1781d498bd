"""A little pack that says each thing that a pack can say."""

PACK = """\
pack: little
version: "1.2.0"
title: A little pack
parameters:
  min_origins: {value: 2, between: [2, 5]}
  credible_from: {value: C, between: [D, A]}
  pdq_distance: {value: 31}
  grace: {value: 3 days, between: [0 days, 4 weeks]}
statuses:
  default: blank
  conflict: split
  for: [likely, sure]
  against: [doubtful, wrong]
  order: [[wrong, doubtful, blank, split, likely, sure], [open, missed, done]]
  dual: {sure: wrong, wrong: sure, likely: doubtful, doubtful: likely}
  words: {sure: {meaning: It is so., stix: "95"}}
independence:
  merge: [control, media, briefing, unnamed_same]
  suspect: [funding, intelligence, commission, replies]
  unit: {artifact_property: analyst}
counted: {supports: good, refutes: bad}
tables:
  - sets: sound
    rows:
      - {when: {reliability: {at_least: $credible_from}, circular: no}, then: yes}
      - {then: no}
  - sets: grade
    title: How much it is worth
    rows:
      - {when: {sound: yes, first_hand: yes, date: {after: 2024-01-01}}, then: high}
      - {when: {act: {not: [denial, no_comment]}, value: {between: [1, 100]}}, then: middle}
      - {when: {bloc: {exists: yes}, adds: {includes: geolocation}}, then: middle}
      - {then: low}
evidence_sets:
  good: {from: bearings, where: {stance: supports, sound: yes}}
  bad: {from: bearings, where: {stance: refutes, sound: yes}}
  best: {from: good, where: {grade: [high, middle], disinterested: yes}}
rules:
  - {id: taken-back, removes: {superseded: yes}, because: Taken back.}
  - id: two-agree
    code: L1
    gives: sure
    confidence: moderate
    applies_to: {kind: {not: [prediction, speech_act]}}
    needs:
      - origins: {at_least: $min_origins, from: good, different: {modality: 2}, within: 30 days}
      - none: bad
      - any_of: [{some: best}, {not: {suspect: good}}, {claim: {when: {exists: yes}}}]
    beats: one-says
    because: "{origins.count} agree: {origins.list}, as {some.source} says of {claim.text}."
    cites: [One, Two]
    tests:
      - name: nothing is nothing
        given: {claims: [{id: c}], evidence: []}
        expect: {c: blank}
  - {id: one-says, gives: likely, needs: [{some: {from: good, where: {hedged: no}}}], because: "{some.source} says it."}
  - {id: one-denies, gives: wrong, confidence: low, needs: [{some: bad}, {origins: {at_most: 3, from: good}}]}
  - {id: heard, finds: heard_from, listing: source, needs: [{some: seen}]}
  - {id: said, finds: remark, value: heard, needs: [{finding: heard_from}, {claim: {kind: [event, quantity]}}]}
  - {id: follows, gives: likely, needs: [{related: {by: entailed_by, of: some, status: [sure, likely]}}]}
  - {id: came-true, gives: done, applies_to: {kind: prediction}, needs: [{related: {by: resolves_on, status: sure}}]}
  - {id: was-said, gives: sure, applies_to: {kind: speech_act}, needs: [{acts: {of: every, primary_record: yes}}]}
  - {id: more, raises: confidence, needs: [{all_of: [{finding: heard_from}, {some: best}]}], renamed_from: less}
  - {id: doubted, lowers: confidence, needs: [{suspect: {from: good, where: {inherited: no}}}]}
invariants:
  - {id: never-sure-of-nothing, never: [{none: seen}], status: [sure, wrong]}
change:
  - {parameter: min_origins, value: 3, reason: More is better}
  - {rule: one-says, add: [{none: bad}], reason: Nobody objects}
  - {set: best, where: {circular: no}, reason: No circles}
  - {table: grade, rows: [{when: {hedged: yes}, then: low}], reason: Hedging}
"""
