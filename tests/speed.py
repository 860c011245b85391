#!/usr/bin/env python3
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a trial costs in flexwm, in NumPy and, if it is installed, in Brian2: the same network sizes, protocol and
load, one thread each, in turn, so that a machine that slows down slows all of them.  For NumPy and Brian2 the network
is made and the code compiled beforehand, and only the trial is timed; for flexwm a process that does all of it.

    taskset -c 1 python3 tests/speed.py src/flexwm [--rounds 5] [--load 6] [--authors FlexibleWM.py] [--brainpy NOTEBOOK]

The published programs are no part of flexwm; the two options name files that you have fetched.  The authors' script
(github.com/buschman-lab/FlexibleWorkingMemory) needs brian2 and brian2tools.  BrainPy's notebook
(github.com/brainpy/examples, working_memory) ran with brainpy 2.3.8, jax and jaxlib 0.4.13 and numpy 1.24.  Neither file
is changed.
"""
import argparse
import contextlib
import functools
import importlib.util
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time

import independent as model
import numpy as np

try:
    import brian2 as b
except ImportError:
    b = None


def flexwm(program, engine, load):
    def trial(k):
        command = [program, "trial", "--engine", engine, "--load", str(load), "--trial", str(k), "--format", "json"]
        answer = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        return answer["sensory_spikes"], answer["random_spikes"]
    return trial


def with_numpy(weights, load):
    def trial(k):
        rng = np.random.default_rng(k)
        _, _, sensory, random = model.simulate(*weights, [list(range(load))], [[model.RING_SIZE // 2] * load], [rng])
        return sensory[0], random[0]
    return trial


def connect(source, target, i, j, weight):
    synapses = b.Synapses(source, target, "w : 1", on_pre="s_post += w")
    synapses.connect(i=i.ravel(), j=j.ravel())
    synapses.w = weight.ravel()
    return synapses


def with_brian(weights, load):
    """The equations of the model, in Brian2's own words; each spike counts from the next step on."""
    kernel, forward, back = weights
    b.prefs.codegen.target = "cython"
    b.defaultclock.dt = model.DT * b.ms
    tau, slope = model.TAU * b.ms, model.SLOPE
    neuron = """ds/dt = -s / tau : 1
                I : 1
                rate = 0.4 / tau * (1 + tanh(slope * (s + I) - 3)) : Hz"""
    groups = [b.NeuronGroup(n, neuron, threshold="rand() < rate * dt", method="exact",
                            namespace={"tau": tau, "slope": slope}) for n in (model.SENSORY, model.RANDOM)]
    sensory, random = groups
    i, j = np.indices((model.RINGS, model.RING_SIZE, model.RING_SIZE))[1:]
    first = np.arange(model.RINGS)[:, None, None] * model.RING_SIZE
    everything = [connect(sensory, sensory, first + i, first + j, kernel[i, j]),
                  connect(sensory, random, *np.indices(forward.shape), forward),
                  connect(random, sensory, *np.indices(back.shape), back)]
    monitors = [b.SpikeMonitor(group, record=False) for group in groups]
    network = b.Network(groups, everything, monitors)
    cue = np.zeros(model.SENSORY)
    cue[:load * model.RING_SIZE] = np.tile(model.stimulus(model.RING_SIZE // 2), load)

    def trial(k):
        b.seed(k)
        before = [monitor.num_spikes for monitor in monitors]
        for group in groups:
            group.s = model.INIT_RANGE * np.random.default_rng(k).random(len(group))
        for steps, on in ((model.STEP_ON, 0), (model.STEP_OFF - model.STEP_ON, 1), (model.STEPS - model.STEP_OFF, 0)):
            sensory.I = on * cue
            network.run(steps * model.DT * b.ms)
        return [monitor.num_spikes - n for monitor, n in zip(monitors, before)]
    return trial


def authors_loop(path, load, trials, pipe):
    """The authors' loop over trials, in a process of its own.  It is held where it restores the network, until the next
    trial is asked for.  What counts is the time of its calls of Brian2's run(), with their preparation; weights, cues,
    the drawing of rasters (left out) and the decoding do not."""
    os.environ["MPLBACKEND"] = "Agg"
    sys.stdout = open(os.devnull, "w")
    room = tempfile.TemporaryDirectory()        # where the script writes; removed when the last trial has ended
    os.chdir(room.name)
    spec = importlib.util.spec_from_file_location("authors", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    run, spent = script.run, []

    def timed_run(duration):
        start = time.perf_counter()
        run(duration, level=1)
        spent.append(time.perf_counter() - start)
        if len(spent) == 3:                     # before, with and after the stimulus
            names = sys._getframe(1).f_locals
            pipe.send((sum(spent), (int(names["S_rn"].num_spikes), int(names["S_rcn"].num_spikes))))
            spent.clear()

    def held_restore(name):
        pipe.recv()
        script.magic_network.restore(name=name, level=1)

    script.SpikeMonitor.start, script.SpikeMonitor.stop = 0, property(len)     # which Brian2 2.8 asks it for
    script.run, script.restore = timed_run, held_restore
    script.plot_raster = lambda *arguments, **more: None
    script.FlexibleWM({"Number_of_trials": trials, "specific_load": True, "value_of_specific_load": load}).run_a_trial()
    os.chdir("/")


def with_authors(path, load, trials):
    here, there = multiprocessing.Pipe()
    multiprocessing.Process(target=authors_loop, args=(os.path.abspath(path), load, trials, there), daemon=True).start()

    def trial(k):
        here.send(k)
        return here.recv()
    return trial


def with_notebook(path, load):
    """All cells of the notebook are executed once, which makes the network and compiles; then its runner runs again,
    with the same cues.  It reports no progress, which would cost a call of Python in each step."""
    os.environ["MPLBACKEND"] = "Agg"
    import brainpy
    brainpy.dyn.DSRunner = functools.partial(brainpy.dyn.DSRunner, progress_bar=False)
    names = {}
    for cell in json.load(open(path))["cells"]:
        if cell["cell_type"] == "code":
            with contextlib.redirect_stdout(None):
                exec("".join(cell["source"]), names)
            if "num_item_to_load" in names:
                names["num_item_to_load"] = load

    def trial(k):
        runner, start = names["runner"], time.perf_counter()
        runner.predict(names["duration"], reset_state=True)
        fired = [int(np.asarray(runner.mon[name]).sum()) for name in ("S.spike", "R.spike")]
        return time.perf_counter() - start, fired
    return trial


def timed(trial):
    def timed_trial(k):
        start = time.perf_counter()
        fired = trial(k)
        return time.perf_counter() - start, fired
    return timed_trial


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("flexwm", help="the program")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--load", type=int, default=6)
    parser.add_argument("--authors", metavar="FILE", help="the authors' script, FlexibleWM.py")
    parser.add_argument("--brainpy", metavar="FILE", help="BrainPy's notebook on the model")
    options = parser.parse_args()
    weights = (model.ring_weights(), *model.random_weights(np.random.default_rng(1)))
    ways = {"flexwm, events": flexwm(options.flexwm, "events", options.load),
            "flexwm, dense": flexwm(options.flexwm, "dense", options.load),
            "NumPy " + np.__version__: with_numpy(weights, options.load)}
    if b:
        ways["Brian2 " + b.__version__ + ", Cython"] = with_brian(weights, options.load)
    ways = {name: timed(trial) for name, trial in ways.items()}
    if options.authors:
        ways["the authors' script"] = with_authors(options.authors, options.load, options.rounds + 1)
    if options.brainpy:
        ways["BrainPy's notebook"] = with_notebook(options.brainpy, options.load)
    times, spikes = {name: [] for name in ways}, {name: [] for name in ways}
    for k in range(options.rounds + 1):         # the first round compiles and warms up, and does not count
        for name, trial in ways.items():
            seconds, fired = trial(k)
            if k:
                times[name].append(seconds)
                spikes[name].append(fired)
    fastest = times["flexwm, events"]
    print(f"{'one trial at load ' + str(options.load):<24}{'median/s':>10}{'least':>9}{'most':>9}{'times events':>14}"
          f"{'sensory spikes':>16}{'random':>9}")
    for name, seconds in times.items():
        ratio = statistics.median(s / f for s, f in zip(seconds, fastest))
        print(f"{name:<24}{statistics.median(seconds):>10.4f}{min(seconds):>9.4f}{max(seconds):>9.4f}{ratio:>14.1f}"
              "{:>16.0f}{:>9.0f}".format(*np.mean(spikes[name], axis=0)))


if __name__ == "__main__":
    main()
