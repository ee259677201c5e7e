"""Writes scipy.json: reference vectors that were computed with numpy and scipy, or by the definition itself.

    pip install numpy scipy && python tests/vectors/make_vectors.py

The layout is that of `etalon statistics verify --vectors FILE`. Data are seeded; the file changes only with the libraries.
"""

import json
import math
from pathlib import Path

import numpy as np
import scipy
from scipy import stats
from scipy.spatial.distance import jensenshannon

rng = np.random.default_rng(20241203)
vectors = []


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (str, bool)):
        return value
    number = value.item() if hasattr(value, "item") else value
    return None if isinstance(number, float) and not math.isfinite(number) else number


def add(name, method, inputs, params, expected, source, tolerance=None):
    vectors.append(
        plain(
            dict(
                name=name,
                method=method,
                inputs=inputs,
                params=params,
                expected=expected,
                tolerance=tolerance or {"abs": 1e-9, "rel": 1e-8},
                source=source,
            )
        )
    )


def scores(n, digits=3):
    return np.round(rng.beta(6, 2, n), digits)


SCIPY = f"scipy {scipy.__version__}"
DEFINITION = f"the definition, numpy {np.__version__}"

for n, conf in [(2, 0.95), (7, 0.9), (60, 0.99)]:
    x = scores(n)
    ci = stats.t.interval(conf, n - 1, x.mean(), stats.sem(x))
    add(f"mean_{n}", "mean_se_ci", {"x": x}, {"conf": conf, "ddof": 1}, {"mean": x.mean(), "se": stats.sem(x), "ci_t": ci}, SCIPY)
add("mean_one", "mean_se_ci", {"x": [0.7]}, {}, {"mean": 0.7, "se": None, "ci_t": None}, "undefined for one value")
add("mean_none", "mean_se_ci", {"x": []}, {}, {"mean": None, "se": None, "ci_t": None}, "undefined for no values")
add("mean_flat", "mean_se_ci", {"x": [0.1] * 9}, {}, {"mean": 0.1, "se": None, "ci_t": None}, "undefined without spread")

x = scores(40)
z = stats.norm.ppf(0.95)
se = x.std() / math.sqrt(40)
add("classical_40", "classical_mean_ci", {"y": x}, {"alpha": 0.1, "ddof": 0}, {"ci": [x.mean() - z * se, x.mean() + z * se]}, DEFINITION)


def clustered(values, cluster, correction):
    residuals = values - values.mean()
    groups = sorted(set(cluster))
    sums = np.array([residuals[np.array(cluster) == g].sum() for g in groups])
    g = len(groups)
    factor = math.sqrt(g / (g - 1)) if correction else 1
    return factor * math.sqrt((sums**2).sum()) / len(values), g


for name, correction in [("cr0", "none"), ("cr1", "G/(G-1)")]:
    x = scores(33)
    cluster = [int(c) for c in rng.integers(0, 6, 33)]
    se, g = clustered(x, cluster, correction != "none")
    half = stats.t.ppf(0.975, g - 1) * se
    expected = {"mean": x.mean(), "se": se, "n_clusters": g, "ci_t": [x.mean() - half, x.mean() + half]}
    add(f"clustered_{name}", "clustered_se", {"x": x, "cluster": cluster}, {"correction": correction, "conf": 0.95}, expected, DEFINITION)
add("clustered_one", "clustered_se", {"x": [0.1, 0.4], "cluster": [1, 1]}, {"correction": "G/(G-1)"}, {"mean": 0.25, "se": None, "n_clusters": 1, "ci_t": None}, "undefined for one cluster")


def stratified(x, stratum, cluster, conf):
    x, stratum, cluster = np.array(x), np.array(stratum), np.array(cluster)
    residuals = np.zeros(len(x))
    for s in set(stratum):
        own = stratum == s
        days = len(set(cluster[own]))
        residuals[own] = (x[own] - x[own].mean()) * math.sqrt(days / (days - 1))
    sums = np.array([residuals[cluster == c].sum() for c in sorted(set(cluster))])
    se = math.sqrt((sums**2).sum()) / len(x)
    half = stats.t.ppf((1 + conf) / 2, len(sums) - 1) * se
    return dict(mean=x.mean(), se=se, df=len(sums) - 1, n_clusters=len(sums), ci_t=[x.mean() - half, x.mean() + half], design_effect=se**2 / (x.var(ddof=1) / len(x)))


