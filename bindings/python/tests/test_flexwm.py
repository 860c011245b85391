# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The package against what the program is known to do: python -m pytest bindings/python/tests"""
import copy
import math
import os
import signal
import sqlite3
import threading

import numpy as np
import pytest

import flexwm

SMALL = dict(Ns=64, P=4, NR=50, width=16, T=150, t_read=150)


def test_default_trial_has_its_digest():
    for engine in ("events", "dense"):
        t = flexwm.trial(engine=engine)
        assert t.digest == "a4f9b144f032b106779fd0d1ad43285c"
    assert t.load == 6 and t.maintained + t.forgotten == 6
    assert (t.rings["fate"] == "maintained").sum() == t.maintained
    assert (t.spikes["population"] == 0).sum() == 22942 and (t.spikes["population"] == 1).sum() == 21319


def test_spikes_are_in_their_places():
    t = flexwm.trial(load=2, trial=3, seed=2, **SMALL)
    s = t.spikes
    assert (np.diff(s["time"]) >= 0).all() and s["time"].max() < 150
    assert set(s["ring"][s["population"] == 1]) == {-1} and s["ring"].max() == 3
    assert s["neuron"][s["population"] == 1].max() < 50 and s["neuron"][s["population"] == 0].max() < 64
    counts = t.counts(50)
    assert counts.shape == (4 * 64 + 50, 3) and counts.sum() == len(s)
    with pytest.raises(flexwm.BadInput, match="width is 0"):
        t.counts(0)
    assert counts[4 * 64:].sum() == (s["population"] == 1).sum()


