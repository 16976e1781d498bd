"""Results go in, text comes out: one file an output format."""
