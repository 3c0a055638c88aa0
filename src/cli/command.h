/* SPDX-License-Identifier: MIT */
/*
 * How a command is defined: one file each, listed in registry.h. Parser, help, completions and
 * manual pages all work from these tables.
 */
#ifndef ENT_CLI_COMMAND_H
#define ENT_CLI_COMMAND_H

#include <stdbool.h>
#include <entente/date.h>

typedef enum {
    ENT_OPTION_FLAG,
    ENT_OPTION_TEXT, /* may be empty; all others may not */
    ENT_OPTION_NAME,
    ENT_OPTION_COUNT,  /* a whole number >= 0, from low to high where high is set */
    ENT_OPTION_NUMBER, /* likewise with a fraction; or, as its text, one of choices */
    ENT_OPTION_DATE,   /* partial */
    ENT_OPTION_CHOICE, /* one of choices, or its unique beginning */
    ENT_OPTION_LIST,   /* parts with commas between; may be given again. choices: to complete it */
    ENT_OPTION_FILE,
} EntOptionKind;

/* Adds the names there are to choose from; they live as long as the program. */
typedef void EntChoices(GPtrArray *names);

typedef struct {
    const char *name; /* long, without "--"; NULL ends a table */
    char letter;      /* 0: none */
    EntOptionKind kind;
    /* How help calls it; NULL for a flag. A word in brackets before it, "[via] TYPE", may be said
     * for the sake of reading: "--project via MOU". */
    const char *argument;
    const char *fallback; /* what counts where it is not given; NULL: nothing */
    const char *help;     /* one sentence without capital and full stop */
    EntChoices *choices;
    double low, high;
} EntOption;

/* Options under one heading of the help. */
typedef struct {
    const char *title;
    const EntOption *options;
} EntOptionGroup;

typedef struct {
    const char *words; /* what follows "entente " */
    const char *says;
} EntExample;

typedef struct EntRun EntRun;

typedef struct {
    const char *name;                    /* first, for look-up */
    const char *words;                   /* what it takes besides options: "FACTS…" */
    const char *summary;                 /* a line, for the list of commands */
    const char *description;             /* paragraphs, with empty lines between */
    const EntOptionGroup *const *groups; /* NULL-terminated, in the order of the help */
    const EntExample *examples;          /* ends with words NULL; may be NULL */
    const char *next;                    /* what to do then; NULL: nothing to say */
    guint least, most;                   /* how many words */
    EntChoices *choices;                 /* what the first word may be; NULL: files */
    bool hidden;                         /* not listed */
    bool texts;                          /* it shows the texts of sources */
    int (*run)(EntRun *run);             /* returns the exit status */
} EntCommand;

/* Exit statuses. */
enum { ENT_EXIT_DONE = 0, ENT_EXIT_FINDINGS = 1, ENT_EXIT_FAILED = 2 };

/* All commands, sorted by name, NULL-terminated. */
extern const EntCommand *const ent_commands[];

/* By name or unique beginning of those not hidden; NULL and an error with a suggestion. */
const EntCommand *ent_command_find(const char *name, GError **error);

#endif
