"""What the ePrivacy Directive asks of a journey."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import PassWork
from journeyql_privacy.checks import Check, analysis
from journeyql_privacy.eprivacy import EPRIVACY
from journeyql_privacy.eprivacy_rules import STORAGE
from journeyql_privacy.storages import before_consent

CHECKS: Final = (Check(rule=STORAGE, provision="Art. 5(3)", find=before_consent),)

analyse: Final[PassWork] = analysis(EPRIVACY, CHECKS)
