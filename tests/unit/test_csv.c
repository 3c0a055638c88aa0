/* SPDX-License-Identifier: MIT */
#include "written.h"

#include <cjson/cJSON.h>

#include "read/csv_record.h"

#define SPECTRUM ENT_ROOT "/../shared/data/csv-hostile-a/csv-spectrum"

/* The records of a text as "[cell][cell]\n", the last one "!" and a place where its quotes are
 * wrong. */
static char *records(const char *text, char delimiter)
{
    g_autoptr(EntCsvSplitter) splitter = ent_csv_splitter_new(delimiter);
    GString *out = g_string_new(NULL);
    gsize length = strlen(text), at = 0;

    while (at < length) {
        EntCsvScan scan = {0};
        gsize end = ent_csv_scan(&scan, text + at, length - at, true, delimiter), fault;

        if (ent_csv_is_open(&scan)) {
            g_string_append_printf(out, "open %zu", at + scan.quote);
            break;
        }
        if (!ent_csv_split(splitter, text + at, end, &fault)) {
            g_string_append_printf(out, "!%zu\n", at + fault);
        } else {
            for (guint i = 0; i < ent_csv_cell_count(splitter); i++)
                g_string_append_printf(out, "[%s]", ent_csv_cell(splitter, i, &fault));
            g_string_append_c(out, '\n');
        }
        at += end;
    }
    return g_string_free(out, FALSE);
}

static void test_records(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"a,b\n1,2\n", "[a][b]\n[1][2]\n"},
        {"a,b\r\n1,2", "[a][b]\n[1][2]\n"},
        {"a,b\r1,2\r", "[a][b]\n[1][2]\n"},
        {"\n\r\na\n\n", "\n\n[a]\n\n"},
        {",\n,", "[][]\n[][]\n"},
        {"\"\",\"\"\n", "[][]\n"},
        {" a , b \n", "[ a ][ b ]\n"},
        {"\" a \",\t\n", "[ a ][\t]\n"},
        {"\"a,\"\"b\"\"\n\rc\",d", "[a,\"b\"\n\rc][d]\n"},
        {"\"\"\"\"", "[\"]\n"},
        {"a\"b,c\nd", "!1\n[d]\n"},
        {"\"a\"b,c\nd", "!3\n[d]\n"},
        {"\"a\" ,c\nd", "!3\n[d]\n"},
        {"\"a\"\"b\nc\nd", "open 0"},
        {"x\ny,\"a", "[x]\nopen 4"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found = records(cases[i].text, ',');

        assert_string_equal(found, cases[i].expected);
    }
}

/* However the text arrives, records end at the same places. */
static void test_records_in_pieces(void **state)
{
    static const char text[] = "a,\"b\r\n\"\"\n\",c\r\n\r\rd\n\"\"\n,\"x\"\"y\"\r\nlast";
    static const gsize expected[] = {14, 15, 16, 18, 21, 30, 34};
    gsize length = strlen(text), start = 0, index = 0;
    EntCsvScan scan = {0};

    (void)state;
    for (gsize seen = 1; seen <= length; seen++) {
        gsize end;

        while ((end = ent_csv_scan(&scan, text + start, seen - start, seen == length, ',')) != 0) {
            start += end;
            assert_int_equal(start, expected[index]);
            index++;
            scan = (EntCsvScan){0};
            if (start == length)
                break;
        }
    }
    assert_int_equal(index, G_N_ELEMENTS(expected));
}

static void test_find_cell(void **state)
{
    static const char record[] = "a,\"b,\"\"\n\",,d\r\n";
    static const char *const cells[] = {"a", "\"b,\"\"\n\"", "", "d"};
    EntSpan span;

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cells); i++) {
        assert_true(ent_csv_find_cell(record, strlen(record), ',', i, &span));
        assert_int_equal(span.length, strlen(cells[i]));
        assert_memory_equal(record + span.start, cells[i], span.length);
    }
    assert_false(ent_csv_find_cell(record, strlen(record), ',', 4, &span));
}

