"""How fast the pages are, as a multiple of the cheapest page there can be: `make bench`."""
