"""Priors, posteriors, near misses, contradictions, envelopes and pathways, by SciPy.

    python3 test/oracle/evidence/generate.py

writes evidence.json next to this file. Nothing in it is drawn at random: distributions and root finding are SciPy's,
everything else is adaptive quadrature of the definition, over the density and not over log-odds or a rule of ours.
"""
import json
import pathlib

import numpy as np
from scipy import integrate, optimize, stats


def gamma(shape, rate):
    return stats.gamma(shape, scale=1 / rate)


def gamma_through(low, high):
    shape = np.exp(optimize.brentq(
        lambda s: np.log(stats.gamma.ppf(.95, np.exp(s)) / stats.gamma.ppf(.05, np.exp(s))) - np.log(high / low),
        np.log(.1), np.log(1e6), xtol=1e-14, rtol=1e-14))
    return {"low": low, "high": high, "shape": shape, "rate": stats.gamma.ppf(.95, shape) / high}


def beta_through(low, high):
    middle, spread = (low + high) / 2, (high - low) / 3.29
    start = max(.5, middle * (1 - middle) / spread ** 2 - 1)
    found = optimize.root(
        lambda x: [stats.beta.cdf(low, *np.exp(x)) - .05, stats.beta.sf(high, *np.exp(x)) - .05],
        np.log([start * middle, start * (1 - middle)]), tol=1e-14)
    alpha, beta = np.exp(found.x)
    assert abs(stats.beta.cdf(low, alpha, beta) - .05) < 1e-10 and abs(stats.beta.sf(high, alpha, beta) - .05) < 1e-10
    return {"low": low, "high": high, "alpha": alpha, "beta": beta}


def frequency(shape, rate, count, years, quiet):
    after = gamma(shape + count, rate + years)
    # P(0 events) of a negative binomial count, whose p is rate / (rate + t).
    none = stats.nbinom.pmf(0, shape + count, (rate + years) / (rate + years + quiet))
    return {"shape": shape, "rate": rate, "count": count, "years": years, "mean": after.mean(), "low": after.ppf(.05),
            "high": after.ppf(.95), "quiet": quiet, "none": none}


def probability(alpha, beta, count, cases, ahead):
    after = stats.beta(alpha + count, beta + cases - count)
    return {"alpha": alpha, "beta": beta, "count": count, "cases": cases, "mean": after.mean(), "low": after.ppf(.05),
            "high": after.ppf(.95), "ahead": ahead, "none": stats.betabinom.pmf(0, ahead, alpha + count, beta + cases - count)}


def near_misses(shape, rate, alpha, beta, count, years):
    """Integrates over p and rate at once: prior of both, times the Poisson probability of the near misses."""
    law = stats.beta(alpha, beta)

    def weight(p):
        # Marginal of K given p: negative binomial with the exposure that near misses have at this p.
        exposure = years * (1 - p) / p
        return law.pdf(p) * stats.nbinom.pmf(count, shape, rate / (rate + exposure))

    grid = np.concatenate([[0], np.logspace(-8, -1, 80), np.linspace(.1, .9, 40)[1:], 1 - np.logspace(-1, -8, 30)[1:], [1]])
    def over(of):
        return sum(integrate.quad(lambda p: weight(p) * of(p), a, b, epsabs=0, epsrel=1e-10, limit=200)[0]
                   for a, b in zip(grid[:-1], grid[1:]))
    total = over(lambda p: 1)
    at = lambda p: gamma(shape + count, rate + years * (1 - p) / p)
    mean = over(lambda p: at(p).mean()) / total
    second = over(lambda p: at(p).var() + at(p).mean() ** 2) / total
    points = [mean / 4, mean / 2, mean, 2 * mean]
    return {"shape": shape, "rate": rate, "alpha": alpha, "beta": beta, "count": count, "years": years, "mean": mean,
            "variance": second - mean ** 2, "loss": over(lambda p: p) / total,
            "cdf": [[x, over(lambda p: at(p).cdf(x)) / total] for x in points]}


def contradiction(inherent, left, count, years):
    """inherent gamma, left beta: probability of as many events or more, and of as few or fewer."""
    rate, share = gamma(*inherent), stats.beta(*left)
    def over(of):
        inner = lambda s: integrate.quad(lambda r: rate.pdf(r) * of(r * s * years), 0, rate.ppf(1 - 1e-13),
                                         points=[rate.ppf(.01), rate.ppf(.5), rate.ppf(.99)], epsrel=1e-9, limit=200)[0]
        return integrate.quad(lambda s: share.pdf(s) * inner(s), 0, 1,
                              points=[share.ppf(.01), share.ppf(.5), share.ppf(.99)], epsrel=1e-8, limit=200)[0]
    return {"inherent": inherent, "left": left, "count": count, "years": years,
            "many": over(lambda m: stats.poisson.sf(count - 1, m)), "few": over(lambda m: stats.poisson.cdf(count, m))}