static void test_delimiter(void **state)
{
    static const struct {
        const char *text;
        char delimiter;
    } cases[] = {{"a,b", ','},      {"a;b", ';'},         {"a\tb", '\t'},     {"a", ','},
                 {"", ','},         {"a;b,c", ','},       {"\"a,b\";c", ';'}, {"a;b\nc,d", ';'},
                 {"a\tb;c;d", ';'}, {"\"a\n,\"\tb", '\t'}};

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_int_equal(ent_csv_delimiter(cases[i].text, strlen(cases[i].text)),
                         cases[i].delimiter);
}

/* A table as the JSON array of objects that csv-spectrum expects. */
static cJSON *as_objects(const char *text)
{
    g_autoptr(EntCsvSplitter) splitter = ent_csv_splitter_new(',');
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    cJSON *rows = cJSON_CreateArray();
    gsize length = strlen(text), at = 0, cell_length;

    while (at < length) {
        EntCsvScan scan = {0};
        gsize end = ent_csv_scan(&scan, text + at, length - at, true, ',');
        cJSON *row = at ? cJSON_CreateObject() : NULL;

        assert_true(ent_csv_split(splitter, text + at, end, &cell_length));
        for (guint i = 0; i < ent_csv_cell_count(splitter); i++) {
            const char *cell = ent_csv_cell(splitter, i, &cell_length);

            if (row)
                cJSON_AddStringToObject(row, names->pdata[i], cell);
            else
                g_ptr_array_add(names, g_strdup(cell));
        }
        if (row)
            cJSON_AddItemToArray(rows, row);
        at += end;
    }
    return rows;
}

static void test_csv_spectrum(void **state)
{
    static const char *const names[] = {"comma_in_quotes",     "empty",  "empty_crlf",
                                        "escaped_quotes",      "simple", "simple_crlf",
                                        "quotes_and_newlines", "utf8"};

    (void)state;
    if (!g_file_test(SPECTRUM, G_FILE_TEST_IS_DIR)) {
        print_message("skipped: no %s\n", SPECTRUM);
        skip();
    }
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *table = g_strdup_printf("%s/%s.csv", SPECTRUM, names[i]), *text = NULL;
        g_autofree char *json = g_strdup_printf("%s/json/%s.json", SPECTRUM, names[i]);
        g_autofree char *expected_text = NULL;
        cJSON *expected, *found;

        assert_true(g_file_get_contents(table, &text, NULL, NULL));
        assert_true(g_file_get_contents(json, &expected_text, NULL, NULL));
        expected = cJSON_Parse(expected_text);
        found = as_objects(text);
        assert_true(cJSON_Compare(found, expected, true));
        cJSON_Delete(expected);
        cJSON_Delete(found);
    }
}

/* What tables say, as the canonical layout has it. */
static void expect_facts(const Folder *folder, const char *nodes, const char *edges,
                         const char *sources, const char *expected)
{
    g_autofree char *found = NULL;

    folder_put(folder, "s.csv", sources);
    folder_put(folder, "n.csv", nodes);
    folder_put(folder, "e.csv", edges);
    found = folder_convert(folder, NAMES("s.csv", "n.csv", "e.csv"), "json", "out.json");
    assert_string_equal(found, expected);
}

#define FEW_FACTS                                                                                  \
    "{\n  \"entente\": 1,\n  \"sources\": {\n    \"s\": { \"title\": \"T\" }\n  },\n"              \
    "  \"nodes\": {\n    \"a\": { \"type\": \"t\", \"name\": \"Ä, B\" },\n"                       \
    "    \"b\": { \"type\": \"t\" }\n  },\n  \"edges\": [\n"                                       \
    "    { \"from\": \"a\", \"type\": \"r\", \"to\": \"b\" }\n  ]\n}\n"

