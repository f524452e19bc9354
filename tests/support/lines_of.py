"""Hypothesis strategies for journey files without mistakes of syntax, and for the parts of their lines."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = [
    "journey",
    "touchpoint",
    "use",
    "end",
    "emotion",
    "données",
    "触点",
    "पैसा",
    "ที่",
    "a-b",
    "base.repair",
    "x_1",
    "zh-CN",
]
names = st.sampled_from(WORDS) | st.from_regex(r"[a-z][a-z0-9_]{0,5}(-[a-z0-9]+)?", fullmatch=True)
texts = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters='"\\\ufffd') | st.sampled_from(" #`@="), max_size=12
).map(lambda words: f'"{words}"') | st.sampled_from(
    ['"say \\"so\\""', '"a\\nb"', '"\\u{1F600} \\\\"', '"# no comment"', '""']
)
literals = st.sampled_from(["`a.journey`", "`#ff0000`", "`emotion <= 2`", "``", '`"`'])
quantities = st.sampled_from(
    "3 -1 +1 4.2 35% 90s 1h30min 12.50EUR 2026-11-21 2026-Q4 23:00 22:00..08:00 1..5 ..15 4分钟 1,2".split()[:-1]
)
values = st.one_of(names, texts, literals, quantities)
value_lists = st.lists(values, min_size=1, max_size=3).map(", ".join)
qualifiers = st.just("") | st.lists(names, min_size=1, max_size=2).map(lambda found: f"[{', '.join(found)}]")
options = st.builds("{}{}={}".format, names, qualifiers, value_lists)
channels = names.map("@{}".format)


@st.composite
def elements(draw: st.DrawFn) -> str:
    head = draw(st.builds("{}{}".format, names, qualifiers) | st.just(""))
    name = draw(names | st.just("")) if head else ""
    items = draw(st.lists(options | channels | (literals if head else options), max_size=3))
    if not head:
        items.insert(0, draw(texts))
    elif draw(st.booleans()):
        items.insert(draw(st.integers(0, len(items))), draw(texts))
    return " ".join(part for part in [head, name, *items] if part)


properties = st.builds(
    "{}{}: {}{}".format,
    names,
    qualifiers,
    value_lists,
    st.lists(options, max_size=2).map(lambda o: "".join(f" {x}" for x in o)),
)
flows = st.builds(
    "{}{}{}{}".format,
    names | st.just(""),
    st.lists(names.map("->{}".format) | names.map(" -> {}".format), min_size=1, max_size=3).map("".join),
    texts.map(" {}".format) | st.just(""),
    st.lists(options.map(" {}".format), max_size=2).map("".join),
)
lines = st.one_of(elements(), properties, flows.map(str.strip))


@st.composite
def files(draw: st.DrawFn) -> str:
    """Lines at depths that grow one level at a time, with blank lines, comments and `|` blocks between them."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    step = draw(st.sampled_from(["  ", " ", "    "]))
    found, depth = [], 0
    for line in draw(st.lists(lines, max_size=12)):
        indent = step * depth
        found.append(indent + line + draw(st.sampled_from(["", "", "", "  # why", " ", " #"])))
        kind = draw(st.integers(0, 9))
        if kind == 0:
            found += ["", "   # a comment that stands anywhere", "\t"]
        if kind == 1:
            deeper = indent + step
            found += [f"{indent}quote: | # said", f"{deeper}one # kept", "", f'{deeper}  two "', f"{indent}"]
        depth = draw(st.integers(0, depth + (kind > 1)))
    return end.join(found) + draw(st.sampled_from(["", end]))
