"""Stories bred along a stemma that is known: the truth comes from the breeding, never from a reader of ours."""
