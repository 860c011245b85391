# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A flexible model of working memory: networks, trials and sweeps as NumPy arrays.

    >>> import flexwm
    >>> t = flexwm.trial(load=6, seed=1)
    >>> t.maintained, t.digest
    (2, 'a4f9b144f032b106779fd0d1ad43285c')

Seed, network, trial and parameters name a trial completely: the same names give the same spikes here, in the
program `flexwm` and everywhere else.  Parameters are keywords with the names that `flexwm.parameters()` lists, for
example `gamma=0.2` or `sensory="surface"`.  Bad input raises BadInput, which is a ValueError, and anything else that
fails raises Failed, which is a RuntimeError; both have the library's message.

Times are in ms, rates in Hz, neurons and rings are counted from 0.
"""
from ._library import BadInput, Failed, version
from ._model import Network, Trial, default_parameters, parameters, trial
from ._sweep import Store, sweep

__version__ = version()
__all__ = ["BadInput", "Failed", "Network", "Store", "Trial", "default_parameters", "parameters", "sweep", "trial"]
