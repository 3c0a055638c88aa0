/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const sections[] = {"sources", "nodes", "edges", NULL};

/* A text that comes through a pipe, `step` bytes at a time. */
typedef struct {
    const char *text;
    gsize length, step;
    int ends[2];
    GThread *thread;
} Feed;

static gpointer write_feed(gpointer data)
{
    Feed *feed = data;
    for (gsize at = 0; at < feed->length; at += feed->step) {
        gsize size = MIN(feed->step, feed->length - at);
        if (write(feed->ends[1], feed->text + at, size) != (gssize)size)
            break;
    }
    close(feed->ends[1]);
    return NULL;
}

static EntInput *feed_open(Feed *feed, const char *text, gsize length, gsize step)
{
    *feed = (Feed){.text = text, .length = length, .step = step};
    assert_int_equal(pipe(feed->ends), 0);
    g_autofree char *path = g_strdup_printf("/dev/fd/%d", feed->ends[0]);
    EntInput *input = ent_input_open(path, "feed", NULL);
    assert_non_null(input);
    feed->thread = g_thread_new("feed", write_feed, feed);
    return input;
}

static void feed_close(Feed *feed, EntInput *input)
{
    while (ent_input_fill(input)) {
        gsize length;
        ent_input_window(input, &length);
        ent_input_consume(input, length);
    }
    g_thread_join(feed->thread);
    close(feed->ends[0]);
    ent_input_free(input);
}

static const char *const kinds[] = {"value", "member", "section", "entry",
                                    "end",   "fault",  "failed"};

/* "kind line:column@offset text|value" for every slice, one a line. */
static void describe(GString *out, const EntSlice *slice)
{
    g_string_append_printf(out, "%s %u:%u@%" G_GUINT64_FORMAT, kinds[slice->kind], slice->line,
                           slice->column, slice->offset);
    if (slice->section != NULL)
        g_string_append_printf(out, " %s%s", slice->section, slice->array ? "[]" : "");
    if (slice->text != NULL && slice->kind < ENT_SLICE_END)
        g_string_append_printf(out, " %.*s", (int)slice->length, slice->text);
    if (slice->value > 0 && slice->kind < ENT_SLICE_END)
        g_string_append_printf(out, " | %.*s", (int)(slice->length - slice->value),
                               slice->text + slice->value);
    if (slice->has_nul)
        g_string_append(out, " nul");
    if (slice->what != NULL)
        g_string_append_printf(out, " %s", slice->what);
    g_string_append_c(out, '\n');
}

static char *slice_all(const char *text, gsize length, gsize step)
{
    Feed feed;
    EntInput *input = feed_open(&feed, text, length, step);
    g_autoptr(EntSlicer) slicer = ent_slicer_new(input, sections);
    GString *out = g_string_new(NULL);
    EntSlice slice;
    while (ent_slicer_next(slicer, &slice))
        describe(out, &slice);
    if (slice.kind == ENT_SLICE_END)
        g_string_append(out, "end\n");
    else
        describe(out, &slice);
    EntSliceKind last = slice.kind;
    assert_false(ent_slicer_next(slicer, &slice));
    assert_int_equal(slice.kind, last);
    feed_close(&feed, input);
    return g_string_free(out, FALSE);
}

/* The same slices whatever the pieces that the text arrives in. */
static void check_text(const char *text, gsize length, const char *expected)
{
    static const gsize steps[] = {1, 2, 3, 7, 1000};
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
        g_autofree char *found = slice_all(text, length, steps[i]);
        assert_string_equal(found, expected);
    }
}

static void check(const char *text, const char *expected)
{
    check_text(text, strlen(text), expected);
}

static void documents_come_in_slices(void **state)
{
    (void)state;
    check("{\n"
          "  \"entente\": 1,\n"
          "  \"nodes\": {\n"
          "    \"é\": { \"name\": \"한\" }, \"b\" :\t[2]\n"
          "  },\n"
          "  \"edges\": [ {\"from\": 1}, 2 , \"x\"],\n"
          "  \"sources\": null, \"nodes\": {}, \"edges\":[]\n"
          "}\n",
          "member 2:3@4 \"entente\": 1 | 1\n"
          "section 3:3@20 nodes \"nodes\"\n"
          "entry 4:5@35 nodes \"é\": { \"name\": \"한\" } | { \"name\": \"한\" }\n"
          "entry 4:27@60 nodes \"b\" :\t[2] | [2]\n"
          "section 6:3@77 edges[] \"edges\"\n"
          "entry 6:14@88 edges[] {\"from\": 1}\n"
          "entry 6:27@101 edges[] 2\n"
          "entry 6:31@105 edges[] \"x\"\n"
          "member 7:3@113 \"sources\": null | null\n"
          "section 7:20@130 nodes \"nodes\"\n"
          "section 7:33@143 edges[] \"edges\"\n"
          "end\n");
}

