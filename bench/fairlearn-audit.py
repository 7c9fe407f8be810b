"""Fairlearn's MetricFrame with six metrics on a file of decisions, a whole process: prints what it found as JSON.

    python fairlearn-audit.py decisions.parquet
"""

import json
import sys

import pandas as pd
from fairlearn import __version__
from fairlearn.metrics import (
    MetricFrame,
    count,
    false_negative_rate,
    false_positive_rate,
    selection_rate,
    true_positive_rate,
)
from sklearn.metrics import accuracy_score

path = sys.argv[1]
frame = pd.read_parquet(path) if path.endswith(".parquet") else pd.read_csv(path)
metrics = {
    "selectionRate": selection_rate,
    "truePositiveRate": true_positive_rate,
    "falsePositiveRate": false_positive_rate,
    "falseNegativeRate": false_negative_rate,
    "accuracy": accuracy_score,
    "n": count,
}
found = {}
for attributes in (["sex"], ["race"], ["sex", "race"]):
    result = MetricFrame(
        metrics=metrics,
        y_true=frame["label"],
        y_pred=frame["decision"],
        sensitive_features=frame[attributes],
    )
    found["×".join(attributes)] = {
        "difference": result.difference().to_dict(),
        "ratio": result.ratio().to_dict(),
    }
print(json.dumps({"version": __version__, "found": found}))
