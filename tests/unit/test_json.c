/* SPDX-License-Identifier: MIT */
#include "base/json.h"
#include "base/json_decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SUITE "../shared/data/json-testsuite-a"

/* Whether the text is one value and white space, as a document has to be. */
static bool is_document(const char *text, gsize length, EntJsonFault *fault)
{
    gsize end = ent_json_scan(text, length, fault);
    return end > 0 && ent_json_space(text, length, end) == length;
}

static GDir *open_suite(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    if (dir == NULL) {
        print_message("skipped: no test data in %s\n", folder);
        skip();
    }
    return dir;
}

static void the_test_suite_is_judged_rightly(void **state)
{
    (void)state;
    GDir *dir = open_suite(SUITE "/test_parsing");
    guint counts[256] = {0};
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(SUITE "/test_parsing", name, NULL);
        g_autofree char *text = NULL;
        gsize length;
        EntJsonFault fault;
        assert_true(g_file_get_contents(path, &text, &length, NULL));
        bool good = is_document(text, length, &fault);
        if ((name[0] == 'y' && !good) || (name[0] == 'n' && good))
            fail_msg("%s: %s at %" G_GSIZE_FORMAT, name, fault.what ? fault.what : "accepted",
                     fault.at);
        assert_true(fault.what == NULL || fault.at <= length);
        counts[(guchar)name[0]]++;
    }
    g_dir_close(dir);
    assert_true(counts['y'] >= 95 && counts['n'] >= 80);
}

