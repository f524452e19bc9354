"""The value types of properties: how a written value is read, described, and exported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeAlias, TypeVar

import attrs

from journeyql import ast
from journeyql.model.codes import CURRENCIES, currency_like
from journeyql.model.quantity import Clock, Date, Duration, Money, Range, number, percentage
from journeyql.model.varying import Ref
from journeyql.wording import article, one_of

T = TypeVar("T")
U = TypeVar("U")

_ALL = 100.0
#: A number and letters behind it, as sums of money are written.
_SUM = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)([^\W\d_]{2,7})")

#: What JSON can hold.
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


@attrs.frozen
class Misread:
    """A value that is not of its type: what to say, and the right spelling when one is near."""

    problem: str
    instead: str | None = None


@attrs.frozen
class Miscoded(Misread):
    """A code that does not exist: of what sort (`currency`, `country`, `language`), and how it is written."""

    sort: str = ""
    code: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ValueType(Generic[T]):
    """One type of values.

    `expects` completes "expected …" in the writer's words; `read` turns a syntax value into a typed one;
    `dump` and `schema` are its JSON form. `words` are the enumerated words, each with its names in other
    keyword languages; `targets` the kinds a reference may name (then `read` gives the name as a `str`);
    `literal`: it takes what stands in backticks. `free`: texts of one's own may stand instead of the words. `listed`: its words are themselves words of the vocabulary, which resolution finds.
    """

    name: str
    expects: str
    read: Callable[[ast.Value], T | Misread]
    schema: Mapping[str, Json]
    dump: Callable[[T], Json] = str
    words: Mapping[str, str] = attrs.field(factory=dict)
    targets: tuple[str, ...] = ()
    literal: bool = False
    free: bool = False
    listed: bool = False
    same: bool = False


def _spelled(value: ast.Value) -> str:
    return value.value


def _as(spell: Callable[[str], T | None], expects: str) -> Callable[[ast.Value], T | Misread]:
    def read(value: ast.Value) -> T | Misread:
        found = spell(value.value)
        if isinstance(value, ast.Text):
            return Misread(f"expected {expects}, without quotation marks", None if found is None else value.value)
        return Misread(f"expected {expects}") if found is None else found

    return read


def _quantity(
    name: str, expects: str, spell: Callable[[str], T | None], schema: Mapping[str, Json], dump: Callable[[T], Json]
) -> ValueType[T]:
    return ValueType(name=name, expects=expects, read=_as(spell, expects), schema=schema, dump=dump)


def _same(value: T) -> T:
    return value


def _text(value: ast.Value) -> str | Misread:
    if isinstance(value, ast.Text):
        return value.value
    return Misread("expected a text in quotation marks", f'"{_spelled(value)}"')


def _literal(value: ast.Value) -> str | Misread:
    return value.value


def _name(value: ast.Value) -> str | Misread:
    if isinstance(value, ast.Reference):
        return value.value
    return Misread("expected a name without quotation marks")


def _guard(value: ast.Value) -> str | Misread:
    if isinstance(value, ast.Reference | ast.Literal):
        return value.value
    return Misread("expected a name, or a condition in backticks")


def _share(text: str) -> float | None:
    found = percentage(text)
    return found if found is not None and 0 <= found <= _ALL else None


def _count(text: str) -> float | None:
    found = number(text)
    return found if found is not None and found >= 1 and found.is_integer() else None


TEXT: ValueType[str] = ValueType(
    name="text", expects='a text like "Files a request"', read=_text, schema={"type": "string"}, dump=_same
)
LITERAL: ValueType[str] = ValueType(
    name="literal",
    expects="a literal like `path/or/address`",
    read=_literal,
    schema={"type": "string"},
    dump=_same,
    literal=True,
)
#: The path of a PNG or JPEG beside the file that names it, or below; what is behind it is looked at in every check.
PICTURE: ValueType[str] = attrs.evolve(LITERAL, name="picture", expects="the path of a picture like `images/mei.png`")
NAME: ValueType[str] = ValueType(name="name", expects="a name", read=_name, schema={"type": "string"}, dump=_same)
#: What must hold for a way to be taken: the name of something that can be true, or a condition in backticks.
GUARD: ValueType[str] = ValueType(
    name="guard",
    expects="a name like c_news or c_news.refused, or a condition in backticks like `age < 16`",
    read=_guard,
    schema={"type": "string"},
    dump=_same,
)
NUMBER = _quantity("number", "a number like 4.2", number, {"type": "number"}, _same)
#: How many people or cases something rests on.
COUNT = _quantity("count", "a whole number from 1 on, like 412", _count, {"type": "number", "minimum": 1}, _same)
SCORE = _quantity("score", "a number on the scale", number, {"type": "number"}, _same)
PERCENT = _quantity("percentage", "a percentage like 35%", percentage, {"type": "number"}, _same)
SHARE = _quantity(
    "share", "a percentage from 0% to 100%", _share, {"type": "number", "minimum": 0, "maximum": 100}, _same
)


def _with_unit(
    name: str, expects: str, spell: Callable[[str], T | None], units: Iterable[str], **form: Any
) -> ValueType[T]:
    """A type whose values have a unit: of a number without one it is said how it could be written."""
    kind = _quantity(name, expects, spell, **form)

    def read(value: ast.Value) -> T | Misread:
        bare = isinstance(value, ast.Quantity) and number(value.value) is not None and value.value[0] not in "+-"
        spelled = one_of([value.value + unit for unit in units]) if bare else ""
        found = kind.read(value)
        return Misread(f"a {name} has a unit: {spelled}") if bare and isinstance(found, Misread) else found

    return attrs.evolve(kind, read=read)


DURATION = _with_unit(
    "duration",
    "a duration like 90s, 4min, 1h30min, 3d, 3wd, 2w, 6mo or 1y",
    Duration.parse,
    ("min", "h", "d", "mo"),
    schema={
        "type": "object",
        "properties": {"text": {"type": "string"}, "seconds": {"type": "number"}},
        "required": ["text", "seconds"],
    },
    dump=lambda value: {"text": str(value), "seconds": value.seconds},
)


def _money(value: ast.Value) -> Money | Misread:
    expected = Misread("expected an amount like 12.50EUR")
    written = _SUM.fullmatch(value.value)
    if written is None or isinstance(value, ast.Text):
        return expected
    number_, code = written.groups()
    found = Money.parse(value.value)
    if found is not None and code in CURRENCIES:
        return found
    near = currency_like(code)
    if not code.isupper() and near != code.upper():  # a duration, or a word
        return expected
    return Miscoded("expected a code of ISO 4217 like EUR, USD or CNY", near and number_ + near, "currency", code)


MONEY: ValueType[Money] = ValueType(
    name="money",
    expects="an amount like 12.50EUR",
    read=_money,
    schema={
        "type": "object",
        "properties": {"amount": {"type": "string"}, "currency": {"type": "string"}},
        "required": ["amount", "currency"],
    },
    dump=lambda value: {"amount": str(value.amount), "currency": value.currency},
)
DATE = _quantity("date", "a date like 2026-11-21, 2026-11 or 2026-Q4", Date.parse, {"type": "string"}, str)
CLOCK = _quantity("time", "a time of day like 23:00", Clock.parse, {"type": "string"}, str)
#: The type of the property whose option this is (`wait: 4min target=1min`).
SAME: ValueType[Any] = ValueType(
    name="same", expects="a value like the property's own", read=lambda value: value, schema={}, same=True
)


def number_from(low: float, high: float) -> ValueType[float]:
    """A number that is not below `low` nor above `high`.

    >>> number_from(1, 5).read(ast.Quantity("7"))
    Misread(problem='expected a number from 1 to 5', instead=None)
    """
    expects = f"a number from {low:g} to {high:g}"

    def bounded(text: str) -> float | None:
        found = number(text)
        return found if found is not None and low <= found <= high else None

    return _quantity("number", expects, bounded, {"type": "number", "minimum": low, "maximum": high}, _same)


@attrs.frozen
class Amount:
    """A measured number of any sort in a unit that makes it comparable, and as it was written.

    `unit` is empty for a plain number, `%`, `s` (a duration in seconds), or the currency of an amount of money.

    >>> Amount.parse("2h"), Amount.parse("12.50EUR").unit
    (Amount(text='2h', number=7200.0, unit='s'), 'EUR')
    """

    text: str
    number: float
    unit: str

    @classmethod
    def parse(cls, text: str) -> Amount | None:
        """The amount a word spells, or None."""
        plain, percent = number(text), percentage(text)
        if plain is not None:
            return cls(text, plain, "")
        if percent is not None:
            return cls(text, percent, "%")
        duration, money = Duration.parse(text), Money.parse(text)
        if duration is not None:
            return cls(text, duration.seconds, "s")
        return None if money is None else cls(text, float(money.amount), money.currency)

    def __str__(self) -> str:
        """The word as it is written in a file."""
        return self.text


_AMOUNT = "a number, a percentage, a duration or a sum of money like 3.1, 35%, 4h or 12.50EUR"


def _amount(value: ast.Value) -> Amount | Misread:
    found = _as(Amount.parse, _AMOUNT)(value)
    money = _money(value)
    return money if isinstance(money, Miscoded) else found


AMOUNT: ValueType[Amount] = ValueType(
    name="amount",
    expects=_AMOUNT,
    read=_amount,
    schema={
        "type": "object",
        "properties": {"text": {"type": "string"}, "number": {"type": "number"}, "unit": {"type": "string"}},
        "required": ["text", "number", "unit"],
    },
    dump=lambda value: {"text": value.text, "number": value.number, "unit": value.unit},
)


def either(first: ValueType[T], second: ValueType[U]) -> ValueType[T | U]:
    """A value of one of two types; the first that fits is taken, which its spelling alone has to tell.

    >>> either(CLOCK, DURATION).read(ast.Quantity("4min"))
    Duration(parts=((4.0, 'min'),))

    Words come before names:

    >>> owner = either(word(nobody=""), ref("team"))
    >>> owner.read(ast.Reference("nobody")), owner.read(ast.Reference("it"))
    ('nobody', Ref(path='it', kind=''))
    """
    expects = f"{first.expects}, or {second.expects}"

    def read(value: ast.Value) -> T | U | Misread:
        found = first.read(value)
        other = second.read(value) if isinstance(found, Misread) else found
        return Misread(f"expected {expects}") if isinstance(other, Misread) else other

    def dump(value: Any) -> Json:
        if isinstance(value, Ref):
            return value.path
        fits_second = isinstance(first.read(ast.Quantity(str(value))), Misread)
        return second.dump(value) if fits_second else first.dump(value)

    schema: dict[str, Json] = {"anyOf": [dict(first.schema), dict(second.schema)]}
    return ValueType(
        name=f"{first.name} or {second.name}",
        expects=expects,
        read=read,
        schema=schema,
        dump=dump,
        words={**first.words, **second.words},
        free=first.free or second.free,
        targets=(*first.targets, *second.targets),
    )


def range_of(ends: ValueType[T], like: str = "") -> ValueType[Range[T]]:
    """A range whose ends are of another type; either side may be left open. `like` is an example.

    >>> range_of(NUMBER, "1..5").read(ast.Quantity("1..5"))
    Range(low=1.0, high=5.0)
    """
    expects = f"a range like {like}" if like else f"two values joined by two dots, each {ends.expects}"

    def end(text: str) -> T | Misread | None:
        return None if text == "" else ends.read(ast.Quantity(text))

    def read(value: ast.Value) -> Range[T] | Misread:
        low_text, dots, high_text = value.value.partition("..")
        low, high = end(low_text), end(high_text)
        if isinstance(value, ast.Text) or not dots or isinstance(low, Misread) or isinstance(high, Misread):
            return Misread(f"expected {expects}")
        if _reversed(low, high):
            return Misread("the lower end of a range comes first", f"{high_text}..{low_text}")
        return Range(low, high)

    def dump(value: Range[T]) -> Json:
        return [None if side is None else ends.dump(side) for side in (value.low, value.high)]

    side: Json = {"anyOf": [dict(ends.schema), {"type": "null"}]}
    schema: dict[str, Json] = {"type": "array", "items": side, "minItems": 2, "maxItems": 2}
    return ValueType(name=f"range of {ends.name}", expects=expects, read=read, schema=schema, dump=dump)


def _reversed(low: object, high: object) -> bool:
    """Whether the ends of a range stand in the wrong order; times of day may pass midnight."""
    if isinstance(low, Date) and isinstance(high, Date):
        return low.first > high.last
    return isinstance(low, float) and isinstance(high, float) and low > high


def word(**names: str) -> ValueType[str]:
    """One of a few words, each given with its Chinese name; `_` in a word stands for `-`.

    The order is the order of rank, lowest first.

    >>> word(low="低", high="高").read(ast.Reference("高"))
    'high'
    """
    words = {name.replace("_", "-").removesuffix("-"): local for name, local in names.items()}
    local_words = {local: name for name, local in words.items() if local}
    expects = one_of(tuple(words))

    def read(value: ast.Value) -> str | Misread:
        spelled = value.value
        found = spelled if spelled in words else local_words.get(spelled)
        return Misread(f"expected {expects}") if found is None or isinstance(value, ast.Literal) else found

    return ValueType(name="word", expects=expects, read=read, schema={"enum": list(words)}, dump=_same, words=words)


_ANSWER = word(yes="是", no="否")
#: What other languages and tools have for them.
_ANSWERS = {
    **dict.fromkeys(("true", "y", "on", "ja", "oui", "si", "sí", "sim", "对", "有"), "yes"),
    **dict.fromkeys(("false", "n", "off", "nein", "non", "não", "不", "无"), "no"),
}


def _yes_no(value: ast.Value) -> bool | Misread:
    answer = _ANSWER.read(value)
    if isinstance(answer, Misread):
        return attrs.evolve(answer, instead=_ANSWERS.get(value.value.casefold()))
    return answer == "yes"


YES_NO: ValueType[bool] = ValueType(
    name="yes/no", expects="yes or no", read=_yes_no, schema={"type": "boolean"}, dump=_same, words=_ANSWER.words
)


def text_or(**names: str) -> ValueType[str]:
    """A text of one's own, or one of a few known words (which renderers can translate)."""
    known = word(**names)

    def read(value: ast.Value) -> str | Misread:
        return value.value if isinstance(value, ast.Text) else known.read(value)

    expects = f'a text like "uneasy", or one of {", ".join(known.words)}'
    return ValueType(
        name="text or word",
        expects=expects,
        read=read,
        schema={"type": "string"},
        dump=_same,
        words=known.words,
        free=True,
    )


def ref(*kinds: str) -> ValueType[Ref[Any]]:
    """The name of an element of one of these kinds; the annotation says which class that is."""
    expects = f"the name of {article(one_of(kinds))}"

    def read(value: ast.Value) -> Ref[Any] | Misread:
        if isinstance(value, ast.Reference):
            return Ref(value.value, "")
        return Misread(f"expected {expects}", value.value if value.value.isidentifier() else None)

    return ValueType(
        name=" or ".join(kinds),
        expects=expects,
        read=read,
        schema={"type": "string"},
        dump=lambda value: value.path,
        targets=kinds,
    )