rows = [(c, d) for c in range(4) for d in range(15) if rng.random() < 0.7 for _ in range(int(rng.integers(1, 4)))]
x = scores(len(rows))
stratum, cluster = [f"@c{c}" for c, _ in rows], [f"2024-11-{d + 1:02d}" for _, d in rows]
add("stratified_uneven", "stratified_cluster_mean", {"x": x, "stratum": stratum, "cluster": cluster}, {"conf": 0.9}, stratified(x, stratum, cluster, 0.9), DEFINITION)
add(
    "stratified_short_channel",
    "stratified_cluster_mean",
    {"x": [0.5, 0.7, 0.9], "stratum": ["a", "a", "b"], "cluster": ["1", "2", "2"]},
    {},
    {"mean": 0.7, "se": None, "df": None, "n_clusters": 2, "ci_t": None, "design_effect": None},
    "undefined for a stratum with one cluster",
)

for n in [3, 25]:
    a, b = scores(n), scores(n)
    d = a - b
    result = stats.ttest_rel(a, b)
    expected = dict(mean_diff=d.mean(), se=stats.sem(d), ci_t=list(result.confidence_interval(0.95)), df=n - 1, cohens_dz=d.mean() / d.std(ddof=1))
    add(f"paired_{n}", "paired_difference", {"a": a, "b": b}, {"conf": 0.95}, expected, SCIPY)
    low, upp = -0.15, 0.2
    lower, upper = stats.ttest_1samp(d, low, alternative="greater").pvalue, stats.ttest_1samp(d, upp, alternative="less").pvalue
    add(f"tost_{n}", "tost_paired", {"a": a, "b": b}, {"low": low, "upp": upp}, {"p": max(lower, upper), "p_lower": lower, "p_upper": upper}, SCIPY)
    test = stats.ttest_1samp(d, -0.05, alternative="greater")
    add(f"noninferiority_{n}", "noninferiority_paired", {"candidate": a, "baseline": b}, {"margin": 0.05, "alpha": 0.05}, {"t": test.statistic, "p": test.pvalue}, SCIPY)
    clusters = [f"d{i % max(2, n // 4)}" for i in range(n)]
    cr0, g = clustered(d, clusters, False)
    cr1, _ = clustered(d, clusters, True)
    add(f"paired_clustered_{n}", "paired_difference_clustered", {"a": a, "b": b, "cluster": clusters}, {"correction": "G/(G-1)"}, {"mean_diff": d.mean(), "se_cr0": cr0, "se_cr1": cr1, "n_clusters": g}, DEFINITION)
same = scores(8)
add("paired_identical", "paired_difference", {"a": same, "b": same}, {}, {"mean_diff": 0, "se": None, "ci_t": None, "df": None, "cohens_dz": None}, "undefined without spread")
add("tost_identical", "tost_paired", {"a": same, "b": same}, {"low": -0.1, "upp": 0.1}, {"p": None, "p_lower": None, "p_upper": None}, "undefined without spread")

spread, delta = 0.04 + 0.01 / 3 + 0.02 / 5, 0.02
quantiles = stats.norm.ppf(0.95) + stats.norm.ppf(0.9)
n = quantiles**2 * spread / delta**2
params = dict(omega2=0.04, sigma2_a=0.01, sigma2_b=0.02, K_a=3, K_b=5, delta=delta, alpha=0.1, power=0.9, n_for_mde=77)
add("power_repeats", "power_paired_n", {}, params, {"n_raw": n, "n": math.ceil(n), "mde_at_n": quantiles * math.sqrt(spread / 77)}, SCIPY)

for k, n in [(0, 1), (1, 1), (3, 11), (499, 500), (0, 0)]:
    ci = None if n == 0 else list(stats.binomtest(k, n).proportion_ci(0.95, method="wilson"))
    add(f"wilson_{k}_{n}", "proportion_ci", {"successes": k, "n": n}, {"conf": 0.95}, {"wilson": ci}, SCIPY)