static void faults_are_named_and_placed(void **state)
{
    (void)state;
    static const struct {
        const char *text, *what;
        gsize at;
        bool more;
    } known[] = {
        {"", "text ends where a value is expected", 0, true},
        {"  \n", "text ends where a value is expected", 3, true},
        {"{\"a\" 1}", "expected a ':' after the key", 5, false},
        {"{\"a\":1,}", "trailing comma", 6, false},
        {"[1,2 , ]", "trailing comma", 5, false},
        {"[1,,2]", "expected a value before ','", 3, false},
        {"{,}", "expected a key before ','", 1, false},
        {"{\"a\":1 \"b\":2}", "expected a ',' between members", 7, false},
        {"[\"a\" \"b\"]", "expected a ',' between items", 5, false},
        {"[1 2]", "expected ',' or ']'", 3, false},
        {"{\"a\":1 2}", "expected ',' or '}'", 7, false},
        {"[1}", "expected ']', not '}'", 2, false},
        {"{\"a\":1]", "expected '}', not ']'", 6, false},
        {"{\"a\":}", "expected a value", 5, false},
        {"{\"a\":1, // x\n}", "comments are not allowed in JSON", 8, false},
        {"[ /* x */ 1]", "comments are not allowed in JSON", 2, false},
        {"[1 # x\n]", "comments are not allowed in JSON", 3, false},
        {"{a:1}", "a key must be in double quotes", 1, false},
        {"{'a':1}", "a key must be in double quotes", 1, false},
        {"{1:1}", "a key must be in double quotes", 1, false},
        {"['a']", "text must be in double quotes", 1, false},
        {"[abc]", "text must be in double quotes", 1, false},
        {"[True]", "true, false and null are in small letters", 1, false},
        {"[NULL]", "true, false and null are in small letters", 1, false},
        {"[nulll]", "expected true, false or null", 5, false},
        {"[“a”]", "curly quotation marks: JSON wants straight ones", 1, false},
        {"[NaN]", "NaN and Infinity are no JSON numbers", 1, false},
        {"[-Infinity]", "NaN and Infinity are no JSON numbers", 1, false},
        {"[+1]", "a number has no '+' before it", 1, false},
        {"[.5]", "a digit must stand before '.' in a number", 1, false},
        {"[5.]", "a digit must follow '.' in a number", 3, false},
        {"[-]", "a digit must follow '-'", 2, false},
        {"[1e]", "a digit must follow 'e' in a number", 3, false},
        {"[1E+]", "a digit must follow 'e' in a number", 4, false},
        {"[012]", "leading zero in a number", 1, false},
        {"[-012]", "leading zero in a number", 2, false},
        {"[0x1f]", "no JSON number", 2, false},
        {"1_000", "no JSON number", 1, false},
        {"1.2.3", "no JSON number", 3, false},
        {"\"a\nb\"", "a line break in a string is written \\n", 2, false},
        {"\"a\tb\"", "a tab in a string is written \\t", 2, false},
        {"\"a\x01\"", "control character in a string", 2, false},
        {"\"a\\x\"", "no such escape in a JSON string", 2, false},
        {"\"\\u12g4\"", "\\u takes four hexadecimal digits", 5, false},
        {"\"\\ud800\"", "unpaired surrogate", 1, false},
        {"\"\\ud800\\n\"", "unpaired surrogate", 1, false},
        {"\"\\udc00\"", "unpaired surrogate", 1, false},
        {"\"\\ud800\\u0041\"", "unpaired surrogate", 1, false},
        {"\"\\ud800\\ud800\"", "unpaired surrogate", 1, false},
        {"\"\xff\"", "not valid UTF-8", 1, false},
        {"\"\xc0\xaf\"", "not valid UTF-8", 1, false},
        {"\"\xe0\x9f\x80\"", "not valid UTF-8", 1, false},
        {"\"\xed\xa0\x80\"", "not valid UTF-8", 1, false},
        {"\"\xf0\x8f\xbf\xbf\"", "not valid UTF-8", 1, false},
        {"\"\xf4\x90\x80\x80\"", "not valid UTF-8", 1, false},
        {"\"\xf5\x80\x80\x80\"", "not valid UTF-8", 1, false},
        {"\"\xe2\x28\xa1\"", "not valid UTF-8", 1, false},
        {"\"\x80\"", "not valid UTF-8", 1, false},
        {"[\xff]", "not valid UTF-8", 1, false},
        {"{\xff}", "not valid UTF-8", 1, false},
        {"[1\xff]", "not valid UTF-8", 2, false},
        {"\"\xe2\x82", "not valid UTF-8", 1, true},
        {"\"abc", "text ends inside a string", 4, true},
        {"\"abc\\", "text ends inside a string", 5, true},
        {"\"abc\\u12", "text ends inside a string", 8, true},
        {"\"\\ud83d", "text ends inside a string", 7, true},
        {"\"\\ud83d\\", "text ends inside a string", 8, true},
        {"\"\\ud83d\\ude", "text ends inside a string", 11, true},
        {"-", "text ends inside a number", 1, true},
        {"1.", "text ends inside a number", 2, true},
        {"1e+", "text ends inside a number", 3, true},
        {"[tru", "text ends inside true, false or null", 4, true},
        {"[1", "text ends inside an array", 2, true},
        {"{\"a\":1", "text ends inside an object", 6, true},
        {"{", "text ends where a key is expected", 1, true},
        {"{\"a\"", "text ends after a key", 4, true},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        EntJsonFault fault = {"unset", 99, true, true};
        gsize end = ent_json_scan(known[i].text, strlen(known[i].text), &fault);
        if (end != 0 || g_strcmp0(fault.what, known[i].what) != 0 || fault.at != known[i].at ||
            fault.more != known[i].more)
            fail_msg("%s: end %" G_GSIZE_FORMAT ", '%s' at %" G_GSIZE_FORMAT ", more %d",
                     known[i].text, end, fault.what, fault.at, fault.more);
        assert_false(fault.has_nul);
    }
}

static void a_nul_byte_is_no_end(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        gsize length;
    } known[] = {{"[\0]", 3}, {"[1\0]", 4}, {"\"a\0b\"", 5}, {"\0[]", 3}, {"{\0}", 3}};
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        EntJsonFault fault;
        assert_int_equal(ent_json_scan(known[i].text, known[i].length, &fault), 0);
        assert_false(fault.more);
    }
}

static void values_end_where_they_should(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        gsize end;
        bool more;
    } known[] = {
        {" {} x", 3, false},
        {"[1],", 3, false},
        {"\"a\":1", 3, false},
        {"12,3", 2, false},
        {"12 3", 2, false},
        {"12", 2, true},
        {"true", 4, true},
        {"-0.0e-0]", 7, false},
        {"\"\\ud83c\\uddf0\"", 14, false},
        {"\"\\ud800\\udc00\"", 14, false},
        {"\"\\uDBFF\\uDFFF\"", 14, false},
        {"\"\\ud7ff\\ue000\"", 14, false},
        {"null}", 4, false},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        EntJsonFault fault;
        gsize end = ent_json_scan(known[i].text, strlen(known[i].text), &fault);
        assert_int_equal(end, known[i].end);
        assert_null(fault.what);
        assert_int_equal(fault.more, known[i].more);
    }
}

