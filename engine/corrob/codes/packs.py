"""Rule packs: each code with its page."""

from __future__ import annotations

from typing import Final

from corrob.codes.code import Code

CODES: Final = {
    "P001": Code(
        title="A pack that cannot be found",
        meaning=(
            "A pack is asked for by name, and stands neither beside the pack that asks for it nor among those "
            "that come with Corrob."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: cor}]
""",
        },
        told="desk/pack.yaml:3:18: P001 the pack 'cor' cannot be found [did you mean 'core'?]",
        remedy="Correct the name, or put the pack's folder beside this one. A pack's folder holds `pack.yaml`.",
    ),
    "P002": Code(
        title="A version that is not in the range asked for, or cannot be read",
        meaning=(
            "A version is not written as a version, or the pack that is there is of a version for which this one "
            "was not made."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core, version: ">=9"}]
""",
        },
        told="desk/pack.yaml:3:33: P002 the pack 'core' has version 1.0.0, not one of '>=9'",
        remedy=(
            "Read what changed in the other pack, then widen the range; or get a version that is in it. Versions "
            "stand in quotes."
        ),
    ),
    "P003": Code(
        title="Packs that build on each other in a circle",
        meaning="A pack builds on one that, by some way, builds on it.",
        example={
            "left/pack.yaml": """\
pack: left
version: "1.0.0"
extends: [{pack: right}]
""",
            "right/pack.yaml": """\
pack: right
version: "1.0.0"
extends: [{pack: left}]
""",
        },
        told="right/pack.yaml:3:18: P003 packs build on each other in a circle: left → right → left",
        remedy="Move what both need into a third pack, and let both extend that.",
    ),
    "P004": Code(
        title="A field that rules cannot test",
        meaning="No strand, or no claim, has a field of this name, and no table sets one.",
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
evidence_sets:
  good: {from: credible_support, where: {relability: A}}
""",
        },
        told="desk/pack.yaml:5:42: P004 there is no field 'relability' [did you mean 'reliability'?]",
        remedy="Correct the name. `docs/rules.md` lists the fields; tables add attributes (`corrob rules show`).",
    ),
    "P005": Code(
        title="A test that the field's values do not allow",
        meaning="The field cannot be compared like that, or never has this value, so that the test would never pass.",
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
evidence_sets:
  good: {from: credible_support, where: {reliability: good}}
""",
        },
        told="desk/pack.yaml:5:55: P005 'reliability' is never 'good' [one of F, E, D, C, B, A]",
        remedy="Take one of the values or comparisons of the hint.",
    ),
    "P006": Code(
        title="A name that the pack does not define",
        meaning="A set, parameter, rule, relation or finding is named that neither this pack nor its bases define.",
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
evidence_sets:
  good: {from: credible_suport, where: {first_hand: yes}}
""",
        },
        told="desk/pack.yaml:5:16: P006 there is no set 'credible_suport' [did you mean 'credible_support'?]",
        remedy="Correct the name. `corrob rules show` lists what there is.",
    ),
    "P007": Code(
        title="A name that is defined twice",
        meaning=(
            "Two things have one name. Names hold for all packs together, so that a rule means the same wherever "
            "it is read."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
rules:
  - {id: agreed, gives: confirmed, needs: [{some: credible_support}]}
  - {id: agreed, gives: attributed, needs: [{some: credible_support}]}
""",
        },
        told="desk/pack.yaml:6:10: P007 there is already a rule 'desk/agreed' [names hold for all packs together]",
        remedy="Give one of them another name. To alter what a base brings, use `change`.",
    ),
    "P008": Code(
        title="A change of something that is not there, or that changes nothing",
        meaning=(
            "A change names something that is not there, or leaves everything as it was. Either way it does not "
            "do what its reason says."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
change:
  - {parameter: min_origins, value: 2, reason: Two are enough}
""",
        },
        told="desk/pack.yaml:5:37: P008 the parameter 'min_origins' is 2 already",
        remedy="Look at the thing as it is (`corrob rules show`), then correct the change or take it out.",
    ),
    "P009": Code(
        title="A rule without exactly one effect, or a need without exactly one key",
        meaning=(
            "A rule has none or several effects, or a need has none or several keys. Which belongs to which could"
            " not be told."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
rules:
  - {id: agreed, gives: confirmed, finds: agreement, needs: [{some: credible_support}]}
""",
        },
        told="desk/pack.yaml:5:5: P009 a rule has exactly one effect, and 'agreed' has 2 [split it up]",
        remedy="Split the rule in two. Write each need as a list entry of its own: `- some: …`, `- none: …`.",
    ),
    "P010": Code(
        title="Rules, sets or tables that need each other in a circle",
        meaning="Rules, sets or tables need one another in a circle, so that none of them can be looked at first.",
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
rules:
  - {id: hen, finds: hen, needs: [{finding: egg}]}
  - {id: egg, finds: egg, needs: [{finding: hen}]}
""",
        },
        told="desk/pack.yaml:6:5: P010 rules need each other's findings in a circle: desk/egg → desk/hen → desk/egg",
        remedy="Take one of the needs out, or say what both need in a third rule.",
    ),
    "P011": Code(
        title="A parameter outside its range",
        meaning=(
            "A parameter has a value outside of its range, or of another kind. The range says where the rules "
            "still make sense."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
change:
  - {parameter: min_origins, value: 99, reason: One cannot be too careful}
""",
        },
        told="desk/pack.yaml:5:37: P011 the parameter 'min_origins' is 99, outside 2 to 5",
        remedy=(
            "Choose a value inside the range (`corrob rules show min_origins`). Only the pack that declares a "
            "parameter can widen its range."
        ),
    ),
    "P012": Code(
        title="A placeholder that the rule cannot fill",
        meaning="`because` holds a placeholder that nothing fills: the rule has no such need, or the word is misspelt.",
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
rules:
  - {id: agreed, gives: confirmed, needs: [{some: credible_support}], because: "{some.sorce} says so."}
""",
        },
        told="desk/pack.yaml:5:80: P012 '{some.sorce}' is no placeholder [did you mean 'some.source'?]",
        remedy=(
            "Take one of the placeholders that `docs/rules.md` lists; `{origins.…}` needs a need of `origins`, "
            "`{some.…}` one of `some`."
        ),
    ),
    "P013": Code(
        title="A status that the pack does not define",
        meaning="A status is named that the vocabulary does not have.",
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
rules:
  - {id: agreed, gives: confrimed, needs: [{some: credible_support}]}
""",
        },
        told="desk/pack.yaml:5:25: P013 there is no status 'confrimed' [did you mean 'confirmed'?]",
        remedy=(
            "Take one of the statuses (`corrob rules show corroborated` shows one). A new status needs a "
            "vocabulary of its own, under `statuses`."
        ),
    ),
    "P014": Code(
        title="A table that does not end with a row without `when`",
        meaning=(
            "A table must end with a row without `when`: it says what holds if no other row is true, also where "
            "something is unknown."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
tables:
  - sets: close
    rows: [{when: {first_hand: yes}, then: yes}]
""",
        },
        told="desk/pack.yaml:6:12: P014 the last row of a table has no 'when'",
        remedy="Add the row, mostly `- {then: no}`.",
    ),
    "P015": Code(
        title="A need that can never hold",
        meaning="The bounds of a need exclude each other. The rule would never fire.",
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
rules:
  - id: agreed
    gives: confirmed
    needs: [{origins: {at_least: 3, at_most: 2, from: credible_support}}]
""",
        },
        told="desk/pack.yaml:7:46: P015 no number is at least 3 and at most 2",
        remedy="Correct the bounds.",
    ),
    "P016": Code(
        title="A pack that lacks something that judging needs",
        meaning=(
            "Judging needs statuses, independence, the counted sets and some parameters, and neither the pack nor"
            " a base has them."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
""",
        },
        told="desk/pack.yaml:1:1: P016 the pack lacks counted [extend a pack that has it, such as core]",
        remedy="Extend `core`, or a pack that extends it.",
    ),
    "P017": Code(
        title="A pack that is not as its lock holds it",
        meaning=(
            "The pack has a `pack.lock`, which says on which state of other packs its editors tested it, and one "
            "of these packs is another by now."
        ),
        example={
            "desk/pack.yaml": """\
pack: desk
version: "1.0.0"
extends: [{pack: core}]
""",
            "desk/pack.lock": """\
packs:
  core: {version: "0.9.0", sha256: 6ef23f01c8ab}
""",
        },
        told=(
            "desk/pack.lock:2:3: P017 the pack 'core' has version 1.0.0, and 0.9.0 was locked [run `corrob rules "
            "lock` after reading what changed]"
        ),
        remedy=(
            "Read what changed, then run `corrob rules lock` and the tests. To go on with the former rules, bring"
            " the former pack back."
        ),
    ),
}
