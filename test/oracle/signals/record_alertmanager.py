"""What Alertmanager sends when Prometheus finds a model's figure over its line, and when it is below again.

Both programs run with a figure that this script serves; PROMETHEUS and ALERTMANAGER name their binaries (Debian packages
`prometheus` and `prometheus-alertmanager`).

    PROMETHEUS=/usr/bin/prometheus ALERTMANAGER=/usr/bin/prometheus-alertmanager \
        python3 test/oracle/signals/record_alertmanager.py
"""
import json
import os
import pathlib
import subprocess
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from recorder import Recorder, keep_request

figures = {"churn": 0.71, "credit": 0.79}


class Metrics(BaseHTTPRequestHandler):
    def do_GET(self):
        lines = [f'model_f1{{model="{model}",version="12"}} {value}\n' for model, value in figures.items()]
        self.send_response(200)
        self.send_header("content-type", "text/plain")
        self.end_headers()
        self.wfile.write("".join(lines).encode())

    def log_message(self, *_):
        pass


exporter = HTTPServer(("127.0.0.1", 0), Metrics)
threading.Thread(target=exporter.serve_forever, daemon=True).start()
recorder = Recorder()
folder = pathlib.Path(tempfile.mkdtemp())
port = 19393
(folder / "rules.yml").write_text(
    """
groups:
  - name: models
    interval: 1s
    rules:
      - alert: ModelF1Low
        expr: model_f1 < 0.8
        labels: { severity: critical }
        annotations: { summary: "F1 of {{ $labels.model }} is {{ $value }}, below 0.80", metric: f1, value: "{{ $value }}" }
      - alert: ModelF1Watch
        expr: model_f1 < 0.85
        labels: { severity: warning }
"""
)
(folder / "prometheus.yml").write_text(
    f"""
global: {{ scrape_interval: 1s, evaluation_interval: 1s, external_labels: {{ environment: production }} }}
rule_files: [rules.yml]
alerting: {{ alertmanagers: [{{ static_configs: [{{ targets: ["127.0.0.1:{port}"] }}] }}] }}
scrape_configs: [{{ job_name: models, static_configs: [{{ targets: ["127.0.0.1:{exporter.server_port}"] }}] }}]
"""
)
(folder / "alertmanager.yml").write_text(
    f"""
route: {{ receiver: plimsoll, group_by: [alertname], group_wait: 2s, group_interval: 3s, repeat_interval: 1h }}
receivers:
  - name: plimsoll
    webhook_configs: [{{ url: "{recorder.address}/v1/signals/alertmanager", send_resolved: true, max_alerts: 0 }}]
"""
)
started = []
try:
    for args in [
        [os.environ["ALERTMANAGER"], "--config.file=alertmanager.yml", f"--web.listen-address=127.0.0.1:{port}",
         "--cluster.listen-address=", "--web.external-url=http://alertmanager.example:9093", "--storage.path=am"],
        [os.environ["PROMETHEUS"], "--config.file=prometheus.yml", "--web.listen-address=127.0.0.1:19390",
         "--web.external-url=http://prometheus.example:9090", "--storage.tsdb.path=prom", "--rules.alert.resend-delay=1s"],
    ]:
        started.append(subprocess.Popen(args, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    version = subprocess.run([os.environ["ALERTMANAGER"], "--version"], capture_output=True, text=True)
    producer = f"alertmanager {(version.stdout + version.stderr).split('version ')[1].split(' ')[0].rstrip(',')}"

    def about(name, status):
        return lambda request: (
            json.loads(request["body"])["groupLabels"].get("alertname") == name
            and any(alert["status"] == status for alert in json.loads(request["body"])["alerts"])
        )

    keep_request("alertmanager-firing", producer, recorder.wait(about("ModelF1Low", "firing"))[-1])
    keep_request("alertmanager-warning", producer, recorder.wait(about("ModelF1Watch", "firing"))[-1])
    figures["churn"] = 0.86
    keep_request("alertmanager-resolved", producer, recorder.wait(about("ModelF1Low", "resolved"))[-1])
finally:
    for process in started:
        process.terminate()
        process.wait()