static void every_character_may_stand_in_a_string(void **state)
{
    (void)state;
    for (gunichar c = 0x20; c <= 0x10ffff; c += c < 0x3000 ? 1 : 7) {
        char text[16] = "\"";
        EntJsonFault fault;
        gsize length = 1 + (gsize)g_unichar_to_utf8(c, text + 1);
        text[length++] = '"';
        bool may = c != '"' && c != '\\' && (c < 0xd800 || c > 0xdfff);
        assert_int_equal(ent_json_scan(text, length, &fault) == length, may);
    }
}

static void nul_escapes_are_told(void **state)
{
    (void)state;
    EntJsonFault fault;
    assert_true(ent_json_scan("[\"a\\u0000\"]", 11, &fault) > 0);
    assert_true(fault.has_nul);
    assert_true(ent_json_scan("[\"a\\u0001\"]", 11, &fault) > 0);
    assert_false(fault.has_nul);
}

static void depth_is_limited(void **state)
{
    (void)state;
    EntJsonFault fault;
    for (gsize depth = ENT_JSON_DEPTH - 1; depth <= ENT_JSON_DEPTH + 1; depth++) {
        GString *text = g_string_new(NULL);
        for (gsize i = 0; i < depth; i++)
            g_string_append(text, i % 2 ? "{\"a\":" : "[");
        g_string_append(text, "1");
        for (gsize i = depth; i-- > 0;)
            g_string_append(text, i % 2 ? "}" : "]");
        assert_int_equal(ent_json_scan(text->str, text->len, &fault),
                         depth <= ENT_JSON_DEPTH ? text->len : 0);
        g_string_free(text, TRUE);
    }
    g_autofree char *brackets = g_strnfill(100000, '[');
    assert_int_equal(ent_json_scan(brackets, 100000, &fault), 0);
    assert_int_equal(fault.at, ENT_JSON_DEPTH);
}

static const char long_text[] =
    " {\"a\\u00e9\\ud83c\\uddf0\\n\" : [1, -2.5e+10, true, false, null, \"x한국\U0001f1f0y\"],\r\n"
    "\t\"b\" : {\"c\" : {}, \"d\" : [ ] , \"e\":\"\"} }";

/* Every beginning of a text, copied so that a read past its NUL is seen by the sanitizer. */
static void every_prefix_wants_more(void **state)
{
    (void)state;
    gsize length = strlen(long_text);
    for (gsize i = 0; i <= length; i++) {
        g_autofree char *prefix = g_strndup(long_text, i);
        EntJsonFault fault;
        gsize end = ent_json_scan(prefix, i, &fault);
        assert_int_equal(end, i == length ? length : 0);
        assert_int_equal(fault.more, i < length);
        assert_true(i == length ? fault.what == NULL : fault.what != NULL && fault.at <= i);
    }
}

/* A byte changed anywhere never reads past the end, and what is accepted stays valid UTF-8. */
static void broken_texts_are_survived(void **state)
{
    (void)state;
    gsize length = strlen(long_text);
    for (gsize i = 0; i < length; i++) {
        for (guint byte = 0; byte < 256; byte++) {
            g_autofree char *text = g_strdup(long_text);
            text[i] = (char)byte;
            EntJsonFault fault;
            gsize end = ent_json_scan(text, length, &fault);
            assert_true(end <= length && fault.at <= length);
            assert_true((end == 0) == (fault.what != NULL));
            if (end > 0)
                assert_true(g_utf8_validate(text, (gssize)end, NULL));
        }
    }
}

/* All sequences of two, three and (in part) four bytes against GLib's own judgement. */
static void utf8_is_checked(void **state)
{
    (void)state;
    static const guint8 bytes[] = {0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0,
                                   0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef,
                                   0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff};
    const guint n = G_N_ELEMENTS(bytes);
    for (guint i = 0; i < n * n * n * n; i++) {
        const char text[] = {'"',
                             (char)bytes[i % n],
                             (char)bytes[i / n % n],
                             (char)bytes[i / n / n % n],
                             (char)bytes[i / n / n / n],
                             '"',
                             '\0'};
        EntJsonFault fault;
        bool good = ent_json_scan(text, 6, &fault) == 6;
        assert_int_equal(good, g_utf8_validate(text, 6, NULL));
    }
}

