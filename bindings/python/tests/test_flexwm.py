# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The package against what the program is known to do: python -m pytest bindings/python/tests"""
import doctest
import math
import os
import pathlib
import sqlite3

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


def test_documentation_shows_what_is_printed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)       # its examples write a store
    readme = pathlib.Path(__file__).parents[1] / "README.md"
    for failed, tried in (doctest.testmod(flexwm), doctest.testfile(str(readme), module_relative=False)):
        assert (failed, tried > 2) == (0, True)


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
