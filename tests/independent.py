#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain NumPy simulation of the flexible working-memory network.

Eight ring-shaped sensory sub-networks share one random network (Bouchacourt
and Buschman, Neuron 103:147-160, 2019).  This file is a second, deliberately
simple implementation meant for statistical comparison: all weights are stored
as dense double-precision rows with the balance term added to every entry,
every neuron draws one uniform number in every time step, and a neuron spikes
when u < r dt.  All arithmetic is in float64.

Each trial owns a random generator derived from (seed, network, trial), so that
neither --batch nor --processes changes the stream a trial sees, and network m
of a given seed has the same connectivity at every load.

Conventions
  * neuron i of a ring, i = 1..Ns, prefers 2 pi i / Ns; array index is i - 1
  * step n is at time t = n dt, n = 0 .. T/dt - 1; the stimulus is on for
    t_on <= t < t_off, that is steps 1000 .. 1999
  * the read-out uses the rates of the very last step (t = 1099.9 ms)
  * the maximum-likelihood estimate uses the last 100 ms, steps 10000 .. 10999,
    and searches the Ns stimulus centres
"""

import argparse
import math
import multiprocessing
import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np  # noqa: E402

# ---------------------------------------------------------------- parameters
RING_SIZE = 512
RINGS = 8
SENSORY = RING_SIZE * RINGS
RANDOM = 1024
ALL = SENSORY + RANDOM

SLOPE = 0.4            # a
BIAS = 0.0             # b
TAU = 10.0             # ms
INIT_RANGE = 0.01      # s0
K_EXC, K_INH = 1.0, 0.25
AMPLITUDE = 2.0        # A
BASELINE = 0.28        # lambda
ALPHA, BETA = 2.1, 0.2
GAMMA = 0.35
FACTOR = 1000.0
E_FF, E_FB = -1.0, -1.0

DT = 0.1               # ms
STEPS = 11000          # 1100 ms
STEP_ON, STEP_OFF = 1000, 2000
STEP_ML = STEPS - 1000

PEAK = 10.0            # I0
SIGMA = int(round(RING_SIZE / 32))
THRESHOLD = 3.0        # Hz

ANGLES = 2.0 * np.pi * np.arange(1, RING_SIZE + 1) / RING_SIZE


# ------------------------------------------------------------------- weights
def ring_weights():
    """Matrix K with K[k, i] the weight from neuron k to neuron i of a ring."""
    cosine = np.cos(ANGLES[None, :] - ANGLES[:, None])
    k = (BASELINE
         + AMPLITUDE * np.exp(K_EXC * (cosine - 1.0))
         - AMPLITUDE * np.exp(K_INH * (cosine - 1.0)))
    np.fill_diagonal(k, 0.0)
    return k


def divide_or_zero(value, count):
    return np.where(count > 0, value / np.maximum(count, 1), 0.0)


def random_weights(rng):
    """Feedforward rows (one per sensory neuron) and feedback rows (one per
    random neuron), both from a single draw of the connectivity."""
    linked = rng.random((SENSORY, RANDOM)) < GAMMA

    inputs = linked.sum(axis=0)                 # into each random neuron
    forward = linked * divide_or_zero(FACTOR * ALPHA, inputs)[None, :]
    forward += np.where(inputs > 0, E_FF * FACTOR * ALPHA / SENSORY, 0.0)

    inputs = linked.sum(axis=1)                 # into each sensory neuron
    back = linked.T * divide_or_zero(FACTOR * BETA, inputs)[None, :]
    back += np.where(inputs > 0, E_FB * FACTOR * BETA / RANDOM, 0.0)
    return np.ascontiguousarray(forward), np.ascontiguousarray(back)


# ------------------------------------------------------------------ stimulus
def stimulus(centre):
    """Input to one ring for a cue at neuron number `centre`; zero mean."""
    current = np.zeros(RING_SIZE)
    for d in range(-3 * SIGMA, 3 * SIGMA + 1):
        current[(centre + d - 1) % RING_SIZE] = (
            PEAK * math.exp(-d * d / (2.0 * SIGMA * SIGMA)))
    return current - current.mean()


def log_tuning():
    """L[x, i] = log of the rate of neuron i for a stimulus centred at x."""
    rows = [np.log(0.4 * (1.0 + np.tanh(SLOPE * stimulus(x) - 3.0)) / TAU)
            for x in range(RING_SIZE)]
    return np.array(rows)


def wrap(angle):
    return (angle + np.pi) % (2.0 * np.pi) - np.pi


# ---------------------------------------------------------------- simulation
def simulate(kernel, forward, back, cued, centres, generators):
    """Run a batch of trials of one network.

    cued, centres: lists (one entry per trial) of ring numbers and centres.
    Returns final rates (Hz), spike counts in the decoding window, and the
    number of sensory and of random spikes of every trial.
    """
    trials = len(generators)
    s = np.empty((trials, ALL))
    drive = np.zeros((trials, ALL))             # a * I during the stimulus
    for b, rng in enumerate(generators):
        s[b] = INIT_RANGE * rng.random(ALL)
        for ring, centre in zip(cued[b], centres[b]):
            first = ring * RING_SIZE
            drive[b, first:first + RING_SIZE] = SLOPE * stimulus(centre)

    # One view per possible target block, made once, to keep the loop light.
    ring_part = [s[b, p * RING_SIZE:(p + 1) * RING_SIZE]
                 for b in range(trials) for p in range(RINGS)]
    sensory_part = [s[b, :SENSORY] for b in range(trials)]
    random_part = [s[b, SENSORY:] for b in range(trials)]
    kernel_row, forward_row, back_row = list(kernel), list(forward), list(back)

    decay = math.exp(-DT / TAU)
    offset = SLOPE * BIAS - 3.0
    add = np.add
    x = np.empty_like(s)
    u = np.empty_like(s)
    draws = [(rng.random, u[b]) for b, rng in enumerate(generators)]
    spike = np.empty(s.shape, dtype=bool)
    window = np.zeros(s.shape)
    n_sensory = [0] * trials
    n_random = [0] * trials
    fired = []

    for n in range(STEPS):
        # spikes of the previous step
        for where in fired:
            b, k = divmod(where, ALL)
            if k < SENSORY:
                p, i = divmod(k, RING_SIZE)
                target = ring_part[b * RINGS + p]
                add(target, kernel_row[i], out=target)
                target = random_part[b]
                add(target, forward_row[k], out=target)
            else:
                target = sensory_part[b]
                add(target, back_row[k - SENSORY], out=target)
        # decay
        s *= decay
        # rate in 1/ms
        np.multiply(s, SLOPE, out=x)
        if STEP_ON <= n < STEP_OFF:
            x += drive
        x += offset
        np.tanh(x, out=x)
        x += 1.0
        x *= 0.4 / TAU
        # draw
        for draw, row in draws:
            draw(out=row)
        if n == STEPS - 1:
            rate = 1000.0 * x
        x *= DT
        np.less(u, x, out=spike)
        fired = np.flatnonzero(spike).tolist()
        for where in fired:
            b, k = divmod(where, ALL)
            if k < SENSORY:
                n_sensory[b] += 1
            else:
                n_random[b] += 1
        if n >= STEP_ML:
            window += spike
    return rate, window, n_sensory, n_random


def read_out(rate, window, cued, centres, logf):
    """Held rings, lengths and ML drifts of one trial."""
    rate = rate[:SENSORY].reshape(RINGS, RING_SIZE)
    window = window[:SENSORY].reshape(RINGS, RING_SIZE)
    length = np.abs((rate * np.exp(1j * ANGLES)).mean(axis=1))
    held = length > THRESHOLD
    is_cued = np.zeros(RINGS, dtype=bool)
    is_cued[cued] = True
    maintained = int(np.sum(held & is_cued))
    spurious = int(np.sum(held & ~is_cued))

    lengths, drifts = [], []
    for ring, centre in zip(cued, centres):
        if held[ring]:
            lengths.append(length[ring])
            if window[ring].any():
                best = int(np.argmax(logf @ window[ring]))
                angle = 2.0 * np.pi * (best - centre) / RING_SIZE
                drifts.append(abs(wrap(angle)))
    return (maintained, spurious,
            float(np.mean(lengths)) if lengths else math.nan,
            float(np.mean(drifts)) if drifts else math.nan)


def run_network(job):
    network, sequence, trials, load, where, batch = job
    children = sequence.spawn(trials + 1)
    forward, back = random_weights(np.random.default_rng(children[0]))
    kernel = ring_weights()
    logf = log_tuning()
    rows = []
    for start in range(0, trials, batch):
        chosen = range(start, min(start + batch, trials))
        generators = [np.random.default_rng(children[t + 1]) for t in chosen]
        cued, centres = [], []
        for rng in generators:
            cued.append(rng.permutation(RINGS)[:load].tolist())
            if where == "half":
                centres.append([RING_SIZE // 2] * load)
            else:
                centres.append(np.floor(rng.random(load) * RING_SIZE)
                               .astype(int).tolist())
        rate, window, n_sensory, n_random = simulate(
            kernel, forward, back, cued, centres, generators)
        for b, t in enumerate(chosen):
            kept, extra, length, drift = read_out(
                rate[b], window[b], cued[b], centres[b], logf)
            rows.append((network, t, load, kept, load - kept, extra,
                         n_sensory[b], n_random[b], length, drift))
    return rows


# ------------------------------------------------------------------- summary
COLUMNS = ("network", "trial", "load", "maintained", "forgotten", "spurious",
           "sensory_spikes", "random_spikes", "mean_length_maintained",
           "mean_abs_drift_ml")


def ratio_interval(numerator, denominator, rng, resamples=10000):
    """Ratio of sums over networks with its standard error (linearised), the
    normal interval and the percentile bootstrap over networks."""
    m = len(numerator)
    total = denominator.sum()
    if total == 0:
        return (math.nan,) * 6
    estimate = numerator.sum() / total
    if m < 2:
        return (estimate,) + (math.nan,) * 5
    residual = numerator - estimate * denominator
    se = math.sqrt(m / (m - 1) * np.sum(residual ** 2)) / total
    pick = rng.integers(0, m, (resamples, m))
    den = denominator[pick].sum(axis=1)
    num = numerator[pick].sum(axis=1)[den > 0]
    low, high = np.percentile(num / den[den > 0], [2.5, 97.5])
    return estimate, se, estimate - 1.96 * se, estimate + 1.96 * se, low, high


def summarise(rows, load, networks, seconds, out=sys.stdout):
    table = np.array(rows, dtype=float)
    net = table[:, 0].astype(int)
    rng = np.random.default_rng(0)

    def per_network(values):
        return np.bincount(net, weights=values, minlength=networks)

    one = np.ones(len(table))
    kept, extra = table[:, 3], table[:, 5]
    length, drift = table[:, 8], table[:, 9]
    weighted_length = np.where(kept > 0, np.nan_to_num(length) * kept, 0.0)
    has_drift = np.where(np.isnan(drift), 0.0, kept)
    weighted_drift = np.nan_to_num(drift) * has_drift
    quantities = [
        ("maintained per trial", kept, one),
        ("forgotten per trial", table[:, 4], one),
        ("spurious per trial", extra, one),
        ("maintained / load", kept, load * one),
        ("spurious / (8 - load)", extra, (RINGS - load) * one),
        ("trials with any spurious", (extra > 0) * one, one),
        ("sensory spikes per trial", table[:, 6], one),
        ("random spikes per trial", table[:, 7], one),
        ("length, maintained (Hz)", weighted_length, kept),
        ("|ML drift|, maintained (rad)", weighted_drift, has_drift),
    ]
    print(f"load {load}: {networks} networks, {len(table)} trials, "
          f"{seconds:.0f} s", file=out)
    print(f"{'quantity':<30}{'mean':>11}{'SE':>10}"
          f"{'normal 95%':>24}{'bootstrap 95%':>24}", file=out)
    for name, top, bottom in quantities:
        e, se, a, b, c, d = ratio_interval(
            per_network(top), per_network(bottom), rng)
        normal = f"[{a:.5g}, {b:.5g}]"
        boot = f"[{c:.5g}, {d:.5g}]"
        print(f"{name:<30}{e:>11.5g}{se:>10.3g}{normal:>24}{boot:>24}",
              file=out)
    for name, values, top in (("maintained", kept, load),
                              ("spurious", extra, RINGS - load)):
        counts = np.bincount(values.astype(int), minlength=top + 1)
        text = "  ".join(f"{v}:{c}" for v, c in enumerate(counts))
        print(f"trials by number {name:<12} {text}", file=out)


def cell(value):
    return f"{value:.6f}" if isinstance(value, float) else str(value)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--networks", type=int, required=True)
    parser.add_argument("--trials", type=int, required=True,
                        help="trials per network")
    parser.add_argument("--load", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--center", choices=("random", "half"),
                        default="random")
    parser.add_argument("--output", required=True)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--batch", type=int, default=16,
                        help="trials simulated side by side (default 16)")
    options = parser.parse_args()
    if not 0 <= options.load <= RINGS:
        parser.error("load must be between 0 and 8")
    for name in ("networks", "trials", "processes", "batch"):
        if getattr(options, name) < 1:
            parser.error(f"{name} must be at least 1")

    sequences = np.random.SeedSequence(options.seed).spawn(options.networks)
    jobs = [(m, sequences[m], options.trials, options.load, options.center,
             options.batch) for m in range(options.networks)]
    begin = time.monotonic()
    rows = []
    workers = min(options.processes, options.networks)
    pool = multiprocessing.Pool(workers) if workers > 1 else None
    results = pool.imap(run_network, jobs) if pool else map(run_network, jobs)
    with open(options.output, "w", encoding="ascii") as table:
        table.write("\t".join(COLUMNS) + "\n")
        for part in results:
            for row in part:
                table.write("\t".join(cell(v) for v in row) + "\n")
            table.flush()
            rows.extend(part)
    if pool:
        pool.close()
        pool.join()
    summarise(rows, options.load, options.networks, time.monotonic() - begin)


if __name__ == "__main__":
    main()
