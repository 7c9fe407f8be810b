"""What MLflow's webhooks send when a version is registered, tagged and made champion, signed with SECRET.

    pip install mlflow cryptography
    python3 test/oracle/signals/record_mlflow.py
"""
import json
import os
import subprocess
import sys
import tempfile
import time

from recorder import Recorder, keep_request

SECRET = "whsec-northwind-2026"
folder = tempfile.mkdtemp()
store = f"sqlite:///{folder}/mlflow.db"
port = "15391"
os.environ |= {
    "MLFLOW_TRACKING_URI": f"http://127.0.0.1:{port}",
    # Only so that the server sends to this machine, and without TLS.
    "_MLFLOW_WEBHOOK_ALLOWED_SCHEMES": "http,https",
    "_MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS": "true",
    "MLFLOW_WEBHOOK_ALLOWED_SCHEMES": "http,https",
    "MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS": "true",
}

import mlflow
from mlflow import MlflowClient

server = subprocess.Popen(
    [sys.executable, "-m", "mlflow", "server", "--backend-store-uri", store, "--port", port, "--workers", "1"],
    cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
try:
    client = MlflowClient()
    for _ in range(120):
        try:
            client.search_registered_models()
            break
        except Exception:
            time.sleep(1)
    recorder = Recorder()
    events = ["registered_model.created", "model_version.created", "model_version_tag.set", "model_version_alias.created"]
    client.create_webhook(name="plimsoll", url=f"{recorder.address}/v1/signals/mlflow", events=events, secret=SECRET)
    client.create_registered_model("churn", description="Who leaves; ask bob@northwind.example")
    client.create_model_version("churn", source="s3://models/churn/1")
    client.set_model_version_tag("churn", "1", "validated", "yes")
    client.set_registered_model_alias("churn", "champion", "1")
    for event in events:
        entity, action = event.split(".")
        found = recorder.wait(lambda r: (b := json.loads(r["body"]))["entity"] == entity and b["action"] == action)
        keep_request(f"mlflow-{entity.replace('_', '-')}-{action}", f"mlflow {mlflow.__version__}", found[-1])
finally:
    server.terminate()
    server.wait()