static void test_dialects(void **state)
{
    expect_facts(*state, "id,type,name\na,t,\"Ä, B\"\nb,t,\n", "from,type,to\na,r,b\n",
                 "id,title\ns,T\n", FEW_FACTS);
    expect_facts(*state, "\xef\xbb\xbfid;type;name\r\na;t;Ä, B\r\n;;\r\nb;t;\r\n",
                 "\xef\xbb\xbf\"from\";\"type\";\"to\"\r\n\"a\";\"r\";\"b\"",
                 "\xef\xbb\xbfid;title\r\n\r\ns;T\r\n\r\n", FEW_FACTS);
    expect_facts(*state, " name\tid \ttype\nÄ, B\ta\tt\n\tb\tt\n", "to\tfrom\ttype\nb\ta\tr\n",
                 "title\tid\rT\ts\r", FEW_FACTS);
}

/* Every column, in an order of its own. */
static void test_columns(void **state)
{
    expect_facts(
        *state,
        "count,id,type,aliases,ids.wikidata,ids.iso code,start,end,amount,currency,amount.text,"
        "status,confidence,source,quote,page,evidence.note,evidence,same_as,note,properties.n,"
        "properties.t,properties.l,x-f,x-t,measure.degree\n"
        "7,a,t, K | S ||,Q1,KR,2019~,2020,1.50,USD,$1.50,planned,0.50,s,q,3,n,"
        "\"[ {\"\"source\"\":\"\"s\"\",\"\"quote\"\":\"\"r\"\"} ]\",b|[x,\"line 1\r\nline 2\",1.50,"
        "07,\"[\"\"x\"\"]\",\"{\"\"a\"\": null}\",\"\"\"1\"\"\",2\n"
        ",b,t,\"[\"\"x|y\"\"]\",,,,,,,,,,s,q,iv,,[],[x,,true,nul,\"\",-1.0e5,not 5,\n"
        ",[x,t,,,,,,-3,,,,,,,,,\"[ ]\",,,,,,,,\n",
        "id,weight,to,from,type,date,evidence,source,quote,page,prefix\n"
        "e1,2.50,b,a,r,2020-02-29,,s,q,\"\"\"3\"\"\",p\n"
        ",1,[x,a,r,,\"[{\"\"source\"\":\"\"s\"\",\"\"quote\"\":\"\"r\"\",\"\"x-e\"\":1}]\",,,,\n",
        "id,title,url,x-s\ns,T,https://example.org/,12\n",
        "{\n"
        "  \"entente\": 1,\n"
        "  \"sources\": {\n"
        "    \"s\": { \"title\": \"T\", \"url\": \"https://example.org/\", \"x-s\": 12 }\n"
        "  },\n"
        "  \"nodes\": {\n"
        "    \"a\": { \"type\": \"t\", \"aliases\": [\"K\", \"S\"], \"ids\": { \"wikidata\": "
        "\"Q1\", \"iso code\": \"KR\" }, \"start\": \"2019~\", \"end\": \"2020\", \"amount\": { "
        "\"value\": \"1.50\", \"currency\": \"USD\", \"text\": \"$1.50\" }, \"count\": 7, "
        "\"status\": \"planned\", \"confidence\": 0.5, \"evidence\": [ { \"source\": \"s\", "
        "\"quote\": \"q\", \"page\": 3, \"note\": \"n\" }, { \"source\": \"s\", \"quote\": \"r\" } "
        "], \"same_as\": [\"b\", \"[x\"], \"note\": \"line 1\\r\\nline 2\", \"properties\": { "
        "\"n\": 1.50, \"t\": \"07\", \"l\": [\"x\"] }, \"x-f\": { \"a\": null }, \"x-t\": \"1\" "
        "},\n"
        "    \"b\": { \"type\": \"t\", \"aliases\": [\"x|y\"], \"evidence\": [ { \"source\": "
        "\"s\", "
        "\"quote\": \"q\", \"page\": \"iv\" } ], \"same_as\": [\"[x\"], \"properties\": { \"n\": "
        "true, \"t\": \"nul\" }, \"x-f\": -1.0e5, \"x-t\": \"not 5\" },\n"
        "    \"[x\": { \"type\": \"t\", \"amount\": { \"value\": \"-3\" } }\n"
        "  },\n"
        "  \"edges\": [\n"
        "    { \"from\": \"a\", \"type\": \"r\", \"to\": \"b\", \"id\": \"e1\", \"date\": "
        "\"2020-02-29\", \"weight\": 2.5, \"evidence\": [ { \"source\": \"s\", \"quote\": \"q\", "
        "\"prefix\": \"p\", \"page\": \"3\" } ] },\n"
        "    { \"from\": \"a\", \"type\": \"r\", \"to\": \"[x\", \"evidence\": [ { \"source\": "
        "\"s\", \"quote\": \"r\", \"x-e\": 1 } ] }\n"
        "  ]\n"
        "}\n");
}

