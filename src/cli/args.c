/* SPDX-License-Identifier: MIT */
#include "cli/args.h"

#include "base/lookup.h"
#include "base/text.h"

#include <errno.h>
#include <math.h>

typedef struct {
    const EntOption *option;
    bool given;
    const char *text;
    guint64 count;
    double number;
    EntDate date;
    GPtrArray *list; /* const char *, ended by NULL once parsed */
} Value;

struct EntArgs {
    const EntCommand *command;
    GArray *values;          /* Value, by option */
    GPtrArray *words;        /* const char * */
    const char *const *next; /* while parsing */
};

static void clear_value(gpointer data)
{
    Value *value = data;

    if (value->list)
        g_ptr_array_free(value->list, TRUE);
}

EntArgs *ent_args_new(const EntCommand *command)
{
    EntArgs *args = g_new0(EntArgs, 1);

    args->command = command;
    args->values = g_array_new(FALSE, TRUE, sizeof(Value));
    g_array_set_clear_func(args->values, clear_value);
    args->words = g_ptr_array_new();
    for (const EntOptionGroup *const *group = command->groups; group && *group; group++) {
        for (const EntOption *option = (*group)->options; option->name; option++) {
            Value value = {.option = option};

            g_array_append_val(args->values, value);
        }
    }
    return args;
}

void ent_args_free(EntArgs *args)
{
    if (!args)
        return;
    g_array_free(args->values, TRUE);
    g_ptr_array_free(args->words, TRUE);
    g_free(args);
}

static bool fail(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

static bool fail(GError **error, const char *format, ...)
{
    va_list list;
    GError *made;

    va_start(list, format);
    made = g_error_new_valist(ENT_ERROR, ENT_ERROR_USAGE, format, list);
    va_end(list);
    g_propagate_error(error, made);
    return false;
}

/* A whole number in digits; 2^64 - 1 at most. */
static bool read_count(Value *value, const char *text, GError **error)
{
    const EntOption *option = value->option;
    bool good = *text != '\0';
    char *end;

    for (const char *at = text; *at; at++)
        good = good && g_ascii_isdigit(*at);
    errno = 0;
    value->count = good ? g_ascii_strtoull(text, &end, 10) : 0;
    if (!good || errno == ERANGE)
        return fail(error, "'--%s' wants a whole number, not '%s'", option->name, text);
    if (option->high > 0 &&
        ((double)value->count < option->low || (double)value->count > option->high))
        return fail(error, "'--%s' wants a number from %g to %g, not %s", option->name, option->low,
                    option->high, text);
    return true;
}

/* The option's own word that the text is; NULL: it is none. */
static const char *find_word(const EntOption *option, const char *text)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();

    if (option->choices)
        option->choices(words);
    for (guint i = 0; i < words->len; i++)
        if (g_str_equal(words->pdata[i], text))
            return words->pdata[i];
    return NULL;
}

static bool read_number(Value *value, const char *text, GError **error)
{
    const EntOption *option = value->option;
    char *end;

    value->text = find_word(value->option, text);
    if (value->text)
        return true;
    value->number = g_ascii_strtod(text, &end);
    if (end == text || *end || g_ascii_isspace(*text) || !isfinite(value->number))
        return fail(error, "'--%s' wants %s, not '%s'", option->name,
                    option->choices ? option->argument : "a number", text);
    if (value->number < option->low || (option->high > 0 && value->number > option->high))
        return fail(error, "'--%s' wants a number from %g to %g, not %s", option->name, option->low,
                    option->high, text);
    return true;
}

static bool read_date(Value *value, const char *text, GError **error)
{
    const char *why;

    if (ent_date_parse(text, &value->date, &why))
        return true;
    return fail(error, "'--%s' wants a date (YYYY, YYYY-MM or YYYY-MM-DD), not '%s': %s",
                value->option->name, text, why);
}

static bool read_choice(Value *value, const char *text, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    gconstpointer found;

    value->option->choices(names);
    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(items, &names->pdata[i]);
    g_ptr_array_add(items, NULL);
    found = ent_lookup((gconstpointer const *)items->pdata, "argument", text, error);
    if (!found) {
        g_prefix_error(error, "'--%s': ", value->option->name);
        return false;
    }
    value->text = *(const char *const *)found;
    return true;
}

