"""Localisation: translations of a map in PO files, beside it, for translators and their tools."""
