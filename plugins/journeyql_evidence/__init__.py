"""What a map rests on, and what its figures say: evidence, metrics, experiments."""
