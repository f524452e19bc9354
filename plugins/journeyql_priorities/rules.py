"""The rules about needs and priorities, each with its reason and a map that breaks it and one that keeps it."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

_HEAD: Final = """\
journey "Return a parcel"
  stage "Send it back" emotion=3
"""

LARGE_OPPORTUNITY_WITHOUT_ACTION: Final = Rule(
    name="large-opportunity-without-action",
    code="PRI001",
    summary="Something matters to customers and is served badly, and nothing is planned for it.",
    severity=Severity.WARNING,
    reason=(
        "Ulwick's opportunity score is importance + max(importance - satisfaction, 0), from 0 to 20. From 12 on an\n"
        "opportunity is high, from 15 on extreme (What Customers Want, 2005): here is more to win than anywhere else. A\n"
        "must-be of Kano's that fails (satisfaction below 5) counts whatever its score. An action, recovery or\n"
        "experiment below it or naming it is enough, and one at its touchpoint that names nothing else. Needs and\n"
        "opportunities are looked at; pains have rules of their own. While the map plans nothing at all, this is only\n"
        "information. The option `opportunity` sets the score from which on it is reported."
    ),
    wrong=_HEAD
    + """\
    touchpoint "Waits for the refund"
      need date "Know when the money comes" importance=9 satisfaction=3
    touchpoint "Prints the label"
      action "Send a code instead" impact=3 effort=3
""",
    right=_HEAD
    + """\
    touchpoint "Waits for the refund"
      need date "Know when the money comes" importance=9 satisfaction=3
        action "Name the day in the confirmation" impact=4 effort=3
    touchpoint "Prints the label"
      action "Send a code instead" impact=3 effort=3
""",
    since=Strictness.RECOMMENDED,
)

UNMET_NEED_WITHOUT_ACTION: Final = Rule(
    name="unmet-need-without-action",
    code="PRI002",
    summary="A need is said to be unmet, nothing is planned for it, and nothing says how much it matters.",
    severity=Severity.INFO,
    reason=(
        "A need that is marked `unmet=yes` and left there helps nobody: either it matters, then it wants an action, or\n"
        "it does not, then importance and satisfaction show it. With both stated, `large-opportunity-without-action`\n"
        "decides."
    ),
    wrong=_HEAD
    + """\
    need date "Know when the money comes" unmet=yes
""",
    right=_HEAD
    + """\
    need date "Know when the money comes" unmet=yes importance=6 satisfaction=5
""",
    since=Strictness.RECOMMENDED,
)

LATENT_NEED_WITHOUT_ACTION: Final = Rule(
    name="latent-need-without-action",
    code="PRI003",
    summary="Nothing is planned for a need that customers do not name.",
    severity=Severity.INFO,
    reason=(
        "Nobody complains about what they never expected, so nothing else will bring a latent need back to mind. Whether\n"
        "it is worth serving only research tells, which is why this rule is for those who ask for it."
    ),
    wrong=_HEAD
    + """\
    need calm "Not to think about it any more" latent=yes
""",
    right=_HEAD
    + """\
    need calm "Not to think about it any more" latent=yes
      experiment "Say nothing until the money is there" method=pilot
""",
    since=Strictness.STRICT,
)

OPPORTUNITY_WITHOUT_ACTION: Final = Rule(
    name="opportunity-without-action",
    code="PRI004",
    summary="An opportunity has no action that could be weighed against others.",
    severity=Severity.INFO,
    reason=(
        "An idea has neither impact nor effort; its action has. Early on it is right to collect ideas, so this rule is\n"
        "for maps that are to decide about work."
    ),
    wrong=_HEAD
    + """\
    opportunity "A kind card in the bag"
""",
    right=_HEAD
    + """\
    opportunity "A kind card in the bag"
      action "Print two hundred cards" impact=2 effort=1
""",
    since=Strictness.STRICT,
)

CAUSE_WITHOUT_ACTION: Final = Rule(
    name="cause-without-action",
    code="PRI005",
    summary="Some causes of a pain have actions, and others none.",
    severity=Severity.INFO,
    reason=(
        "A pain with several causes stays as long as one of them does. Only pains are looked at whose actions are\n"
        "written at their causes; an action for the pain as a whole may be against all of them."
    ),
    wrong=_HEAD
    + """\
    pain "The card is declined"
      cause "Nobody says why"
        action "Show the reason"
      cause "Shops are coded wrongly"
