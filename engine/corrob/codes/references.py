"""Ids and relations of a case: each code with its page."""

from __future__ import annotations

from typing import Final

from corrob.codes.code import Code

CODES: Final = {
    "R001": Code(
        title="An id that nothing in the case has",
        meaning="Something is named by an id, and nothing in the case or its register has this id.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
sources: [{id: port}]
claims: [{id: c1, text: The depot burned}]
evidence:
  - {id: e1, source: prot, bears: [{claim: c1, stance: supports}]}
""",
        },
        told="case.yaml:6:22: R001 nothing has the id 'prot'; a source is asked for [did you mean 'port'?]",
        remedy="Correct the id, or add what it names.",
    ),
    "R002": Code(
        title="An id that is given twice",
        meaning="Two things of a case have one id, so that nobody can tell which of them is meant.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
sources: [{id: port}, {id: port}]
claims: [{id: c1, text: The depot burned}]
""",
        },
        told="case.yaml:3:28: R002 the id 'port' is given twice; first at sources[0]",
        remedy="Give each an id of its own, also across kinds: a source and a claim cannot share one.",
    ),
    "R003": Code(
        title="Sources that control each other in a circle",
        meaning="`controlled_by` leads from a source back to itself. Somebody must stand at the top.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
sources: [{id: port, controlled_by: town}, {id: town, controlled_by: port}]
claims: [{id: c1, text: The depot burned}]
""",
        },
        told="case.yaml:3:37: R003 sources control each other in a circle: port → town → port",
        remedy="Take out the one that is wrong. For two that merely work together use `funded_by` or `intelligence`.",
    ),
    "R004": Code(
        title="An edge for a claim that its item does not bear on",
        meaning="An edge says that it holds for a claim, and its item says nothing on that claim.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
sources: [{id: port}, {id: daily}]
claims: [{id: c1, text: The depot burned}, {id: c2, text: A ship sank}]
evidence:
  - id: e1
    source: daily
    derived_from: [{from: port, how: quoted, for: [c2]}]
    bears: [{claim: c1, stance: supports}]
""",
        },
        told="case.yaml:8:52: R004 the item does not bear on the claim 'c2'",
        remedy=(
            "Correct the claim in `for`, add the bearing, or leave `for` out: the edge then holds for all claims "
            "of the item."
        ),
    ),
    "R005": Code(
        title="A relation of a thing to itself",
        meaning="A claim is related to itself, which says nothing.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
claims: [{id: c1, text: The depot burned, entails: c1}]
""",
        },
        told="case.yaml:3:52: R005 'c1' stands in the relation 'entails' to itself [take it out]",
        remedy="Take it out, or name the other claim that was meant.",
    ),
    "R006": Code(
        title="Claims that negate, supersede or resolve each other in a circle",
        meaning="Claims negate, supersede or resolve one another in a circle, so that none of them comes first.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
claims:
  - {id: c1, text: The depot burned, negates: c2}
  - {id: c2, text: The depot did not burn, negates: c1}
""",
        },
        told="case.yaml:4:47: R006 claims deny each other in a circle: c1 → c2 → c1",
        remedy="Let one of them be the plain claim, and the other point to it.",
    ),
    "R007": Code(
        title="A case id that is used twice in the dataset",
        meaning="Two cases of one dataset have the same id, so that results could not be told apart.",
        example={
            "a.yaml": """\
corrob: 1
case: fire
claims: [{id: c1, text: The depot burned}]
""",
            "b.yaml": """\
corrob: 1
case: fire
claims: [{id: c1, text: The depot burned}]
""",
        },
        told="b.yaml:2:7: R007 the case id 'fire' is used twice; first in a.yaml:1 [give it an id of its own]",
        remedy="Give each case an id of its own.",
    ),
    "R008": Code(
        title="An id that names another kind of thing than is asked for",
        meaning="The id names something, but of another kind than is asked for.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
sources: [{id: port}]
claims: [{id: c1, text: The depot burned}]
evidence:
  - {id: e1, source: c1, bears: [{claim: c1, stance: supports}]}
""",
        },
        told="case.yaml:6:22: R008 'c1' is the id of a claim; a source is asked for",
        remedy="Name a thing of the kind that the message asks for.",
    ),
}
