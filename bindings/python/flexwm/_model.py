# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parameters, networks and trials."""
import ctypes
from ctypes import POINTER, byref, c_char_p, c_double, c_int, c_void_p, cast

import numpy as np

from . import _library as c
from ._library import lib, must

FATES = ("silent", "maintained", "forgotten", "spurious", "confused")
RING = np.dtype([("cued", "?"), ("centre", "i4"), ("fate", "U10"), ("length", "f8"), ("position", "f8"),
                 ("ml_position", "i4"), ("drift", "f8"), ("first_loss", "f8"), ("recovery", "f8"),
                 ("position_2", "f8"), ("drift_2", "f8")])
SPIKE = np.dtype([("time", "f8"), ("population", "u1"), ("ring", "i4"), ("neuron", "i4")])


def parameters():
    """All parameters: a list of dictionaries with symbol, default, unit, range and meaning, as texts."""
    return [{"symbol": i.symbol.decode(), "default": i.preset.decode(), "unit": i.unit.decode(),
             "range": i.range.decode(), "group": i.group.decode(), "meaning": i.meaning.decode()} for i in c.infos]


def _text(value):
    if "\0" in str(value):
        raise c.BadInput(f"a value is {value!r}, expected a text without a zero byte")
    if isinstance(value, (bool, np.bool_)):
        return "on" if value else "off"
    if isinstance(value, (float, np.floating)):
        return repr(float(value))
    return str(value)


def _assign(given):
    p = lib.fwm_parameters_default()
    # the kind of the sub-networks sets defaults of others, so it comes first
    for name in sorted(given, key=lambda name: name != "sensory"):
        must("fwm_parameters_assign", byref(p), f"{name}={_text(given[name])}".encode())
    if "T" in given and "t_read" not in given:
        must("fwm_parameters_check_read", byref(p))
    must("fwm_parameters_check", byref(p))
    return p


def _values(p):
    return {i.symbol.decode(): bool(getattr(p, i.symbol.decode())) if i.kind == c.ONOFF else getattr(p, i.symbol.decode())
            for i in c.infos}


def default_parameters(**given):
    """The parameters of a trial with these keywords, as a dictionary of numbers; a kind, such as sensory, is its number.

    Raises BadInput for a name or a value that there is not.
    """
    return _values(_assign(given))


class Network:
    """Network number `number` of a seed, or one with given connections; it may be used by several threads.

    seed : int from 0 to 2**64 - 1
    number : int from 0 to 2**32 - 1
    connectivity : None, or an array (sensory neurons, random neurons) of zeros and ones in place of drawn connections
    parameters : keywords, as `parameters()` lists them
    """

    def __init__(self, seed=1, number=0, connectivity=None, **parameters):
        self.seed, self.number = c.whole("seed", seed, 0, 2**64 - 1), c.whole("number", number, 0, 2**32 - 1)
        self._p = _assign(parameters)
        self._network = c_void_p()
        if connectivity is None:
            must("fwm_network_draw", byref(self._network), byref(self._p), self.seed, self.number)
        else:
            matrix = np.ascontiguousarray(connectivity, dtype=np.uint8)
            sensory = lib.fwm_sensory_neurons(byref(self._p))
            if matrix.shape != (sensory, self._p.NR) or not np.array_equal(matrix, connectivity):
                raise c.BadInput(f"connectivity has the shape {np.shape(connectivity)}, expected ({sensory}, {self._p.NR}) "
                                 "zeros and ones")
            must("fwm_network_from_bytes", byref(self._network), byref(self._p), matrix.ctypes.data, b"connectivity")
            if "gamma" in parameters and self.parameters["gamma"] != self._p.gamma:
                raise c.BadInput(f"gamma is {parameters['gamma']!r}, but connectivity connects a fraction of "
                                 f"{self.parameters['gamma']:.4g} of all pairs, expected no gamma")

    def __del__(self):
        if getattr(self, "_network", None):
            lib.fwm_network_free(self._network)

    # it does not change, and is released once
    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def parameters(self):
        """The parameters, as a dictionary of numbers."""
        return _values(cast(self._network, POINTER(c.NetworkHead)).contents.parameters)

    @property
    def _shape(self):
        return lib.fwm_sensory_neurons(byref(self._p)), self._p.NR

    @property
    def connectivity(self):
        """Who is connected: an array of booleans (sensory neurons, random neurons)."""
        # a feedforward weight of zero cannot tell, so the library is asked for each pair
        sensory, random = self._shape
        ask = lib.fwm_connected
        return np.array([[ask(self._network, i, j) for j in range(random)] for i in range(sensory)], dtype=bool)

    @property
    def feedforward(self):
        """Weights, in units of s a spike, of sensory (rows) onto random neurons (columns), balance included."""
        return self._rows(lib.fwm_feedforward_row, *self._shape)

    @property
    def feedback(self):
        """Weights, in units of s a spike, of random (rows) onto sensory neurons (columns), balance included."""
        return self._rows(lib.fwm_feedback_row, *self._shape[::-1])

    def _rows(self, function, rows, columns):
        matrix = np.empty((rows, columns))
        for k in range(rows):
            function(self._network, k, matrix[k].ctypes.data)
        return matrix

    def trial(self, trial=0, load=None, centre=None, cues=None, protocol=None, engine="events", rates_every=0):
        """Runs a trial on this network.

        trial : int, the number of the trial
        load : int, so many rings are cued, chosen by the trial, 6 by default or all if there are fewer; or "random"
        centre : int, the neuron at which the items are, the middle by default; or "random"
        cues : dictionary {ring: centre} in place of load and centre
        protocol : text of timed inputs and items in place of load, centre and cues
        engine : "events" (fast) or "dense" (step by step); the spikes are the same
        rates_every : ms between two samples of all rates; 0 for none
        """
        return Trial(self, trial, load, centre, cues, protocol, engine, rates_every)


