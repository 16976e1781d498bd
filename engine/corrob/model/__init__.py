"""What Corrob talks about, as frozen values: cases, rules and results."""
