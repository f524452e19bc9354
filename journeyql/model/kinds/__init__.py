"""The core vocabulary: every kind of element, each one attrs class."""

from __future__ import annotations

from journeyql.model.kinds.action import Action, Announcement, Benefit, Recovery, Remedy
from journeyql.model.kinds.blueprint import Backstage, Proof, Support, Work
from journeyql.model.kinds.channel import Channel
from journeyql.model.kinds.contact import Cap, Contact
from journeyql.model.kinds.evidence import Evidence, Mix
from journeyql.model.kinds.experiment import Arm, Experiment
from journeyql.model.kinds.finding import Cause, Factor, Finding, Frequency, Need, Opportunity, Pain
from journeyql.model.kinds.handoff import Handoff
from journeyql.model.kinds.journey import Goal, Journey, Validation
from journeyql.model.kinds.lane import Lane
from journeyql.model.kinds.market import Holiday, Market
from journeyql.model.kinds.metric import Metric
from journeyql.model.kinds.organisation import (
    Competitor,
    Organisation,
    Partner,
    Provider,
    ServiceLevel,
    System,
    Team,
)
from journeyql.model.kinds.people import Persona, Profile, Segment
from journeyql.model.kinds.risk import Risk
from journeyql.model.kinds.stage import Moment, Rate, Season, Stage, Survey, Touchpoint
from journeyql.model.kinds.view import SavedView
from journeyql.model.kinds.voice import Quote, Story

#: The kinds of the core in the order in which the reference documents them.
CORE: tuple[type, ...] = (
    Journey,
    Goal,
    Stage,
    Touchpoint,
    Persona,
    Segment,
    Channel,
    Team,
    Partner,
    System,
    Competitor,
    Market,
    Contact,
    Cap,
    Pain,
    Need,
    Opportunity,
    Cause,
    Factor,
    Action,
    Recovery,
    Metric,
    Evidence,
    Experiment,
    Risk,
    Story,
    Quote,
    Backstage,
    Support,
    Proof,
    Handoff,
    Lane,
    SavedView,
)

__all__ = [
    "CORE",
    "Action",
    "Announcement",
    "Arm",
    "Backstage",
    "Benefit",
    "Cap",
    "Cause",
    "Channel",
    "Competitor",
    "Contact",
    "Evidence",
    "Experiment",
    "Factor",
    "Finding",
    "Frequency",
    "Goal",
    "Handoff",
    "Holiday",
    "Journey",
    "Lane",
    "Market",
    "Metric",
    "Mix",
    "Moment",
    "Need",
    "Opportunity",
    "Organisation",
    "Pain",
    "Partner",
    "Persona",
    "Profile",
    "Proof",
    "Provider",
    "Quote",
    "Rate",
    "Recovery",
    "Remedy",
    "Risk",
    "SavedView",
    "Season",
    "Segment",
    "ServiceLevel",
    "Stage",
    "Story",
    "Support",
    "Survey",
    "System",
    "Team",
    "Touchpoint",
    "Validation",
    "Work",
]
