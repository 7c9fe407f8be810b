"""What other programs make of a file of decisions, a whole process: prints its gaps as JSON.

    python fairness-peers.py fairlearn|aif360|aequitas decisions.parquet
"""

import json
import sys
import warnings

import pandas as pd

warnings.filterwarnings("ignore")
tool, path = sys.argv[1:3]
columns = ["sex", "race", "label", "decision"]


def read():
    if path.endswith(".parquet"):
        return pd.read_parquet(path, columns=columns)
    return pd.read_csv(path, usecols=columns)


def fairlearn():
    """MetricFrame with six metrics, for each attribute and both together."""
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

    frame = read()
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
        gaps, ratios = result.difference(), result.ratio()
        key = "×".join(attributes)
        found[f"demographicParityDifference {key}"] = gaps["selectionRate"]
        found[f"demographicParityRatio {key}"] = ratios["selectionRate"]
        found[f"equalOpportunityDifference {key}"] = gaps["truePositiveRate"]
        found[f"accuracyDifference {key}"] = gaps["accuracy"]
    return __version__, found


def aif360():
    """ClassificationMetric between two groups, as it measures: once for sex, once for White and the others."""
    from importlib.metadata import version

    from aif360.datasets import BinaryLabelDataset
    from aif360.metrics import ClassificationMetric

    frame = read()
    found = {}
    for attribute, privileged in (("sex", "Male"), ("race", "White")):
        coded = pd.DataFrame(
            {attribute: (frame[attribute] == privileged).astype(float), "label": frame["label"].astype(float)}
        )
        truth = BinaryLabelDataset(df=coded, label_names=["label"], protected_attribute_names=[attribute])
        told = truth.copy(deepcopy=False)
        told.labels = frame[["decision"]].to_numpy(dtype=float)
        metric = ClassificationMetric(truth, told, [{attribute: 0.0}], [{attribute: 1.0}])
        gaps = {
            "demographicParityDifference": metric.statistical_parity_difference(),
            "equalOpportunityDifference": metric.equal_opportunity_difference(),
            "averageOddsDifference": metric.average_odds_difference(),
            "falsePositiveRateDifference": metric.false_positive_rate_difference(),
            "errorRateDifference": metric.error_rate_difference(),
            "theilIndex": metric.theil_index(),
        }
        if attribute == "sex":
            found["demographicParityDifference sex"] = abs(gaps["demographicParityDifference"])
            found["equalOpportunityDifference sex"] = abs(gaps["equalOpportunityDifference"])
    return version("aif360"), found


def aequitas():
    """Its audit of both attributes: confusion, disparities and their tests."""
    from importlib.metadata import version

    from aequitas import Audit

    audit = Audit(
        read(),
        score_column="decision",
        label_column="label",
        sensitive_attribute_column=["sex", "race"],
        reference_groups={"sex": "Male", "race": "White"},
    )
    audit.audit()
    rates = audit.metrics_df
    found = {}
    for attribute in ("sex", "race"):
        rows = rates[rates["attribute_name"] == attribute]
        selected = rows["pp"] / rows["group_size"]
        found[f"demographicParityDifference {attribute}"] = selected.max() - selected.min()
        found[f"equalOpportunityDifference {attribute}"] = rows["tpr"].max() - rows["tpr"].min()
    return version("aequitas"), found


version, found = {"fairlearn": fairlearn, "aif360": aif360, "aequitas": aequitas}[tool]()
print(json.dumps({"version": version, "found": {name: float(gap) for name, gap in found.items()}}))
