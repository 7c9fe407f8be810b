"""What Fairlearn, AIF360 and Aequitas say under their own names about decisions with every awkward group there is.

    python3 -m venv old && old/bin/pip install fairlearn==0.12.0
    pip install fairlearn aif360 aequitas scikit-learn
    python3 test/oracle/fairness/generate_compatibility.py old/bin/python

Groups without positives, without negatives, without predicted positives or negatives, combinations that do not occur,
attributes that are missing. Fairlearn since 0.15 refuses missing attributes, so that an older one answers there. Writes
compatibility.json (rows as columns, and answers) next to this file. Seeded, so that it writes the same file again.
Undefined values are null, endless ones "inf".
"""
import importlib.metadata
import importlib.util
import json
import math
import pathlib
import subprocess
import sys
import types
import warnings

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
np.seterr(all="ignore")
__import__("logging").disable(__import__("logging").CRITICAL)

from fairlearn import metrics as fl
from sklearn import metrics as sk

RACES = ["a", "b", "c", "d", "e"]
SEXES = ["female", "male"]


def decisions():
    rng = np.random.default_rng(20261122)
    n = 240
    data = pd.DataFrame({
        "sex": rng.choice(SEXES, n, p=[0.45, 0.55]), "race": rng.choice(RACES, n, p=[0.5, 0.25, 0.12, 0.08, 0.05]),
        "dept": rng.choice(["north", "south"], n), "score": np.round(rng.uniform(0.01, 0.99, n), 2)})
    data["label"] = (rng.uniform(size=n) < 0.2 + 0.5 * data.score).astype(int)
    data["decision"] = (data.score + 0.08 * (data.sex == "male") >= 0.55).astype(int)
    data["weight"] = rng.choice([0.25, 0.5, 1.0, 1.75, 3.0], n)
    data.loc[data.race == "c", "label"] = 0
    data.loc[data.race == "d", "decision"] = 0
    data.loc[data.race == "e", ["label", "decision"]] = 1
    data.loc[data.race == "e", "sex"] = "female"
    data.loc[data.race == "d", "dept"] = "north"
    data.loc[rng.choice(n, 9, replace=False), "race"] = None
    data.loc[rng.choice(n, 4, replace=False), "sex"] = None
    return data


def plain(value):
    if isinstance(value, dict):
        return {"|".join(map(str, k)) if isinstance(k, tuple) else str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (pd.Series, pd.DataFrame)):
        return plain(value.to_dict())
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (float, np.floating, int, np.integer)):
        return None if math.isnan(value) else ("inf" if value > 0 else "-inf") if math.isinf(value) else float(value)
    return value


HARD = {"count": fl.count, "selection_rate": fl.selection_rate, "true_positive_rate": fl.true_positive_rate, "false_positive_rate": fl.false_positive_rate,
        "true_negative_rate": fl.true_negative_rate, "false_negative_rate": fl.false_negative_rate, "accuracy_score": sk.accuracy_score,
        "zero_one_loss": sk.zero_one_loss, "balanced_accuracy_score": sk.balanced_accuracy_score, "precision_score": sk.precision_score,
        "recall_score": sk.recall_score, "f1_score": sk.f1_score}
SOFT = {"roc_auc_score": lambda y, s, sample_weight=None: sk.roc_auc_score(y, s, sample_weight=sample_weight) if len(set(y)) == 2 else np.nan,
        "brier_score_loss": sk.brier_score_loss, "mean_prediction": fl.mean_prediction,
        "log_loss": lambda y, s, sample_weight=None: sk.log_loss(y, s, sample_weight=sample_weight, labels=[0, 1])}


