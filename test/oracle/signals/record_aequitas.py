"""What Aequitas writes: its crosstab by group, with disparities, and with its judgements of parity, as CSV.

    pip install aequitas
    python3 test/oracle/signals/record_aequitas.py
"""
from importlib.metadata import version

import numpy as np
import pandas as pd
from aequitas.bias import Bias
from aequitas.fairness import Fairness
from aequitas.group import Group

from recorder import keep

rng = np.random.default_rng(20261121)
n = 3000
rows = pd.DataFrame({"sex": rng.choice(["Female", "Male"], n, p=[0.3, 0.7]), "region": rng.choice(["north", "south"], n)})
rows["label_value"] = (rng.random(n) < 0.3).astype(int)
rows["score"] = (rng.random(n) < np.where(rows["sex"] == "Male", 0.3, 0.15) + 0.4 * rows["label_value"]).astype(float)

crosstab, _ = Group().get_crosstabs(rows)
bias = Bias().get_disparity_predefined_groups(
    crosstab, original_df=rows, ref_groups_dict={"sex": "Male", "region": "south"}, alpha=0.05, mask_significance=True
)
fairness = Fairness().get_group_value_fairness(bias)
for case, table in [("aequitas-crosstab", crosstab), ("aequitas-fairness", fairness)]:
    keep(
        case, f"aequitas {version('aequitas')}", table.to_csv(index=False), name="/v1/signals/aequitas",
        content_type="text/csv", stated={"model": "hiring", "at": "2026-11-20T00:00:00Z"}, received_at="2026-11-21T09:00:00Z",
    )
