"""Text that is not a document: each code with its page."""

from __future__ import annotations

from typing import Final

from corrob.codes.code import Code

CODES: Final = {
    "Y001": Code(
        title="The file cannot be read",
        meaning="The file is not there, or the system or the archive does not give what is in it.",
        told="case.yaml:1:1: Y001 the file cannot be read: No such file or directory",
        remedy="Look at the name and at who may read it. A name that ends in `.gz` must be a gzip archive.",
    ),
    "Y002": Code(
        title="The bytes are not UTF-8 text",
        meaning=(
            "All files are UTF-8. A letter with an accent that was saved in an older encoding is a byte that "
            "means nothing there, and guessing would misspell names."
        ),
        example={
            "case.yaml": """\
corrob: 1
case: fire
title: Fire at Orléans
claims: [{id: c1, text: The depot burned}]
""",
        },
        told="case.yaml:3:19: Y002 the byte 0xe9 is no UTF-8 [save the file as UTF-8]",
        remedy='Save the file as UTF-8. Most editors ask for the encoding under "Save as".',
    ),
    "Y003": Code(
        title="The text is not well-formed YAML or JSON",
        meaning=(
            "The text breaks off or cannot be taken apart: a bracket or quote that is not closed, a comma too "
            "many, a tab as indentation, a `: ` in the middle of plain text."
        ),
        example={
            "case.yaml": """\
corrob: 1
case: fire
claims: [{id: c1, text: The depot burned}]
evidence:
  - id: e1
    quote: He said: the depot burned
""",
        },
        told="case.yaml:6:19: Y003 a ': ' stands where no key can begin [put text that holds ': ' in quotes]",
        remedy=(
            "Look at the place, and at the line before it. Put text that holds `: `, ` #`, brackets or quotes in "
            "double quotes; indent with spaces."
        ),
    ),
    "Y004": Code(
        title="A feature of YAML that the formats leave out (tag, anchor, alias, merge key, second document)",
        meaning=(
            "A file says one thing at one place. Tags, anchors, aliases, merge keys, directives and second "
            "documents let it say things elsewhere, and are left out."
        ),
        example={
            "case.yaml": """\
corrob: 1
case: fire
title: &what A fire
claims: [{id: c1, text: The depot burned}]
""",
        },
        told="case.yaml:3:8: Y004 an anchor ('&…') [leave it out; put text that begins so in quotes]",
        remedy="Write the value out where it is meant. Put text that begins with `&`, `*`, `!` or `%` in quotes.",
    ),
    "Y005": Code(
        title="The document is nested too deeply",
        meaning="Lists and mappings lie more than 64 deep in one another, which no case and no rule needs.",
        example={
            "case.yaml": """\
corrob: 1
case: fire
labels: [[[[[[[[[[[[[[[[[[[[[[
  [[[[[[[[[[[[[[[[[[[[[[
  [[[[[[[[[[[[[[[[[[[[[[
  ]]]]]]]]]]]]]]]]]]]]]]
  ]]]]]]]]]]]]]]]]]]]]]]
  ]]]]]]]]]]]]]]]]]]]]]]
claims: [{id: c1, text: The depot burned}]
""",
        },
        told="case.yaml:5:22: Y005 lists and mappings lie more than 64 deep in one another",
        remedy="Look for a bracket that was never closed, or for a program that wrote the file and ran in a circle.",
    ),
    "Y006": Code(
        title="A key stands twice in one mapping",
        meaning=(
            "One mapping has the same key twice. YAML keeps the last of them silently; which was meant cannot be told."
        ),
        example={
            "case.yaml": """\
corrob: 1
case: fire
title: A fire
title: A big fire
claims: [{id: c1, text: The depot burned}]
""",
        },
        told="case.yaml:4:1: Y006 the key 'title' stands twice; first in line 3 [keep one of them]",
        remedy="Keep one of the two.",
    ),
    "Y007": Code(
        title="The document is empty",
        meaning="The file holds nothing, or comments only.",
        example={
            "case.yaml": """\
# to be written
""",
        },
        told="case.yaml:2:1: Y007 the document is empty",
        remedy="Write the case, or take the file away. `corrob new case` writes one to begin with.",
    ),
    "Y008": Code(
        title="A document of more than 128 MiB or, where it is YAML or faulty JSON, of more than 1,000,000 values",
        meaning="The document is longer than can be read with places and hints.",
        told="",
        remedy=(
            "Split the dataset into several files, or write it as JSONL, one case a line: then each line is a "
            "document of its own."
        ),
    ),
}
