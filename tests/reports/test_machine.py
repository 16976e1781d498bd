"""What machines read: JSON lines, one JSON document, CSV."""

from __future__ import annotations

import json

from msgspec.structs import replace

from corrob.model.explanation import RulePage
from corrob.model.result import Result, Side
from corrob.reports import machine
from reports.printing import result

PACKS = ("core 1.0.0 sha256:ab", "mine 2.0.0")
WHOLE = replace(
    result(
        supports=Side(2, 1, ("e1", "e2")),
        refutes=Side(1, 1, ("e3",)),
        as_of="2024-01-02",
        confidence="low",
        rule="core/mine",
        because='It is "so",\nthey say.',
    ),
    packs=PACKS,
)
BARE = result("d", "unassessed")
HEAD = "case,claim,as_of,status,confidence,rule,supports,supports_at_least,refutes,refutes_at_least,because,packs\n"


def document(*results: Result) -> object:
    """Read the JSON document of some results."""
    return json.loads("".join(machine.json(results)))


def test_a_json_document_holds_the_objects_of_the_json_lines() -> None:
    lines = list(machine.jsonl([WHOLE, BARE]))
    assert [line[-1] for line in lines] == ["\n", "\n"]
    assert document(WHOLE, BARE) == {"results": [json.loads(line) for line in lines]}
    assert document() == {"results": []}


def test_a_json_document_has_a_line_for_each_object() -> None:
    inside = "".join(machine.json([WHOLE, BARE])).splitlines()[1:-1]
    assert [json.loads(line.rstrip(","))["claim"] for line in inside] == ["c", "d"]


def test_csv_has_a_head_and_a_row_a_result_with_empty_cells_for_what_is_absent() -> None:
    assert list(machine.csv_([WHOLE, BARE])) == [
        HEAD,
        'story,c,2024-01-02,attributed,low,core/mine,2,1,1,1,"It is ""so"",\nthey say.","core 1.0.0 sha256:ab, mine 2.0.0"\n',
        "story,d,,unassessed,,,0,0,0,0,So it is.,\n",
    ]


def test_one_value_is_an_indented_document() -> None:
    page = RulePage("core/b", "M2", "B", "p.yaml:9:3", "raises")
    (text,) = machine.document(page)
    assert text.startswith('{\n  "id": "core/b",\n  "code": "M2",\n')
    assert text.endswith("\n}\n")
