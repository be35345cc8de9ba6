"""How the reader's network is made: corpus, network, fitting, shipping. Needs torch; nothing here runs in the package."""
