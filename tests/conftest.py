"""What all tests share."""

import os

from hypothesis import HealthCheck, settings

# Machines that run tests are shared and slow at times; what is slow is not wrong. Where others wait
# for the outcome, the same examples are tried each time.
settings.register_profile(
    "shared",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",
)
settings.register_profile("thorough", settings.get_profile("shared"), max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "shared"))
