"""What the older Evidently sends: a test suite and a report, as their `json()` writes them.

    pip install evidently==0.6.7 requests "pandas<3"
    python3 test/oracle/signals/record_evidently_legacy.py
"""
import evidently
import numpy as np
import pandas as pd
import requests
from evidently.metric_preset import DataDriftPreset
from evidently.metrics import ColumnSummaryMetric, DatasetMissingValuesMetric
from evidently.report import Report
from evidently.test_suite import TestSuite
from evidently.tests import TestColumnDrift, TestMeanInNSigmas, TestNumberOfMissingValues, TestShareOfMissingValues

from recorder import Recorder, keep_request

rng = np.random.default_rng(20261121)


def made(n, shift):
    age = np.where(rng.random(n) < 0.05, np.nan, rng.normal(40 + shift, 10, n)).round(1)
    return pd.DataFrame({"age": age, "plan": rng.choice(["basic", "gold"], n)})


reference, current = made(2000, 0), made(1500, 8)
recorder = Recorder()


def send(case, snapshot):
    snapshot.run(reference_data=reference, current_data=current)
    address = f"{recorder.address}/v1/signals/evidently?model=churn&version=12&run={case}"
    requests.post(address, data=snapshot.json(), headers={"content-type": "application/json"}, timeout=10)
    keep_request(case, f"evidently {evidently.__version__}", recorder.requests[-1])


tests = [TestColumnDrift("age"), TestMeanInNSigmas("age"), TestNumberOfMissingValues(lte=10), TestShareOfMissingValues(lte=0.1)]
send("evidently-legacy-suite", TestSuite(tests=tests))
send("evidently-legacy-report", Report(metrics=[DataDriftPreset(), DatasetMissingValuesMetric(), ColumnSummaryMetric("plan")]))
