"""People told by surname and title alone: 吴区长指出, 由李副县长负责. Who is meant, the gazette may tell elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.context import Context
from kg.extract.positions.related import related
from kg.lexicon import Lexicon
from kg.model.facts import SURNAME_ALONE, Position
from kg.recognise.names import surnames
from kg.recognise.posts import post_list
from kg.recognise.running_names import STOP, any_of, followers

# What stands for the given name: the form that readers of official papers know.
UNTOLD = "某"


def surnames_alone(ctx: Context) -> Iterator[Position]:
    """One statement for each surname with a title that a clause, or a word that leads to a name, opens."""
    told: set[tuple[str, str]] = set()
    for sentence in ctx.sentences:
        for match in _pattern(ctx.lexicon).finditer(sentence.text):
            person, title = match["surname"] + UNTOLD, match["title"]
            post = next(iter(post_list(title, ctx.lexicon) or ()), None)
            if post is None or (person, title) in told or not followers(ctx.lexicon).match(sentence.text, match.end()):
                continue
            told.add((person, title))
            evidence = ctx.evidence(sentence[match.start("surname") : match.end()], SURNAME_ALONE, 0.6)
            yield Position(person, related(ctx, post), post.title, ctx.date, False, evidence)


@cache
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    single, compound = surnames(lexicon)
    words = lexicon.titles
    # A surname that is a common word makes a title of its own with what follows: 任主任, 高书记.
    plain = "".join(sorted(single - set(lexicon.surnames.wordlike)))
    held = [title for title in dict.fromkeys((*words.after_name, *words.organ["人民政府"])) if title not in words.weak]
    heads = [title for title in held if "助理" not in title]
    return re.compile(
        rf"(?:(?<=[{STOP}、])|^|(?<![一-龥])|(?:{any_of(words.name_leaders)}))"
        rf"(?P<surname>{any_of(sorted(compound))}|[{plain}])(?P<title>副?(?:{any_of(heads)}))"
    )
