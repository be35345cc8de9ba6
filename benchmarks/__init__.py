"""How long the commands take, each in a fresh process."""
