/* SPDX-FileCopyrightText: The flexwm authors
   SPDX-License-Identifier: GPL-3.0-or-later
   Hostile input for the readers of the library: matrices, parameters, grids, stores, protocols and chunks.

   tests/fuzz.sh (make check-fuzz) compiles this file with libFuzzer, which invents inputs for the
   target that FLEXWM_FUZZ names.  With REPLAY it has a main of its own, which gives each target the
   files of tests/corpus (make check).
   An input is accepted or refused with one line; an accepted one must come back the same. */
#include "flexwm.h"
#include "reader.h"
#include <dirent.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* As assert, but never compiled out. */
#define EXPECT(what) ((what) ? (void)0 : fail(#what, __LINE__))
static void fail(const char *what, int line)
{
    fprintf(stderr, "fuzz.c:%d: expected %s\n", line, what);
    abort();
}

/* One file serves all inputs; it is removed at the end. */
static char path[4096];
static void remove_file(void) { unlink(path); }
static void write_file(const uint8_t *data, size_t size)
{
    static int file = -1;
    if (file < 0) {
        const char *folder = getenv("TMPDIR");
        snprintf(path, sizeof path, "%s/flexwm-fuzz-XXXXXX", folder ? folder : "/tmp");
        EXPECT((file = mkstemp(path)) >= 0);
        atexit(remove_file);
    }
    EXPECT(ftruncate(file, 0) == 0 && pwrite(file, data, size, 0) == (ssize_t)size);
}

static int is_line(const char *text)
{
    while ((unsigned char)*text >= ' ' && *text != 127)
        text++;
    return *text == '\0';
}
/* A refusal has a message, and the message is a line. */
static enum fwm_status told(enum fwm_status status, const fwm_error *error)
{
    EXPECT(status == FWM_OK || status == FWM_BAD_INPUT || status == FWM_FAILED);
    EXPECT(status == FWM_OK || (error->status == status && *error->message));
    EXPECT(status == FWM_OK || is_line(error->message));
    return status;
}

/* A file as the patterns of two sub-networks, two each, of 2 neurons of 8. */
static void patterns(void)
{
    fwm_parameters p = fwm_parameters_default();
    fwm_network *network = NULL;
    fwm_wiring wiring;
    fwm_error error;
    EXPECT(fwm_parameters_assign(&p, "sensory=patterns", &error) == FWM_OK);
    p.Ns = 8, p.P = 2, p.M = 2, p.f = 0.25, p.NR = 4;
    enum fwm_status status = told(fwm_wiring_read(&wiring, &p, NULL, NULL, path, &error), &error);
    if (status == FWM_OK)
        EXPECT(fwm_wiring_network(&network, &p, &wiring, 1, 0, &error) == FWM_OK);
    for (int k = 0; k < 8 && network; k++)
        EXPECT(wiring.patterns[k / 2 * 8 + fwm_pattern_neurons(network->patterns, k / 4, k / 2 % 2)[k % 2]]);
    fwm_network_free(network);
    fwm_wiring_free(&wiring);
}

/* A file as a matrix of 8 x 4, and as the connectivity of a network of that size. */
static void matrix(const uint8_t *data, size_t size)
{
    unsigned char *numbers = NULL;
    fwm_network *network = NULL;
    fwm_error error;
    fwm_parameters p = fwm_parameters_default();
    p.Ns = 8, p.P = 1, p.NR = 4, p.width = 8;
    write_file(data, size);
    enum fwm_status bytes = told(fwm_npy_read(path, 8, 4, &numbers, &error), &error);
    enum fwm_status both = told(fwm_network_read(&network, &p, path, &error), &error);
    EXPECT((bytes == FWM_OK) == (numbers != NULL) && (both == FWM_OK) == (network != NULL));
    EXPECT(both != FWM_OK || bytes == FWM_OK);
    for (int k = 0; k < 32 && network; k++)
        EXPECT(numbers[k] == fwm_connected(network, k / 4, k % 4));
    fwm_network_free(network);
    free(numbers);
    patterns();
}

static char *text_of(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    EXPECT(text);
    memcpy(text, data, size), text[size] = '\0';
    return text;
}