static void other_documents_are_one_value(void **state)
{
    (void)state;
    check("[1, 2]", "value 1:1@0 [1, 2]\nend\n");
    check("  123", "value 1:3@2 123\nend\n");
    check("\"a\"\n\n ", "value 1:1@0 \"a\"\nend\n");
    check("true", "value 1:1@0 true\nend\n");
    check("{}", "end\n");
    check(" { } ", "end\n");
    check("\xef\xbb\xbf{\"a\":1}", "member 1:2@4 \"a\":1 | 1\nend\n");
    check("\xef\xbb\xbf[1]", "value 1:1@3 [1]\nend\n");
}

static void keys_may_be_escaped(void **state)
{
    (void)state;
    check("{\"n\\u006fdes\" : {\"\\u0000\":1}}",
          "section 1:2@1 nodes \"n\\u006fdes\"\nentry 1:18@17 nodes \"\\u0000\":1 | 1 nul\nend\n");
}

static void faults_stop_with_their_place(void **state)
{
    (void)state;
    check("", "fault 1:1@0 no JSON value\n");
    check("\n \n", "fault 3:1@3 no JSON value\n");
    check("\xef\xbb\xbf", "fault 1:1@3 no JSON value\n");
    check("\xef\xbb", "fault 1:1@0 not valid UTF-8\n");
    check_text("\xff\xfe{\0}\0", 6, "fault 1:1@0 UTF-16 text: JSON is UTF-8\n");
    check("{} x", "fault 1:4@3 text after the end of the JSON value\n");
    check("1 2", "value 1:1@0 1\nfault 1:3@2 text after the end of the JSON value\n");
    check("{\"a\":1}}", "member 1:2@1 \"a\":1 | 1\n"
                        "fault 1:8@7 text after the end of the JSON value\n");
    check("{\"a\":1\n,\n}", "member 1:2@1 \"a\":1 | 1\nfault 2:1@7 trailing comma\n");
    check("{\"nodes\":{\"한\":1,}}", "section 1:2@1 nodes \"nodes\"\n"
                                     "entry 1:11@10 nodes \"한\":1 | 1\n"
                                     "fault 1:16@17 trailing comma\n");
    check("{\"edges\":[1,]}", "section 1:2@1 edges[] \"edges\"\n"
                              "entry 1:11@10 edges[] 1\nfault 1:12@11 trailing comma\n");
    check("{\"edges\":[,1]}", "section 1:2@1 edges[] \"edges\"\n"
                              "fault 1:11@10 expected a value before ','\n");
    check("{\"edges\":[1 2]}", "section 1:2@1 edges[] \"edges\"\n"
                               "entry 1:11@10 edges[] 1\nfault 1:13@12 expected ',' or ']'\n");
    check("{\"edges\":[1}", "section 1:2@1 edges[] \"edges\"\n"
                            "entry 1:11@10 edges[] 1\nfault 1:12@11 expected ']', not '}'\n");
    check("{\"a\":1 \"b\":2}",
          "member 1:2@1 \"a\":1 | 1\nfault 1:8@7 expected a ',' between members\n");
    check("{\"a\":\n  tru}", "fault 2:3@8 text must be in double quotes\n");
    check("{,}", "fault 1:2@1 expected a key before ','\n");
    check("{\"a\" 1}", "fault 1:6@5 expected a ':' after the key\n");
    check("{\"nodes\" {}}", "fault 1:10@9 expected a ':' after the key\n");
    check("{nodes:{}}", "fault 1:2@1 a key must be in double quotes\n");
    check("{\"a\":1, // no\n\"b\":2}",
          "member 1:2@1 \"a\":1 | 1\nfault 1:9@8 comments are not allowed in JSON\n");
    check("{\"a\":\"\xed\xa0\x80\"}", "fault 1:7@6 not valid UTF-8\n");
    check_text("{\"a\":\0", 6, "fault 1:6@5 NUL byte outside a string\n");
}