for name, x in [("skewed", np.round(rng.lognormal(6, 1, 14))), ("ties", rng.integers(0, 2, 12)), ("flat", np.full(5, 3.0))]:
    indices = rng.integers(0, len(x), (299, len(x)))
    x = np.asarray(x, float)
    replicates = np.array([math.fsum(x[row]) / len(x) for row in indices])
    theta = math.fsum(x) / len(x)
    share = ((replicates < theta).mean() + (replicates <= theta).mean()) / 2
    z0 = stats.norm.ppf(share)
    jack = np.array([math.fsum(np.delete(x, i)) / (len(x) - 1) for i in range(len(x))])
    u = jack.mean() - jack
    flat = np.ptp(x) == 0
    a = None if flat else (u**3).sum() / (6 * (u**2).sum() ** 1.5)
    bca = None
    if not flat:
        zs = stats.norm.ppf([0.05, 0.95])
        bca = np.quantile(replicates, stats.norm.cdf(z0 + (z0 + zs) / (1 - a * (z0 + zs))))
    expected = dict(theta_hat=theta, z0=z0, acceleration=a, bca_type7=bca, percentile_type7=np.quantile(replicates, [0.05, 0.95]))
    add(f"bootstrap_{name}", "bootstrap_ci_mean_from_indices", {"x": x, "indices": indices}, {"conf": 0.9}, expected, DEFINITION)

for n in [1, 2, 10, 101]:
    x = np.round(rng.lognormal(6, 0.8, n))
    p = [0, 0.25, 0.5, 0.9, 0.99, 1]
    add(f"quantile_{n}", "quantile", {"x": x}, {"p": p}, {"type7": np.quantile(x, p)}, SCIPY)
for n, p, conf in [(5, 0.5, 0.95), (6, 0.5, 0.95), (35, 0.9, 0.95), (36, 0.9, 0.95), (100, 0.95, 0.9), (500, 0.99, 0.95), (12, 0.05, 0.95)]:
    x = np.round(rng.lognormal(6, 0.8, n), 2)
    ci = stats.quantile_test(x, p=p).confidence_interval(conf)
    ranks = [None if math.isnan(v) else int(np.sort(x).searchsorted(v)) + 1 for v in ci]
    add(f"order_{n}_{p}", "order_statistic_ci", {"x": x}, {"p": p, "conf": conf}, dict(low=ci.low, high=ci.high, low_rank_1based=ranks[0], high_rank_1based=ranks[1]), SCIPY)

x = np.round(rng.lognormal(5, 0.4, 20), 1)
log = np.log(x)
add("geomean_20", "geometric_mean", {"x": x}, {"conf": 0.95}, {"geomean": stats.gmean(x), "ci": np.exp(stats.t.interval(0.95, 19, log.mean(), stats.sem(log)))}, SCIPY)
add("geomean_zero", "geometric_mean", {"x": [1, 0, 3]}, {}, {"geomean": None, "ci": None}, "undefined for a value that is not above 0")
for n, m in [(2, 9), (30, 17)]:
    a, b = np.round(rng.lognormal(5, 0.4, n), 1), np.round(rng.lognormal(5.1, 0.6, m), 1)
    test = stats.ttest_ind(np.log(b), np.log(a), equal_var=False)
    add(f"log_ratio_{n}_{m}", "log_ratio_ci", {"a": a, "b": b}, {"conf": 0.95}, {"geomean_ratio_b_over_a": stats.gmean(b) / stats.gmean(a), "ci": np.exp(list(test.confidence_interval(0.95))), "t": test.statistic, "p": test.pvalue}, SCIPY)
    a, b = rng.integers(0, 12, n), rng.integers(2, 14, m)
    u = stats.mannwhitneyu(a, b).statistic
    add(f"mann_whitney_{n}_{m}", "mann_whitney", {"a": a, "b": b}, {}, {"U_a": u, "cliffs_delta": 2 * u / (n * m) - 1, "hodges_lehmann_a_minus_b": np.median(np.subtract.outer(a, b))}, SCIPY)

for m in [1, 6, 40]:
    p = np.round(rng.random(m) ** 3, 4)
    order = np.argsort(p, kind="stable")
    holm = np.empty(m)
    holm[order] = np.minimum(1, np.maximum.accumulate((m - np.arange(m)) * p[order]))
    add(f"adjust_{m}", "p_adjust", {"p": p}, {}, {"holm": holm, "BH": stats.false_discovery_control(p)}, SCIPY)

