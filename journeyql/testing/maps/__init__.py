"""Makes up maps out of the vocabulary: whole ones for renderers, drawn ones for property tests."""