static void texts_that_end_too_early_are_faults(void **state)
{
    (void)state;
    check("{", "fault 1:2@1 text ends inside an object\n");
    check("{\"a\"", "fault 1:5@4 text ends after a key\n");
    check("{\"nodes\"", "fault 1:9@8 text ends after a key\n");
    check("{\"nodes\":", "fault 1:10@9 text ends where a value is expected\n");
    check("{\"nod", "fault 1:6@5 text ends inside a string\n");
    check("{\"a\":1", "member 1:2@1 \"a\":1 | 1\nfault 1:7@6 text ends inside an object\n");
    check("{\"a\":1,", "member 1:2@1 \"a\":1 | 1\nfault 1:8@7 text ends where a key is expected\n");
    check("{\"edges\":[",
          "section 1:2@1 edges[] \"edges\"\nfault 1:11@10 text ends inside an array\n");
    check("{\"edges\":[\"ab\n", "section 1:2@1 edges[] \"edges\"\n"
                                "fault 1:14@13 a line break in a string is written \\n\n");
    check("{\"edges\":[[1,\n2", "section 1:2@1 edges[] \"edges\"\n"
                                "fault 2:2@15 text ends inside an array\n");
    check("nul", "fault 1:4@3 text ends inside true, false or null\n");
}

/* A document far larger than the window, with a slice larger than it too; every entry is back. */
static void large_documents_are_sliced(void **state)
{
    (void)state;
    GString *text = g_string_new("{\"nodes\":{");
    g_autofree char *long_name = g_strnfill(3000000, 'n');
    for (guint i = 0; i < 50000; i++)
        g_string_append_printf(text, "%s\"k%u\":\"%s\"", i == 0 ? "" : ",", i,
                               i == 20000 ? long_name : "한");
    g_string_append(text, "}}");
    Feed feed;
    EntInput *input = feed_open(&feed, text->str, text->len, 65536);
    g_autoptr(EntSlicer) slicer = ent_slicer_new(input, sections);
    EntSlice slice;
    assert_true(ent_slicer_next(slicer, &slice));
    guint i = 0;
    for (; ent_slicer_next(slicer, &slice); i++) {
        g_autofree char *key = g_strdup_printf("\"k%u\":", i);
        assert_int_equal(strncmp(slice.text, key, strlen(key)), 0);
        assert_memory_equal(slice.text, text->str + slice.offset, slice.length);
        assert_int_equal(slice.line, 1);
        if (i % 1000 == 0)
            assert_int_equal(slice.column, g_utf8_strlen(text->str, (gssize)slice.offset) + 1);
    }
    assert_int_equal(slice.kind, ENT_SLICE_END);
    assert_int_equal(i, 50000);
    feed_close(&feed, input);
    g_string_free(text, TRUE);
}

/* Slices all of a text that is in a file; the kind, place and words of the end. */
static EntSlice slice_to_end(int fd, const char *text, gsize length)
{
    assert_int_equal(ftruncate(fd, 0), 0);
    assert_int_equal(pwrite(fd, text, length, 0), length);
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
    g_autoptr(EntInput) input = ent_input_open(path, NULL, NULL);
    g_autoptr(EntSlicer) slicer = ent_slicer_new(input, sections);
    EntSlice slice;
    while (ent_slicer_next(slicer, &slice))
        continue;
    return slice;
}

/* The slicer and the scanner agree on what is JSON, and on the place and words of a fault. */
static void check_agreement(int fd, const char *text, gsize length)
{
    EntJsonFault fault;
    gsize end = ent_json_scan(text, length, &fault);
    EntSlice slice = slice_to_end(fd, text, length);
    bool whole = end > 0 && ent_json_space(text, length, end) == length;
    if (whole != (slice.kind == ENT_SLICE_END))
        fail_msg("%s: scanner %s, slicer %s", text, whole ? "takes it" : fault.what,
                 slice.what != NULL ? slice.what : "takes it");
    if (end == 0 && *text == '{' && !fault.more &&
        (slice.offset != fault.at || strcmp(slice.what, fault.what) != 0))
        fail_msg("%s: scanner %s, slicer %s", text, fault.what, slice.what);
}