/* Assignments, one a line. */
static void parameters(const uint8_t *data, size_t size)
{
    char *text = text_of(data, size), *rest = text;
    fwm_parameters p = fwm_parameters_default(), q = p;
    fwm_error error;
    for (char *line; (line = strsep(&rest, "\n"));) {
        const fwm_parameters before = p;
        if (told(fwm_parameters_assign(&p, line, &error), &error) != FWM_OK)
            EXPECT(fwm_parameters_compare(&p, &before) == 0);
    }
    told(fwm_parameters_check(&p, &error), &error);
    size_t count;
    const fwm_parameter *list = fwm_parameter_list(&count);
    for (size_t k = 0; k < count; k++) {
        char value[32], setting[80];
        fwm_parameter_text(&p, &list[k], value);
        snprintf(setting, sizeof setting, "%s=%s", list[k].symbol, value);
        EXPECT(fwm_parameters_assign(&q, setting, &error) == FWM_OK);
    }
    EXPECT(fwm_parameters_compare(&p, &q) == 0);
    char differing[FWM_DIFFERING];
    fwm_parameters_differing(&p, differing);
    EXPECT(is_line(differing));
    free(text);
}

/* Settings, one a line; one with a ~ before it is varied. */
static void grid(const uint8_t *data, size_t size)
{
    char *text = text_of(data, size), *rest = text;
    fwm_factorial_grid grid = { .count = 0 };
    fwm_point *points = NULL;
    fwm_error error;
    size_t expected = 1, count = 0;
    for (char *line; (line = strsep(&rest, "\n"));)
        told(*line == '~' ? fwm_factorial_grid_vary(&grid, line + 1, &error)
                          : fwm_factorial_grid_set(&grid, line, &error), &error);
    for (size_t k = 0; k < grid.count && expected <= 200; k++)
        expected *= grid.axes[k].count;
    if (expected <= 200
        && told(fwm_factorial_grid_points(&grid, &points, &count, &error), &error) == FWM_OK) {
        EXPECT(count == expected);
        for (size_t k = 0; k < count; k++)
            EXPECT(fwm_point_check(&points[k], &error) == FWM_OK);
        for (size_t k = 0; k < count; k++)
            for (size_t j = 0; j < k; j++)
                EXPECT(fwm_parameters_compare(&points[j].parameters, &points[k].parameters) != 0
                       || points[j].load != points[k].load || points[j].centre != points[k].centre);
    }
    free(points);
    fwm_factorial_grid_free(&grid);
    free(text);
}

/* A store of two small conditions with two trials on each of two networks, made once. */
static uint8_t *good;
static size_t good_size;
static fwm_point points[2];
static const fwm_sweep sweep = { .points = points, .count = 2, .networks = 2, .trials = 2,
                                 .seed = 1, .workers.threads = 1 };
static void make_store(void)
{
    static const char *const small[] = { "Ns=64", "P=4", "NR=50", "width=16", "T=60", "t_on=10",
                                         "t_off=20", "t_read=60", "t_window=20", "t_bin=20" };
    for (int k = 0; k < 2; k++) {
        points[k] = (fwm_point){ .parameters = fwm_parameters_default(),
                                 .load = k ? FWM_DRAWN : 1, .centre = k ? FWM_DRAWN : 7 };
        for (size_t s = 0; s < sizeof small / sizeof *small; s++)
            EXPECT(fwm_parameters_assign(&points[k].parameters, small[s], NULL) == FWM_OK);
    }
    fwm_store *store = NULL;
    write_file(NULL, 0);
    EXPECT(fwm_store_open(&store, path, "fuzz", NULL) == FWM_OK);
    EXPECT(fwm_sweep_run(&sweep, store, NULL) == FWM_OK);
    fwm_store_close(store);
    FILE *stream = fopen(path, "rb");
    EXPECT(stream && (good = malloc(1 << 20)));
    good_size = fread(good, 1, 1 << 20, stream);
    EXPECT(good_size > 0 && good_size < 1 << 20 && fclose(stream) == 0);
}

static enum fwm_status visit(void *context, uint32_t network, uint32_t trial,
                             const fwm_outcome *outcome, fwm_error *error)
{
    (void)error;
    EXPECT(network < 2 && trial < 2 && outcome->maintained + outcome->forgotten == outcome->load);
    ++*(int *)context;
    return FWM_OK;
}
/* A store that opens has tables of lines, and trials that a sweep can go on from. */
static void use_store(const fwm_database *database)
{
    fwm_error error;
    for (int table = FWM_EXPORT_TRIALS; table <= FWM_EXPORT_ITEMS; table++) {
        char *text = NULL;
        size_t length = 0;
        FILE *stream = open_memstream(&text, &length);
        EXPECT(stream);
        EXPECT(fwm_export(stream, database, (enum fwm_export_table)table, FWM_EXPORT_TSV, &error) == FWM_OK);
        EXPECT(fclose(stream) == 0 && strlen(text) == length && text[length - 1] == '\n');
        for (char *c = text; *c; c++)
            EXPECT((unsigned char)*c >= ' ' || *c == '\t' || *c == '\n');
        free(text);
    }
    int visited = 0;
    told(fwm_recall(database, 1, 1, 2, 2, true, visit, &visited, &error), &error);
    EXPECT(visited <= 4);
}
/* The input is patches: a page and a place in it, two bytes each, a length, and as many bytes.
   A page from 0x8000 on cuts the file at that place instead. */
