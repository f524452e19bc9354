"""The canonical style, one habit at a time: what is written above the line, and what becomes of it below."""

import textwrap

import pytest
from formatting import fmt, meaning

LINE = "\n====\n"

WORDS = {
    "one blank between words": """
        journey   "J"
          "A"  emotion = 2    feeling=  worried
        ====
        journey "J"
          "A" emotion=2 feeling=worried
    """,
    "plain characters": """
        journey　j　“J”
          stage s „S“ ＠app emotion＝−1 emotion【mei、tom】＝2
            doing： «Waits»，“Reads”
            a→b
        ====
        journey j "J"
          stage s "S" @app emotion=-1 emotion[mei, tom]=2
            doing: "Waits", "Reads"
            a -> b
    """,
    "quotation marks in others": """
        journey “He said "soon"”
        ====
        journey "He said \\"soon\\""
    """,
    "escapes stay as they are": """
        journey "\\u{4A} \\\\ \\n \\""
        ====
        journey "\\u{4A} \\\\ \\n \\""
    """,
    "bullets go": """
        - journey "J"
          - "A"
        ====
        journey "J"
          "A"
    """,
    "names are composed": """
        team cafe\u0301 "C"
        ====
        team caf\u00e9 "C"
    """,
    "a channel by its sign": """
        journey "J"
          "A" channel=app
          "B" channel[mei]=app
          "C" channel="app"
        ====
        journey "J"
          "A" @app
          "B" channel[mei]=app
          "C"
            channel: "app"
    """,
    "words in the language of the file": """
        # language: zh
        journey j "J"
          stage s "S" emotion=2
            pain "P" severity=high
              frequency: 3% 样本=4 because="x"
        ====
        # language: zh
        旅程 j "J"
          阶段 s "S" 情绪=2
            痛点 "P" 严重度=高
              频率: 3% 样本=4 因为="x"
    """,
    "enumerated words by their plain names": """
        journey "J"
          "A" optional=是
            pain "P" severity=高
        ====
        journey "J"
          "A" optional=yes
            pain "P" severity=high
    """,
    "a kind that nobody knows stays as it is": """
        jorney  "J" zeal=2 alpha=3
            foo[x]  "y" colour=`red`
              pain: "z" tone=low  because="w" area=high
              zeal: 2
        ====
        jorney "J" zeal=2 alpha=3
          foo[x] "y" colour=`red`
            pain: "z" tone=low area=high because="w"
            zeal: 2
    """,
}

FORMS = {
    "an element has no colon": """
        journey "J"
          "A"
            pain: "Waits" severity=high
            pain: "Waits", "Pays" severity=high
        ====
        journey "J"
          "A"
            pain "Waits" severity=high
            pain "Waits" severity=high
            pain "Pays" severity=high
    """,
    "a property has one": """
        journey "J"
          "A"
            doing "Waits"
            thinking "Why?" from=survey
        ====
        journey "J"
          "A"
            doing: "Waits"
            thinking: "Why?" from=survey
    """,
    "goals and quotes are brief": """
        journey "J"
          goal "Fast"
          goal: "Cheap" metric=cost
          goal cheap "Cheap"
        ====
        journey "J"
          goal: "Fast"
          goal "Cheap" metric=cost
          goal cheap "Cheap"
    """,
    "an element on a line goes below it": """
        journey "J"
          "A" pain="Waits" emotion=2
        ====
        journey "J"
          "A" emotion=2
            pain "Waits"
    """,
    "what the machine reads stands in backticks": """
        use base "base.journey"

        journey "J"
          link: "https://example.org"
          note: "https://example.org"
        ====
        use base `base.journey`

        journey "J"
          link: `https://example.org`
          note: "https://example.org"
    """,
    "who stands elsewhere may be named": """
        persona mei "Mei"
        journey "J"
          persona mei
        ====
        persona mei "Mei"

        journey "J"
          persona: mei
    """,
}

