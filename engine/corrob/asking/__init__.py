"""Questions about a result: why a claim has its status, and how it came to it over time."""
