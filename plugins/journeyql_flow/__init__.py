"""How customers go through a journey: dead ends, likeliest ways, waits, hand-offs."""