static void store(const uint8_t *data, size_t size)
{
    fwm_database database = {0};
    fwm_store *resumed = NULL;
    fwm_error error;
    uint64_t missing = 0;
    if (!good)
        make_store();
    size_t end = good_size;
    uint8_t *bad = malloc(good_size);
    EXPECT(bad);
    memcpy(bad, good, good_size);
    while (size > 5) {
        size_t at = ((size_t)(data[0] & 0x7f) << 8 | data[1]) * 4096 + ((size_t)data[2] << 8 | data[3]) % 4096;
        size_t length = data[4] < size - 5 ? data[4] : size - 5;
        if (data[0] & 0x80)
            end = at % good_size;
        for (size_t k = 0; k < length && !(data[0] & 0x80); k++)
            bad[(at + k) % good_size] = data[5 + k];
        data += 5 + length, size -= 5 + length;
    }
    write_file(bad, end);
    free(bad);
    enum fwm_status status = told(fwm_database_open(&database, path, NULL, &error), &error);
    if (status == FWM_OK)
        use_store(&database);
    fwm_database_close(&database);
    if (status == FWM_OK && told(fwm_store_open(&resumed, path, "fuzz", &error), &error) == FWM_OK)
        if (told(fwm_sweep_missing(&sweep, resumed, &missing, &error), &error) == FWM_OK)
            EXPECT(missing <= 8);
    fwm_store_close(resumed);
}

/* Parameters of a small network of a kind. */
static fwm_parameters small(int kind)
{
    static const char *const words[][3] = { { "sensory=ring", "Ns=64", "width=16" },
        { "sensory=surface", "Ns=144", "width=8" }, { "sensory=patterns", "Ns=64", "M=5" } };
    fwm_parameters p = fwm_parameters_default();
    for (int k = 0; k < 3; k++)
        EXPECT(fwm_parameters_assign(&p, words[kind][k], NULL) == FWM_OK);
    p.P = 3, p.NR = 40;
    return p;
}

/* What a network can be shown has items that it has, and epochs that ascend, with inputs that are
   finite. */
static void show(const fwm_protocol *t, const fwm_protocol *again, int kind)
{
    fwm_parameters p = small(kind);
    fwm_item items[FWM_ENTRIES];
    fwm_network *n;
    fwm_schedule s;
    fwm_error error;
    if (told(fwm_protocol_check(t, &p, &error), &error) != FWM_OK)
        return;
    fwm_protocol_draw(again, &p, 1, 2, 3, items);
    for (int k = 0; k < fwm_protocol_items(t); k++) {
        EXPECT(items[k].ring >= 0 && items[k].ring < 3 && items[k].on < items[k].off);
        EXPECT(items[k].centre >= 0 && items[k].centre < fwm_items(&p) && is_line(items[k].name));
    }
    EXPECT(fwm_network_draw(&n, &p, 1, 2, &error) == FWM_OK);
    EXPECT(fwm_protocol_schedule(t, n, 1, 2, 3, &s, &error) == FWM_OK);
    for (size_t k = 0; k < s.count; k++) {
        EXPECT(k == 0 || s.epochs[k - 1].from < s.epochs[k].from);
        for (int i = 0; s.epochs[k].input && i < fwm_neurons(&p); i++)
            EXPECT(s.epochs[k].input[i] >= -512e3 && s.epochs[k].input[i] <= 512e3);
    }
    EXPECT(s.epochs[s.count - 1].input == NULL);
    fwm_schedule_free(&s), fwm_network_free(n);
}

/* A protocol: its canonical text comes back the same, and networks of each kind are shown it. */
static void protocol(const uint8_t *data, size_t size)
{
    fwm_protocol *t = NULL, *again = NULL;
    fwm_error error;
    enum fwm_status status = told(fwm_protocol_parse(&t, (const char *)data, size, "fuzz", &error), &error);
    EXPECT((status == FWM_OK) == (t != NULL));
    if (!t)
        return;
    const char *text = fwm_protocol_text(t);
    EXPECT(fwm_protocol_parse(&again, text, strlen(text), "again", &error) == FWM_OK);
    EXPECT(strcmp(fwm_protocol_text(again), text) == 0 && strlen(fwm_protocol_hash(t)) == 32);
    EXPECT(strcmp(fwm_protocol_hash(again), fwm_protocol_hash(t)) == 0);
    EXPECT(fwm_protocol_items(again) == fwm_protocol_items(t));
    for (int kind = 0; kind < FWM_SENSORY_KINDS; kind++)
        show(t, again, kind);
    fwm_protocol_free(t), fwm_protocol_free(again);
}

