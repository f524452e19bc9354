"""Runs a compilation: finds and reads files, runs passes and renderers, writes what they make."""
