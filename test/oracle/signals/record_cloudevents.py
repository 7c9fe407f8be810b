"""CloudEvents as the Python SDK writes them: binary, structured and as a batch, with readings, a report and unknown data.

    pip install cloudevents requests
    python3 test/oracle/signals/record_cloudevents.py
"""
import json
import pathlib
from importlib.metadata import version

import requests
from cloudevents.v1.http import CloudEvent, to_binary, to_structured

from recorder import Recorder, keep_request

recorder = Recorder()
producer = f"cloudevents {version('cloudevents')}"
report = json.loads(json.loads((pathlib.Path(__file__).parent / "evidently-preset.received.json").read_text())["body"])


def event(id, type, data, **more):
    attributes = {"id": id, "type": type, "source": "/monitors/churn", "time": "2026-11-21T09:00:00Z", "subject": "model/churn/12"}
    return CloudEvent(attributes | more, data)


def send(case, headers, body):
    requests.post(f"{recorder.address}/v1/signals", data=body, headers=headers, timeout=10)
    keep_request(case, producer, recorder.requests[-1])


reading = {"metric": "f1", "value": 0.71, "n": 1500, "threshold": 0.8, "verdict": "breach", "model": "churn"}
send("cloudevents-binary", *to_binary(event("01JD8Z6Q7", "ai.risk.signal.performance", reading, comexampleenvironment="prod")))
send("cloudevents-structured", *to_structured(event("01JD8Z6Q8", "com.evidently.report", report)))
batch = [
    json.loads(to_structured(each)[1])
    for each in [
        event("a", "ai.risk.signal.performance", reading),
        event("b", "com.example.retrained", {"summary": "Churn was trained anew", "rows": 20000}),
        event("c", "com.example.heartbeat", None),
        event("d", "ai.risk.signal.drift", {"metric": "psi", "value": "high"}),
    ]
]
send("cloudevents-batch", {"content-type": "application/cloudevents-batch+json"}, json.dumps(batch))
