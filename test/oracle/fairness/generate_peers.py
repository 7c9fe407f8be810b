"""What Fairlearn, AIF360, Aequitas, scikit-learn and statsmodels say about decisions made up here.

    pip install fairlearn aif360 aequitas scikit-learn statsmodels
    python3 test/oracle/fairness/generate_peers.py

writes decisions.json (the rows, as columns) and peers.json next to this file. Seeded, so that it writes the same files
again. Undefined values are null.
"""
import importlib.metadata
import json
import math
import pathlib
import sys
import types
import warnings

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
logging = __import__("logging")
logging.disable(logging.CRITICAL)

from fairlearn import metrics as fl
from sklearn import metrics as sk
import statsmodels.api as sm

rng = np.random.default_rng(20261121)
n = 900
data = pd.DataFrame({
    "sex": rng.choice(["female", "male"], n, p=[0.35, 0.65]),
    "race": rng.choice(["a", "b", "c", "d"], n, p=[0.62, 0.25, 0.11, 0.02]),
    "dept": rng.choice(["north", "south", "west"], n, p=[0.5, 0.3, 0.2]),
})
merit = rng.normal(0, 1.2, n) + 0.5 * (data.sex == "male") - 0.4 * (data.race == "b") + 0.3 * (data.dept == "south")
data["label"] = (rng.uniform(size=n) < 1 / (1 + np.exp(-merit + 0.4))).astype(int)
data.loc[data.race == "d", "label"] = 0          # a group without positives
data["score"] = np.round(np.clip(1 / (1 + np.exp(-(1.3 * merit + rng.normal(0, 0.8, n) - 0.2))), 0.001, 0.999), 2)
data["score"] = data["score"].clip(0.01, 0.99)
data["decision"] = (data.score >= 0.5).astype(int)
data["weight"] = rng.choice([0.25, 0.5, 1.0, 1.75, 3.0], n)


def plain(value):
    if isinstance(value, dict):
        return {"|".join(map(str, k)) if isinstance(k, tuple) else str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (pd.Series, pd.DataFrame)):
        return plain(value.to_dict())
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, (float, np.floating, int, np.integer)):
        return None if math.isnan(value) else str(value) if math.isinf(value) else float(value)
    return value


out = {"versions": {name: importlib.metadata.version(name) for name in ("fairlearn", "aif360", "aequitas", "scikit-learn", "statsmodels", "pandas", "numpy")}}

hard = {
    "selectionRate": fl.selection_rate,
    "accuracy": sk.accuracy_score,
    "truePositiveRate": fl.true_positive_rate,
    "falsePositiveRate": fl.false_positive_rate,
    "trueNegativeRate": fl.true_negative_rate,
    "falseNegativeRate": fl.false_negative_rate,
    "positivePredictiveValue": lambda y, p, sample_weight=None: sk.precision_score(y, p, sample_weight=sample_weight, zero_division=np.nan),
    "balancedAccuracy": sk.balanced_accuracy_score,
    "f1": lambda y, p, sample_weight=None: sk.f1_score(y, p, sample_weight=sample_weight, zero_division=np.nan),
}
soft = {
    "auc": lambda y, s, sample_weight=None: sk.roc_auc_score(y, s, sample_weight=sample_weight) if len(set(y)) == 2 else np.nan,
    "brier": sk.brier_score_loss,
    "logLoss": lambda y, s, sample_weight=None: sk.log_loss(y, s, sample_weight=sample_weight, labels=[0, 1]),
    "meanScore": lambda y, s, sample_weight=None: np.average(s, weights=sample_weight),
}


def frame(metrics, predictions, columns, weight=None, control=None):
    params = None if weight is None else {name: {"sample_weight": weight} for name in metrics}
    f = fl.MetricFrame(metrics=metrics, y_true=data.label, y_pred=predictions, sensitive_features=data[columns],
                       control_features=None if control is None else data[[control]], sample_params=params)
    return {"overall": plain(f.overall), "byGroup": plain(f.by_group),
            "differenceBetweenGroups": plain(f.difference(method="between_groups")), "ratioBetweenGroups": plain(f.ratio(method="between_groups")),
            "differenceToOverall": plain(f.difference(method="to_overall")), "ratioToOverall": plain(f.ratio(method="to_overall"))}


out["fairlearn"] = {}
for columns in (["sex"], ["race"], ["sex", "race"]):
    scalars = {}
    for method in ("between_groups", "to_overall"):
        kw = {"sensitive_features": data[columns], "method": method}
        for name, f in (("demographicParityDifference", fl.demographic_parity_difference), ("demographicParityRatio", fl.demographic_parity_ratio),
                        ("equalOpportunityDifference", fl.equal_opportunity_difference), ("equalOpportunityRatio", fl.equal_opportunity_ratio),
                        ("equalizedOddsDifference", fl.equalized_odds_difference), ("equalizedOddsRatio", fl.equalized_odds_ratio)):
            scalars[f"{name} {method}"] = f(data.label, data.decision, **kw)
        scalars[f"equalizedOddsMeanDifference {method}"] = fl.equalized_odds_difference(data.label, data.decision, agg="mean", **kw)
        scalars[f"equalizedOddsMeanRatio {method}"] = fl.equalized_odds_ratio(data.label, data.decision, agg="mean", **kw)
    out["fairlearn"][" ".join(columns)] = {
        "hard": frame(hard, data.decision, columns), "soft": frame(soft, data.score, columns),
        "weightedHard": frame(hard, data.decision, columns, data.weight), "weightedSoft": frame(soft, data.score, columns, data.weight),
        "scalars": plain(scalars)}
out["fairlearn"]["sex by dept"] = frame({k: hard[k] for k in ("selectionRate", "truePositiveRate", "falsePositiveRate", "accuracy")}, data.decision, ["sex"], control="dept")

