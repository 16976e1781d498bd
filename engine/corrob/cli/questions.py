"""The options of `corrob explain` go in, the one question that they ask comes out: how it is answered and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Final

import msgspec
import typer

from corrob.cli.outputs import BAD_INPUT, leave, say
from corrob.diagnostics import did_you_mean
from corrob.model.case import Case
from corrob.verifying.judge import Judge, Judged

SIZE: Final = 2


@dataclass(frozen=True)
class Options:
    """What the command line asks beside the claim."""

    without: tuple[str, ...] = ()
    flip: bool = False
    size: int | None = None
    trace: bool = False
    why_not: str = ""


@dataclass(frozen=True)
class Asked:
    """A question with all that its answer takes."""

    judge: Judge
    case: Case
    claim: str
    as_of: str | None
    options: Options

    @cached_property
    def judged(self) -> Judged:
        """The case, judged as it is."""
        return self.judge.judge(self.case, self.as_of)


@dataclass(frozen=True)
class Question:
    """A question: the option that asks it, whether it is asked, how it is answered, and the report that writes it."""

    option: str
    is_asked: Callable[[Options], bool]
    answer: Callable[[Asked], msgspec.Struct]
    report: tuple[str, str]

    def page(self) -> Callable[..., None]:
        """Give the function that writes the answer for people."""
        module, function = self.report
        page: Callable[..., None] = getattr(import_module(f"corrob.reports.{module}"), function)
        return page


def question_of(options: Options) -> Question:
    """Give the question that is asked; two at once, or a part of one alone, are bad usage."""
    asked = [question for question in QUESTIONS if question.is_asked(options)]
    if len(asked) > 1:
        raise typer.BadParameter(f"one question at a time: {' or '.join(question.option for question in asked)}")
    if options.size is not None and not (options.flip or options.why_not):
        raise typer.BadParameter("--size belongs to --flip and to --why-not")
    return asked[0] if asked else WHY


def _why(asked: Asked) -> msgspec.Struct:
    from corrob.asking.why import why  # noqa: PLC0415 - only the question that is asked is loaded

    return why(asked.judged, asked.claim)


def _without(asked: Asked) -> msgspec.Struct:
    from corrob.asking.losing import losing  # noqa: PLC0415

    _known(asked.case, asked.options.without)
    return losing(asked.judge, asked.judged, asked.claim, asked.options.without)


def _flip(asked: Asked) -> msgspec.Struct:
    from corrob.asking.flips import flips  # noqa: PLC0415

    return flips(asked.judged, asked.claim, asked.options.size or SIZE)


def _trace(asked: Asked) -> msgspec.Struct:
    from corrob.asking.tracing import trace  # noqa: PLC0415

    return trace(asked.judged, asked.claim)


def _why_not(asked: Asked) -> msgspec.Struct:
    from corrob.asking.whynot import SIZE as CHANGES  # noqa: PLC0415
    from corrob.asking.whynot import why_not  # noqa: PLC0415

    status, known = asked.options.why_not, asked.judge.rulebook.statuses.all
    if status not in known:
        hint = did_you_mean(status, known)
        say(f"corrob: {asked.judge.rulebook.name} has no status '{status}' {hint}".rstrip())
        leave(BAD_INPUT)
    return why_not(asked.judged, asked.claim, status, asked.options.size or CHANGES)


def _known(case: Case, names: tuple[str, ...]) -> None:
    """Tell of every id that names nothing that can be lost; any such ends the command."""
    held = [one.id for things in (case.evidence, case.media, case.sources) for one in things]
    claims = {claim.id for claim in case.claims}
    unknown = [name for name in dict.fromkeys(names) if name not in set(held)]
    for name in unknown:
        hint = did_you_mean(name, held)
        told = "is a claim" if name in claims else "names nothing in the case"
        say(f"corrob: '{name}' {told}; an item, a media item or a source is asked for {hint}".rstrip())
    if unknown:
        leave(BAD_INPUT)


WHY: Final = Question("", lambda _: True, _why, ("explained", "explained"))
"""What is asked where no option asks anything else."""

QUESTIONS: Final[tuple[Question, ...]] = (
    Question("--without", lambda options: bool(options.without), _without, ("losing", "losing")),
    Question("--flip", lambda options: options.flip, _flip, ("flips", "flips")),
    Question("--why-not", lambda options: bool(options.why_not), _why_not, ("whynot", "whynot")),
    Question("--trace", lambda options: options.trace, _trace, ("traced", "traced")),
)
"""The other questions, one row each; of these at most one is asked at a time."""
