"""`kg review`, `kg judge`, `kg derive`: who is who, decided by people."""

from __future__ import annotations

import getpass
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, graph_option, judgements_option, store_option, where_option
from kg.cli.output import print_json_rows, print_rows, shown
from kg.model.address import Address, Where

if TYPE_CHECKING:
    from kg.query import Candidate, Undecided

_SHOWN = 5

_by_option = click.option("--by", default=getpass.getuser, show_default="the user's name", help="Who judges.")


@click.command("review", short_help="List pairs that may be one person.")
@click.option(
    "--kind",
    type=click.Choice(["open", "unsure", "name_only", "different", "all"]),
    default="open",
    show_default=True,
    help="unsure: something speaks for one person; name_only: nothing but the name; open: both; different: two people.",
)
@click.option("--name", help="Pairs of this name alone.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many pairs.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write all pairs as a page instead.")
@click.option("--decide", is_flag=True, help="Ask for a decision on each pair and write it down.")
@judgements_option
@_by_option
@where_option
@store_option
@format_option
def review_command(
    kind: str, name: str | None, limit: int, html: Path | None, decide: bool, judgements: Path | None, by: str,
    output: Where, form: str,
) -> None:  # fmt: skip
    """List the pairs of mentions of whom it is not decided whether they are one person, with what is stated of both.

    The likeliest come first. A decision is a line of a text file (judgements.tsv) that every later build follows; keep
    it under version control. After deciding, `kg derive` puts the decisions into the graph.

    \b
    kg review
    kg review --kind unsure --html review.html
    kg review --decide
    """
    from kg.query import open_graph, review
    from kg.query.review import OPEN

    wanted = {"open": OPEN, "all": ("unsure", "name_only", "different", "same")}.get(kind, (kind,))
    target = judgements or _own_file(output, decide)
    pairs = review(open_graph(output), judgements=wanted, name=name)
    if html is not None:
        _write_page(pairs, html)
    elif decide:
        _decide(pairs, target, by)
    elif form == "json":
        print_json_rows(asdict(pair) for pair in pairs[:limit])
    elif form == "csv":
        columns = ("judgement", "score", "kind", "left", "right", "reason", "by")
        rows = ((p.judgement, p.score, p.kind, p.left.key, p.right.key, p.reason, p.by) for p in pairs[:limit])
        print_rows(columns, rows, "csv")
    else:
        _print_pairs(pairs, limit)


def _own_file(output: Where, decide: bool) -> Path:
    """The file of judgements of a build; a server has none."""
    if isinstance(output, Address):
        if decide:
            raise click.UsageError("a server keeps no judgements; name the file to write them to with -j")
        return Path("judgements.tsv")
    return output / "judgements.tsv"


@click.command("judge", short_help="Write down who is who.")
@click.argument("judgement", type=click.Choice(["same", "different", "unsure", "name"]))
@click.argument("left")
@click.argument("right")
@click.option("--why", default="", help="The reason, for whoever reads the file.")
@judgements_option
@_by_option
@graph_option
def judge_command(
    judgement: str, left: str, right: str, why: str, judgements: Path | None, by: str, output: Path
) -> None:
    """Append a decision to the file of judgements: LEFT and RIGHT are one person, two people, or it cannot be told.

    Keys are printed by `kg review`: NAME/POST@GAZETTE, or NAME/POST for all gazettes. With `name`, LEFT is misprinted
    and RIGHT is the name that is meant.

    \b
    kg judge same '钱一/某县财政局局长' '钱一/某县审计局局长@gazette-2024-3' --why '县志第12页'
    kg judge name '钱乙/某县财政局局长@gazette-2024-3' 钱一
    """
    target = judgements or output / "judgements.tsv"
    _append(target, judgement, left, right, by, why)
    click.echo(f"Written to {target}; `kg derive` puts it into the graph.", err=True)


@click.command("derive", short_help="Derive people, tenures and links anew.")
@click.option("--lexicon", type=click.Path(path_type=Path, dir_okay=False), help="As for `kg build`.")
@judgements_option
@graph_option
def derive_command(lexicon: Path | None, judgements: Path | None, output: Path) -> None:
    """Drop all that is derived in a build and derive it again, by the judgements of now; no gazette is read.

    \b
    kg derive
    kg derive -g output --judgements judgements.tsv
    """
    from kg.build import derive_again
    from kg.lexicon import load

    summary = derive_again(output, lexicon=load(lexicon), judgements=judgements)
    rest = ", ".join(f"{kind} {count}" for kind, count in sorted(summary.issues.items()))
    click.echo(f"Written:        {summary.statements:,} statements to {output}")
    if rest:
        click.echo(f"Look at:        {rest} (see {output / 'issues.jsonl'})")


def _print_pairs(pairs: list[Undecided], limit: int) -> None:
    for number, pair in enumerate(pairs[:limit], 1):
        _print_pair(number, pair)
    left = len(pairs) - limit
    click.echo(
        f"{len(pairs)} pair{'s' * (len(pairs) != 1)}"
        + (f", {left} more with --limit {len(pairs)}" if left > 0 else ""),
        err=True,
    )


def _print_pair(number: int, pair: Undecided) -> None:
    by = f" — {pair.by}" if pair.by else ""
    click.echo(f"{number}. {pair.judgement} {pair.score:g}  {shown(pair.reason)}{by}")
    for side in (pair.left, pair.right):
        _print_side(side)
    click.echo()


def _print_side(side: Candidate) -> None:
    click.echo(f"   {shown(side.key)}（{shown(side.place or '?')}）")
    for told in side.told[:_SHOWN]:
        lines = " ".join(map(str, told.lines))
        click.echo(f"     {told.date or '?':10}  {shown(told.gazette)}:{lines}  {shown(told.words)}")
    if len(side.told) > _SHOWN:
        click.echo(f"     … {len(side.told) - _SHOWN} more")


def _decide(pairs: list[Undecided], target: Path, by: str) -> None:
    """Ask about each pair; every answer is written at once, so that nothing is lost."""
    answers = {"s": "same", "d": "different", "u": "unsure", "n": "", "q": ""}
    for number, pair in enumerate(pairs, 1):
        _print_pair(number, pair)
        prompt = "[s]ame, [d]ifferent, [u]nsure, [n]ext, [q]uit"
        answer = click.prompt(prompt, type=click.Choice(list(answers)), show_choices=False)
        if answer == "q":
            break
        if answers[answer]:
            why = click.prompt("why", default="", show_default=False)
            _append(target, answers[answer], pair.left.key, pair.right.key, by, why)
    click.echo(f"`kg derive` puts what {target} says into the graph.", err=True)


def _append(target: Path, judgement: str, left: str, right: str, by: str, why: str) -> None:
    from kg.resolve.people.judgements import append

    append(target, (judgement, left, right, by, date.today().isoformat(), why))


def _write_page(pairs: list[Undecided], path: Path) -> None:
    from kg.publish.review import write_review

    write_review(pairs, path)
    click.echo(f"{len(pairs)} pairs written to {path}", err=True)
