"""The talk of `cleaner accept`: show the difference, ask where something may be lost, record."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import click
from rich.console import Console
from rich.text import Text

from cleaner.cli.colours import shown, tell
from cleaner.cli.say import printable, say
from cleaner.files import BadInput
from cleaner.regressions.accepting import Proposal, propose, record, record_new
from cleaner.regressions.case import ARTICLE, BrokenCase, Case, is_case
from cleaner.regressions.result import Result
from cleaner.regressions.settings import Settings
from cleaner.regressions.targets import New, Target
from cleaner.rendering.counts import stripped_kinds, words_out
from cleaner.result import Cleaned


@dataclass(frozen=True)
class Acceptance:
    """How to accept: whom to tell, and what was said on the command line."""

    console: Console
    settings: Settings
    yes: bool
    """Record without asking."""
    article: bool
    """Also write over an article.md that says something else."""

    def of(self, target: Target) -> bool:
        """Record one page; False, said, where it is not recorded."""
        name = target.name if isinstance(target, New) else target.slug
        try:
            if isinstance(target, New):
                return self._new(target)
            return self._again(target)
        except (BadInput, BrokenCase) as error:
            return self._refuse(name, str(error).removeprefix(f"{name}: "))
        except OSError:  # of the terminal: it is not there for the next page either
            raise
        except Exception as error:
            return self._refuse(name, f"internal fault: {type(error).__name__}: {error}")

    def _new(self, target: New) -> bool:
        source = target.source()
        if target.folder.exists():
            return self._there_already(target, source)
        page = target.page_name(source, self.settings)
        proposal = record_new(target.folder, page, source, self.settings)
        self._say(f"{target.folder}: recorded: {_told(proposal.cleaned)}")
        return True

    def _there_already(self, target: New, source: bytes) -> bool:
        """The same page is accepted again; another page is not to be written over."""
        case = Case(target.folder)
        if is_case(target.folder) and case.source() == source:
            return self._again(case)
        return self._refuse(
            target.name, f"{target.folder} holds another page; choose another --name"
        )

    def _again(self, case: Case) -> bool:
        proposal = propose(case, self.settings)
        if not proposal.files:
            self._say(f"{case.slug}: unchanged")
            return True
        self._show(proposal)
        if why := self._objection(proposal):
            return self._refuse(case.slug, why)
        record(proposal)
        self._say(f"{case.slug}: recorded: {', '.join(proposal.files)}")
        return True

    def _show(self, proposal: Proposal) -> None:
        if proposal.changes:
            tell(self.console, shown(Result(proposal.case, proposal.changes)))
        else:
            self._say(f"{proposal.case.slug}: {_told(proposal.cleaned)}")

    def _objection(self, proposal: Proposal) -> str:
        """Why a proposal is not to be recorded; nothing where it is."""
        if proposal.cleaned.fault:
            return "an internal fault is not recorded"
        asks = not self.yes and sys.stdin.isatty()
        if proposal.overwrites_article and not self.article:
            question = f"The words differ from {ARTICLE}. Overwrite it?"
            why = f"its words differ from {ARTICLE}; use --article to overwrite it"
        else:
            question, why = "Record this?", "use --yes if nobody can be asked"
            if self.yes or not proposal.changes:  # without changes nothing is lost
                return ""
        if not asks:
            return why
        return "" if click.confirm(question) else "declined"

    def _refuse(self, name: str, why: str) -> bool:
        say(f"{name}: not recorded: {why}")
        return False

    def _say(self, line: str) -> None:
        self.console.print(Text(printable(line)))


def _told(cleaned: Cleaned) -> str:
    """A result in a line: its outcome, its title, how long it is, what is stripped."""
    title = f"“{cleaned.title}”, " if cleaned.title else ""
    fault = f"; internal fault: {cleaned.fault}" if cleaned.fault else ""
    count = f"{words_out(cleaned):,} words"
    return f"{cleaned.outcome}, {title}{count}; stripped: {stripped_kinds(cleaned)}{fault}"
