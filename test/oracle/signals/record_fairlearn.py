"""What Fairlearn writes: by_group of a MetricFrame with one and with two sensitive features, as CSV. (Fairlearn's words.)

    pip install fairlearn
    python3 test/oracle/signals/record_fairlearn.py
"""
import fairlearn
import numpy as np
import pandas as pd
from fairlearn.metrics import MetricFrame, count, false_positive_rate, selection_rate, true_positive_rate
from sklearn.metrics import accuracy_score

from recorder import keep

rng = np.random.default_rng(20261121)
n = 3000
people = pd.DataFrame({"sex": rng.choice(["Female", "Male"], n, p=[0.3, 0.7]), "age": rng.choice(["<40", "40+, senior"], n)})
label = (rng.random(n) < 0.3).astype(int)
chance = np.where(people["sex"] == "Male", 0.3, 0.15) + 0.4 * label
decision = (rng.random(n) < chance).astype(int)
metrics = {
    "count": count, "selection_rate": selection_rate, "true_positive_rate": true_positive_rate,
    "false_positive_rate": false_positive_rate, "accuracy": accuracy_score,
}
for case, columns in [("fairlearn-one", ["sex"]), ("fairlearn-two", ["sex", "age"])]:
    frame = MetricFrame(metrics=metrics, y_true=label, y_pred=decision, sensitive_features=people[columns])  # Fairlearn
    keep(
        case, f"fairlearn {fairlearn.__version__}", frame.by_group.to_csv(), name="/v1/signals/fairlearn",
        content_type="text/csv", stated={"model": "hiring", "version": "4", "at": "2026-11-20T00:00:00Z"},
        received_at="2026-11-21T09:00:00Z",
    )
