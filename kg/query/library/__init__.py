"""The library of questions: SPARQL files with a title, a description and parameters, asked by name."""

from kg.query.library.asking import answer, fill_in
from kg.query.library.model import KINDS, Parameter, Question
from kg.query.library.reading import question, questions

__all__ = ["KINDS", "Parameter", "Question", "answer", "fill_in", "question", "questions"]
