"""A judged case and some ids go in; what a claim comes to without these items, sources or media comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corrob.asking.losses import losses
from corrob.asking.without import without
from corrob.model.answers import Change, Loss, StatusChange, WithoutAnswer
from corrob.model.case import Case
from corrob.model.result import Result, Side
from corrob.verifying.judge import Judge, Judged


def losing(judge: Judge, judged: Judged, claim: str, gone: Iterable[str]) -> WithoutAnswer:
    """Judge a claim without some parts of its case; raise `KeyError` where the case has no such claim or part."""
    case, names = judged.case, tuple(dict.fromkeys(gone))
    before = {result.claim: result for result in judged.results}
    here = before[claim]
    edited = without(case, names, judged.rounds.hearing.world)
    after = {result.claim: result for result in judge.judge(edited, here.as_of).results}
    return WithoutAnswer(
        lost=tuple(named(case, name) for name in names),
        text=next(one.text for one in case.claims if one.id == claim),
        before=here,
        after=after[claim],
        changes=tuple(_changes(here, after[claim])),
        others=tuple(_others(case, claim, before, after)),
    )


def named(case: Case, name: str) -> Loss:
    """Give what an id names, told for people: an item before a media item, and this before a source."""
    return next(loss for loss in losses(case) if loss.id == name)


def _others(case: Case, claim: str, before: dict[str, Result], after: dict[str, Result]) -> Iterator[StatusChange]:
    for one in case.claims:
        was, now = before[one.id].status, after[one.id].status
        if one.id != claim and was != now:
            yield StatusChange(one.id, one.text, was, now)


def _changes(before: Result, after: Result) -> Iterator[Change]:
    was, now = _told(before), _told(after)
    for field in dict.fromkeys((*was, *now)):
        if was.get(field, "") != now.get(field, ""):
            yield Change(field, was.get(field, ""), now.get(field, ""))


def _told(result: Result) -> dict[str, str]:
    """Give the fields of a result as people read them; nothing is ''."""
    return {
        "status": result.status,
        "confidence": result.confidence or "",
        "rule": result.rule or "",
        "origins.supports": _side(result.origins.supports),
        "origins.refutes": _side(result.origins.refutes),
        **{f"notes.{name}": ", ".join(told) for name, told in result.notes.items()},
        "findings": ", ".join(result.findings),
        "unknown": ", ".join(result.unknown),
        "confidence_steps": "; ".join(result.confidence_steps),
        "because": result.because,
    }


def _side(side: Side) -> str:
    doubt = f" ({side.at_least} if suspect ties are merged)" if side.at_least != side.count else ""
    return f"{side.count}{doubt}: {', '.join(side.list)}" if side.count else "none"
