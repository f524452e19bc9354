"""SARIF, GitLab, JUnit and the concise form: valid for the schemas of those who read them, whatever is in the findings."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import jsonschema
import pytest
import xmlschema
from report_support import RULE, context, hostile

from journeyql.diagnostics import Edit, Fix, Related, Severity, visible
from journeyql.engine.rules import PLUGIN_FAILED, UNREADABLE_INPUT
from journeyql.plugin import SourceFile
from journeyql.report import as_concise, as_gitlab, as_junit, as_sarif
from journeyql.source import Span

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8")))
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")
#: What GitLab's parser demands (`codeclimate.json` and `codequality_reports.rb` of its sources): an entry that lacks
#: any of it ends the reading of the report. The page is built from the path, so that must be there, too.
GITLAB = jsonschema.Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string"},
                "check_name": {"type": "string"},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "minLength": 1},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)
SOURCE = SourceFile("maps/a b.journey", 'channel app "App"\r\n\r\n触点 "x" @ap 情绪=2\r\n')
FOUND = RULE.at(
    SOURCE.span(3, 8, 2),
    "there is no channel `ap`",
    help="did you mean `app`?",
    fixes=[Fix("write `app`", (Edit(SOURCE.span(3, 8, 2), "app"),))],
    related=[Related(SOURCE.span(1, 8, 3), "declared here")],
)


def sarif(*findings, **more):
    log = json.loads(as_sarif.report(context(*findings, **more)))
    SARIF.validate(log)
    return log["runs"][0]


def junit(*findings, **more):
    text = as_junit.report(context(*findings, **more))
    root = ET.fromstring(text)  # noqa: S314 - our own output
    JUNIT.validate(root)
    return root


def gitlab(*findings, **more):
    entries = json.loads(as_gitlab.report(context(*findings, **more)))
    GITLAB.validate(entries)
    return entries


# ---- SARIF


def test_sarif_result():
    placed = attrs.evolve(FOUND, element="shop.report", part="channel", contexts=("mei",))
    (result,) = sarif(placed)["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("ACME001", 0, "error")
    assert result["message"]["text"] == "There is no channel `ap`. Did you mean `app`?"
    (location,) = result["locations"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "shop.report"}]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "maps/a%20b.journey", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 11},
    }
    (related,) = result["relatedLocations"]
    assert (related["message"]["text"], related["physicalLocation"]["region"]["startColumn"]) == ("Declared here.", 9)
    (fix,) = result["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement == {
        "deletedRegion": {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 11},
        "insertedContent": {"text": "app"},
    }
    assert result["properties"] == {"contexts": ["mei"]}


def test_sarif_declares_all_rules_even_without_findings():
    other = attrs.evolve(RULE, name="high", code="ACME002", severity=Severity.HINT, wrong="a ``` b\n")
    run = sarif(rules=(RULE, other))
    rules = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["name"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        ("ACME001", "low", "error"),
        ("ACME002", "high", "note"),
    ]
    assert "Nobody likes it." in rules[0]["help"]["text"]
    assert "````journey\na ``` b\n````" in rules[1]["help"]["markdown"]
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


@pytest.mark.parametrize(
    ("finding", "ended_well"),
    [
        (UNREADABLE_INPUT.at(None, "a.journey cannot be read"), False),
        (PLUGIN_FAILED.at(None, "pass `p` failed"), False),
        (RULE.at(None, "everything is low"), True),
    ],
    ids=["environment", "defect", "finding"],
)
def test_sarif_tells_what_has_no_place_as_a_notification(finding, ended_well):
    run = sarif(finding)
    (invocation,) = run["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert (note["descriptor"], note["level"]) == ({"id": finding.rule.code}, "error")
    assert invocation["executionSuccessful"] is ended_well
    assert run["results"] == []


def test_sarif_says_what_is_left_out():
    run = sarif(FOUND, counts={Severity.ERROR: 3})
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == "2 more findings are left out by --max-diagnostics."


def test_a_deleted_line_ends_where_the_next_begins():
    line = Span(SOURCE, 0, SOURCE.starts[1])
    finding = RULE.at(line, "m", fixes=[Fix("remove it", (Edit(line, ""),))])
    (fix,) = sarif(finding)["results"][0]["fixes"]
    assert fix["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 2, "endColumn": 1}}
    ]


def test_sarif_of_hostile_findings():
    findings = [*hostile(1)]
    run = sarif(*findings, rules=tuple({finding.rule.code: finding.rule for finding in findings}.values()))
    assert len(run["results"]) == sum(finding.span is not None for finding in findings)
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert re.fullmatch(r"([\w.~/-]|%[0-9A-F]{2})+", place["uri"], re.ASCII)
        assert "](" not in result["message"]["text"]
        assert visible(result["message"]["text"]) == result["message"]["text"]


# ---- GitLab


def test_gitlab():
    (entry,) = gitlab(FOUND)
    assert entry == {
        "description": "low: there is no channel `ap`",
        "check_name": "low",
        "fingerprint": entry["fingerprint"],
        "severity": "major",
        "location": {"path": "maps/a b.journey", "lines": {"begin": 3, "end": 3}},
    }


def test_gitlab_of_hostile_findings():
    findings = [*hostile(2)]
    assert len({entry["fingerprint"] for entry in gitlab(*findings)}) == len(findings)


# ---- JUnit


def test_junit():
    note = RULE.at(SOURCE.span(1, 0, 3), "m <&> ]]>", severity=Severity.INFO)
    root = junit(
        FOUND,
        attrs.evolve(note, element="shop"),
        attrs.evolve(note, element="shop"),
        UNREADABLE_INPUT.at(None, "b"),
        names=("maps/a b.journey", "maps/good.journey"),
    )
    assert root.attrib == {"name": "journeyql", "tests": "5", "failures": "1", "errors": "1"}
    found = [
        (suite.get("name"), case.get("name"), case[0].tag if len(case) else "") for suite in root for case in suite
    ]
    assert found == [
        ("journeyql", "unreadable-input", "error"),
        ("maps/a b.journey", "low", "failure"),
        ("maps/a b.journey", "low at shop", "system-out"),
        ("maps/a b.journey", "low at shop #2", "system-out"),
        ("maps/good.journey", "no findings", ""),
    ]
    assert root[1][1][0].text == "maps/a b.journey:1:1: info[low] m <&> ]]>"
    assert root[1][0][0].get("message") == "there is no channel `ap`"


def test_junit_fails_what_fails_the_run():
    warning = attrs.evolve(FOUND, severity=Severity.WARNING)
    assert junit(warning).get("failures") == "0"
    assert junit(warning, fail_on=Severity.WARNING).get("failures") == "1"


def test_junit_is_never_without_a_test():
    assert junit(files=0).get("tests") == "1"


def test_junit_of_hostile_findings():
    findings = [*hostile(3)]
    root = junit(*findings)
    assert root.get("tests") == str(len(findings))
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len({*cases}) == len(cases)


# ---- concise


def test_concise():
    printed = as_concise.report(context(FOUND, PLUGIN_FAILED.at(None, "pass `p` failed"), files=2))
    assert printed == (
        "maps/a b.journey:3:9: error[low] there is no channel `ap`\n"
        "journeyql: error[plugin-failed] pass `p` failed\n"
        "2 errors in 2 files; 1 can be mended by `journeyql check --fix`\n"
    )


def test_concise_has_one_line_for_each():
    findings = [*hostile(4)]
    assert len(as_concise.report(context(*findings)).splitlines()) == len(findings) + 1


# ---- names and identity


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a.journey", "a.journey"),
        ("./maps//a.journey", "maps/a.journey"),
        ("/w/project/maps/a.journey", "maps/a.journey"),
        ("../b.journey", "../b.journey"),
        ("50% #1?.journey", "50%25%20%231%3F.journey"),
        ("c:x.journey", "c%3Ax.journey"),
        ("触点.journey", "%E8%A7%A6%E7%82%B9.journey"),
        ("bytes\udcff.journey", "bytes%FF.journey"),
        ("-", "-"),
    ],
)
def test_uris_are_relative_and_escaped(name, uri):
    finding = RULE.at(SourceFile(name, "x\n").span(1, 0, 1), "m")
    (result,) = sarif(finding, folder="/w/project")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def marks(*findings):
    return [entry["fingerprint"] for entry in gitlab(*findings)]


def test_a_fingerprint_stays_while_lines_and_words_change():
    one = attrs.evolve(FOUND, element="shop.report", part="channel")
    moved = SourceFile(SOURCE.name, "\n\n\n" + SOURCE.text)
    other = attrs.evolve(one, span=moved.span(6, 8, 2), message="there is no channel `apq`")
    assert marks(one) == marks(other)


@pytest.mark.parametrize(
    "change",
    [
        {"element": "shop.other"},
        {"part": "emotion"},
        {"rule": attrs.evolve(RULE, name="other")},
        {"span": SourceFile("b.journey", "x\n").span(1, 0, 1)},
    ],
    ids=["element", "part", "rule", "file"],
)
def test_a_fingerprint_tells_apart(change):
    assert marks(FOUND) != marks(attrs.evolve(FOUND, **change))


def test_twins_have_fingerprints_of_their_own():
    one, two = marks(FOUND, FOUND)
    assert one != two
    assert marks(FOUND) == [one]
