/* SPDX-License-Identifier: MIT */
/* From files on disk to a dossier: what is found, what is refused, what is never touched. */
#include "check/check.h"
#include "check/inside.h"
#include "check/load.h"
#include "facts_text.h"

#include <sys/stat.h>

#define FACTS(rest) "{ \"entente\": 1, \"schema\": \"open\", " rest " }"

typedef struct {
    char *folder;
    EntReport *report;
    EntDossier *dossier;
    GError *error;
} World;

static int set_up(void **state)
{
    World *world = g_new0(World, 1);

    world->folder = g_dir_make_tmp("entente-load-XXXXXX", NULL);
    world->report = ent_report_new();
    *state = world;
    return 0;
}

static void remove_all(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            remove_all(path);
        else
            g_unlink(path);
    }
    g_dir_close(dir);
    g_rmdir(folder);
}

static int tear_down(void **state)
{
    World *world = *state;

    ent_dossier_free(world->dossier);
    ent_report_free(world->report);
    g_clear_error(&world->error);
    remove_all(world->folder);
    g_free(world->folder);
    g_free(world);
    return 0;
}

static char *put_bytes(World *world, const char *name, const char *bytes, gsize length)
{
    char *path = g_build_filename(world->folder, name, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    FILE *file;

    assert_int_equal(g_mkdir_with_parents(folder, 0700), 0);
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return path;
}

static void put(World *world, const char *name, const char *text)
{
    g_free(put_bytes(world, name, text, strlen(text)));
}

/* Loads files by name ("a.json b.json"). */
static void load_with(World *world, const char *names, EntLoadOptions options)
{
    g_auto(GStrv) paths = g_strsplit(names, " ", -1);

    for (guint i = 0; paths[i]; i++) {
        char *path = g_build_filename(world->folder, paths[i], NULL);

        g_free(paths[i]);
        paths[i] = path;
    }
    g_clear_pointer(&world->dossier, ent_dossier_free);
    g_clear_error(&world->error);
    options.texts_wanted = true;
    world->dossier = ent_dossier_load((const char *const *)paths, g_strv_length(paths), &options,
                                      world->report, &world->error);
}

static void load(World *world, const char *names)
{
    load_with(world, names, (EntLoadOptions){0});
}

/* Findings as "name:line:column code" lines; NULL: none. */
static void assert_findings(World *world, const char *expected)
{
    g_autoptr(GString) found = g_string_new(NULL);

    for (guint i = 0; i < ent_report_length(world->report); i++) {
        const EntFinding *finding = ent_report_get(world->report, i);
        g_autofree char *name = g_path_get_basename(finding->place.file);

        g_string_append_printf(found, "%s%s:%u:%u %s", found->len ? "\n" : "", name,
                               finding->place.line, finding->place.column, finding->code);
    }
    assert_string_equal(found->str, expected ? expected : "");
}

static void quotes_stand_where_they_stand(void **state)
{
    World *world = *state;
    const EntEvidence *evidence;

    put(world, "s/a.txt",
        "\xef\xbb\xbf"
        "“Ünï” — one\r\n two. Two one.");
    put(world, "b.txt", "two");
    put(world, "facts.json",
        FACTS("\"sources\": { \"a\": { \"file\": \"s/a.txt\" }, \"b\": { \"file\": \"b.txt\" }, "
              "\"c\": { \"title\": \"no text\" } }, \"nodes\": { \"n\": { \"type\": \"t\", "
              "\"evidence\": [ "
              "{ \"source\": \"a\", \"quote\": \"\\\"Ünï\\\" - one two\" }, "
              "{ \"source\": \"b\", \"quote\": \"two\" }, "
              "{ \"source\": \"c\", \"quote\": \"two\" }, "
              "{ \"source\": \"a\", \"quote\": \"one\", \"suffix\": \".\" } ] } }"));
    load(world, "facts.json");
    assert_findings(world, NULL);
    assert_non_null(world->dossier);
    evidence = ent_dossier_evidence(world->dossier, 0);
    assert_int_equal(evidence[0].start, 0); /* “Ünï” is 0 to 5, — 6, one 8 to 11, two 14 to 17 */
    assert_int_equal(evidence[0].end, 17);
    assert_int_equal(evidence[1].start, 0);
    assert_int_equal(evidence[1].end, 3);
    assert_int_equal(evidence[2].end, 0);
    assert_int_equal(evidence[3].start, 23);
    assert_int_equal(evidence[3].end, 26);
    assert_string_equal(ent_dossier_source_text(world->dossier, 0),
                        "“Ünï” — one\r\n two. Two one.");
    assert_null(ent_dossier_source_text(world->dossier, 2));
}

#define ONE_SOURCE(file)                                                                           \
    FACTS("\"sources\": { \"s\": { \"file\": \"" file "\" } }, \"nodes\": { \"n\": { "             \
          "\"type\": \"t\", \"evidence\": [ { \"source\": \"s\", \"quote\": \"secret\" } ] } }")

/* What stands several times is at none of these places. */
static void ambiguous_quotes_have_no_place(void **state)
{
    World *world = *state;

    put(world, "a.txt", "no secret is a secret");
    put(world, "facts.json", ONE_SOURCE("a.txt"));
    load(world, "facts.json");
    assert_findings(world, "facts.json:1:147 quote-ambiguous");
    assert_int_equal(ent_dossier_evidence(world->dossier, 0)->start, 0);
    assert_int_equal(ent_dossier_evidence(world->dossier, 0)->end, 0);
}

/* A link inside the folder is followed only as long as it stays inside. */
static void links_do_not_lead_out(void **state)
{
    World *world = *state;
    g_autofree char *link = g_build_filename(world->folder, "in", "link.txt", NULL);
    g_autofree char *away = g_build_filename(world->folder, "in", "away", NULL);
    g_autofree char *good = g_build_filename(world->folder, "in", "good.txt", NULL);
    g_autofree char *outer = g_build_filename(world->folder, "in-secret", NULL);

    put(world, "secret.txt", "secret");
    put(world, "in-secret/secret.txt", "secret"); /* its path begins as the folder's does */
    put(world, "in/own.txt", "secret");
    assert_int_equal(symlink("../secret.txt", link), 0);
    assert_int_equal(symlink(outer, away), 0);
    assert_int_equal(symlink("own.txt", good), 0);
    put(world, "in/1.json", ONE_SOURCE("link.txt"));
    put(world, "in/2.json", ONE_SOURCE("away/secret.txt"));
    put(world, "in/3.json", ONE_SOURCE("good.txt"));
    put(world, "in/4.json", ONE_SOURCE("../in/own.txt"));
    load(world, "in/1.json");
    load(world, "in/2.json");
    load(world, "in/4.json");
    assert_findings(world, "1.json:1:63 source-outside\n2.json:1:63 source-outside\n"
                           "4.json:1:63 source-outside");
    load(world, "in/3.json");
    assert_non_null(world->dossier);
}

/* A pipe would be waited for for ever, a device might do anything. */
static void only_regular_files_are_opened(void **state)
{
    World *world = *state;
    g_autofree char *pipe = g_build_filename(world->folder, "pipe", NULL);
    char *path;
    const char *why;

    assert_int_equal(mkfifo(pipe, 0600), 0);
    put(world, "facts.json", ONE_SOURCE("pipe"));
    load(world, "facts.json");
    assert_findings(world, "facts.json:1:63 source-file");
    put(world, "schema.json", "{ \"entente\": 1, \"schema\": \"./pipe\" }");
    load(world, "schema.json");
    assert_findings(world, "facts.json:1:63 source-file\nschema.json:1:27 schema-file");
    assert_int_equal(ent_inside(world->folder, "pipe", &path, &why), ENT_UNREADABLE);
    assert_int_equal(ent_inside(world->folder, "none", &path, &why), ENT_MISSING);
    assert_int_equal(ent_inside(world->folder, "", &path, &why), ENT_UNREADABLE);
    assert_int_equal(ent_inside("/nowhere", "x", &path, &why), ENT_MISSING);
}

static void files_are_joined(void **state)
{
    World *world = *state;

    put(world, "one.json",
        FACTS("\"nodes\": { \"a\": { \"type\": \"t\" } }, "
              "\"edges\": [ { \"id\": \"x\", \"from\": \"a\", \"type\": \"r\", "
              "\"to\": \"b\" } ]"));
    put(world, "two.ndjson",
        "{\"entente\":1,\"schema\":\"open\"}\n{\"node\":\"b\",\"type\":\"t\"}\n"
        "{\"edge\":[\"b\",\"r\",\"a\"]}\n");
    load(world, "one.json two.ndjson");
    assert_findings(world, NULL);
    assert_int_equal(ent_dossier_edge_count(world->dossier), 2);
    put(world, "three.ndjson",
        "{\"entente\":1}\n{\"edge\":[\"b\",\"r\",\"nobody\"],\"id\":\"x\"}\n");
    load(world, "one.json two.ndjson three.ndjson");
    assert_findings(world, "three.ndjson:2:18 unknown-node\nthree.ndjson:2:33 duplicate-edge-id");
    assert_null(world->dossier);
    assert_null(world->error);
    assert_non_null(strstr(ent_report_get(world->report, 1)->hint, "line 1 of /"));
}

static void schemas_are_settled(void **state)
{
    World *world = *state;
    EntLoadOptions open = {.schema = "open"}, none = {.schema = "nosuch"};

    put(world, "plain.json", "{ \"entente\": 1, \"nodes\": { \"a\": { \"type\": \"nation\" } } }");
    put(world, "odd.json", "{ \"entente\": 1, \"nodes\": { \"a\": { \"type\": \"odd\" } } }");
    load(world, "plain.json");
    assert_non_null(world->dossier);
    load(world, "odd.json");
    assert_findings(world, "odd.json:1:43 unknown-type");
    load_with(world, "odd.json", open);
    assert_non_null(world->dossier);
    load_with(world, "plain.json", none);
    assert_null(world->dossier);
    assert_true(g_error_matches(world->error, ENT_ERROR, ENT_ERROR_USAGE));
    put(world, "own/schema.json", "{ \"ententeSchema\": 1, \"nodeTypes\": { \"odd\": {} } }");
    put(world, "own/facts.json",
        "{ \"entente\": 1, \"schema\": \"schema.json\", "
        "\"nodes\": { \"a\": { \"type\": \"odd\" } } }");
    load(world, "own/facts.json");
    assert_non_null(world->dossier);
}

/* A file broken off does not make everything in it unknown. */
static void nothing_is_checked_after_a_fault_of_syntax(void **state)
{
    World *world = *state;

    put(world, "broken.json",
        FACTS("\"nodes\": { \"c\": { \"type\": \"t\" } }, \"edges\": [ "
              "{ \"from\": \"a\", \"type\": \"r\", \"to\": \"b\" } ],"
              " \"x-note\": "));
    load(world, "broken.json");
    assert_int_equal(ent_report_length(world->report), 1);
    assert_string_equal(ent_report_get(world->report, 0)->code, "syntax");
    put(world, "list.json", "[]");
    put(world, "edge.json",
        FACTS("\"edges\": [ { \"from\": \"a\", \"type\": \"r\", \"to\": \"a\" } ]"));
    load(world, "list.json edge.json");
    assert_int_equal(ent_report_length(world->report), 2);
    assert_string_equal(ent_report_get(world->report, 1)->code, "not-facts");
}

static void what_cannot_be_read_is_an_error(void **state)
{
    World *world = *state;
    EntLoadOptions unknown = {.format = "nosuch"};

    load(world, "none.json");
    assert_true(g_error_matches(world->error, ENT_ERROR, ENT_ERROR_IO));
    put(world, "facts.txt", "{}");
    load(world, "facts.txt");
    assert_true(g_error_matches(world->error, ENT_ERROR, ENT_ERROR_UNSUPPORTED));
    load_with(world, "facts.txt", unknown);
    assert_true(g_error_matches(world->error, ENT_ERROR, ENT_ERROR_USAGE));
    g_clear_error(&world->error);
    assert_null(ent_dossier_load(NULL, 0, NULL, world->report, &world->error));
    assert_true(g_error_matches(world->error, ENT_ERROR, ENT_ERROR_USAGE));
    assert_findings(world, NULL);
}

static bool stop_at(double share, gpointer data)
{
    double *limits = data; /* stops at limits[0]; limits[1] is the last share told */

    assert_true(share >= 0 && share <= 1 && share >= limits[1]);
    limits[1] = share;
    return share < limits[0];
}

static void progress_grows_and_stops(void **state)
{
    World *world = *state;
    double limits[2] = {2, 0};
    EntLoadOptions options = {.progress = stop_at, .progress_data = limits};

    put(world, "a.txt", "secret");
    put(world, "facts.json", ONE_SOURCE("a.txt"));
    load_with(world, "facts.json", options);
    assert_non_null(world->dossier);
    assert_true(limits[1] > 0.8);
    limits[0] = 0.9;
    limits[1] = 0;
    load_with(world, "facts.json", options);
    assert_null(world->dossier);
    assert_true(g_error_matches(world->error, ENT_ERROR, ENT_ERROR_COMPUTE));
    assert_findings(world, NULL);
}

/* Hundreds of findings are all listed; what is dear is told of the first ones only. */
static void many_findings_are_cheap(void **state)
{
    World *world = *state;
    g_autoptr(GString) facts = g_string_new("{\"entente\":1,\"schema\":\"open\"}\n"
                                            "{\"source\":\"s\",\"file\":\"a.txt\"}\n");
    guint hints = 0;

    put(world, "a.txt", "the first fund was founded");
    for (guint i = 0; i < 300; i++)
        g_string_append_printf(facts,
                               "{\"node\":\"node%u\",\"type\":\"t\"}\n"
                               "{\"edge\":[\"node%u\",\"r\",\"mode%u\"],\"evidence\":[{\"source\":"
                               "\"s\",\"quote\":\"the first fund, %u\"}]}\n",
                               i, i, i, i);
    put(world, "facts.ndjson", facts->str);
    load(world, "facts.ndjson");
    assert_int_equal(ent_report_length(world->report), 600);
    for (guint i = 0; i < 600; i++)
        hints += ent_report_get(world->report, i)->hint != NULL;
    assert_int_equal(hints, 100);
    assert_string_equal(ent_report_get(world->report, 0)->hint, "did you mean \"node0\"?");
    assert_string_equal(ent_report_get(world->report, 1)->hint,
                        "nearest passage, at 0 (line 1): \"the first fund\"");
}

/* Facts alone, as fmt reads them: nothing is checked. */
static void facts_are_read_without_checks(void **state)
{
    World *world = *state;
    g_autofree char *path = NULL;
    g_autoptr(EntFacts) facts = NULL;

    put(world, "facts.json", ONE_SOURCE("../none.txt"));
    path = g_build_filename(world->folder, "facts.json", NULL);
    facts = ent_facts_load((const char *const[]){path}, 1, NULL, world->report, &world->error);
    assert_non_null(facts);
    assert_int_equal(facts->evidence->len, 1);
    assert_findings(world, NULL);
}

/* Each check has a name, a summary and codes, sorted; none of them twice. */
static void checks_are_described(void **state)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    (void)state;
    for (guint i = 0; ent_checks[i]; i++) {
        const char *const *codes = ent_checks[i]->codes;

        assert_true(*ent_checks[i]->name && *ent_checks[i]->summary);
        assert_non_null(codes[0]);
        for (guint k = 0; codes[k]; k++) {
            assert_true(g_hash_table_add(seen, (gpointer)codes[k]));
            assert_true(k == 0 || strcmp(codes[k - 1], codes[k]) < 0);
        }
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(quotes_stand_where_they_stand),
        TEST(ambiguous_quotes_have_no_place),
        TEST(links_do_not_lead_out),
        TEST(only_regular_files_are_opened),
        TEST(files_are_joined),
        TEST(schemas_are_settled),
        TEST(nothing_is_checked_after_a_fault_of_syntax),
        TEST(what_cannot_be_read_is_an_error),
        TEST(progress_grows_and_stops),
        TEST(many_findings_are_cheap),
        TEST(facts_are_read_without_checks),
        TEST(checks_are_described),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