static void slicer_and_scanner_agree(void **state)
{
    (void)state;
    static const char text[] = "{\"a\":[1,{}],\"nodes\":{\"b\" : \"é\\u12aB\\n\",\n\"c\":-1.5e3}, "
                               "\"edges\":[true,\"x\" ,[]]}";
    int fd = memfd_create("text", MFD_CLOEXEC);
    assert_true(fd >= 0);
    for (gsize i = 0; i < sizeof text; i++) {
        g_autofree char *prefix = g_strndup(text, i);
        check_agreement(fd, prefix, i);
        static const char bytes[] = "\"\\{}[],:0.e t/\n\x01\xc3";
        for (gsize j = 0; i < sizeof text - 1 && j < sizeof bytes; j++) {
            g_autofree char *changed = g_strdup(text);
            changed[i] = bytes[j];
            check_agreement(fd, changed, sizeof text - 1);
            g_autofree char *longer = g_strdup_printf("%.*s%c%s", (int)i, text, bytes[j], text + i);
            check_agreement(fd, longer, strlen(longer));
        }
        g_autofree char *shorter =
            g_strdup_printf("%.*s%s", (int)i, text, text + MIN(i + 1, sizeof text - 1));
        check_agreement(fd, shorter, strlen(shorter));
    }
    close(fd);
}

static char *lines_all(const char *text, gsize length, gsize step)
{
    Feed feed;
    EntInput *input = feed_open(&feed, text, length, step);
    g_autoptr(EntLines) lines = ent_lines_new(input);
    GString *out = g_string_new(NULL);
    EntSlice slice;
    while (ent_lines_next(lines, &slice))
        describe(out, &slice);
    assert_int_equal(slice.kind, ENT_SLICE_END);
    assert_false(ent_lines_next(lines, &slice));
    feed_close(&feed, input);
    return g_string_free(out, FALSE);
}

static void check_lines(const char *text, gsize length, const char *expected)
{
    static const gsize steps[] = {1, 2, 3, 7, 1000};
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
        g_autofree char *found = lines_all(text, length, steps[i]);
        assert_string_equal(found, expected);
    }
}

static void lines_are_values(void **state)
{
    (void)state;
    static const char text[] = "\xef\xbb\xbf{\"a\":1}\r\n\n  [2]  \n \t\n\"\\u0000\"\n12";
    check_lines(text, strlen(text),
                "value 1:1@3 {\"a\":1}\n"
                "value 3:3@15 [2]\n"
                "value 5:1@24 \"\\u0000\" nul\n"
                "value 6:1@33 12\n");
    check_lines("", 0, "");
    check_lines("\n\n", 2, "");
}

static void a_bad_line_does_not_stop_the_others(void **state)
{
    (void)state;
    static const char text[] = "{\"한\":}\n1\n{\"a\":\n1}\n{} {}\n\"a\n[\n2\0\n{\"한\":1},\n3";
    check_lines(text, sizeof text - 1,
                "fault 1:6@7 expected a value\n"
                "value 2:1@9 1\n"
                "fault 3:6@16 text ends where a value is expected\n"
                "fault 4:2@18 text after the end of the line's JSON value\n"
                "fault 5:4@23 text after the end of the line's JSON value\n"
                "fault 6:3@28 text ends inside a string\n"
                "fault 7:2@30 text ends where a value is expected\n"
                "fault 8:2@32 text after the end of the line's JSON value\n"
                "fault 9:8@43 text after the end of the line's JSON value\n"
                "value 10:1@45 3\n");
    static const char utf16[] = "\xff\xfe{\0}\0\n";
    check_lines(utf16, sizeof utf16 - 1, "fault 1:1@0 UTF-16 text: JSON is UTF-8\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_come_in_slices),
        cmocka_unit_test(other_documents_are_one_value),
        cmocka_unit_test(keys_may_be_escaped),
        cmocka_unit_test(faults_stop_with_their_place),
        cmocka_unit_test(texts_that_end_too_early_are_faults),
        cmocka_unit_test(large_documents_are_sliced),
        cmocka_unit_test(slicer_and_scanner_agree),
        cmocka_unit_test(lines_are_values),
        cmocka_unit_test(a_bad_line_does_not_stop_the_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
