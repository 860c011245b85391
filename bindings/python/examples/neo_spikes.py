# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spikes of a trial for Neo and, through it, Elephant: pip install neo elephant; python neo_spikes.py"""
import flexwm
import neo
import numpy as np
import quantities as pq

trial = flexwm.trial(load=2)
T = trial.network.parameters["T"]
segment = neo.Segment(name=f"flexwm {flexwm.__version__}, {trial.digest}")
for ring in range(trial.network.parameters["P"]):
    mine = trial.spikes[trial.spikes["ring"] == ring]
    for neuron in np.unique(mine["neuron"]):
        segment.spiketrains.append(neo.SpikeTrain(mine["time"][mine["neuron"] == neuron] * pq.ms, t_stop=T * pq.ms, ring=ring,
                                                  neuron=int(neuron), cued=bool(trial.rings["cued"][ring])))
print(len(segment.spiketrains), "spike trains,", sum(map(len, segment.spiketrains)), "spikes")

try:
    from elephant.statistics import mean_firing_rate
except ImportError:
    print("Elephant is not there; pip install elephant")
else:
    for cued in (True, False):
        rates = [mean_firing_rate(train, t_start=900 * pq.ms, t_stop=T * pq.ms).rescale("Hz").item()
                 for train in segment.spiketrains if train.annotations["cued"] == cued]
        print(f"in {'cued' if cued else 'other'} rings neurons fire at up to {max(rates, default=0):.0f} Hz")
