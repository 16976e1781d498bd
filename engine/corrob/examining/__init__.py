"""Questions about a pack: do its tests pass, and does every rule have one that fails without it."""