def envelope(a, b, scale):
    """The larger of the quantiles of Beta(a) and of scale × Beta(b)."""
    first, second = stats.beta(*a), stats.beta(*b)
    top = max(1, scale)
    sf = lambda x: max(first.sf(x), second.sf(x / scale))
    grid = np.linspace(0, top, 2001)
    over = lambda of: sum(integrate.quad(of, p, q, epsabs=1e-15, epsrel=1e-12)[0] for p, q in zip(grid[:-1], grid[1:]))
    mean = over(sf)
    return {"a": a, "b": b, "scale": scale, "mean": mean, "variance": over(lambda x: 2 * x * sf(x)) - mean ** 2,
            "quantiles": [[p, max(first.ppf(p), scale * second.ppf(p))] for p in (.05, .25, .5, .75, .95)]}


def pathway(decisions, wrong, caught, loss_event):
    """Lognormal decisions, beta wrong share, beta caught, certain P(loss event)."""
    mu, sigma = (np.log(decisions[0]) + np.log(decisions[1])) / 2, np.log(decisions[1] / decisions[0]) / (2 * stats.norm.ppf(.95))
    factors = [stats.lognorm(sigma, scale=np.exp(mu)), stats.beta(*wrong), stats.beta(caught[1], caught[0])]
    mean = np.prod([f.mean() for f in factors]) * loss_event
    second = np.prod([f.var() + f.mean() ** 2 for f in factors]) * loss_event ** 2
    def cdf(x):
        inner = lambda w: integrate.quad(lambda c: factors[2].pdf(c) * factors[0].cdf(x / (loss_event * w * c)), 0, 1,
                                         points=[factors[2].ppf(.001), factors[2].ppf(.5)], epsrel=1e-9, limit=200)[0]
        low, high = factors[1].ppf(1e-13), factors[1].ppf(1 - 1e-13)
        return integrate.quad(lambda w: factors[1].pdf(w) * inner(w), low, high, points=[factors[1].ppf(.5)], epsrel=1e-8)[0]
    return {"decisions": decisions, "wrong": wrong, "caught": caught, "lossEvent": loss_event, "mean": mean,
            "variance": second - mean ** 2, "cdf": [[x, cdf(x)] for x in (mean / 3, mean, 2 * mean)]}


levels = [0, .1, .3, 1, 3]


def level_probabilities(shape, rate):
    below = [gamma(shape, rate).cdf(edge) for edge in levels[1:]] + [1]
    return {"shape": shape, "rate": rate, "probabilities": list(np.diff([0] + below))}


rows = {
    "gammaThrough": [gamma_through(*ends) for ends in ((.2, 2), (1, 10), (.01, 10), (.9, 1.1), (1e-6, 1e-3), (.99, 1.01),
                                                       (300, 400), (1e-9, 1))],
    "betaThrough": [beta_through(*ends) for ends in ((.3, .7), (.01, .05), (.9, .99), (.001, .5), (.0001, .0003), (.2, .21),
                                                     (.05, .95), (.6, .999))],
    "frequency": [frequency(*row) for row in ((2, 4, 3, 5, 1), (.5, 0, 0, 10, 1), (.5, 0, 7, 2, .25), (1.3, .8, 0, 3, 10),
                                              (30, 2, 400, 20, .1), (.1, .1, 1, 100, 5))],
    "probability": [probability(*row) for row in ((1, 9, 2, 20, 1), (.5, .5, 0, 50, 10), (.5, .5, 300, 1000, 3),
                                                  (4, 6, 90, 90, 20), (2, 500, 1, 40_000, 1000))],
    "nearMisses": [near_misses(*row) for row in ((2, 4, 1, 9, 6, 3), (1.5, 2, 2, 18, 0, 1), (.5, 1, .5, 4.5, 12, 1),
                                                 (20, 10, 3, 7, 50, 5), (2, 4, 30, 270, 6, 3), (3, 1, 4, 1, 1, 2))],
    "contradiction": [contradiction(*row) for row in (((4, 2), (2, 8), 6, 1), ((4, 2), (2, 8), 0, 30), ((8, 1), (5, 5), 4, 1),
                                                      ((2, 4), (1, 3), 1, 2))],
    "envelope": [envelope(*row) for row in (((2, 60), (8, 92), .4), ((2, 60), (30, 970), .9), ((3, 30), (3, 30), 1),
                                            ((1, 9), (40, 60), .2))],
    "pathway": [pathway(*row) for row in (((300_000, 500_000), (40, 3960), (6, 4), .002), ((1000, 20_000), (1.5, 50), (2, 2), .05))],
    "levels": [level_probabilities(*row) for row in ((2, 4), (.7, .2), (40, 130))],
}
pathlib.Path(__file__).with_name("evidence.json").write_text(json.dumps(rows, indent=1) + "\n")
