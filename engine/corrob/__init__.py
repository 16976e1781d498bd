"""Corrob: case files and rule packs go in, a status with its reason comes out for every claim."""

__version__ = "0.1.0"
