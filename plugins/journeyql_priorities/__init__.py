"""What to do first: opportunities, scores, quadrants, and the plan."""
