"""Values that do not fit their field: each code with its page."""

from __future__ import annotations

from typing import Final

from corrob.codes.code import Code

CODES: Final = {
    "F001": Code(
        title="An unknown key",
        meaning="The format has no such key. It is misspelt, stands at the wrong depth, or belongs to another part.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
titel: A fire
claims: [{id: c1, text: The depot burned}]
""",
        },
        told="case.yaml:3:1: F001 the key 'titel' is not known here [did you mean 'title'?]",
        remedy=(
            "Take the key of the hint. The reference pages list the keys of every part, and a schema (`corrob "
            "schema`) lets an editor tell while you type."
        ),
    ),
    "F002": Code(
        title="A required key is missing",
        meaning="A part lacks a key without which it means nothing.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
claims: [{id: c1}]
""",
        },
        told="case.yaml:3:10: F002 the key 'text' is missing [The statement itself.]",
        remedy="Add the key. The hint tells what it is for.",
    ),
    "F003": Code(
        title="A value of the wrong shape (text, list or mapping)",
        meaning="A list, a mapping or a plain value stands where another of these is asked for.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
sources: [{id: port}]
claims: [{id: c1, text: The depot burned}]
evidence:
  - {id: e1, source: port, bears: {claim: c1, stance: supports}}
""",
        },
        told="case.yaml:6:35: F003 a list is asked for, not a mapping",
        remedy="Write `[…]` or lines with `- ` for a list, `{…}` or lines with `key: ` for a mapping.",
    ),
    "F004": Code(
        title="A word that the field does not know",
        meaning="The field takes one of a few words, and this is none of them.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
sources: [{id: port, reliability: G}]
claims: [{id: c1, text: The depot burned}]
""",
        },
        told="case.yaml:3:35: F004 'G' is not known here; expected A, B, C, D, E, F",
        remedy="Take one of the words that the message lists.",
    ),
    "F005": Code(
        title="Not a number where a number is asked for, or one outside its bounds",
        meaning="A number is asked for, and this is none, or it lies outside of what makes sense.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
claims: [{id: c1, text: The depot burned}]
media: [{id: m1, type: photo, place: {lat: 91, lon: 30, radius_km: 5}}]
""",
        },
        told="case.yaml:4:44: F005 91 is more than 90",
        remedy="Write digits with a point, without quotes, units and thousands marks: `1200`, `-3.5`.",
    ),
    "F006": Code(
        title="Not true or false",
        meaning=(
            "A field that is true or false has another word. `on`, `off`, `1` and quoted words are not taken, "
            "since YAML readers disagree about them."
        ),
        example={
            "case.yaml": """\
corrob: 1
case: fire
sources: [{id: port}]
claims: [{id: c1, text: The depot burned}]
evidence:
  - {id: e1, source: port, direct: on, bears: [{claim: c1, stance: supports}]}
""",
        },
        told="case.yaml:6:36: F006 'on' is neither true nor false [write true or false]",
        remedy="Write `true` or `false` (`yes` and `no` will do), without quotes.",
    ),
    "F007": Code(
        title="A date that cannot be read or does not exist",
        meaning="The date is not written as ISO 8601, or the calendar has no such day.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
claims: [{id: c1, text: The depot burned, when: 2024-02-30}]
""",
        },
        told=(
            "case.yaml:3:49: F007 '2024-02-30' does not exist [write 2024-10-26, 2024-10-26T14:00:00Z, "
            "2024-10-27/2024-10-28 or ../2024-10-28]"
        ),
        remedy="Write `2024-10-26`, a time as `2024-10-26T14:00:00Z`, an interval as `2024-10-27/2024-10-28`.",
    ),
    "F008": Code(
        title="An interval that ends before it begins",
        meaning="The end of the interval lies before its beginning.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
claims: [{id: c1, text: The depot burned, when: 2024-05-03/2024-05-01}]
""",
        },
        told="case.yaml:3:49: F008 '2024-05-03/2024-05-01' ends before it begins",
        remedy="Exchange the two, or correct the one that is wrong.",
    ),
    "F009": Code(
        title="A value that is left empty",
        meaning='A key stands there without a value. Whether "none" or "not known" is meant cannot be told.',
        example={
            "case.yaml": """\
corrob: 1
case: fire
title:
claims: [{id: c1, text: The depot burned}]
""",
        },
        told="case.yaml:3:1: F009 the value is empty [leave the key out or fill it in]",
        remedy="Fill it in, or leave the key out: what is left out is unknown.",
    ),
    "F010": Code(
        title="Text that does not have the form asked for",
        meaning="The text must have a certain form, such as that of a fingerprint or an id, and has not.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
claims: [{id: c1, text: The depot burned}]
media: [{id: m1, type: photo, sha256: 0123abcd}]
""",
        },
        told="case.yaml:4:39: F010 '0123abcd' has not the form of a fingerprint [write 64 hexadecimal digits]",
        remedy="Write it in the form that the hint names.",
    ),
    "F011": Code(
        title="Fields that do not go together",
        meaning="Each field is right by itself, and together they contradict each other.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
claims: [{id: c1, text: The port will close, window: 2024-11-01/2024-11-30}]
""",
        },
        told="case.yaml:3:54: F011 'window' is for claims of kind 'prediction'; this one is of kind 'event'",
        remedy="Take one of them out, or correct what makes the other one impossible (here: the claim's kind).",
    ),
    "F012": Code(
        title="The document is neither a case nor a register",
        meaning="The file is neither a case (it lacks `case`) nor the register of sources that belongs to its folder.",
        example={
            "case.yaml": """\
- bread
- butter
""",
        },
        told="case.yaml:1:1: F012 the document is neither a case nor a register [a case has the key 'case']",
        remedy=(
            "Begin a case with `corrob: 1` and `case: an-id`. Call a register `register.yaml`, or name it with "
            "`--register`. Keep other files out of the folder of data."
        ),
    ),
}