static void members_are_scanned(void **state)
{
    (void)state;
    EntJsonFault fault;
    gsize value;
    assert_int_equal(ent_json_scan_member("\"k\" : [1] ,", 11, &value, &fault), 9);
    assert_int_equal(value, 6);
    assert_int_equal(ent_json_scan_member("k : 1", 5, &value, &fault), 0);
    assert_string_equal(fault.what, "a key must be in double quotes");
    assert_int_equal(ent_json_scan_member("\"k\" 1", 5, &value, &fault), 0);
    assert_string_equal(fault.what, "expected a ':' after the key");
}

static void check_find(const char *text, const char *pointer, bool key, const char *expected)
{
    EntSpan span;
    bool found = ent_json_find(text, strlen(text), pointer, key, &span);
    if (expected == NULL) {
        assert_false(found);
        return;
    }
    if (!found)
        fail_msg("%s: nothing found", pointer);
    g_autofree char *part = g_strndup(text + span.start, span.length);
    assert_string_equal(part, expected);
}

/* The examples of RFC 6901, section 5. */
static void pointers_of_the_rfc(void **state)
{
    (void)state;
    static const char text[] =
        "{\"foo\": [\"bar\", \"baz\"], \"\": 0, \"a/b\": 1, \"c%d\": 2, \"e^f\": 3, \"g|h\": 4,"
        " \"i\\\\j\": 5, \"k\\\"l\": 6, \" \": 7, \"m~n\": 8}";
    check_find(text, "", false, text);
    check_find(text, "/foo", false, "[\"bar\", \"baz\"]");
    check_find(text, "/foo/0", false, "\"bar\"");
    check_find(text, "/", false, "0");
    check_find(text, "/a~1b", false, "1");
    check_find(text, "/c%d", false, "2");
    check_find(text, "/e^f", false, "3");
    check_find(text, "/g|h", false, "4");
    check_find(text, "/i\\j", false, "5");
    check_find(text, "/k\"l", false, "6");
    check_find(text, "/ ", false, "7");
    check_find(text, "/m~0n", false, "8");
}

static void pointers_find_keys_and_members(void **state)
{
    (void)state;
    static const char member[] = "\"id-1\" : {\"a\" : [ {\"q\":\"x]}\"}, -1.5 ], \"d\":1,\"d\":2}";
    check_find(member, "", true, "\"id-1\"");
    check_find(member, "", false, "{\"a\" : [ {\"q\":\"x]}\"}, -1.5 ], \"d\":1,\"d\":2}");
    check_find(member, "/a", true, "\"a\"");
    check_find(member, "/a/0/q", false, "\"x]}\"");
    check_find(member, "/a/0/q", true, "\"q\"");
    check_find(member, "/a/1", false, "-1.5");
    check_find(member, "/a/1", true, NULL);
    check_find(member, "/a/2", false, NULL);
    check_find(member, "/a/-", false, NULL);
    check_find(member, "/a/01", false, NULL);
    check_find(member, "/a/99999999999999999999", false, NULL);
    check_find(member, "/a/1/x", false, NULL);
    check_find(member, "/d", false, "2");
    check_find(member, "/e", false, NULL);
    check_find("[]", "/0", false, NULL);
    check_find("{}", "/a", false, NULL);
    check_find("{}", "", true, NULL);
    check_find("{}", "a", false, NULL);
    check_find("\"text\"", "", false, "\"text\"");
    check_find(" 12 ", "", false, "12");
    check_find("{\"\\u0061\\ud83c\\uddf0\\t\":1}", "/a\U0001f1f0\t", false, "1");
}

static void pointers_are_built(void **state)
{
    (void)state;
    g_autoptr(GString) pointer = g_string_new(NULL);
    ent_json_pointer_add(pointer, "a/b~c");
    ent_json_pointer_add(pointer, "");
    ent_json_pointer_add(pointer, "0");
    assert_string_equal(pointer->str, "/a~1b~0c//0");
}

static void texts_are_compacted(void **state)
{
    (void)state;
    static const char text[] = " { \"a b\" :\t[ 1.50 , true,\r\n \"x \\\" y\" ] , \"c\":{ } } ";
    g_autofree char *compact = ent_json_compact(text, strlen(text));
    assert_string_equal(compact, "{\"a b\":[1.50,true,\"x \\\" y\"],\"c\":{}}");
}

