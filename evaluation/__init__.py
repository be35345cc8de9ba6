"""How well stemma does, measured on corpora with gold answers; uses the public functions alone, as any user would."""