from aif360.datasets import BinaryLabelDataset
from aif360.metrics import BinaryLabelDatasetMetric, ClassificationMetric

out["aif360"] = {}
for name, privileged, weighted in (("sex", "male", False), ("sex", "male", True), ("race", "a", False)):
    coded = pd.DataFrame({name: (data[name] == privileged).astype(float), "y": data.label.astype(float), "w": data.weight if weighted else 1.0})
    make = lambda y: BinaryLabelDataset(df=coded.assign(y=y.astype(float)), label_names=["y"], protected_attribute_names=[name],
                                        instance_weights_name="w", favorable_label=1, unfavorable_label=0)
    true, pred = make(data.label), make(data.decision)
    groups = dict(unprivileged_groups=[{name: 0}], privileged_groups=[{name: 1}])
    m = ClassificationMetric(true, pred, **groups)
    d = BinaryLabelDatasetMetric(pred, **groups)
    out["aif360"][f"{name}{' weighted' if weighted else ''}"] = plain({
        "statisticalParityDifference": d.statistical_parity_difference(), "disparateImpact": d.disparate_impact(),
        "equalOpportunityDifference": m.equal_opportunity_difference(), "averageOddsDifference": m.average_odds_difference(),
        "averageAbsoluteOddsDifference": m.average_abs_odds_difference(), "equalizedOddsDifference": m.equalized_odds_difference(),
        "falseDiscoveryRateDifference": m.false_discovery_rate_difference(), "falseOmissionRateDifference": m.false_omission_rate_difference(),
        "errorRateRatio": m.error_rate_ratio(), "falseNegativeRateRatio": m.false_negative_rate_ratio(),
        "theilIndex": m.theil_index(), "generalizedEntropy": {str(a): m.generalized_entropy_index(a) for a in (0, 1, 2, 3)},
        "coefficientOfVariation": m.coefficient_of_variation(),
        "betweenGroupTheilIndex": m.between_all_groups_theil_index(), "betweenGroupGeneralizedEntropy2": m.between_all_groups_generalized_entropy_index(2),
        "smoothedDifferentialFairness": d.smoothed_empirical_differential_fairness()})
from aif360.sklearn.metrics import conditional_demographic_disparity
out["aif360"]["conditionalDemographicDisparity"] = {
    c: float(conditional_demographic_disparity(data.label.set_axis(data[c]), data.decision.set_axis(data[c]), prot_attr=c)) for c in ("sex", "race")}

package = importlib.util.find_spec("aequitas").submodule_search_locations[0]
sys.modules["aequitas"] = types.ModuleType("aequitas")
sys.modules["aequitas"].__path__ = [package]
from aequitas.bias import Bias
from aequitas.group import Group

named = data[["sex", "race"]].assign(label_value=data.label, score=data.decision)
table, _ = Group().get_crosstabs(named, attr_cols=["sex", "race"])
bias = Bias().get_disparity_predefined_groups(table, original_df=named, ref_groups_dict={"sex": "male", "race": "a"}, check_significance=False, mask_significance=False)
out["aequitas"] = plain(bias.drop(columns=["model_id", "score_threshold"]).set_index(["attribute_name", "attribute_value"]).to_dict(orient="index"))

out["calibration"] = {}
for g, rows in [("all", data)] + [(f"sex {s}", data[data.sex == s]) for s in ("female", "male")]:
    edges = np.minimum((rows.score * 100 + 1e-9).astype(int) // 10, 9)
    bins = [(rows[edges == b].label.mean(), rows[edges == b].score.mean(), (edges == b).sum()) for b in sorted(set(edges))]
    logit = np.log(rows.score / (1 - rows.score))
    fit = sm.Logit(rows.label, sm.add_constant(logit)).fit(disp=0, tol=1e-14)
    perfect = float((rows.label * np.log(rows.score) + (1 - rows.label) * np.log(1 - rows.score)).sum())
    pos, neg = rows[rows.label == 1].score.to_numpy(), rows[rows.label == 0].score.to_numpy()
    placement = (pos[:, None] > neg[None, :]) + 0.5 * (pos[:, None] == neg[None, :])
    out["calibration"][g] = {
        "ece": float(sum(abs(y - s) * k for y, s, k in bins) / len(rows)), "mce": float(max(abs(y - s) for y, s, _ in bins)),
        "bins": [[float(y), float(s), int(k)] for y, s, k in bins],
        "intercept": float(fit.params.iloc[0]), "slope": float(fit.params.iloc[1]), "interceptSe": float(fit.bse.iloc[0]), "slopeSe": float(fit.bse.iloc[1]),
        "chiSquare": float(2 * (fit.llf - perfect)),
        "spiegelhalter": float(((rows.label - rows.score) * (1 - 2 * rows.score)).sum() / np.sqrt(((1 - 2 * rows.score) ** 2 * rows.score * (1 - rows.score)).sum())),
        "auc": float(placement.mean()), "delongVariance": float(placement.mean(1).var(ddof=1) / len(pos) + placement.mean(0).var(ddof=1) / len(neg))}
female, male = data[data.sex == "female"], data[data.sex == "male"]
cross = lambda p, q: float(((p[:, None] > q[None, :]) + 0.5 * (p[:, None] == q[None, :])).mean())
out["calibration"]["xAUC"] = [cross(female[female.label == 1].score.to_numpy(), male[male.label == 0].score.to_numpy()),
                              cross(male[male.label == 1].score.to_numpy(), female[female.label == 0].score.to_numpy())]

here = pathlib.Path(__file__)
here.with_name("decisions.json").write_text(json.dumps({c: data[c].tolist() for c in data}, separators=(",", ":")) + "\n")
here.with_name("peers.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