""",
    right=_HEAD
    + """\
    pain "The card is declined"
      cause "Nobody says why"
        action "Show the reason"
      cause "Shops are coded wrongly"
        action "Check the codes every month"
""",
    since=Strictness.RECOMMENDED,
)

QUICK_WIN_NOT_SCHEDULED: Final = Rule(
    name="quick-win-not-scheduled",
    code="PRI006",
    summary="A quick win has neither a date nor a phase.",
    severity=Severity.WARNING,
    reason=(
        "What helps much for little work is worth doing at once; without a date it waits as long as the rest. A quick\n"
        "win has an impact of at least 3 and an effort below 3; where one of them is missing its `horizon` says so. The\n"
        "option `cut` takes the medians of the map instead. A date, a phase, another horizon, or having begun is enough, and what\n"
        "waits for something long-term has a rule of its own. While nothing on the map has a date or phase, this is only\n"
        "information."
    ),
    wrong=_HEAD
    + """\
    pain "Types the address again"
      action "Prefill the address" impact=4 effort=1
    pain "Prints the label"
      action "Send a code instead" impact=4 effort=3 phase=1
""",
    right=_HEAD
    + """\
    pain "Types the address again"
      action "Prefill the address" impact=4 effort=1 phase=1
    pain "Prints the label"
      action "Send a code instead" impact=4 effort=3 phase=1
""",
    since=Strictness.RECOMMENDED,
)

PLAN_OUT_OF_ORDER: Final = Rule(
    name="plan-out-of-order",
    code="PRI007",
    summary="A measure is planned before, or on the same day as, what it depends on.",
    severity=Severity.WARNING,
    reason=(
        "Either the dependency is not meant, or the date does not hold. It is compared with the earliest day of a month\n"
        "or quarter in which the other one can be ready, so that two things in one quarter are no contradiction."
    ),
    wrong=_HEAD
    + """\
    action scan "Scan parcels at the counter" due=2099-06-30
    action refund "Refund on the first scan" due=2099-03-31 depends=scan
""",
    right=_HEAD
    + """\
    action scan "Scan parcels at the counter" due=2099-06-30
    action refund "Refund on the first scan" due=2099-09-30 depends=scan
""",
    since=Strictness.RECOMMENDED,
)

QUICK_WIN_WAITS: Final = Rule(
    name="quick-win-waits-for-long-term",
    code="PRI008",
    summary="A quick win depends on something long-term.",
    severity=Severity.WARNING,
    reason=(
        "It may be little work by itself, but it comes as late as what it waits for, directly or by something between.\n"
        "Long-term is what has the horizon `long`, and without a horizon what takes an effort of at least 4 of 5."
    ),
    wrong=_HEAD
    + """\
    action join "Join the data of shop and web" impact=5 effort=5 due=2099-06-30
    action greet "Greet by name" impact=3 effort=1 due=2099-07-31 depends=join
""",
    right=_HEAD
    + """\
    action join "Join the data of shop and web" impact=5 effort=5 due=2099-06-30
    action greet "Greet by name" impact=3 effort=1 due=2099-01-31
""",
    since=Strictness.RECOMMENDED,
)

GRAVEST_PAIN_LAST: Final = Rule(
    name="gravest-pain-last",
    code="PRI009",
    summary="A pain of the worst severity is mended after all milder ones that have a date.",
    severity=Severity.WARNING,
    reason=(
        "The order of a plan says what matters. It is reported for pains of the worst severity on the map, high or\n"
        "critical, all of whose actions are due later than every pain of lower severity that has a date (at least two),\n"
        "and none of which has begun."
    ),
    wrong=_HEAD
    + """\
    pain "The refund never comes" severity=critical
      action "Refund on the first scan" due=2099-12-31
    pain "Prints the label" severity=medium
      action "Send a code instead" due=2099-03-31
    pain "Types the address again" severity=low
      action "Prefill the address" due=2099-06-30
