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
--processes does not change the stream a trial sees, and network m
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
import json
import math
import multiprocessing
import os
import subprocess
import sys

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


# ---------------------------------------------------------------- comparison
def flexwm_rows(job):
    """The same columns from the program: one trial per call, other randomness."""
    program, seed, network, trials, load, where = job
    rows = []
    for trial in range(trials):
        command = [program, "trial", "--format", "json", "--load", str(load), "--seed", str(seed),
                   "--network", str(network), "--trial", str(trial)]
        command += ["--centre", "random" if where == "random" else str(RING_SIZE // 2)]
        answer = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        kept = [r for r in answer["rings"] if r["memory"] == "maintained"]
        mean = lambda values: sum(values) / len(values) if values else math.nan  # noqa: E731
        rows.append((network, trial, load, answer["maintained"], answer["forgotten"],
                     answer["spurious"], answer["sensory_spikes"], answer["random_spikes"],
                     mean([r["length_Hz"] for r in kept]),
                     mean([abs(r["drift_rad"]) for r in kept])))
    return rows


def summarise(rows, networks):
    """Means over trials (over memories for the last two) with standard errors
    over networks: a ratio of sums, linearised."""
    table = np.array(rows, dtype=float)
    net = table[:, 0].astype(int)
    one, kept = np.ones(len(table)), table[:, 3]
    quantities = (
        ("items held", kept, one),
        ("spurious memories", table[:, 5], one),
        ("sensory spikes", table[:, 6], one),
        ("random spikes", table[:, 7], one),
        ("length of held items (Hz)", np.nan_to_num(table[:, 8]) * kept, kept),
        ("|drift| of held items (rad)", np.nan_to_num(table[:, 9]) * kept, kept),
    )
    result = []
    for name, top, bottom in quantities:
        numerator = np.bincount(net, weights=top, minlength=networks)
        denominator = np.bincount(net, weights=bottom, minlength=networks)
        estimate = numerator.sum() / denominator.sum()
        residual = numerator - estimate * denominator
        se = math.sqrt(networks / (networks - 1) * np.sum(residual ** 2)) / denominator.sum()
        result.append((name, estimate, se))
    return result


def main():
    parser = argparse.ArgumentParser(
        description="Simulate the model with NumPy, hold flexwm against it, and exit with 1 "
                    "if any mean differs by more than four standard errors.")
    parser.add_argument("flexwm", help="the program")
    parser.add_argument("--networks", type=int, default=20)
    parser.add_argument("--trials", type=int, default=15, help="trials per network")
    parser.add_argument("--load", type=int, default=6)
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--centre", choices=("random", "half"), default="random")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    if not 0 <= options.load <= RINGS or options.networks < 2 or options.trials < 1:
        parser.error("load must be between 0 and 8, networks at least 2, trials at least 1")

    sequences = np.random.SeedSequence(options.seed).spawn(options.networks)
    networks = range(options.networks)
    ours = [(m, sequences[m], options.trials, options.load, options.centre, 16) for m in networks]
    theirs = [(options.flexwm, options.seed, m, options.trials, options.load, options.centre)
              for m in networks]
    with multiprocessing.Pool(options.processes) as pool:
        numpy_rows = sum(pool.map(run_network, ours, 1), [])
        program_rows = sum(pool.map(flexwm_rows, theirs, 1), [])
    print(f"load {options.load}, {options.networks} networks x {options.trials} trials each\n"
          f"{'mean':<28}{'NumPy':>14}{'SE':>11}{'flexwm':>14}{'SE':>11}{'difference/SE':>15}")
    worst = 0.0
    for (name, a, sa), (_, b, sb) in zip(summarise(numpy_rows, options.networks),
                                         summarise(program_rows, options.networks)):
        z = (b - a) / math.hypot(sa, sb)
        worst = max(worst, abs(z))
        print(f"{name:<28}{a:>14.4f}{sa:>11.4f}{b:>14.4f}{sb:>11.4f}{z:>15.2f}")
    sys.exit(worst > 4)


if __name__ == "__main__":
    main()
