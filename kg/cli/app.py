"""The group `kg`: its help, its exit codes, and how an error becomes one line."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from kg import __version__
from kg.cli.ask import ask_command
from kg.cli.body import body_command
from kg.cli.build import build_command
from kg.cli.changes import changes_command
from kg.cli.check import check_command
from kg.cli.demands import demands_command
from kg.cli.duties import duties_command
from kg.cli.entities import entities_command
from kg.cli.export import export_command
from kg.cli.findings import findings_command
from kg.cli.history import history_command
from kg.cli.holders import holders_command
from kg.cli.load import load_command
from kg.cli.meeting import meeting_command
from kg.cli.network import network_command
from kg.cli.output import table_lines
from kg.cli.pages import pages_command
from kg.cli.path import path_command
from kg.cli.project import project_command
from kg.cli.query import query_command
from kg.cli.review import derive_command, judge_command, review_command
from kg.cli.roster import roster_command
from kg.cli.serve import serve_command
from kg.model.errors import (
    AmbiguousName,
    DateError,
    KgError,
    LexiconError,
    ModelError,
    OutputError,
    ParameterError,
    QueryError,
)

EXIT_DATA = 1
EXIT_USAGE = 2
EXIT_OUTPUT = 3
EXIT_QUESTION = 4
EXIT_INTERRUPTED = 130

EPILOG = """\b
Exit codes:
  0    all went well
  1    a source could not be read (the others were built), or the data are broken
  2    the command was not used as its help says (also a bad date), or a lexicon file is not well formed
  3    an output cannot be written or holds no build, or a server gives no whole answer
  4    a question is not valid, or asks for a name that nothing has, or several things
  130  interrupted; an output that was there is left as it was

\b
Settings, as environment variables:
  KG_BASE      the base of all IRIs of a build (https://example.org/gz/)
  KG_STORE     the SPARQL server to ask instead of a folder; KG_STORE_USER and KG_STORE_PASSWORD who asks it
  KG_JUDGEMENTS  the file of decisions on who is who (judgements.tsv in the output)
  KG_ONTOLOGY  the folder of the ontology
  KG_DEBUG     1 shows where an error arose
"""


class _Door(click.Group):
    """Turns what can be foreseen to go wrong into one line on standard error and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            # Here, not at exit: only here can a reader who left be met quietly.
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            _leave_quietly()
        except (KgError, OSError) as error:
            if os.environ.get("KG_DEBUG") == "1":
                raise
            click.echo(f"Error: {_line(error)}", err=True)
            if isinstance(error, AmbiguousName):
                click.echo(table_lines(("name", "kind", "of", "IRI"), error.candidates), err=True)
            ctx.exit(_exit_code(error))
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(EXIT_INTERRUPTED)


@click.group(cls=_Door, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Read gazettes of people's congresses, and ask who held which post, when, and by which words.

    \b
    kg build gazettes/ -o output
    kg history 钱一 -g output
    kg holders 区财政局局长 -g output
    kg query 'SELECT ?name { ?person foaf:name ?name } LIMIT 5' -g output
    """


for command in (
    build_command,
    check_command,
    query_command,
    ask_command,
    history_command,
    holders_command,
    roster_command,
    changes_command,
    path_command,
    meeting_command,
    body_command,
    findings_command,
    duties_command,
    demands_command,
    entities_command,
    pages_command,
    project_command,
    review_command,
    judge_command,
    derive_command,
    network_command,
    load_command,
    serve_command,
    export_command,
):
    main.add_command(command)


def _exit_code(error: BaseException) -> int:
    if isinstance(error, LexiconError | ModelError | DateError | ParameterError):
        return EXIT_USAGE
    if isinstance(error, QueryError):
        return EXIT_QUESTION
    return EXIT_OUTPUT if isinstance(error, OutputError | OSError) else EXIT_DATA


def _line(error: BaseException) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{os.fsdecode(error.filename)}: {error.strerror}; check the path, the rights and the free space"
    return " ".join(str(error).split())


def _leave_quietly() -> None:
    # Python would complain once more when it flushes at exit; there is nobody left to read.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