/* The exchanges of chunks keep the number of connections of each random neuron. */
static int partners(const fwm_network *n, int j)
{
    int count = 0;
    for (int i = 0; i < fwm_sensory_neurons(&n->parameters); i++)
        count += fwm_connected(n, i, j);
    return count;
}
static void exchange(const fwm_chunks *c, int kind)
{
    fwm_network *plain = NULL, *network = NULL;
    fwm_parameters p = small(kind);
    fwm_error error;
    EXPECT(fwm_network_draw(&plain, &p, 1, 2, &error) == FWM_OK);
    if (told(fwm_network_wire(&network, &p, c, NULL, 1, 2, &error), &error) == FWM_OK) {
        EXPECT(fwm_chunks_check(c, &p, &error) == FWM_OK);
        for (int j = 0; j < p.NR; j++)
            EXPECT(partners(network, j) == partners(plain, j));
    }
    fwm_network_free(plain), fwm_network_free(network);
}

/* A file of chunks, and networks of each kind with them: the canonical text comes back the same. */
static void chunks(const uint8_t *data, size_t size)
{
    fwm_chunks *c = NULL, *again = NULL;
    fwm_error error;
    write_file(data, size);
    enum fwm_status status = told(fwm_chunks_read(&c, path, &error), &error);
    EXPECT((status == FWM_OK) == (c != NULL));
    if (!c)
        return;
    EXPECT(c->rho >= 0 && c->rho <= 1 && !(c->w <= 0) && !(c->w > 65536) && c->count > 0 && c->places >= (size_t)c->count);
    for (size_t k = 1; k < c->places; k++)
        EXPECT(c->place[k].chunk > c->place[k - 1].chunk
               || (c->place[k].chunk == c->place[k - 1].chunk && c->place[k].ring > c->place[k - 1].ring));
    EXPECT(fwm_chunks_parse(&again, c->text, "again", &error) == FWM_OK);
    EXPECT(strcmp(again->text, c->text) == 0 && strcmp(again->hash, c->hash) == 0 && strlen(c->hash) == 32);
    for (int kind = 0; kind < FWM_SENSORY_KINDS; kind++)
        exchange(c, kind);
    fwm_chunks_free(c), fwm_chunks_free(again);
}

static const struct { const char *name; void (*run)(const uint8_t *, size_t); } targets[] = {
    { "matrix", matrix }, { "parameters", parameters }, { "grid", grid }, { "store", store },
    { "protocol", protocol }, { "chunks", chunks } };
enum { TARGETS = sizeof targets / sizeof *targets };

#ifdef REPLAY
static int replay(const char *directory, size_t target)
{
    static uint8_t data[1 << 16];
    char name[8192];
    int files = 0;
    snprintf(name, sizeof name, "%s/%s", directory, targets[target].name);
    DIR *folder = opendir(name);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (*entry->d_name == '.')
            continue;
        snprintf(name, sizeof name, "%s/%s/%s", directory, targets[target].name, entry->d_name);
        FILE *stream = fopen(name, "rb");
        EXPECT(stream);
        size_t size = fread(data, 1, sizeof data, stream);
        fclose(stream);
        fprintf(stderr, "%s\n", name);
        targets[target].run(data, size), files++;
    }
    if (folder)
        closedir(folder);
    return files;
}
int main(void)
{
    char directory[4096];
    const char *sources = getenv("srcdir");
    snprintf(directory, sizeof directory, "%s/tests/corpus", sources ? sources : ".");
    printf("1..%d\n", (int)TARGETS);
    fflush(stdout);
    for (size_t t = 0; t < TARGETS; t++) {
        int files = replay(directory, t);
        printf("%s %zu - %s, %d inputs\n", files > 3 ? "ok" : "not ok", t + 1, targets[t].name, files);
        fflush(stdout);
    }
    return 0;
}
#else
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *name = getenv("FLEXWM_FUZZ");
    for (size_t t = 0; t < TARGETS; t++)
        if (name && strcmp(targets[t].name, name) == 0) {
            targets[t].run(data, size);
            return 0;
        }
    fprintf(stderr, "FLEXWM_FUZZ must name a target\n");
    exit(64);
}
#endif