PLACES = {
    "words and numbers on the line": """
        stage s "S"
          touchpoint t "T" after=x from=survey owner=ops moment=peak feeling=calm @app
            emotion: 2
            emotion[mei]: 3
            wait: 4min
        ====
        stage s "S"
          touchpoint t "T" @app emotion=2 emotion[mei]=3 feeling=calm moment=peak wait=4min from=survey owner=ops after=x
    """,
    "texts, literals, lists and what has options below": """
        stage s "S"
          touchpoint t "T" doing="Waits" event=`x` carries=a, b emotion=2
            wait: 4min target=1min
        ====
        stage s "S"
          touchpoint t "T" emotion=2
            doing: "Waits"
            event: `x`
            carries: a, b
            wait: 4min target=1min
    """,
    "what has one line stands on it": """
        channel app "App" carrier="phone" kind=online
          owner: web
          markets: DE, FR
        channel web "Web" carrier="browser" kind=online
          because: "Everybody has one"
        ====
        channel app "App" kind=online markets=DE, FR owner=web carrier="phone"
        channel web "Web" kind=online
          carrier: "browser"
          because: "Everybody has one"
    """,
    "a journey is a sheet": """
        journey j "J" persona=mei state=current
          owner: ops
        ====
        journey j "J"
          persona: mei
          state: current
          owner: ops
    """,
    "own lanes in the order of their declaration, others by the alphabet": """
        journey j "J"
          lane speed "Speed" type=score
          lane care "Care" type=score
          "A" zeal=1 air=2 care=3 speed=4 emotion=5
        ====
        journey j "J"
          lane speed "Speed" type=score
          lane care "Care" type=score
          "A" emotion=5 speed=4 care=3 air=2 zeal=1
    """,
    "options in the order of the vocabulary": """
        journey j "J"
          "A"
            wait: 4min note="n" from=x sample=3 target=1min
              within: 80%
            -> b "often" from=x share=3%
        ====
        journey j "J"
          "A"
            wait: 4min target=1min within=80% sample=3 from=x note="n"
            -> b "often" share=3% from=x
    """,
    "an option with options stays below": """
        journey j "J"
          "A"
            wait: 4min
              target: 1min because="They said so"
              sample: 3
        ====
        journey j "J"
          "A"
            wait: 4min sample=3
              target: 1min because="They said so"
    """,
    "what does not fit goes below, the last first": """
        journey j "J"
          "A"
            action "Say why at once, and what to do instead, in words that everybody understands" owner=card_issuer impact=5 effort=3 due=2027-03-31 status=open
        ====
        journey j "J"
          "A"
            action "Say why at once, and what to do instead, in words that everybody understands" impact=5 effort=3
              due: 2027-03-31
              owner: card_issuer
              status: open
    """,
    "wide characters count twice": """
        journey j "J"
          "A"
            action "报案、查勘、定损、核赔、赔付，报案、查勘、定损、核赔、赔付，报案" impact=5 effort=3 due=2027-03-31
            action "A text of as many characters, but all of them narrow" impact=5 effort=3 due=2027-03-31 owner=ops
        ====
        journey j "J"
          "A"
            action "报案、查勘、定损、核赔、赔付，报案、查勘、定损、核赔、赔付，报案" impact=5 effort=3 due=2027-03-31
            action "A text of as many characters, but all of them narrow" impact=5 effort=3 due=2027-03-31 owner=ops
    """,
    "values of one property keep their order": """
        journey j "J"
          "A" emotion[mei]=2
            emotion: 3
            wait: 3d target=1d
            wait[mei]: 2d
        ====
        journey j "J"
          "A" emotion[mei]=2 emotion=3
            wait: 3d target=1d
            wait[mei]: 2d
    """,
    "titles in extensions": """
        use base `b.journey`

        extend[JP] base.shop
          title[ja]: "店"
          extend stage
            title[ja]: "準備"
            channel: app
            thinking[ja]: "よし"
        ====
        use base `b.journey`

        extend[JP] base.shop
          title[ja]: "店"
          extend stage title[ja]="準備" @app
            thinking[ja]: "よし"
    """,
}