""",
    right=_HEAD
    + """\
    pain "The refund never comes" severity=critical
      action "Refund on the first scan" due=2099-03-31
    pain "Prints the label" severity=medium
      action "Send a code instead" due=2099-12-31
    pain "Types the address again" severity=low
      action "Prefill the address" due=2099-06-30
""",
    since=Strictness.RECOMMENDED,
)

ACTION_BEFORE_TEST: Final = Rule(
    name="action-before-test",
    code="PRI010",
    summary="An action has a date while a test at the same touchpoint has not been decided.",
    severity=Severity.INFO,
    reason=(
        "A test whose result comes after the decision is wasted: either the action waits for it (`depends=`), or the\n"
        "question is settled and the test can be dropped. Tests with a `result`, and those without a `status`, are left\n"
        "alone."
    ),
    wrong=_HEAD
    + """\
    touchpoint "Waits for the refund"
      action "Write every day" due=2099-03-31
      experiment "Daily or weekly?" method=ab status=planned
""",
    right=_HEAD
    + """\
    touchpoint "Waits for the refund"
      action "Write every day" due=2099-03-31 depends=rhythm
      experiment rhythm "Daily or weekly?" method=ab status=planned
""",
    since=Strictness.RECOMMENDED,
)

OVERDUE: Final = Rule(
    name="overdue",
    code="PRI011",
    summary="A measure was due, and nothing says that it is done.",
    severity=Severity.WARNING,
    reason=(
        "Either it is done and the map does not say so, or the plan has slipped and everything after it with it. The day\n"
        "of the run decides (`SOURCE_DATE_EPOCH` names another one); a month or quarter is over after its last day."
    ),
    wrong=_HEAD
    + """\
    action "Prefill the address" due=2024-12-31 status=open
""",
    right=_HEAD
    + """\
    action "Prefill the address" due=2024-12-31 status=done
""",
    since=Strictness.RECOMMENDED,
)

ANNOUNCED_BUT_NOT_DONE: Final = Rule(
    name="announced-but-not-done",
    code="PRI012",
    summary="Customers were told of something that is not finished.",
    severity=Severity.WARNING,
    reason=(
        "What was announced and does not work disappoints twice. Only a status that says that it is not finished counts;\n"
        "without one nobody knows."
    ),
    wrong=_HEAD
    + """\
    action "Prefill the address" announced=2024-12-31 status=doing
""",
    right=_HEAD
    + """\
    action "Prefill the address" announced=2024-12-31 status=done
""",
    since=Strictness.RECOMMENDED,
)

ANNOUNCED_IN_THE_FUTURE: Final = Rule(
    name="announced-in-the-future",
    code="PRI013",
    summary="The day on which customers were told of something is still to come.",
    severity=Severity.WARNING,
    reason=(
        "`announced` is a fact, the day on which customers were told; a plan is a `due`. Who reads the map would believe\n"
        "that customers know already."
    ),
    wrong=_HEAD
    + """\
    action "Prefill the address" announced=2099-12-31
""",
    right=_HEAD
    + """\
    action "Prefill the address" due=2099-12-31
""",
    since=Strictness.RECOMMENDED,
)

DONE_AND_STILL_HURTS: Final = Rule(
    name="done-and-still-hurts",
    code="PRI014",
    summary="All actions against a pain are done, and the pain is still on the map.",
    severity=Severity.INFO,
    reason=(
        "Work that is done is no proof that it helped. Some maps keep what is mended, so this rule is for those who ask\n"
        "for it: say `status=done` for the pain when customers confirm it."
    ),
    wrong=_HEAD
    + """\
    pain "Types the address again" severity=high
      action "Prefill the address" status=done
""",
    right=_HEAD
    + """\
    pain "Types the address again" severity=high status=done
      action "Prefill the address" status=done
""",
    since=Strictness.STRICT,
)

IMPOSSIBLE_FIGURE: Final = Rule(
    name="impossible-figure",
    code="PRI015",
    summary="A cost, benefit, reach or phase is below what it can be.",
    severity=Severity.WARNING,
    reason="Every score that uses it is wrong: a negative cost makes the worst idea pay best.",
    wrong=_HEAD
    + """\
    action "Prefill the address" cost=-900EUR