static bool read_value(Value *value, const char *text, GError **error)
{
    if (*text == '\0' && value->option->kind != ENT_OPTION_TEXT)
        return fail(error, "'--%s' wants %s, not an empty text", value->option->name,
                    value->option->argument);
    switch (value->option->kind) {
    case ENT_OPTION_COUNT:
        return read_count(value, text, error);
    case ENT_OPTION_NUMBER:
        return read_number(value, text, error);
    case ENT_OPTION_DATE:
        return read_date(value, text, error);
    case ENT_OPTION_CHOICE:
        return read_choice(value, text, error);
    case ENT_OPTION_LIST:
        if (!value->list)
            value->list = g_ptr_array_new();
        g_ptr_array_add(value->list, (gpointer)text);
        return true;
    case ENT_OPTION_FLAG:
    case ENT_OPTION_TEXT:
    case ENT_OPTION_NAME:
    case ENT_OPTION_FILE:
        value->text = text;
    }
    return true;
}

/* Whether the next word is the one that an option's argument may have before it. */
static bool is_lead(const EntArgs *args, const EntOption *option)
{
    const char *argument = option->argument, *word = *args->next;
    gsize length = strlen(word);

    return *argument == '[' && g_str_has_prefix(argument + 1, word) &&
           argument[length + 1] == ']' && args->next[1];
}

/* The argument behind an option: after "=", or the next word. */
static bool take_argument(EntArgs *args, Value *value, const char *attached, GError **error)
{
    const EntOption *option = value->option;

    if (option->kind == ENT_OPTION_FLAG && attached)
        return fail(error, "'--%s' takes no argument", option->name);
    if (option->kind != ENT_OPTION_FLAG) {
        if (!attached && !*args->next)
            return fail(error, "'--%s' wants an argument: --%s %s", option->name, option->name,
                        option->argument);
        if (!attached && is_lead(args, option))
            args->next++;
        if (!read_value(value, attached ? attached : *args->next++, error))
            return false;
    }
    value->given = true;
    return true;
}

/* Which other command takes the option, for a hint; NULL if none does. */
static const char *whose_option(const char *name)
{
    for (const EntCommand *const *command = ent_commands; *command; command++)
        for (const EntOptionGroup *const *group = (*command)->groups; group && *group; group++)
            for (const EntOption *option = (*group)->options; option->name; option++)
                if (!(*command)->hidden && g_str_equal(option->name, name))
                    return (*command)->name;
    return NULL;
}

static bool fail_unknown(const EntArgs *args, const char *name, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    const char *near, *other = whose_option(name);

    if (other)
        return fail(error, "'%s' takes no option '--%s' ('%s' does)", args->command->name, name,
                    other);
    for (guint i = 0; i < args->values->len; i++)
        g_ptr_array_add(names, (gpointer)g_array_index(args->values, Value, i).option->name);
    g_ptr_array_add(names, NULL);
    near = ent_nearest((const char *const *)names->pdata, name);
    if (near)
        return fail(error, "unknown option '--%s': did you mean '--%s'?", name, near);
    return fail(error, "unknown option '--%s'", name);
}

/* By name or unique beginning. */
static Value *find_long(EntArgs *args, const char *name, GError **error)
{
    g_autoptr(GString) fitting = g_string_new(NULL);
    Value *found = NULL;
    guint fits = 0;

    for (guint i = 0; i < args->values->len; i++) {
        Value *value = &g_array_index(args->values, Value, i);

        if (g_str_equal(value->option->name, name))
            return value;
        if (!*name || !g_str_has_prefix(value->option->name, name))
            continue;
        g_string_append_printf(fitting, "%s'--%s'", fits ? ", " : "", value->option->name);
        found = value;
        fits++;
    }
    if (fits > 1)
        fail(error, "ambiguous option '--%s': it may be %s", name, fitting->str);
    else if (fits == 0)
        fail_unknown(args, name, error);
    return fits == 1 ? found : NULL;
}

static bool parse_long(EntArgs *args, const char *word, GError **error)
{
    const char *equals = strchr(word, '=');
    g_autofree char *name = equals ? g_strndup(word, (gsize)(equals - word)) : g_strdup(word);
    Value *value = find_long(args, name, error);

    return value && take_argument(args, value, equals ? equals + 1 : NULL, error);
}

