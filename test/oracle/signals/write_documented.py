"""Payloads of producers that were not run: as their documentation or the issue's published examples have them.

    python3 test/oracle/signals/write_documented.py
"""
import json

from recorder import keep

AT = "2026-11-21T10:00:00Z"


def documented(case, source, body, name, content_type="application/json", stated=None):
    text = body if isinstance(body, str) else json.dumps(body)
    keep(case, source, text, name=name, content_type=content_type, stated=stated, received_at=AT)


def grafana(status, alerts):
    return {
        "receiver": "plimsoll", "status": status, "orgId": 1, "alerts": alerts, "groupLabels": {},
        "commonLabels": {"alertname": "High drift"}, "commonAnnotations": {}, "externalURL": "https://grafana.example/",
        "version": "1", "groupKey": "{}:{}", "truncatedAlerts": 0, "title": "[FIRING:1] High drift", "state": "alerting",
        "message": "**Firing**",
    }


alert = {
    "status": "firing", "labels": {"alertname": "High drift", "model": "churn"}, "annotations": {"summary": "PSI 0.31"},
    "startsAt": "2026-11-21T09:51:03Z", "endsAt": "0001-01-01T00:00:00Z",
    "generatorURL": "https://grafana.example/alerting/1/edit", "fingerprint": "bc97ff14869b13e3",
    "silenceURL": "https://grafana.example/alerting/silence/new", "dashboardURL": "", "panelURL": "", "values": {"B": 0.31, "C": 1},
}
named = alert | {"annotations": {"summary": "PSI 0.31", "metric": "psi", "value": "0.31"}, "fingerprint": "a1", "values": {"B": 0.31}}
ended = alert | {"status": "resolved", "endsAt": "2026-11-21T09:58:03Z", "values": None}
documented("grafana-firing", "Grafana's documentation", grafana("firing", [alert, named]), "/v1/signals/grafana")
documented("grafana-resolved", "Grafana's documentation", grafana("resolved", [ended]), "/v1/signals/grafana")

uuid = "a3f1c0de-{:04d}-4000-8000-00000000000{}".format
documented(
    "oscal-results",
    "OSCAL 1.1.3's metaschema",
    {
        "assessment-results": {
            "uuid": uuid(1, 1),
            "metadata": {"title": "Q4 AI assessment", "last-modified": "2026-11-21T09:00:00Z", "version": "1.0", "oscal-version": "1.1.3"},
            "import-ap": {"href": "#none"},
            "results": [
                {
                    "uuid": uuid(2, 2), "title": "Fairness audit", "description": "Monthly", "start": "2026-11-20T00:00:00Z",
                    "reviewed-controls": {"control-selections": [{"include-all": {}}]},
                    "observations": [
                        {"uuid": uuid(5, 5), "description": "Rates compared", "methods": ["TEST"], "collected": "2026-11-19T12:00:00Z"},
                        {"uuid": uuid(6, 6), "description": "Model card read", "methods": ["EXAMINE"], "collected": "2026-11-19T13:00:00+01:00"},
                    ],
                    "findings": [
                        {
                            "uuid": uuid(3, 3), "title": "TPR gap", "description": "0.13 > 0.10",
                            "related-observations": [{"observation-uuid": uuid(5, 5)}],
                            "target": {"type": "objective-id", "target-id": "measure-2.11", "status": {"state": "not-satisfied", "reason": "fail"}},
                        },
                        {
                            "uuid": uuid(7, 7), "title": "Model card", "description": "Complete",
                            "target": {"type": "objective-id", "target-id": "govern-1.4", "status": {"state": "satisfied"}},
                        },
                    ],
                    "risks": [
                        {"uuid": uuid(4, 4), "title": "Fewer offers to women", "description": "Women missed", "statement": "…", "status": "open"},
                        {"uuid": uuid(8, 8), "title": "Old data", "description": "…", "statement": "…", "status": "closed"},
                    ],
                }
            ],
        }
    },
    "/v1/signals/oscal",
)
documented(
    "incident-reports",
    "Plimsoll's own shape",
    {
        "incidents": [
            {
                "id": "INC-17", "title": "Chatbot advised to stop a medicine", "description": "Reported by nurse.lee@northwind.example",
                "kind": "near-miss", "occurredAt": "2026-11-18T14:00:00Z", "awareAt": "2026-11-19T08:00:00Z", "seriousness": "serious",
                "system": "health-chatbot", "risk": "chatbot-harm", "peopleAffected": 1, "cause": "No retrieval", "lesson": "Ground answers",
            },
            {
                "id": "INC-18", "title": "Wrong price shown", "kind": "loss", "status": "closed", "occurredAt": "2026-11-02T00:00:00Z",
                "endedAt": "2026-11-02T03:00:00Z", "loss": {"amount": 12000, "currency": "EUR"}, "system": "pricing",
            },
            {"id": "INC-19", "title": "No kind", "occurredAt": "2026-11-02T00:00:00Z"},
        ]
    },
    "/v1/signals/incident-report",
)
documented(
    "ai-incident-database",
    "incidents.csv of the AI Incident Database's snapshots",
    "_id,incident_id,date,reports,Alleged deployer of AI system,Alleged developer of AI system,"
    "Alleged harmed or nearly harmed parties,description,title\n"
    'a1,901,2026-05-01,"[1,2]","[""deployco""]","[""devco"",""otherco""]","[""users""]",A privacy leak happened,Model leaked PII\n'
    'a2,902,2026-05-02,"[3]","[""deployco""]","[]","[""drivers""]","Two lines,\nquoted ""here""",Car stopped on a crossing\n'
    "a3,none,2026-05-02,[],[],[],[],No number,No number\n",
    "incidents.csv",
    "text/csv",
)
documented(
    "readings-csv",
    "Plimsoll's own shape",
    "at,metric,value,n,low,high,count,of,exposure,exposureUnit,model,environment,verdict\n"
    "2026-11-21T09:00:00Z,f1,0.71,1500,0.68,0.74,,,,,churn,production,breach\n"
    "2026-11-21T09:00:00Z,hallucination_rate,,,,,14,1000,,,chatbot,production,\n"
    "2026-11-21 09:00:00,outages,,,,,2,,0.25,years,credit,production,\n"
    "2026-11-21T09:00:00Z,f1,NaN,,,,,,,,churn,production,\n"
    "9999-01-01T00:00:00Z,f1,0.7,,,,,,,,churn,production,\n",
    "/v1/signals/readings",
    "text/csv",
    {"source": "nightly"},
)
documented(
    "readings-lines",
    "Plimsoll's own shape",
    '{"metric":"f1","value":0.71,"id":"r-1","at":"2026-11-21T09:00:00+01:00","labels":{"model":"churn"}}\n'
    '{"metric":"f1","value":NaN,"id":"r-2"}\n'
    '{"metric":"blocked_prompts","count":93,"of":100,"topic":"security","from":"2026-11-20T00:00:00Z","to":"2026-11-21T00:00:00Z","system":"chatbot"}\n'
    '{"metric":"cut off","val\n',
    "readings.ndjson",
    "application/x-ndjson",
)
