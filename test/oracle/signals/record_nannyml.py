"""What NannyML writes: estimated performance and univariate drift by chunk, as CSV, single-level and multi-level.

    pip install nannyml statsmodels
    python3 test/oracle/signals/record_nannyml.py
"""
import nannyml as nml
import numpy as np
import pandas as pd

from recorder import keep

rng = np.random.default_rng(20261121)


def made(n, start, shift):
    score = rng.beta(2 + shift, 5, n)
    return pd.DataFrame(
        {
            "at": pd.date_range(start, periods=n, freq="min"),
            "age": rng.normal(40 + 10 * shift, 10, n),
            "plan": rng.choice(["basic", "gold"], n, p=[0.7 - shift / 4, 0.3 + shift / 4]),
            "score": score,
            "prediction": (score > 0.4).astype(int),
            "target": (rng.random(n) < score).astype(int),
        }
    )


reference, analysis = made(9000, "2026-10-01", 0), made(4500, "2026-11-01", 1)
cbpe = nml.CBPE(
    y_pred_proba="score", y_pred="prediction", y_true="target", timestamp_column_name="at",
    problem_type="classification_binary", metrics=["roc_auc", "f1"], chunk_size=1500,
).fit(reference)
drift = nml.UnivariateDriftCalculator(
    column_names=["age", "plan"], continuous_methods=["wasserstein"], categorical_methods=["jensen_shannon"], chunk_size=1500,
).fit(reference)


def kept(case, text):
    keep(
        case, f"nannyml {nml.__version__}", text, name="/v1/signals/nannyml", content_type="text/csv",
        stated={"model": "churn", "version": "12"}, received_at="2026-11-21T09:00:00Z",
    )


estimated = cbpe.estimate(analysis)
kept("nannyml-cbpe", estimated.filter(period="analysis").to_df(multilevel=False).to_csv(index=False))
kept("nannyml-cbpe-multilevel", estimated.to_df().to_csv())
kept("nannyml-drift", drift.calculate(analysis).filter(period="analysis").to_df(multilevel=False).to_csv(index=False))
kept("nannyml-drift-multilevel", drift.calculate(analysis).filter(period="analysis").to_df().to_csv())
