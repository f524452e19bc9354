"""Whether a map will be kept: owners, review, words, contacts."""
