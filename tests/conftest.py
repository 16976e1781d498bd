"""How Hypothesis draws: `quick` the same every time, `long` (CORROB_LAWS=long) anew and much more, `found` with nothing made small."""

from __future__ import annotations

import os

from hypothesis import Phase, settings

settings.register_profile("quick", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, print_blob=True)
settings.register_profile("found", deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
settings.load_profile("long" if os.environ.get("CORROB_LAWS") == "long" else "quick")