def fairlearn_answer(data, columns, weighted=False, method="between_groups", control=None):
    answer = {"overall": {}, "byGroup": {}, "aggregates": {}}
    for metrics, predictions in ((HARD, data.decision), (SOFT, data.score)):
        params = {name: {"sample_weight": data.weight} for name in metrics if name != "count"} if weighted else None
        f = fl.MetricFrame(metrics=metrics, y_true=data.label, y_pred=predictions, sensitive_features=data[columns],
                           control_features=None if control is None else data[[control]], sample_params=params)
        answer["overall"] |= plain(f.overall)
        answer["byGroup"] |= plain(f.by_group)
        for name, values in (("difference", f.difference(method=method)), ("ratio", f.ratio(method=method)),
                             ("group_min", f.group_min()), ("group_max", f.group_max())):
            answer["aggregates"] |= {f"{metric}_{name}": value for metric, value in plain(values).items()}
    if control is None:
        kw = {"sensitive_features": data[columns], "method": method, "sample_weight": data.weight if weighted else None}
        scalar = lambda f, **more: plain(f(data.label, data.decision, **kw, **more))
        for name in ("demographic_parity", "equal_opportunity", "equalized_odds"):
            for kind in ("difference", "ratio"):
                answer["aggregates"][f"{name}_{kind}"] = scalar(getattr(fl, f"{name}_{kind}"))
        for kind in ("difference", "ratio"):
            answer["aggregates"][f"equalized_odds_{kind}(agg=mean)"] = scalar(getattr(fl, f"equalized_odds_{kind}"), agg="mean")
    return answer


if "--missing" in sys.argv:
    data = decisions()
    coded = data.assign(sex=data.sex.map(SEXES.index, na_action="ignore").astype(float), race=data.race.map(RACES.index, na_action="ignore").astype(float))
    print(json.dumps({"version": importlib.metadata.version("fairlearn"), "race": fairlearn_answer(coded, ["race"]),
                      "raceToOverall": fairlearn_answer(coded, ["race"], method="to_overall")}))
    sys.exit()

data = decisions()
complete = data.dropna()
out = {"versions": {name: importlib.metadata.version(name) for name in ("fairlearn", "aif360", "aequitas", "scikit-learn", "pandas", "numpy")},
       "decisions": {c: [None if v is None or v != v else v for v in data[c].tolist()] for c in data},
       "fairlearn": {}, "aif360": {}, "aequitas": {}}

for columns in (["sex"], ["race"], ["sex", "race"]):
    for method in ("between_groups", "to_overall"):
        for weighted in (False, True):
            out["fairlearn"][f"{' '.join(columns)} {method} {'weighted' if weighted else 'plain'}"] = fairlearn_answer(complete, columns, weighted, method)
out["fairlearn"]["race by dept"] = fairlearn_answer(complete, ["race"], control="dept")
out["missing"] = json.loads(subprocess.run([sys.argv[1], __file__, "--missing"], check=True, capture_output=True, text=True).stdout)
try:
    fairlearn_answer(data, ["race"])
except ValueError as error:
    out["missing"]["refusal"] = str(error)

from aif360.datasets import StandardDataset
from aif360.metrics import BinaryLabelDatasetMetric, ClassificationMetric

ALL = ["num_instances", "num_positives", "num_negatives", "num_pred_positives", "num_pred_negatives", "num_true_positives", "num_false_positives",
       "num_false_negatives", "num_true_negatives", "base_rate", "selection_rate", "true_positive_rate", "false_positive_rate", "false_negative_rate",
       "true_negative_rate", "positive_predictive_value", "false_discovery_rate", "false_omission_rate", "negative_predictive_value", "accuracy", "error_rate",
       "generalized_true_positive_rate", "generalized_false_positive_rate", "generalized_false_negative_rate", "generalized_true_negative_rate"]
GAPS = ["statistical_parity_difference", "disparate_impact", "true_positive_rate_difference", "equal_opportunity_difference",
        "false_positive_rate_difference", "false_negative_rate_difference", "false_omission_rate_difference", "false_discovery_rate_difference",
        "error_rate_difference", "false_positive_rate_ratio", "false_negative_rate_ratio", "false_omission_rate_ratio", "false_discovery_rate_ratio",
        "error_rate_ratio", "average_odds_difference", "average_abs_odds_difference", "equalized_odds_difference", "average_predictive_value_difference",
        "generalized_equalized_odds_difference", "generalized_entropy_index", "theil_index", "coefficient_of_variation",
        "between_group_generalized_entropy_index", "between_group_theil_index", "between_group_coefficient_of_variation",
        "between_all_groups_generalized_entropy_index", "between_all_groups_theil_index", "between_all_groups_coefficient_of_variation",
        "differential_fairness_bias_amplification"]
