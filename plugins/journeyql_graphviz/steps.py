"""Reads one touchpoint into a card."""

from __future__ import annotations

import attrs

from journeyql.model import ASSUMED, Channel, Duration, Element, Measure, Moment, Pain, View, properties_of
from journeyql_graphviz.people import Cast
from journeyql_graphviz.picture import Card, Face, Hurt, Wait
from journeyql_graphviz.vocabulary import Words

_HIDDEN, _TRUTH = "hidden", "truth"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Steps:
    """Makes cards for the touchpoints of one view."""

    view: View
    cast: Cast
    words: Words

    def card(self, step: Moment, number: int) -> Card:
        """The card of a touchpoint."""
        view = self.view
        channel = self.channel(step)
        kind = (view[channel.kind] or "") if channel else ""
        moment = view[step.moment] or ""
        card = Card(
            key=step.path,
            number=number,
            title=view.title(step),
            channel=view.title(channel) if channel else "",
            channel_kind=kind,
            channel_words=self._channel_words(channel) if channel else (),
            icon=(view[channel.icon] or "") if channel else "",
            faces=self.cast.faces(step),
            wait=self._wait(step),
            hurts=self.hurts(step),
            moment=moment,
            moment_words=self.words("moment.truth") if moment == _TRUTH else "",
            aside=self._aside(step, moment),
            only=self.cast.places(self.view.only_for(step)),
            only_words=self._only(step),
            hidden=kind == _HIDDEN,
        )
        return attrs.evolve(card, spoken=self._spoken(card))

    def channel(self, step: Moment) -> Channel | None:
        """The channel of a touchpoint."""
        ref = self.view[step.channel]
        found = self.view.follow(ref) if ref is not None else None
        return found if isinstance(found, Channel) else None

    def _channel_words(self, channel: Channel) -> tuple[str, ...]:
        """The words that choose the icon of a channel: as they are written, so that it is the same in every language."""
        written = self.view.narrowed(language="")
        return (written[channel.carrier] or "", written.title(channel))

    def hurts(self, place: Element) -> tuple[Hurt, ...]:
        """The pains written in an element."""
        return tuple(map(self._hurt, self.view.children(place, Pain)))

    def _hurt(self, pain: Pain) -> Hurt:
        severity, frequency = self.view[pain.severity], self.view[pain.frequency]
        ranks = list(properties_of(Pain)["severity"].value.words)
        field = pain.severity if severity else pain.title
        return Hurt(
            text=self.view.title(pain),
            severity=ranks.index(severity) + 1 if severity in ranks else 0,
            share="" if frequency is None else self.words.percent(frequency),
            assumed=self.view.grade(field) == ASSUMED,
        )

    def _wait(self, step: Moment) -> Wait | None:
        cell = self.view.cell(step.wait)
        if cell is None:
            return None
        options = cell.option(Measure)
        target = self.view[options.target] if options else None
        if not isinstance(target, Duration):
            return Wait(words=self.words.duration(cell.value))
        return Wait(
            words=self.words.duration(cell.value),
            missed=cell.value.seconds > target.seconds,
            target=self.words("target.of", value=self.words.duration(target)),
            joiner=self.words("join.parts"),
        )

    def _aside(self, step: Moment, moment: str) -> str:
        optional = self.words("touchpoint.optional") if self.view[step.optional] else ""
        remembered = self.words(f"moment.{moment}") if moment and moment != _TRUTH else ""
        return self.words.join(optional, remembered)

    def _only(self, step: Moment) -> str:
        names = self.words("join.list").join(self.cast.name(person) for person in self.view.only_for(step))
        return self.words("graphviz.only", names=names) if names else ""

    def _spoken(self, card: Card) -> str:
        """Everything the card shows, for those who do not see it."""
        words = self.words
        kind = f" ({words(f'channel.{card.channel_kind}')})" if card.channel_kind else ""
        parts = [f"{card.number}. {card.title}", card.moment_words, words.join(card.aside, card.only_words)]
        parts.append(words.named(words("channel"), card.channel + kind) if card.channel else "")
        parts.extend(face.spoken for face in card.faces)
        parts.append(self._spoken_wait(card.wait) if card.wait else "")
        parts.extend(self._spoken_hurt(hurt) for hurt in card.hurts)
        return "\n".join(part for part in parts if part)

    def _spoken_wait(self, wait: Wait) -> str:
        missed = self.words("legend.missed") if wait.missed else ""
        return self.words.named(
            self.words("wait"), self.words("join.list").join(filter(None, (wait.words, wait.target, missed)))
        )

    def _spoken_hurt(self, hurt: Hurt) -> str:
        ranks = list(properties_of(Pain)["severity"].value.words)
        severity = self.words(f"severity.{ranks[hurt.severity - 1]}") if hurt.severity else ""
        assumed = self.words("assumed") if hurt.assumed else ""
        text = self.words("join.list").join(filter(None, (hurt.text, severity, hurt.share, assumed)))
        return self.words.named(self.words("pain"), text)


def scores(faces: tuple[Face, ...]) -> tuple[int, int]:
    """How many scores there are, and how many of them are assumed."""
    return len(faces), sum(1 for face in faces if face.assumed)