static bool parse_letters(EntArgs *args, const char *letters, GError **error)
{
    while (*letters) {
        Value *value = NULL;

        for (guint i = 0; i < args->values->len && !value; i++)
            if (g_array_index(args->values, Value, i).option->letter == *letters)
                value = &g_array_index(args->values, Value, i);
        if (!value)
            return fail(error, "unknown option '-%.*s'", (int)(g_utf8_next_char(letters) - letters),
                        letters);
        letters++;
        if (value->option->kind != ENT_OPTION_FLAG)
            return take_argument(args, value, *letters ? letters : NULL, error);
        value->given = true;
    }
    return true;
}

static bool count_words(EntArgs *args, GError **error)
{
    const EntCommand *command = args->command;
    guint length = args->words->len;

    if (length < command->least)
        return fail(error, "'%s' wants %s", command->name, command->words);
    if (length > command->most && command->most == 0)
        return fail(error, "'%s' takes options only, not '%s'", command->name,
                    (const char *)args->words->pdata[0]);
    if (length > command->most)
        return fail(error, "'%s' takes %s only, not also '%s'", command->name, command->words,
                    (const char *)args->words->pdata[command->most]);
    return true;
}

static bool parse_words(EntArgs *args, GError **error)
{
    while (*args->next) {
        const char *word = *args->next++;

        if (g_str_equal(word, "--")) {
            while (*args->next)
                g_ptr_array_add(args->words, (gpointer)*args->next++);
        } else if (g_str_has_prefix(word, "--")) {
            if (!parse_long(args, word + 2, error))
                return false;
        } else if (word[0] == '-' && word[1]) {
            if (!parse_letters(args, word + 1, error))
                return false;
        } else {
            g_ptr_array_add(args->words, (gpointer)word);
        }
    }
    return true;
}

static bool fill_in(EntArgs *args, GError **error)
{
    for (guint i = 0; i < args->values->len; i++) {
        Value *value = &g_array_index(args->values, Value, i);

        if (!value->given && value->option->fallback &&
            !read_value(value, value->option->fallback, error))
            return false;
        if (value->list)
            g_ptr_array_add(value->list, NULL);
    }
    return true;
}

bool ent_args_parse(EntArgs *args, const char *const *words, GError **error)
{
    bool good, asked;

    args->next = words;
    good = parse_words(args, error);
    /* The rest even after a mistake: its message has a form and a colour. */
    good = fill_in(args, good ? error : NULL) && good;
    asked = ent_args_flag(args, "help") || ent_args_flag(args, "version");
    good = good && (asked || count_words(args, error));
    g_ptr_array_add(args->words, NULL);
    return good;
}

const char *const *ent_args_words(const EntArgs *args, guint *length)
{
    if (length)
        *length = args->words->len - 1;
    return (const char *const *)args->words->pdata;
}

const EntCommand *ent_args_command(const EntArgs *args)
{
    return args->command;
}

static const Value *find(const EntArgs *args, const char *option)
{
    for (guint i = 0; i < args->values->len; i++) {
        const Value *value = &g_array_index(args->values, Value, i);

        if (g_str_equal(value->option->name, option))
            return value;
    }
    return NULL;
}

static const Value *get(const EntArgs *args, const char *option)
{
    const Value *value = find(args, option);

    g_assert(value);
    return value;
}

bool ent_args_has(const EntArgs *args, const char *option)
{
    return find(args, option) != NULL;
}

bool ent_args_given(const EntArgs *args, const char *option)
{
    return get(args, option)->given;
}

bool ent_args_flag(const EntArgs *args, const char *option)
{
    return get(args, option)->given;
}

const char *ent_args_text(const EntArgs *args, const char *option)
{
    return get(args, option)->text;
}

guint64 ent_args_count(const EntArgs *args, const char *option)
{
    return get(args, option)->count;
}

double ent_args_number(const EntArgs *args, const char *option)
{
    return get(args, option)->number;
}

EntDate ent_args_date(const EntArgs *args, const char *option)
{
    return get(args, option)->date;
}

const char *const *ent_args_lists(const EntArgs *args, const char *option)
{
    const Value *value = get(args, option);

    return value->list ? (const char *const *)value->list->pdata : NULL;
}

char **ent_args_split(const EntArgs *args, const char *option)
{
    const char *const *lists = ent_args_lists(args, option);
    GPtrArray *all;

    if (!lists)
        return NULL;
    all = g_ptr_array_new();
    for (; *lists; lists++) {
        g_autofree char **parts = ent_text_split(*lists);

        for (char **part = parts; *part; part++)
            g_ptr_array_add(all, *part);
    }
    g_ptr_array_add(all, NULL);
    return (char **)g_ptr_array_free(all, FALSE);
}