for columns, privileged in ((["sex"], ["male"]), (["race"], ["a"]), (["race"], ["c"]), (["race"], ["d"]), (["race"], ["e"]), (["sex", "race"], ["male", "a"])):
    for weighted in (False, True):
        rows = data[columns + ["label", "weight", "decision", "score"]].reset_index(drop=True)
        frame = rows[columns + ["label"]].assign(weight=rows.weight if weighted else 1.0)
        true = StandardDataset(frame, label_name="label", favorable_classes=[1], protected_attribute_names=columns,
                               privileged_classes=[[value] for value in privileged], instance_weights_name="weight")
        kept = rows.loc[[int(name) for name in true.instance_names]]
        predicted = true.copy()
        predicted.labels = kept.decision.to_numpy(float).reshape(-1, 1)
        predicted.scores = kept.score.to_numpy(float).reshape(-1, 1)
        unprivileged = [{c: a for c, a in zip(columns, values)} for values in ([[0.0], [1.0]] if len(columns) == 1 else [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0]]) if 0.0 in values]
        groups = dict(unprivileged_groups=unprivileged, privileged_groups=[{c: 1.0 for c in columns}])
        m, labels, answers = ClassificationMetric(true, predicted, **groups), BinaryLabelDatasetMetric(true, **groups), BinaryLabelDatasetMetric(predicted, **groups)
        key = f"{' '.join(columns)} {' '.join(privileged)} {'weighted' if weighted else 'plain'}"
        out["aif360"][key] = plain({
            "overall": {name: getattr(m, name)() for name in ALL},
            "byGroup": {str(side): {name: getattr(m, name)(privileged=side) for name in ALL} for side in (True, False)},
            "aggregates": {name: getattr(m, name)() for name in GAPS} | {
                "dataset_statistical_parity_difference": labels.statistical_parity_difference(), "dataset_disparate_impact": labels.disparate_impact(),
                "smoothed_empirical_differential_fairness": answers.smoothed_empirical_differential_fairness(),
                "dataset_smoothed_empirical_differential_fairness": labels.smoothed_empirical_differential_fairness()}})

package = importlib.util.find_spec("aequitas").submodule_search_locations[0]
sys.modules["aequitas"] = types.ModuleType("aequitas")
sys.modules["aequitas"].__path__ = [package]
from aequitas.bias import Bias
from aequitas.fairness import Fairness
from aequitas.group import Group

named = data[["sex", "race"]].assign(label_value=data.label, score=data.decision)
table, _ = Group().get_crosstabs(named, attr_cols=["sex", "race"])
references = {
    "major": lambda: Bias().get_disparity_major_group(table.copy(), original_df=named, mask_significance=False),
    "min-metric": lambda: Bias().get_disparity_min_metric(table.copy(), original_df=named, mask_significance=False),
    "predefined": lambda: Bias().get_disparity_predefined_groups(table.copy(), original_df=named, ref_groups_dict={"sex": "female", "race": "c"}, mask_significance=False)}
for name, compute in references.items():
    rows = Fairness().get_group_value_fairness(compute())
    by_attribute = Fairness().get_group_attribute_fairness(rows)
    drop = ["model_id", "score_threshold"]
    out["aequitas"][name] = {
        "byGroup": plain(rows.drop(columns=drop).set_index(["attribute_name", "attribute_value"]).to_dict(orient="index")),
        "byAttribute": plain(by_attribute.drop(columns=drop).set_index("attribute_name").to_dict(orient="index")),
        "overall": plain(Fairness().get_overall_fairness(by_attribute))}

pathlib.Path(__file__).with_name("compatibility.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
