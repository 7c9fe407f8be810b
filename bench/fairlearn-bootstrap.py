"""Fairlearn's bootstrap of a MetricFrame with six metrics: seconds of the replicates alone, as JSON.

    python fairlearn-bootstrap.py decisions.csv 20
"""

import json
import sys
import time

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

frame = pd.read_csv(sys.argv[1])
metrics = {
    "selection_rate": selection_rate,
    "tpr": true_positive_rate,
    "fpr": false_positive_rate,
    "fnr": false_negative_rate,
    "accuracy": accuracy_score,
    "count": count,
}


def seconds(**bootstrap):
    start = time.perf_counter()
    result = MetricFrame(
        metrics=metrics,
        y_true=frame["label"],
        y_pred=frame["decision"],
        sensitive_features=frame[["sex", "race"]],
        random_state=1,
        **bootstrap,
    )
    return time.perf_counter() - start, result


plain, _ = seconds()
with_replicates, result = seconds(n_boot=int(sys.argv[2]), ci_quantiles=[0.025, 0.975])
print(
    json.dumps(
        {
            "version": __version__,
            "seconds": with_replicates - plain,
            "selectionRateDifference": [float(end["selection_rate"]) for end in result.difference_ci()],
        }
    )
)
