"""Reference values of products of a share learned from many cases with another share, by SciPy's quadrature.

    python3 test/oracle/distributions/generate_products.py

writes products.json next to this file.
"""
import json
import pathlib

from scipy import integrate, stats

out = []
for needle, other in [((40, 3960), (6, 4)), ((3, 9997), (2, 5)), ((9000, 1000), (1, 1)), ((400, 600), (3, 1.5))]:
    a, b = stats.beta(*needle), stats.beta(*other)
    low, high = a.ppf(1e-15), a.ppf(1 - 1e-15)
    mean = a.mean() * b.mean()
    points = []
    for share in (1 / 3, 0.7, 1.0, 1.3):
        x = share * mean
        p = integrate.quad(lambda t: a.pdf(t) * b.cdf(x / t), low, high, points=[a.mean()], epsabs=1e-13, limit=500)[0]
        points.append([x, p])
    out.append({"needle": needle, "other": other, "mean": mean, "cdf": points})

path = pathlib.Path(__file__).with_name("products.json")
path.write_text(json.dumps(out, indent=1) + "\n")