for name, data in [("uneven", [list(np.round(0.5 + 0.1 * q + 0.05 * rng.standard_normal(2 + q % 3), 3)) for q in range(6)]), ("negative", [[0.2, 0.8], [0.7, 0.3], [0.5, 0.55]])]:
    sizes = np.array([len(row) for row in data])
    total, groups = sizes.sum(), len(data)
    grand = np.concatenate(data).mean()
    msb = sum(len(row) * (np.mean(row) - grand) ** 2 for row in data) / (groups - 1)
    msw = sum(((np.array(row) - np.mean(row)) ** 2).sum() for row in data) / (total - groups)
    n0 = (total - (sizes**2).sum() / total) / (groups - 1)
    icc = lambda f: (f - 1) / (f + n0 - 1)
    test = stats.f_oneway(*data)
    low = test.statistic / stats.f.ppf(0.975, groups - 1, total - groups)
    high = test.statistic * stats.f.ppf(0.975, total - groups, groups - 1)
    expected = dict(MSB=msb, MSW=msw, icc1=icc(test.statistic), variance_ratio=1 - icc(test.statistic), variance_ratio_ci=[1 - icc(high), 1 - icc(low)], F=test.statistic, p=test.pvalue)
    add(f"variance_ratio_{name}", "variance_ratio_oneway", {"scores": data}, {"conf": 0.95}, expected, SCIPY)
clamped = dict(expected, variance_ratio=min(1, max(0, expected["variance_ratio"])), variance_ratio_ci=[min(1, max(0, v)) for v in expected["variance_ratio_ci"]])
add("variance_ratio_clamped", "variance_ratio_oneway", {"scores": data}, {"clamp": "[0,1] after computing"}, clamped, SCIPY)
nothing = dict(MSB=None, MSW=None, icc1=None, variance_ratio=None, variance_ratio_ci=None, F=None, p=None)
add("variance_ratio_once", "variance_ratio_oneway", {"scores": [[0.2], [0.5], [0.4]]}, {}, nothing, "undefined for one run")

for m, n in [(3, 9), (5, 4)]:
    ratings = rng.integers(0, 5, (m, n))
    chi2 = stats.friedmanchisquare(*ratings.T).statistic
    add(f"kendall_w_{m}_{n}", "kendall_w", {"ratings": ratings}, {"ties": "corrected"}, {"W": chi2 / (m * (n - 1))}, SCIPY)
add("kendall_w_tied", "kendall_w", {"ratings": [[1, 1], [2, 2]]}, {}, {"W": None}, "undefined when all is tied")


def rbo(a, b, p, depth=4000):
    """Overlap summed far beyond the end, with the agreement at the end taken to go on (equal lengths)."""
    k = len(a)
    agreement = [len(set(a[:d]) & set(b[:d])) / d for d in range(1, k + 1)]
    return (1 - p) * sum(agreement[min(d, k) - 1] * p ** (d - 1) for d in range(1, depth))


for p, k in [(0.7, 4), (0.95, 12)]:
    a, b = [list(map(str, rng.permutation(20)[:k])) for _ in range(2)]
    add(f"rbo_{k}", "rbo", {"a": a, "b": b}, {"p": p, "k": k}, {"ext": rbo(a, b, p), "jaccard_at_k": len(set(a) & set(b)) / len(set(a) | set(b))}, DEFINITION)


def alpha(ratings, metric):
    values = sorted({v for row in ratings for v in row if v is not None})
    at = {v: i for i, v in enumerate(values)}
    o = np.zeros((len(values), len(values)))
    for unit in zip(*ratings):
        own = [at[v] for v in unit if v is not None]
        for i, c in enumerate(own):
            for j, k in enumerate(own):
                if i != j:
                    o[c, k] += 1 / (len(own) - 1)
    n_c = o.sum(0)
    n = n_c.sum()

    def distance(c, k):
        if metric == "nominal":
            return float(c != k)
        if metric == "interval":
            return (values[c] - values[k]) ** 2
        low, high = min(c, k), max(c, k)
        return (n_c[low : high + 1].sum() - (n_c[c] + n_c[k]) / 2) ** 2

    d = np.array([[distance(c, k) for k in range(len(values))] for c in range(len(values))])
    return 1 - (o * d).sum() * (n - 1) / (np.outer(n_c, n_c) * d).sum()


ratings = [[None if rng.random() < 0.25 else int(v) for v in np.clip(base + rng.integers(-1, 2, 15), 1, 7)] for base in [rng.integers(1, 8, 15)] * 4]
add("alpha_missing", "krippendorff_alpha", {"ratings": ratings}, {}, {m: alpha(ratings, m) for m in ["nominal", "ordinal", "interval"]}, DEFINITION)
add("alpha_one_value", "krippendorff_alpha", {"ratings": [[3, 3, None], [3, 3, 1]]}, {}, {"nominal": None, "ordinal": None, "interval": None}, "undefined when all ratings are equal")


