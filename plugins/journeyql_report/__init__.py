"""The decision page: what to do about a journey, on one page."""