BLANKS = {
    "one at most, none around": """


        journey "J"



          "A"


        ====
        journey "J"

          "A"
    """,
    "none between a line and its properties": """
        journey "J"

          owner: ops

          "A"

            -> b
            doing: "x"

            thinking: "y"
        ====
        journey "J"
          owner: ops

          "A"
            -> b
            doing: "x"

            thinking: "y"
    """,
    "around journeys, stages and extensions at the left margin": """
        use base `b.journey`
        journey j "J"
          owner: ops
        stage a "A"
          "B"
        stage c "C"
        team ops "Ops"
        team web "Web"
        extend base.x
          -> y
        channel app "App"
        ====
        use base `b.journey`

        journey j "J"
          owner: ops

        stage a "A"
          "B"

        stage c "C"
        team ops "Ops"
        team web "Web"

        extend base.x
          -> y

        channel app "App"
    """,
    "where a property has gone": """
        stage s "S"
          touchpoint t "T"
            doing: "x"

            emotion: 2
            pain "P"
          touchpoint u "U"
        ====
        stage s "S"
          touchpoint t "T" emotion=2
            doing: "x"

            pain "P"
          touchpoint u "U"
    """,
}

COMMENTS = {
    "stay above and beside their lines": """
        #first
          # second
        journey "J"# beside
          # of A

              # of A, too
          "A" #why
        # last
        ====
        #first
        # second
        journey "J"  # beside
          # of A

          # of A, too
          "A"  #why
        # last
    """,
    "hold a property where it is": """
        stage s "S"
          touchpoint t "T" @app
            # the survey says 2
            emotion: 2
            feeling: calm  # to be confirmed
            doing: "x"
            importance: 3
              # nobody was asked
            wait: 4min
              target: 1min  # too fast?
              sample: 4
        ====
        stage s "S"
          touchpoint t "T" @app
            # the survey says 2
            emotion: 2
            feeling: calm  # to be confirmed
            doing: "x"
            importance: 3
              # nobody was asked
            wait: 4min sample=4
              target: 1min  # too fast?
    """,
    "at the end of a block": """
        journey "J"
            "A"
                doing: "x"
                # of A
            # of J

        # of the file
        team ops "Ops"
        ====
        journey "J"
          "A"
            doing: "x"
            # of A
          # of J

        # of the file
        team ops "Ops"
    """,
    "beside a line whose properties go": """
        stage s "S"
          touchpoint t "T" doing="x"  # why
            emotion: 2
            # more
        ====
        stage s "S"
          touchpoint t "T" emotion=2  # why
            doing: "x"
            # more
    """,
    "nothing but comments": """

        # a

           # b
        ====
        # a

        # b
    """,
}

TEXTS = {
    "lines of a text keep what they are": """
        journey "J"
            note: |    # said
                 One.

                   # Two.
                 \tThree.  \t

            owner: ops
        ====
        journey "J"
          note: |  # said
            One.

              # Two.
            \tThree.  \t

          owner: ops
    """,
    "options below a text": """
        journey "J"
            note: |
                One.
              from: survey
              because: "So"
        ====
        journey "J"
          note: |
              One.
            from: survey
            because: "So"
    """,
    "a comment below a text does not become a part of it": """
        journey "J"
          "A"
            doing: |
                  One.
                # no text
            thinking: "x"
        ====
        journey "J"
          "A"
            doing: |
              One.
            # no text
            thinking: "x"
    """,
    "elements with a text of several lines keep the colon": """
        journey "J"
          "A"
            pain: |
              One.
        ====
        journey "J"
          "A"
            pain: |
              One.
    """,
}


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=name)
        for table in (WORDS, FORMS, PLACES, BLANKS, COMMENTS, TEXTS)
        for name, case in table.items()
    ],
)
def test_style(case: str) -> None:
    before, after = textwrap.dedent(case).strip(" ").removeprefix("\n").split(LINE)
    formatted = fmt(before)
    assert formatted == textwrap.dedent(after)
    assert meaning(formatted) == meaning(before)


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_nothing_stays_nothing(text: str) -> None:
    assert fmt(text) == ""
