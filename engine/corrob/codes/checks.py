"""What `rules check` finds in packs that can be read: each code with its page."""

from __future__ import annotations

from typing import Final

from corrob.codes.code import Code

CODES: Final = {
    "C001": Code(
        title="A rule that never fires",
        meaning=(
            "No claim within the bounds of the search meets all needs of the rule: what it asks for "
            "excludes itself, or another rule, set or table takes away what it waits for. The example is "
            "the claim that comes nearest."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
rules:
  - id: both
    gives: disputed
    needs: [{some: credible_support}, {none: credible_evidence}]
    because: It is so.
    cites: [the style book]
""",
        },
        told=(
            "desk/pack.yaml:6:5: C001 the rule 'desk/both' never fires: no claim within the bounds meets "
            "all its needs [look at: some credible_support]"
        ),
        remedy="Read the need that the hint names. Ask for less, or take the rule out.",
    ),
    "C002": Code(
        title="A rule that another makes superfluous",
        meaning=(
            "Whenever the rule fires, the other one fires too and has the same effect, and every claim "
            "has the same status and confidence without it."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
rules:
  - id: three-agree
    gives: corroborated
    confidence: moderate
    applies_to: {kind: event}
    needs: [{origins: {at_least: 3, from: credible_support}}, {none: credible_opposition}]
    because: It is so.
    cites: [the style book]
""",
        },
        told=(
            "desk/pack.yaml:6:5: C002 the rule 'desk/three-agree' is superfluous: whenever it fires, "
            "'core/independent-origins-agree' has the same effect [take it out, or ask for less or give "
            "another status]"
        ),
        remedy="Take the rule out, give another status, or ask for less than the other rule does.",
    ),
    "C003": Code(
        title="Rules that give opposite statuses to one claim",
        meaning=(
            "Two rules fire on one claim, one gives a status in favour of it and one a status against it, "
            "and neither beats the other. The claim then has the status of a conflict, which nobody may "
            "have meant."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
rules:
  - id: hearsay
    gives: doubtful
    applies_to: {kind: event}
    needs: [{origins: {at_least: 1, from: credible_support, where: {source_kind: website}}}]
    because: It is so.
    cites: [the style book]
""",
        },
        told=(
            "desk/pack.yaml:6:5: C003 'desk/hearsay' gives doubtful to claims that others stand against: "
            "'core/credible-support' (attributed), 'core/independent-origins-agree' (corroborated) [let "
            "one have the other in its 'beats', or write a rule that gives disputed]"
        ),
        remedy=(
            "Name the weaker rule in the `beats` of the stronger, ask for more in one of them, or write a "
            "rule that gives the status of a conflict, so that it is meant."
        ),
    ),
    "C004": Code(
        title="An invariant that some claim breaks",
        meaning=("The search found a claim for which all needs of `never` hold together with one of the statuses."),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
invariants:
  - id: one-source-is-not-enough
    never: [{origins: {at_most: 1, from: credible_support}}]
    status: attributed
""",
        },
        told=(
            "desk/pack.yaml:6:5: C004 the invariant 'desk/one-source-is-not-enough' does not hold: a "
            "claim is attributed"
        ),
        remedy="Mend the rule that gives the status, or say in the invariant what is really never to be.",
    ),
    "C005": Code(
        title="A set or a need that nothing can be in",
        meaning=(
            "No evidence can pass all tests on the way from the bearings to what is selected: two of them "
            "exclude each other, or a table never gives the value that is asked for."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
evidence_sets:
  videos: {from: credible_support, where: {stance: refutes}}
rules:
  - id: video
    raises: confidence
    needs: [{some: videos}]
    because: It is so.
    cites: [the style book]
""",
        },
        told=(
            "desk/pack.yaml:6:11: C005 nothing can be in 'videos' [these exclude each other: stance "
            "refutes; stance supports]"
        ),
        remedy="Take one of the tests out, or start from another set.",
    ),
    "C006": Code(
        title="A row of a table that is never reached",
        meaning=(
            "The first row whose tests are all true decides, and whatever this row means is decided by an earlier one."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
tables:
  - sets: close
    rows:
      - {when: {first_hand: yes}, then: yes}
      - {when: {first_hand: yes, adds: {exists: yes}}, then: no}
      - {then: no}
evidence_sets:
  from_close: {from: credible_support, where: {close: yes}}
rules:
  - id: close
    raises: confidence
    needs: [{some: from_close}]
    because: It is so.
    cites: [the style book]
""",
        },
        told=(
            "desk/pack.yaml:9:9: C006 row 2 of the table 'close' is never reached [whatever it means, row "
            "1 decides before it]"
        ),
        remedy="Put the row before the one that decides, or take it out.",
    ),
    "C007": Code(
        title="A row of a table that changes nothing",
        meaning="Without this row, later rows would say the same of everything that it decides.",
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
tables:
  - sets: close
    rows:
      - {when: {with_evidence: no}, then: no}
      - {when: {first_hand: yes}, then: yes}
      - {then: no}
evidence_sets:
  from_close: {from: credible_support, where: {close: yes}}
rules:
  - id: close
    raises: confidence
    needs: [{some: from_close}]
    because: It is so.
    cites: [the style book]
""",
        },
        told=(
            "desk/pack.yaml:8:9: C007 row 1 of the table 'close' changes nothing: later rows say the same [take it out]"
        ),
        remedy="Take the row out, or look for the row that was meant to differ.",
    ),
    "C008": Code(
        title="Rows of a table that overlap",
        meaning=(
            "Two rows fit the same evidence and say different things of it. The first one decides; that "
            "is a remark, told with `--remarks`, since it may be meant."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
tables:
  - sets: close
    rows:
      - {when: {act: denial}, then: no}
      - {when: {first_hand: yes}, then: yes}
      - {then: no}
evidence_sets:
  from_close: {from: credible_support, where: {close: yes}}
rules:
  - id: close
    raises: confidence
    needs: [{some: from_close}]
    because: It is so.
    cites: [the style book]
""",
        },
        told="desk/pack.yaml:9:9: C008 rows 1 and 2 of the table 'close' overlap; row 1 decides",
        remedy="If the order is not what you mean, change it, or narrow one of the rows.",
    ),
    "C009": Code(
        title="Something that nothing uses",
        meaning=(
            "The pack declares a set, an attribute, a parameter, a finding or a status, and no rule, set "
            "or report asks for it."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
evidence_sets:
  videos: {from: credible_support, where: {modality: video}}
""",
        },
        told="desk/pack.yaml:6:11: C009 nothing uses the set 'videos' [use it, or take it out]",
        remedy="Use it, or take it out.",
    ),
    "C010": Code(
        title="A rule without a reason, a citation or a test",
        meaning=(
            "A reader of a verdict sees `because`; a reader of the rule wants to know where the judgement "
            "comes from; and nobody knows what a rule does before a test shows it."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
rules:
  - id: video
    raises: confidence
    needs: [{some: {from: credible_support, where: {modality: video}}}]
""",
        },
        told="desk/pack.yaml:6:5: C010 the rule 'desk/video' has no 'because' and no 'cites'",
        remedy="Add what is missing.",
    ),
    "C011": Code(
        title="A parameter that makes a rule impossible",
        meaning=("At one end of the range that `between` allows, a rule could never fire, or cannot even be read."),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
parameters:
  enough: {value: 2, between: [2, 4]}
rules:
  - id: few
    raises: confidence
    needs: [{origins: {at_least: $enough, at_most: 3, from: credible_support}}]
    because: It is so.
    cites: [the style book]
""",
        },
        told=(
            "desk/pack.yaml:6:35: C011 with 'enough' at 4: no number is at least 4 and at most 3 [see "
            "desk/pack.yaml:10:52]"
        ),
        remedy="Narrow the range, or mend the rule.",
    ),
    "C012": Code(
        title="A table that leaves something open",
        meaning="No row of the table fits this, so that nothing says what the attribute is.",
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tests: [{name: nothing bears on it, given: {claims: [{id: c}]}, expect: {c: unassessed}}]
tables:
  - sets: close
    rows:
      - {when: {first_hand: yes}, then: yes}
      - {when: {with_evidence: yes}, then: no}
evidence_sets:
  from_close: {from: credible_support, where: {close: yes}}
rules:
  - id: close
    raises: confidence
    needs: [{some: from_close}]
    because: It is so.
    cites: [the style book]
""",
        },
        told=("desk/pack.yaml:9:9: C012 no row of the table 'close' fits this [add a last row without 'when']"),
        remedy="Add a last row without `when`; it also decides what unknown means.",
    ),
}
