"""What Evidently sends: a report with tests, as its own `json()` writes it.

    pip install evidently requests "pandas<3"
    python3 test/oracle/signals/record_evidently.py
"""
import numpy as np
import pandas as pd
import requests
from evidently import BinaryClassification, DataDefinition, Dataset, Report, __version__
from evidently.metrics import Accuracy, CategoryCount, DriftedColumnsCount, F1Score, MeanValue, MissingValueCount, QuantileValue, UniqueValueCount, ValueDrift
from evidently.presets import DataDriftPreset
from evidently.tests import gte, lt, lte

from recorder import Recorder, keep_request

rng = np.random.default_rng(20261121)


def made(n, shift):
    score = rng.beta(2, 5, n)
    return pd.DataFrame(
        {
            "age": np.where(rng.random(n) < 0.05, np.nan, rng.normal(40 + shift, 10, n)).round(1),
            "plan": rng.choice(["basic", "gold"], n, p=[0.7 - shift / 40, 0.3 + shift / 40]),
            "target": (rng.random(n) < score).astype(int),
            "prediction": (score > 0.4).astype(int),
        }
    )


definition = DataDefinition(
    classification=[BinaryClassification(target="target", prediction_labels="prediction")],
    numerical_columns=["age"],
    categorical_columns=["plan"],
)
reference = Dataset.from_pandas(made(2000, 0), data_definition=definition)
current = Dataset.from_pandas(made(1500, 8), data_definition=definition)

recorder = Recorder()


def send(case, metrics, include_tests):
    result = Report(metrics, include_tests=include_tests).run(current, reference)
    address = f"{recorder.address}/v1/signals/evidently?model=churn&version=12&run={case}&at=2026-11-21T09:00:00Z"
    requests.post(address, data=result.json(), headers={"content-type": "application/json"}, timeout=10)
    keep_request(case, f"evidently {__version__}", recorder.requests[-1])


send(
    "evidently-metrics",
    [
        ValueDrift(column="age", tests=[gte(0.05)]),
        DriftedColumnsCount(tests=[lt(2)], share_tests=[lte(0.5)]),
        MissingValueCount(column="age", tests=[lte(10)], share_tests=[lte(0.1)]),
        UniqueValueCount(column="plan"),
        CategoryCount(column="plan", category="gold"),
        MeanValue(column="age", tests=[lte(45)]),
        QuantileValue(column="age", quantile=0.9),
        Accuracy(tests=[gte(0.9)]),
        F1Score(tests=[gte(0.1)]),
    ],
    False,
)
send("evidently-preset", [DataDriftPreset()], True)
