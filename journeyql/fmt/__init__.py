"""The formatter: one way to write what a file says. It changes how a file looks, never what it means."""

from journeyql.fmt.format import PLAIN, Formatted, Style, formatted
from journeyql.fmt.language import KEYWORDS

__all__ = ["KEYWORDS", "PLAIN", "Formatted", "Style", "formatted"]