class Trial:
    """The outcome of a trial, made by Network.trial or trial.

    load, maintained, forgotten, spurious : int, items shown, held and lost, and rings that hold a memory without an item
    digest : str, hash of all spikes, the same wherever the spikes are
    rings : structured array, one row a ring: cued, centre (-1 without), fate, length (Hz) and position of the activity
        vector when the memory is read, ml_position (-1 without spikes), drift (rad), first_loss and recovery (ms)
    spikes : structured array, one row a spike: time (ms), population (0 sensory, 1 random), ring (-1 random), neuron
    rates : array (neurons,), Hz, when the memory is read; sensory neurons first, ring by ring
    times, course : with rates_every, arrays (samples,) in ms and (samples, neurons) in Hz
    """

    def __init__(self, network, trial, load, centre, cues, protocol, engine, rates_every):
        self.network, self.trial, p = network, trial, network._p
        if engine not in ("events", "dense"):
            raise c.BadInput(f"engine is {engine!r}, expected 'events' or 'dense'")
        if not 0 <= rates_every <= p.T:
            raise c.BadInput(f"rates_every is {rates_every!r}, expected ms from 0 to {p.T:g}")
        trial = c.whole("trial", trial, 0, 2**32 - 1)
        shown = {"protocol": protocol, "cues": cues, "load": load, "centre": centre}
        given = [name for name, value in shown.items() if value is not None]
        if len(given) > 1 and given != ["load", "centre"]:
            raise c.BadInput(f"{given[0]} and {given[1]} exclude each other, expected one")
        options = c.TrialOptions(seed=network.seed, network=network.number, trial=trial, engine=cast(
            lib.fwm_events if engine == "events" else lib.fwm_dense, c_void_p).value)
        middle = {0: p.Ns // 2, 1: p.Ns // 2 + int(p.Ns ** 0.5) // 2}.get(p.sensory, 0)
        drawn = lambda value: isinstance(value, str) and value == "random"
        options.load = c.DRAWN if drawn(load) else min(6, p.P) if load is None else \
            c.whole("load", load, 0, p.P, " or 'random'")
        options.centre = c.DRAWN if drawn(centre) else middle if centre is None else \
            c.whole("centre", centre, 0, p.Ns - 1, " or 'random'")
        if cues is not None:
            self._cues = (c_int * p.P)(*[c.NOT_CUED] * p.P)
            for ring, place in cues.items():
                self._cues[c.whole("a ring of cues", ring, 0, p.P - 1)] = c.whole(f"the centre of ring {ring}", place, 0, p.Ns - 1)
            options.cues = self._cues
        parsed = c_void_p()
        if protocol is not None:
            text = protocol.encode()
            must("fwm_protocol_parse", byref(parsed), text, ctypes.c_size_t(len(text)), b"protocol")
            options.load = options.centre = c.DRAWN
            options.protocol = parsed
        try:
            self._run(options, rates_every)
        finally:
            lib.fwm_protocol_free(parsed)

    def _run(self, options, rates_every):
        p, neurons, samples = self.network._p, sum(self.network._shape), []
        if rates_every:
            def observe(_, step, rates):
                samples.append((step * p.dt, 1000.0 * np.ctypeslib.as_array(rates, (neurons,))))
            options.observe_every, options.observe = max(1, round(rates_every / p.dt)), c.Observer(observe)
        record, outcome = c.Record(), POINTER(c.Outcome)()
        must("fwm_record_open", byref(record), self.network._network)
        try:
            must("fwm_trial_run", self.network._network, byref(options), byref(record), byref(outcome))
            self._read(outcome.contents, record, samples, p)
        finally:
            c.libc.free(cast(outcome, c_void_p))
            lib.fwm_record_free(byref(record))

    def _read(self, o, record, samples, p):
        self.load, self.maintained, self.forgotten, self.spurious = o.load, o.maintained, o.forgotten, o.spurious
        self.digest = o.digest.decode()
        rings = cast(ctypes.addressof(o) + c.Outcome.rings.offset, POINTER(c.Ring))
        self.rings = np.array([(r.cue != c.NOT_CUED, r.cue, FATES[r.fate], r.length, r.position, r.ml_position, r.drift,
                                r.first_loss, r.recovery, r.position_2, r.drift_2) for r in (rings[k] for k in range(o.P))], RING)
        raw = np.ctypeslib.as_array(cast(record.spikes, POINTER(ctypes.c_uint32)), (record.count, 2)) if record.count else \
            np.zeros((0, 2), np.uint32)
        sensory, neuron = self.network._shape[0], raw[:, 1].astype(np.int64)
        random = neuron >= sensory
        self.spikes = np.empty(len(raw), SPIKE)
        self.spikes["time"], self.spikes["population"] = raw[:, 0] * p.dt, random
        self.spikes["ring"] = np.where(random, -1, neuron // p.Ns)
        self.spikes["neuron"] = np.where(random, neuron - sensory, neuron % p.Ns)
        self.rates = 1000.0 * np.ctypeslib.as_array(record.rates, (record.neurons,))
        if samples:
            self.times, self.course = np.array([t for t, _ in samples]), np.array([r for _, r in samples])

    def counts(self, width):
        """Counts of spikes, an array (neurons, windows) of windows of `width` ms; sensory neurons first, ring by ring."""
        p, (sensory, random) = self.network._p, self.network._shape
        if not p.dt <= width <= p.T:
            raise c.BadInput(f"width is {width!r}, expected ms from {p.dt:g} to {p.T:g}")
        windows = int(p.T / width + 1e-9)
        row = np.where(self.spikes["population"] == 1, sensory, self.spikes["ring"] * p.Ns) + self.spikes["neuron"]
        # in steps, so that no rounding moves a spike to another window; a window ends with the first step of the next
        ends = np.ceil((np.arange(windows) + 1) * width / p.dt - 1e-6)
        column = np.searchsorted(ends, np.round(self.spikes["time"] / p.dt), side="right")
        result = np.zeros((sensory + random, windows), int)
        inside = column < windows
        np.add.at(result, (row[inside], column[inside]), 1)
        return result

    def __repr__(self):
        return (f"<flexwm trial {self.trial}: {self.maintained} of {self.load} items held, {self.spurious} spurious, "
                f"digest {self.digest}>")


def trial(load=None, seed=1, network=0, trial=0, centre=None, cues=None, protocol=None, engine="events", rates_every=0,
          **parameters):
    """Draws a network and runs one trial on it; see Network and Network.trial.

    Several trials on one network are faster with Network, which is drawn once.
    """
    return Network(seed, network, **parameters).trial(trial, load, centre, cues, protocol, engine, rates_every)
