"""Syntax: text to tree, one line shape at a time; knows forms of lines and no word."""

from journeyql.syntax.decoding import decode
from journeyql.syntax.layout import Line, lines
from journeyql.syntax.parser import Parsed, parse
from journeyql.syntax.rules import RULES

__all__ = ["RULES", "Line", "Parsed", "decode", "lines", "parse"]