def kappa(a, b, q):
    o = np.zeros((q, q))
    for i, j in zip(a, b):
        o[i, j] += 1 / len(a)
    w = np.array([[(i - j) ** 2 for j in range(q)] for i in range(q)])
    return 1 - (w * o).sum() / (w * np.outer(o.sum(1), o.sum(0))).sum()


def gwet(a, b, q, quadratic):
    n = len(a)
    w = np.array([[1 - ((i - j) / (q - 1)) ** 2 if quadratic else float(i == j) for j in range(q)] for i in range(q)])
    pa = np.mean([w[i, j] for i, j in zip(a, b)])
    pi = np.array([(np.mean(np.array(a) == k) + np.mean(np.array(b) == k)) / 2 for k in range(q)])
    pe = w.sum() * (pi * (1 - pi)).sum() / (q * (q - 1))
    return dict(coef=(pa - pe) / (1 - pe), pa=pa, pe=pe)


a = [int(v) for v in rng.integers(0, 4, 30)]
b = [int(np.clip(v + rng.integers(-1, 2), 0, 3)) for v in a]
labels = ["bad", "poor", "fair", "good"]
add("kappa_words", "cohen_kappa", {"a": [labels[v] for v in a], "b": [labels[v] for v in b]}, {"categories": labels}, {"quadratic": kappa(a, b, 4)}, DEFINITION)
add("kappa_missing", "cohen_kappa", {"a": a + [None, 2], "b": b + [1, None]}, {"categories": [0, 1, 2, 3]}, {"quadratic": kappa(a, b, 4)}, DEFINITION)
add("kappa_one_category", "cohen_kappa", {"a": [2, 2], "b": [2, 2]}, {"categories": [1, 2]}, {"quadratic": None}, "undefined without chance disagreement")
add("gwet_words", "gwet_ac", {"a": [labels[v] for v in a], "b": [labels[v] for v in b]}, {"categories": labels}, {"AC1": gwet(a, b, 4, False), "AC2_quadratic": gwet(a, b, 4, True)}, DEFINITION)

for name, lam in [("optimal", "optimal, clipped to [0,1]"), ("half", 0.5)]:
    y = scores(60)
    noise = rng.normal(0, 0.05, 60)
    yhat, rest = np.round(y + noise, 3), scores(300)
    ratio = 60 / 300
    best = np.cov(y, yhat, ddof=0)[0, 1] / ((1 + ratio) * np.concatenate([yhat, rest]).var(ddof=1))
    lam_value = min(1, max(0, best)) if isinstance(lam, str) else lam
    estimate = lam_value * rest.mean() + (y - lam_value * yhat).mean()
    se = math.sqrt(lam_value**2 * rest.var() / 300 + (y - lam_value * yhat).var() / 60)
    z = stats.norm.ppf(0.975)
    add(f"ppi_{name}", "ppi_mean", {"y": y, "yhat": yhat, "yhat_unlabeled": rest}, {"alpha": 0.05, "lam": lam}, {"lambda": lam_value, "estimate": estimate, "se": se, "ci": [estimate - z * se, estimate + z * se]}, DEFINITION)

x = np.concatenate([np.round(rng.normal(100, 5, 21), 1), [400, -90]])
mad = stats.median_abs_deviation(x)
add("mad_23", "mad_outliers", {"x": x}, {"hyperfine_threshold": 14.826}, {"median": np.median(x), "mad_raw": mad, "hyperfine_outliers": x[np.abs(x - np.median(x)) > 14.826 * mad]}, SCIPY)
add("mad_zero", "mad_outliers", {"x": [3, 3, 3, 3, 9]}, {}, {"median": 3, "mad_raw": 0, "hyperfine_outliers": [9]}, "any other value is far when the deviation is 0")

for n, m in [(1, 1), (17, 40)]:
    a, b = rng.integers(0, 9, n), rng.integers(1, 10, m)
    add(f"ks_{n}_{m}", "ks_two_sample", {"a": a, "b": b}, {}, {"D": stats.ks_2samp(a, b).statistic}, SCIPY)

ref, cur = np.round(rng.normal(50, 10, 203), 2), np.round(rng.normal(53, 11, 150), 2)
edges = np.quantile(ref, [1 / 4, 2 / 4, 3 / 4])
before, after = [np.bincount(np.searchsorted(edges, v, side="right"), minlength=4) for v in (ref, cur)]
p, q = before / before.sum(), after / after.sum()
add("psi_quartiles", "psi", {"ref": ref, "cur": cur}, {"bins": 4}, {"ref_counts": before, "cur_counts": after, "psi": stats.entropy(p, q) + stats.entropy(q, p), "null_95_critical": (1 / 203 + 1 / 150) * stats.chi2.ppf(0.95, 3)}, SCIPY)
add("psi_counts_empty_bin", "psi_counts", {"ref_counts": [5, 0, 7], "cur_counts": [1, 2, 9]}, {}, {"psi": None, "js_distance_base2": jensenshannon([5, 0, 7], [1, 2, 9], base=2)}, SCIPY)