""",
    right=_HEAD
    + """\
    action "Prefill the address" benefit=900EUR
""",
)

RATING_INCOMPLETE: Final = Rule(
    name="rating-incomplete",
    code="PRI016",
    summary="A measure has an impact without an effort, or an effort without an impact.",
    severity=Severity.INFO,
    reason="Half a rating gives it no place in the order, and the other half is the question that decides.",
    wrong=_HEAD
    + """\
    action "Prefill the address" impact=4
""",
    right=_HEAD
    + """\
    action "Prefill the address" impact=4 effort=3
""",
    since=Strictness.STRICT,
)

ACTION_FOR_NOTHING: Final = Rule(
    name="action-for-nothing",
    code="PRI017",
    summary="An action stands in no place and is said to be for nothing.",
    severity=Severity.INFO,
    reason=(
        "Who decides about it cannot see what would be better by it. Standing in or naming a pain, need, goal, risk,\n"
        "metric, touchpoint or stage is enough, and so is a benefit with a `metric`, or another measure that waits for it."
    ),
    wrong=_HEAD
    + """\
    pain "Types the address again"
action "Buy a new server"
""",
    right=_HEAD
    + """\
    pain again "Types the address again"
action "Buy a new server" addresses=again
""",
    since=Strictness.RECOMMENDED,
)

NEXT_QUICK_WIN_NOT_BEGUN: Final = Rule(
    name="next-quick-win-not-begun",
    code="PRI018",
    summary="The next thing that is due is a quick win, and nothing says that it has begun.",
    severity=Severity.INFO,
    reason=(
        "What is due first, helps much and is little work should be under way before everything else; a status says that\n"
        "it is. Only the measure with the earliest date is looked at, within three months (92 days) of the day of the\n"
        "run (in the examples the first of January 2026), and only if it has no status, or is `open` or a `draft`, and waits for nothing and for no test. A day that\n"
        "has passed is `overdue`."
    ),
    wrong=_HEAD
    + """\
    action "Prefill the address" impact=4 effort=1 due=2026-03-31
    action "Refund on the first scan" impact=5 effort=4 due=2099-12-31
""",
    right=_HEAD
    + """\
    action "Prefill the address" impact=4 effort=1 due=2026-03-31 status=doing
    action "Refund on the first scan" impact=5 effort=4 due=2099-12-31
""",
    since=Strictness.RECOMMENDED,
)

DEPENDS_ON_DROPPED: Final = Rule(
    name="depends-on-dropped",
    code="PRI019",
    summary="A measure depends on one that was dropped.",
    severity=Severity.WARNING,
    reason="Either it can be done without, or it cannot be done at all; it stands in the plan as if nothing were missing.",
    wrong=_HEAD
    + """\
    action scan "Scan parcels at the counter" status=dropped
    action refund "Refund on the first scan" due=2099-03-31 depends=scan
""",
    right=_HEAD
    + """\
    action scan "Scan parcels at the counter" due=2099-01-31
    action refund "Refund on the first scan" due=2099-03-31 depends=scan
""",
    since=Strictness.RECOMMENDED,
)

RULES: Final = (
    LARGE_OPPORTUNITY_WITHOUT_ACTION,
    UNMET_NEED_WITHOUT_ACTION,
    LATENT_NEED_WITHOUT_ACTION,
    OPPORTUNITY_WITHOUT_ACTION,
    CAUSE_WITHOUT_ACTION,
    QUICK_WIN_NOT_SCHEDULED,
    PLAN_OUT_OF_ORDER,
    DEPENDS_ON_DROPPED,
    QUICK_WIN_WAITS,
    GRAVEST_PAIN_LAST,
    ACTION_BEFORE_TEST,
    OVERDUE,
    ANNOUNCED_BUT_NOT_DONE,
    ANNOUNCED_IN_THE_FUTURE,
    DONE_AND_STILL_HURTS,
    IMPOSSIBLE_FIGURE,
    RATING_INCOMPLETE,
    ACTION_FOR_NOTHING,
    NEXT_QUICK_WIN_NOT_BEGUN,
)