/* A row far longer than what is read at a time, and a header that is quoted over lines. */
static void test_long_row(void **state)
{
    g_autofree char *long_cell = g_strnfill(300000, 'x'), *nodes = NULL, *out = NULL;

    nodes = g_strdup_printf("id,type,\"note\"\na,t,\"%s\n\"\"%s\"\nb,t,\n", long_cell, long_cell);
    folder_put(*state, "n.csv", nodes);
    out = folder_convert(*state, NAMES("n.csv"), "ndjson", "out.ndjson");
    g_free(nodes);
    nodes = g_strdup_printf("{\"entente\":1}\n{\"node\":\"a\",\"type\":\"t\",\"note\":\"%s\\n\\\"%s"
                            "\"}\n{\"node\":\"b\",\"type\":\"t\"}\n",
                            long_cell, long_cell);
    assert_true(g_str_equal(out, nodes));
}

/* The errors about a table as "line:column code\n". */
static char *findings(const Folder *folder, const char *table, gsize length)
{
    g_autofree char *path = folder_file(folder, "t.csv");
    g_autoptr(EntReport) report = ent_report_new();
    const char *const paths[] = {path};
    EntLoadOptions options = {.schema = "open"};
    g_autoptr(GError) error = NULL;
    GString *found = g_string_new(NULL);
    FILE *file = g_fopen(path, "wb");

    assert_int_equal(fwrite(table, 1, length, file), length);
    fclose(file);
    ent_dossier_free(ent_dossier_load(paths, 1, &options, report, &error));
    assert_null(error);
    for (guint i = 0; i < ent_report_length(report); i++) {
        const EntFinding *finding = ent_report_get(report, i);

        if (finding->severity == ENT_SEVERITY_ERROR)
            g_string_append_printf(found, "%u:%u+%u %s\n", finding->place.line,
                                   finding->place.column, finding->place.width, finding->code);
    }
    return g_string_free(found, FALSE);
}