pairs = [[p, df] for p in [1e-12, 0.01, 0.5, 0.95, 1 - 1e-9] for df in [0.5, 1, 3, 29, 1e4]]
add("t_quantiles", "t_quantile", {"p_df": pairs}, {}, {"q": [stats.t.ppf(p, df) for p, df in pairs]}, SCIPY, {"abs": 1e-12, "rel": 1e-7})
p, z = [1e-300, 1e-20, 0.3, 0.9, 1 - 1e-12], [-37, -20, -5.5, -0.1, 0, 0.1, 3, 8]
add("normal_tails", "normal", {"p": p, "z": z}, {}, {"quantile": stats.norm.ppf(p), "cdf": stats.norm.cdf(z)}, SCIPY, {"abs": 1e-305, "rel": 1e-8})
p = [[0.5, 0.3, 0.4], [0.01, 5, 1], [0.999, 2, 900], [1e-9, 40, 3]]
x = [[1e-6, 3, 2], [0.2, 0.5, 0.5], [0.999, 2, 30], [0.6, 500, 400]]
add("beta_corners", "beta", {"p_a_b": p, "x_a_b": x}, {}, {"quantile": [stats.beta.ppf(*v) for v in p], "cdf": [stats.beta.cdf(*v) for v in x]}, SCIPY, {"abs": 1e-60, "rel": 1e-7})
p = [[0.01, 1, 1], [0.5, 3, 200], [0.999, 40, 2], [0.95, 9, 9]]
x = [[0, 3, 5], [1, 7, 7], [60, 2, 300], [0.02, 9, 4]]
add("f_corners", "f", {"p_d1_d2": p, "x_d1_d2": x}, {}, {"quantile": [stats.f.ppf(*v) for v in p], "sf": [stats.f.sf(*v) for v in x]}, SCIPY, {"abs": 1e-60, "rel": 1e-7})


def bets(x, m, population, rejects, c):
    """The formula as it is written down, side by side for both nulls."""
    wealth, seen = 1.0, []
    for t, value in enumerate(x, 1):
        before = x[: t - 1]
        rest = (population * m - sum(before)) / (population - t + 1)
        mu = [(0.5 + sum(x[:i])) / (i + 1) for i in range(t)]
        v = (0.25 + sum((x[i - 1] - mu[i]) ** 2 for i in range(1, t))) / t
        g = mu[t - 1] - rest
        if rejects == "mean <= m":
            lam = min(max(0, g / (v + g * g)), c / rest)
            wealth *= 1 + lam * (value - rest)
        else:
            lam = min(max(0, -g / (v + g * g)), c / (1 - rest))
            wealth *= 1 - lam * (value - rest)
        seen.append(wealth)
    return seen


for name, m, rejects, shift in [("below", 0.45, "mean <= m", 0.12), ("above", 0.55, "mean >= m", -0.1), ("true", 0.6, "mean <= m", -0.1)]:
    x = [float(v) for v in np.round(np.clip(rng.normal(0.5 + shift, 0.1, 60), 0, 1), 4)]
    wealth = bets(x, m, 150, rejects, 0.75)
    at = [1, 2, 30, 60]
    add(f"bets_{name}", "betting_wealth_wor", {"x": x}, {"m": m, "N": 150, "rejects": rejects, "c": 0.75, "at": at}, {"wealth": [wealth[i - 1] for i in at], "max": max(wealth), "p_anytime": min(1, 1 / max(wealth))}, DEFINITION)
add("bets_certain", "betting_wealth_wor", {"x": [1, 1, 1]}, {"m": 0.3, "N": 5, "rejects": "mean <= m", "at": [3]}, {"wealth": [None], "max": None, "p_anytime": 0}, "wealth without bound: two ones of five are more than a mean of 0.3 allows")

meta = {"versions": {"scipy": scipy.__version__, "numpy": np.__version__}, "made_by": "tests/vectors/make_vectors.py"}
Path(__file__).with_name("scipy.json").write_text(json.dumps({"meta": meta, "vectors": vectors}) + "\n")
print(f"{len(vectors)} vectors")
