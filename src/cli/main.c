/* SPDX-License-Identifier: MIT */
#include "cli/interrupt.h"
#include "cli/memory.h"
#include "cli/start.h"

#include <fcntl.h>
#include <unistd.h>

/* A standard descriptor that is closed would be taken by the next file that is opened. */
static void open_standard_files(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd ? O_RDONLY : O_WRONLY) != fd)
            _exit(ENT_EXIT_FAILED);
}

static int run_command(const EntCommand *command, const char *const *words, GError *early)
{
    g_autoptr(EntArgs) args = ent_args_new(command);
    EntRun run = {.args = args};
    GError *error = NULL;
    int status;

    if (!ent_args_parse(args, words, &error) && !early)
        early = error;
    ent_run_begin(&run);
    if (early)
        status = ent_run_misused(&run, early);
    else if (ent_args_flag(args, "help") && !g_str_equal(command->name, "help"))
        status = ent_run_help(&run, command);
    else if (ent_args_flag(args, "version"))
        status = ent_run_version(&run);
    else
        status = command->run(&run);
    ent_run_end(&run);
    return status;
}

/* What is wrong with the words before any command looks at them; NULL: nothing. */
static GError *check_words(int length, char **words)
{
    for (int i = 1; i < length; i++)
        if (!g_utf8_validate(words[i], -1, NULL))
            return g_error_new(ENT_ERROR, ENT_ERROR_USAGE, "argument %d is not valid UTF-8", i);
    if (length > 1 && *words[1] == '-' && !ent_is_general(words[1]))
        return g_error_new(ENT_ERROR, ENT_ERROR_USAGE, "the command comes first, before '%s'",
                           words[1]);
    return NULL;
}

int main(int argc, char **argv)
{
    static const char *const nothing[] = {NULL};
    const EntCommand *help = ent_command_find("help", NULL), *command = help;
    const char *const *words = (const char *const *)argv + MIN(argc, 1);
    GError *error;

    open_standard_files();
    ent_memory_in_large_pages();
    ent_interrupt_install();
    error = check_words(argc, argv);
    if (!*words)
        return ent_no_command();
    if (!error && **words != '-')
        command = ent_command_find(*words++, &error);
    return run_command(command ? command : help, error ? nothing : words, error);
}