static void test_findings(void **state)
{
    static const struct {
        const char *table, *expected;
    } cases[] = {
        {"", "1:1+1 not-facts\n"},
        {"a,b\n1,2\n", "1:1+3 not-facts\n"},
        {"id,aliases\n1,2\n", "1:1+10 not-facts\n"},
        {"\n\nid,typ,name,é x,\na,t,n,,\n",
         "3:4+3 unknown-key\n3:13+3 unknown-key\n3:17+1 unknown-key\n4:1+1 missing-key\n"},
        {"id,type,type,properties.,ids,source,evidence.source\n",
         "1:9+4 duplicate-key\n1:14+11 unknown-key\n1:26+3 unknown-key\n1:37+15 duplicate-key\n"},
        {"from,type,to,ids.x,measure.m\n", "1:14+5 unknown-key\n"},
        {"id,title,source\n", "1:10+6 unknown-key\n"},
        {"id,type\na\nb,t\nc,t,u,v\n,\n", "2:2+1 ragged-row\n4:5+1 ragged-row\n"},
        {"id,type,name\n,t,é\nb,,x\n", "2:1+1 missing-key\n3:1+1 missing-key\n"},
        {"id,type,name\na,t,\"é\nü\",\n", "3:4+1 ragged-row\n"},
        {"id,type\n\"a\"b,t\nc\"d\",t\ne,t\n", "2:4+1 syntax\n3:2+1 syntax\n"},
        {"id,type\n\"a,t\nb,t\n", "2:1+1 syntax\n"},
        {"id,type\né\xc3,t\n\xff\nb,t\n", "2:2+1 syntax\n3:1+1 syntax\n"},
        {"\"id,type\na,t\n", "1:1+1 syntax\n"},
        {"id,type\na,t\na,t\n", "3:1+1 duplicate-key\n"},
        {"id,type,start,amount,count\r\na,t,\"x\ny\",\"1,5\",1.5\r\n",
         "2:5+2 bad-date\n3:4+5 bad-amount\n3:10+3 wrong-type\n"},
        {"id,type,aliases,note\na,t,b|\x1b,n\n", "2:7+1 bad-character\n"},
        {"id,type,same_as\na,t,b|zz\n", "2:5+1 unknown-node\n2:7+2 unknown-node\n"},
        {"id,type,same_as\na,t, |é |zz||y\nb,t,\"zz|\"\nc,t,\"[\"\"zz\"\"]\"\n",
         "2:7+1 unknown-node\n2:10+2 unknown-node\n2:14+1 unknown-node\n3:5+5 unknown-node\n"
         "4:5+10 unknown-node\n"},
        {"id,type,source,quote,evidence\na,t,z,q,\"[{\"\"source\"\":\"\"y\"\",\"\"quote\"\":\"\"q"
         "\"\"}]\"\n",
         "2:5+1 unknown-source\n2:9+38 unknown-source\n"},
        {"id,type,evidence\na,t,b\n", "2:5+1 wrong-type\n"},
        {"id,type,quote\na,t,q\n", "2:5+1 missing-key\n"},
        {"id,type,currency\na,t,USD\n", "2:5+3 missing-key\n"},
        {"id,type,properties.a/b~c,properties.d\na,t,{},null\n",
         "2:5+2 wrong-type\n2:8+4 wrong-type\n"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found = findings(*state, cases[i].table, strlen(cases[i].table));

        assert_string_equal(found, cases[i].expected);
    }
}

static void test_findings_of_bytes(void **state)
{
    static const char nul[] = "id,type\na,t\0b\nc,t\n", utf16[] = "\xff\xfei\0d\0";
    g_autofree char *first = findings(*state, nul, sizeof nul - 1);
    g_autofree char *second = findings(*state, utf16, sizeof utf16 - 1);

    assert_string_equal(first, "2:4+1 syntax\n");
    assert_string_equal(second, "1:1+1 syntax\n");
}

/* Of a header too long to be read anew for each finding only the row is told. */
static void test_long_header(void **state)
{
    g_autofree char *name = g_strnfill(20000, 'n'), *table = NULL, *found = NULL;

    table = g_strdup_printf("x-%s,id,type,count\n,a,t,x\n", name);
    found = findings(*state, table, strlen(table));
    assert_string_equal(found, "2:1+1 wrong-type\n");
}

static void test_unknown_nodes(void **state)
{
    g_autofree char *found = findings(*state, "from,type,to\na,r,b\n", 19);

    assert_string_equal(found, "2:1+1 unknown-node\n2:5+1 unknown-node\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records),
        cmocka_unit_test(test_records_in_pieces),
        cmocka_unit_test(test_find_cell),
        cmocka_unit_test(test_delimiter),
        cmocka_unit_test(test_csv_spectrum),
        cmocka_unit_test_setup_teardown(test_dialects, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_columns, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_long_row, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_findings, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_findings_of_bytes, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_long_header, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_unknown_nodes, folder_make, folder_remove),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