static void strings_are_quoted_and_unquoted(void **state)
{
    (void)state;
    static const char plain[] = "a\"b\\c/\b\f\n\r\t\x01\x1f한\U0001f1f0\x7f";
    g_autoptr(GString) quoted = g_string_new(NULL);
    ent_json_quote(quoted, plain);
    assert_string_equal(quoted->str,
                        "\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0001\\u001f한\U0001f1f0\x7f\"");
    g_autofree char *back = ent_json_unquote(quoted->str, quoted->len);
    assert_string_equal(back, plain);
    static const char escaped[] = "\"\\u00E9\\/\\ud83C\\uDDF0\\uFFFF\"";
    g_autofree char *text = ent_json_unquote(escaped, strlen(escaped));
    assert_string_equal(text, "é/\U0001f1f0\uffff");
}

static void values_are_decoded(void **state)
{
    (void)state;
    g_autoptr(EntDecoder) decoder = ent_decoder_new();
    for (guint round = 0; round < 3; round++) {
        const cJSON *value = ent_decode(decoder, long_text, strlen(long_text));
        assert_true(cJSON_IsObject(value));
        assert_string_equal(value->child->string, "aé\U0001f1f0\n");
        assert_int_equal(cJSON_GetArraySize(value->child), 6);
        assert_string_equal(cJSON_GetArrayItem(value->child, 5)->valuestring, "x한국\U0001f1f0y");
        const cJSON *part = ent_decode(decoder, "12.5,", 4);
        assert_true(cJSON_IsNumber(part));
        assert_true(part->valuedouble == 12.5);
    }
    char *own = cJSON_PrintUnformatted(&(cJSON){.type = cJSON_True}); /* hooks are put back */
    assert_string_equal(own, "true");
    cJSON_free(own);
}

/* Many values, some larger than any chunk, each read back. */
static void memory_is_taken_over(void **state)
{
    (void)state;
    g_autoptr(EntDecoder) decoder = ent_decoder_new();
    for (guint round = 1; round <= 40; round++) {
        GString *text = g_string_new("[");
        guint items = round % 7 == 0 ? 200000 : round;
        for (guint i = 0; i < items; i++)
            g_string_append_printf(text, "%s{\"k%u\":\"v\"}", i == 0 ? "" : ",", i);
        g_autofree char *large = g_strnfill(round * 10000, 'x');
        g_string_append_printf(text, ",\"%s\"]", large);
        const cJSON *value = ent_decode(decoder, text->str, text->len);
        assert_non_null(value);
        guint i = 0;
        for (const cJSON *item = value->child; item != NULL; item = item->next, i++) {
            g_autofree char *key = g_strdup_printf("k%u", i);
            if (item->next == NULL)
                assert_string_equal(item->valuestring, large);
            else
                assert_string_equal(item->child->string, key);
        }
        assert_int_equal(i, items + 1);
        g_string_free(text, TRUE);
    }
}

static void long_numbers_are_decoded(void **state)
{
    (void)state;
    g_autoptr(EntDecoder) decoder = ent_decoder_new();
    g_autofree char *digits = g_strnfill(400, '7');
    g_autofree char *text = g_strdup_printf("{\"12\\\"%s\":[0.%s,-%s,\"\\\\%s\",%.70s]}", digits,
                                            digits, digits, digits, digits);
    const cJSON *value = ent_decode(decoder, text, strlen(text));
    assert_non_null(value);
    const cJSON *item = value->child->child;
    assert_true(item->valuedouble == 7.0 / 9.0);
    assert_true(item->next->valuedouble < -G_MAXDOUBLE);
    assert_string_equal(item->next->next->valuestring + 1, digits);
    assert_true(item->next->next->next->valuedouble == 7.0 / 9.0 * 1e70);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_test_suite_is_judged_rightly),
        cmocka_unit_test(faults_are_named_and_placed),
        cmocka_unit_test(a_nul_byte_is_no_end),
        cmocka_unit_test(values_end_where_they_should),
        cmocka_unit_test(every_character_may_stand_in_a_string),
        cmocka_unit_test(nul_escapes_are_told),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(every_prefix_wants_more),
        cmocka_unit_test(broken_texts_are_survived),
        cmocka_unit_test(utf8_is_checked),
        cmocka_unit_test(members_are_scanned),
        cmocka_unit_test(pointers_of_the_rfc),
        cmocka_unit_test(pointers_find_keys_and_members),
        cmocka_unit_test(pointers_are_built),
        cmocka_unit_test(texts_are_compacted),
        cmocka_unit_test(strings_are_quoted_and_unquoted),
        cmocka_unit_test(values_are_decoded),
        cmocka_unit_test(memory_is_taken_over),
        cmocka_unit_test(long_numbers_are_decoded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