def test_windows_that_are_no_whole_steps():
    t = flexwm.trial(load=2, trial=3, seed=2, **SMALL)  # steps of 0.1 ms
    counts = t.counts(0.25)  # windows of steps 0 to 2, 3 and 4, 5 to 7, ...
    assert counts.shape[1] == 600 and counts.sum() == len(t.spikes)
    steps = np.round(t.spikes["time"] / 0.1).astype(int)
    assert [counts[:, w].sum() for w in range(600)] == [
        (((w * 5 + 1) // 2 <= steps) & (steps < (w * 5 + 6) // 2)).sum() for w in range(600)]


def test_rates_are_observed():
    t = flexwm.trial(load=1, rates_every=5, **SMALL)
    assert t.course.shape == (len(t.times), 4 * 64 + 50) and t.times[1] - t.times[0] == pytest.approx(5)
    assert t.rates.shape == (4 * 64 + 50,)
    held = t.rings[t.rings["cued"]][0]
    angles = 2 * math.pi * (np.arange(64) + 1) / 64
    ring = int(np.flatnonzero(t.rings["cued"])[0])
    assert abs(np.mean(t.rates[64 * ring:64 * ring + 64] * np.exp(1j * angles))) == pytest.approx(held["length"], rel=1e-9)


def test_networks_are_balanced_and_can_be_given():
    n = flexwm.Network(seed=3, number=1, **SMALL)
    assert np.abs(n.feedforward.sum(axis=0)).max() < 1e-9 and n.feedback.shape == (50, 256)
    same = flexwm.Network(seed=3, number=1, connectivity=n.connectivity, **SMALL)
    assert same.trial(load=2).digest == n.trial(load=2).digest != flexwm.Network(seed=3, number=2, **SMALL).trial(load=2).digest
    with pytest.raises(flexwm.BadInput, match="expected .256, 50. zeros and ones"):
        flexwm.Network(connectivity=np.zeros((2, 2)), **SMALL)
    with pytest.raises(flexwm.BadInput, match="gamma is 0.9, but connectivity connects a fraction of 0.3"):
        flexwm.Network(connectivity=n.connectivity, gamma=0.9, **SMALL)
    assert flexwm.Network(connectivity=n.connectivity, gamma=0.35, **SMALL).parameters["gamma"] == 0.35


def test_copies_of_a_network_are_the_network():
    n = flexwm.Network(**SMALL)
    digest = n.trial(load=2).digest
    for copied in copy.copy(n), copy.deepcopy(n):
        del copied
    assert n.trial(load=2).digest == digest and copy.deepcopy([n])[0] is n


def test_cues_and_protocols():
    t = flexwm.trial(cues={1: 10, 3: 20}, **SMALL)
    assert list(t.rings["centre"]) == [-1, 10, -1, 20] and t.load == 2
    shown = flexwm.trial(protocol="item a ring 1 at 10 from 100 to 150\nitem b ring 3 at 20 from 100 to 150\n", **SMALL)
    assert shown.load == 2 and list(shown.rings["centre"]) == [-1, 10, -1, 20]


def test_other_kinds_of_sub_networks():
    p = flexwm.default_parameters(sensory="surface", beta=0.21)
    assert p["Ns"] == 1024 and p["beta"] == 0.21 and flexwm.default_parameters(beta=0.21, sensory="surface") == p
    assert flexwm.trial(load=1, sensory="surface").load == 1


def test_bad_input_is_named():
    for given, message in [(dict(gamma=2), "gamma is '2'"), (dict(gama=1), "there is no parameter 'gama'"), (dict(load=9), "load is 9, expected a whole number from 0 to 8 or 'random'"), (dict(load=6, P=4), "load is 6"),
                           (dict(T=3000), "t_read"), (dict(cues={9: 1}), "a ring of cues is 9, expected a whole number from 0 to 7"), (dict(engine="fast"), "engine is 'fast'"),
                           (dict(protocol="nonsense"), "expected item or input"), (dict(load=-1), "load is -1"),
                           (dict(load=True), "load is True"), (dict(load=2.0), "load is 2.0"), (dict(centre=512), "centre is 512"),
                           (dict(seed=-1), "seed is -1, expected a whole number from 0 to"), (dict(seed=2**64), "seed is 18446744073709551616"),
                           (dict(network=2**32), "number is 4294967296"), (dict(trial=-1), "trial is -1"), (dict(cues={1: 512}), "centre of ring 1 is 512"),
                           (dict(gamma="0.3\0"), "zero byte"), (dict(rates_every=-1), "rates_every is -1"),
                           (dict(cues={1: 5}, load=2), "cues and load exclude each other"), (dict(cues={1: 5}, centre=2), "cues and centre"),
                           (dict(protocol="item a ring 1 at 10 from 100 to 150", load=2), "protocol and load exclude each other, expected one"),
                           (dict(protocol="item a ring 1 at 10 from 100 to 150", cues={}), "protocol and cues"),
                           (dict(rates_every=math.nan), "rates_every is nan")]:
        with pytest.raises(flexwm.BadInput, match=message):
            flexwm.trial(**given)
    assert issubclass(flexwm.BadInput, ValueError)


def test_sweeps_are_stored_and_continued(tmp_path):
    path = tmp_path / "s.sqlite"
    store = flexwm.sweep(path, vary={"load": [1, 2], "gamma": [0.2, 0.35]}, networks=2, trials=3, seed=5, **SMALL)
    trials = store.trials()
    assert len(trials) == 2 * 2 * 2 * 3 and set(trials["gamma"]) == {0.2, 0.35}
    assert len(flexwm.sweep(path, vary={"load": [1, 2], "gamma": [0.2, 0.35]}, networks=2, trials=4, seed=5, **SMALL).trials()) == 32
    row = trials[(trials.load == 2) & (trials.gamma == 0.2) & (trials.network == 1) & (trials.trial == 2)].iloc[0]
    alone = flexwm.trial(load=2, centre="random", seed=5, network=1, trial=2, gamma=0.2, **SMALL)
    assert row.digest == alone.digest and row.maintained == alone.maintained
    rings = store.rings()
    assert len(rings) == 4 * len(store.trials()) and rings.cued.sum() == store.trials().load.sum()
    assert store.windows().empty and len(store.conditions()) == 4
    assert sqlite3.connect(path).execute("select count(*) from runs").fetchone() == (2,)


def test_bad_sweeps_leave_nothing(tmp_path):
    with pytest.raises(flexwm.BadInput, match="load is '9'"):
        flexwm.sweep(tmp_path / "none.sqlite", load=9)
    for given, message in [(dict(networks=0), "networks is 0"), (dict(trials=2.5), "trials is 2.5"), (dict(seed=-1), "seed is -1"),
                           (dict(vary={"gamma": "0.2"}), "expected a list"), (dict(vary={"gamma": 0.2}), "expected a list")]:
        with pytest.raises(flexwm.BadInput, match=message):
            flexwm.sweep(tmp_path / "none.sqlite", **given)
    assert os.listdir(tmp_path) == []
    with pytest.raises(flexwm.BadInput, match="there is no store"):
        flexwm.Store(tmp_path / "none.sqlite")


def test_names_of_stores_mean_themselves(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for k, name in enumerate(["x?mode=memory", "x#y", "x%20y", "x y", "\u00e9", b"z.sqlite"]):
        store = flexwm.sweep(name, load=1, seed=k, networks=1, trials=k + 1, **SMALL)
        assert len(store.trials()) == k + 1 and len(flexwm.Store(name).trials()) == k + 1
    assert len(os.listdir(tmp_path)) == 6
    for opened in flexwm.Store, lambda name: flexwm.sweep(name, load=1, networks=1, trials=1, **SMALL):
        with pytest.raises(flexwm.BadInput, match="expected a name without a zero byte"):
            opened("x\0y")
    assert len(os.listdir(tmp_path)) == 6


def test_other_files_are_no_stores(tmp_path):
    path = tmp_path / "s.sqlite"
    flexwm.sweep(path, load=1, networks=1, trials=2, A=21, F=900, **SMALL)
    conditions = flexwm.Store(path).conditions()
    assert conditions.loc[0, "A"] == 21 and conditions.loc[0, "F"] == 900 and not [name for name in conditions if name.endswith("_")]
    connection = sqlite3.connect(path)
    connection.execute("create view mine as select * from trials")
    connection.close()
    (tmp_path / "text").write_text("load")
    for name, message in ("s.sqlite", "holds 'mine'"), ("text", "is no database"), ("", "is no file"):
        with pytest.raises(flexwm.BadInput, match=message):
            flexwm.Store(tmp_path / name)


def test_interrupted_sweeps_keep_their_memory(tmp_path):
    # two interrupts, the second while the trials in flight are waited for
    seen = []

    def interrupt(number, frame):
        seen.append(number)
        if len(seen) <= 2:
            raise TimeoutError("enough")

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.5, 0.003)
    try:
        with pytest.raises(TimeoutError):
            try:
                flexwm.sweep(tmp_path / "s.sqlite", vary={"load": range(1, 9)}, networks=50, trials=50, threads=1)
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert len(seen) > 1
    for thread in set(threading.enumerate()) - {threading.main_thread()}:
        thread.join()  # after a second interrupt it ends by itself
    assert len(flexwm.Store(tmp_path / "s.sqlite").trials()) < 8 * 50 * 50
