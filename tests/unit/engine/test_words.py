"""Kinds of plugins stand beside those of the core; none can take the place of another."""

import pytest

from journeyql.engine.words import words
from journeyql.model import FILE, Element, kind
from journeyql.plugin import Vocabulary
from journeyql.plugin.origin import Offered, Origin


@kind("parcel", inside=("touchpoint",), zh="包裹")
class Parcel(Element):
    """A parcel."""


@kind("parcel", inside=(FILE,))
class Again(Element):
    """Another parcel."""


@kind("touchpoint", inside=("stage",))
class Own(Element):
    """A touchpoint of one's own."""


@kind("moved", inside=("nowhere",))
class Lost(Element):
    """Stands nowhere."""


@kind("step", inside=("stage",), zh="触点")
class Twin(Element):
    """Has the Chinese name of another."""


def offer(*kinds, plugin="acme"):
    return Offered(Vocabulary(name=plugin, kinds=kinds), Origin(plugin))


def test_a_new_kind_is_known():
    found = words([offer(Parcel)])
    assert found.failures == ()
    assert found.table.kinds["parcel"].cls is Parcel


@pytest.mark.parametrize(
    ("kinds", "reason"),
    [
        ((Own,), "the kind `touchpoint` belongs to JourneyQL itself and cannot be defined again"),
        ((Parcel, Again), "the kind `parcel` belongs to acme"),
        ((int,), "no class made with `@kind`"),
        (("no_such_module_at_all:X",), "ModuleNotFoundError"),
        ((Lost,), "which is no kind"),
        ((Twin,), "its Chinese name `触点` is that of `touchpoint`"),
    ],
)
def test_what_cannot_be(kinds, reason):
    (failure,) = words([offer(*kinds)]).failures
    assert failure.plugin == "acme"
    assert reason in failure.reason
