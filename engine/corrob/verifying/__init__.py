"""One claim's path from evidence to a status: derive, trace, weigh, decide, settle, relate."""
