/* SPDX-FileCopyrightText: The flexwm authors
   SPDX-License-Identifier: GPL-3.0-or-later
   How many of LOAD items (6) does a network keep, in ten trials?
   cc kept.c $(pkg-config --cflags --libs flexwm) -o kept && ./kept LOAD */
#include <flexwm/flexwm.h>
#include <stdlib.h>

int main(int count, char **arguments)
{
    fwm_parameters p = fwm_parameters_default();
    fwm_trial trial = { .seed = 1, .load = count > 1 ? atoi(arguments[1]) : 6,
                        .centre = p.Ns / 2, .engine = fwm_events };
    fwm_network *network = NULL;
    fwm_record record = {0};
    fwm_outcome *outcome;
    fwm_error error;
    int shown = 0, kept = 0;

    if (fwm_network_draw(&network, &p, trial.seed, trial.network, &error)
        || fwm_record_open(&record, network, &error))
        goto failed;
    for (trial.trial = 0; trial.trial < 10; trial.trial++) {
        fwm_record_clear(&record);
        if (fwm_trial_run(network, &trial, &record, &outcome, &error))
            goto failed;
        shown += outcome->load;
        kept += outcome->maintained;
        free(outcome);
    }
    printf("%d of %d items kept\n", kept, shown);
    error.status = FWM_OK;
failed:
    if (error.status != FWM_OK)
        fprintf(stderr, "%s\n", error.message);
    fwm_record_free(&record);
    fwm_network_free(network);
    return error.status;
}
