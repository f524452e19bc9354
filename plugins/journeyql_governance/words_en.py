"""English words that customers hardly ever use, one on a line."""

from __future__ import annotations

from typing import Final

#: Technical words, and words of the trade. Abbreviations are used in other languages alike.
JARGON: Final = """
API
APIs
B2B
B2C
CRM
CTA
CSS
DNS
ERP
ETL
GraphQL
HTTP
HTTPS
JSON
KPI
KPIs
LDAP
MVP
NoSQL
OAuth
OKR
OKRs
POS
REST API
SaaS
SDK
SEO
SKU
SKUs
SLA
SLAs
SMTP
SQL
SSO
TCP
UAT
UI
URI
UX
VoC
XML
YAML
backend
back-end
backlog
call deflection
churn
churned
conversion funnel
conversion rate
cross-sell
cross-selling
customer journey
customer lifecycle
data lake
data warehouse
frontend
front-end
go-live
golden record
lead nurturing
lead scoring
lifecycle
microservice
microservices
middleware
omnichannel
onboarded
payload
pain point
sales funnel
stakeholder
stakeholders
touchpoint
touchpoints
upsell
upselling
value proposition
webhook
webhooks
workflow
""".strip()

#: Titles that are a term of marketing as a whole.
TITLES: Final = """
acquire
acquisition
activation
advocacy
awareness
consideration
conversion
convert
cross-sell
cross-selling
customer acquisition
customer onboarding
customer retention
customer success
demand generation
engagement
evaluation
expansion
fulfilment
fulfillment
growth
intent
lead
lead generation
lead nurturing
loyalty
monetisation
monetization
nurture
nurturing
onboarding
post-purchase
pre-purchase
post-sales
pre-sales
purchase
reactivation
referral
renewal
retain
retention
upsell
upselling
win-back
winback
""".strip()

#: Words with which the company gives orders to itself.
STARTS: Final = """
acquire
convert
cross-sell
monetise
monetize
nurture
onboard
reactivate
retain
upsell
""".strip()

#: Words for what charts show and customers do not go through.
ENDS: Final = """
flow
funnel
lifecycle
management
phase
procedure
process
workflow
""".strip()
