# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many items are held?  The figure on capacity at its --quick size: python capacity.py [capacity.png]"""
import sys

import flexwm
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt

# Four networks, five trials on each at every load; the trials stay in capacity.sqlite.
store = flexwm.sweep("capacity.sqlite", vary={"load": range(1, 9)}, networks=4, trials=5)
trials = store.trials()

# Networks are what is repeated, so the error is taken over them.
networks = trials.groupby(["load", "network"]).maintained.mean().groupby("load")
mean, error = networks.mean(), networks.sem()
print(mean.round(2).to_string())

plt.errorbar(mean.index, mean, error, fmt="o-", label="items held")
plt.plot(mean.index, mean.index, ":", color="grey", label="all items")
plt.xlabel("load (items shown)")
plt.ylabel("items held")
plt.legend()
plt.savefig(sys.argv[1] if len(sys.argv) > 1 else "capacity.png", dpi=150)
