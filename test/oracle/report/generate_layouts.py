"""What Fairlearn and Aequitas write of made-up decisions, and that they read our files back.

    pip install fairlearn aequitas
    python3 test/oracle/report/generate_layouts.py
    python3 test/oracle/report/generate_layouts.py --read fairlearn.csv aequitas.csv

The first form writes layouts.json next to this file: the counts, `MetricFrame.by_group.to_csv()` of both attributes, and
the table of Aequitas' crosstab, disparity (largest group as reference) and parity as CSV. It draws nothing, so that it
writes the same file again. The second form reads what `plimsoll audit` wrote of the same decisions: pandas must find the
MetricFrame's frame in the first, and Aequitas' own parity step must say the same of the second.
"""
import json
import pathlib
import sys
import warnings

warnings.filterwarnings("ignore")
__import__("logging").disable(__import__("logging").CRITICAL)

import pandas as pd
from aequitas.bias import Bias
from aequitas.fairness import Fairness
from aequitas.group import Group
from fairlearn import metrics as fl
from sklearn import metrics as sk

# true positives, false negatives, false positives, true negatives
COUNTS = {
    ("female", "Asian"): (11, 12, 0, 51),
    ("female", "Black, other"): (27, 18, 4, 78),
    ("female", "White"): (89, 64, 0, 359),
    ("male", "Asian"): (16, 3, 5, 61),
    ("male", "White"): (190, 25, 26, 409),
    ("male", 'so-called "Gray"'): (0, 0, 3, 40),
}
METRICS = {
    "count": fl.count,
    "selection_rate": fl.selection_rate,
    "true_positive_rate": fl.true_positive_rate,
    "false_positive_rate": fl.false_positive_rate,
    "true_negative_rate": fl.true_negative_rate,
    "false_negative_rate": fl.false_negative_rate,
    "accuracy_score": sk.accuracy_score,
    "zero_one_loss": sk.zero_one_loss,
    "balanced_accuracy_score": sk.balanced_accuracy_score,
    "precision_score": sk.precision_score,
    "recall_score": sk.recall_score,
    "f1_score": sk.f1_score,
}


def decisions():
    rows = []
    for (sex, race), counts in COUNTS.items():
        for n, (label, decision) in zip(counts, [(1, 1), (1, 0), (0, 1), (0, 0)]):
            rows += [{"sex": sex, "race": race, "label": label, "decision": decision}] * n
    return pd.DataFrame(rows)


def frame(data):
    return fl.MetricFrame(
        metrics=METRICS, y_true=data.label, y_pred=data.decision, sensitive_features=data[["sex", "race"]]
    ).by_group


def table(data):
    named = data.rename(columns={"label": "label_value", "decision": "score"})
    cross, _ = Group().get_crosstabs(named, attr_cols=["sex", "race"])
    # Its own significance is of t-tests after tests of normality, which is not ours: only the columns are compared.
    bias = Bias().get_disparity_major_group(cross, original_df=named, check_significance=True, mask_significance=True)
    return Fairness().get_group_value_fairness(bias)


def read(fairlearn_csv, aequitas_csv):
    data = decisions()
    ours = pd.read_csv(fairlearn_csv, index_col=["sex", "race"])
    theirs = frame(data)
    pd.testing.assert_frame_equal(ours.reindex(theirs.index)[list(METRICS)], theirs, rtol=1e-12, check_dtype=False)
    ours = pd.read_csv(aequitas_csv)
    theirs = table(data)
    parities = [name for name in theirs.columns if name.endswith(("Parity", "Odds", "Fairness"))]
    again = Fairness().get_group_value_fairness(ours.drop(columns=parities))
    key = ["attribute_name", "attribute_value"]
    again, theirs = again.set_index(key).sort_index(), theirs.set_index(key).sort_index()
    for name in [name for name in theirs.columns if not name.endswith("_significance")]:
        pd.testing.assert_series_equal(again[name], theirs[name], rtol=1e-12, check_dtype=False)
    print(f"read back: {len(METRICS)} columns of Fairlearn's, {len(theirs.columns)} of Aequitas'")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        read(*sys.argv[2:])
    else:
        data = decisions()
        answer = {
            "cells": [{"group": list(group), "counts": list(counts)} for group, counts in COUNTS.items()],
            "fairlearn": frame(data).to_csv(),
            "aequitas": table(data).to_csv(index=False),
        }
        path = pathlib.Path(__file__).parent / "layouts.json"
        path.write_text(json.dumps(answer, indent=1) + "\n")
