/* SPDX-License-Identifier: MIT */
#include "facts_text.h"

#define HEAD     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml>\n"
#define DIRECTED "<graph edgedefault=\"directed\">\n"
#define END      "</graph></graphml>\n"

/* The dossier of a text that has no errors. */
static EntDossier *read_text(const char *text)
{
    g_autoptr(EntReport) report = ent_report_new();
    EntDossier *dossier = load_texts(".graphml", text, NULL, report);

    if (!dossier && ent_report_length(report) > 0)
        print_error("%s\n", ent_report_get(report, 0)->message);
    assert_non_null(dossier);
    return dossier;
}

static const EntNode *node(const EntDossier *dossier, const char *id)
{
    guint32 index = ent_dossier_find_node(dossier, id);

    assert_int_not_equal(index, ENT_NONE);
    return ent_dossier_node(dossier, index);
}

static const char *property_of(EntProperties properties, const char *name)
{
    for (guint32 i = 0; i < properties.length; i++)
        if (strcmp(properties.items[i].name, name) == 0)
            return properties.items[i].json;
    return "nothing";
}

static const char *node_property(const EntDossier *dossier, const char *id, const char *name)
{
    return property_of(node(dossier, id)->fact.details->properties, name);
}

static const char *edge_property(const EntDossier *dossier, guint32 edge, const char *name)
{
    return property_of(ent_dossier_edge(dossier, edge)->fact.details->properties, name);
}

static void expect_node(const EntDossier *dossier, const char *id, const char *type,
                        const char *name)
{
    const EntNode *found = node(dossier, id);

    assert_string_equal(ent_dossier_node_type(dossier, found)->name, type);
    assert_string_equal(found->name, name);
}

static void expect_edge(const EntDossier *dossier, guint32 index, const char *from,
                        const char *type, const char *to)
{
    const EntEdge *edge = ent_dossier_edge(dossier, index);

    assert_string_equal(ent_dossier_node(dossier, edge->from)->id, from);
    assert_string_equal(ent_dossier_edge_type(dossier, edge)->name, type);
    assert_string_equal(ent_dossier_node(dossier, edge->to)->id, to);
}

static void test_keys(void **state)
{
    g_autoptr(EntDossier) dossier =
        read_text(HEAD "<key id='t' for='node' attr.name='Type' attr.type='string'/>"
                       "<key id='l' for='all' attr.name='label' attr.type='string'/>"
                       "<key id='w' for='edge' attr.name='weight' attr.type='double'/>"
                       "<key id='b' for='node' attr.name='bipartite' attr.type='boolean'>"
                       "<default>false</default></key>"
                       "<key id='i' for='node' attr.name='age' attr.type='int'/>" DIRECTED
                       "<node id='a'><data key='t'>person</data><data key='l'> Ann </data>"
                       "<data key='i'> 042 </data><data key='b'>TRUE</data></node>"
                       "<node id='b'><desc>a note</desc><data key='i'>+1.50</data><data "
                       "key='x'>&lt;y&gt;</data></node>"
                       "<node id='c'><data key='i'></data><data key='t'> </data></node>"
                       "<edge source='a' target='b' id='e'><data key='l'>knows</data><data "
                       "key='w'>2.50</data></edge>"
                       "<edge source='a' target='b'><data key='w'>-1</data></edge>"
                       "<edge source='b' target='b'><data key='w'>0.1</data></edge>" END);

    (void)state;
    expect_node(dossier, "a", "person", "Ann");
    expect_node(dossier, "b", "node", "b");
    assert_string_equal(node_property(dossier, "a", "age"), "42");
    assert_string_equal(node_property(dossier, "a", "bipartite"), "true");
    assert_string_equal(node_property(dossier, "b", "bipartite"), "false");
    assert_int_equal(node(dossier, "a")->fact.details->properties.length, 2);
    assert_string_equal(node_property(dossier, "b", "age"), "1.5");
    assert_string_equal(node_property(dossier, "b", "x"), "\"<y>\"");
    assert_string_equal(node_property(dossier, "c", "age"), "nothing");
    assert_string_equal(node(dossier, "b")->fact.details->note, "a note");
    expect_edge(dossier, 0, "a", "knows", "b");
    assert_string_equal(ent_dossier_edge(dossier, 0)->id, "e");
    assert_true(ent_dossier_edge(dossier, 0)->weight == 2.5);
    expect_edge(dossier, 1, "a", "tie", "b");
    assert_null(ent_dossier_edge(dossier, 1)->id);
    assert_true(ent_dossier_edge(dossier, 1)->weight == 1);
    assert_string_equal(edge_property(dossier, 1, "weight"), "-1");
    assert_true(ent_dossier_edge(dossier, 2)->weight == 0.1);
}

static void test_other_programs_types(void **state)
{
    g_autoptr(EntDossier) dossier = read_text(
        HEAD
        "<key id='labels' for='node' attr.name='labels'/>"
        "<key id='labelV' for='node' attr.name='labelV' attr.type='string'/>"
        "<key id='d1' for='node' yfiles.type='nodegraphics'/>" DIRECTED
        "<node id='neo' labels=':Person:Actor'><data key='labels'>:Person:Actor</data></node>"
        "<node id='one'><data key='labels'>:Person</data></node>"
        "<node id='tinker'><data key='labelV'>software</data></node>"
        "<node id='yed'><data key='d1'><y:ShapeNode xmlns:y='http://www.yworks.com/xml/graphml'>"
        "<y:Geometry x='1'/><y:NodeLabel> Group 1 <y:LabelModel/></y:NodeLabel>"
        "<y:NodeLabel>second</y:NodeLabel></y:ShapeNode></data></node>" END);

    (void)state;
    expect_node(dossier, "neo", "Person", "neo");
    assert_string_equal(node_property(dossier, "neo", "labels"), "\":Person:Actor\"");
    expect_node(dossier, "one", "Person", "one");
    assert_string_equal(node_property(dossier, "one", "labels"), "nothing");
    expect_node(dossier, "tinker", "software", "tinker");
    expect_node(dossier, "yed", "node", "Group 1");
}

static void test_nothing_is_dropped(void **state)
{
    g_autoptr(EntDossier) dossier = read_text(
        HEAD
        "<graph id='g' edgedefault='undirected'><desc>described</desc>"
        "<data key='title'>named</data><data key='more'>&amp;</data>"
        "<node id='a' colour='red'><port name='N'><port name='in'/><data key='k'>v</data></port>"
        "<graph id='inner' edgedefault='directed'><node id='b'/><edge source='a' "
        "target='b'/></graph>"
        "</node>"
        "<node id='hyperedge-1'/>"
        "<edge source='a' target='b' sourceport='N'/><edge source='a' target='b' directed='true'/>"
        "<hyperedge><endpoint node='a' type='in' port='N'/><endpoint node='b' type='out'/>"
        "<endpoint node='b'/></hyperedge><hyperedge id='h'/></graph>"
        "<graph edgedefault='directed'><node id='c'/></graph></graphml>");

    (void)state;
    assert_string_equal(ent_dossier_title(dossier), "named");
    assert_string_equal(ent_dossier_description(dossier), "described");
    assert_string_equal(property_of(ent_dossier_extras(dossier), "x-graph"), "{\"more\":\"&\"}");
    assert_int_equal(ent_dossier_node_count(dossier), 6);
    assert_string_equal(ent_dossier_node(dossier, 0)->id, "a"); /* before what is inside it */
    assert_string_equal(node_property(dossier, "a", "colour"), "\"red\"");
    assert_string_equal(node_property(dossier, "a", "ports"), "[\"N\",\"N/in\"]");
    assert_string_equal(node_property(dossier, "a", "port/N/k"), "\"v\"");
    assert_string_equal(node_property(dossier, "b", "parent"), "\"a\"");
    assert_string_equal(node_property(dossier, "c", "graph"), "\"2\"");
    expect_node(dossier, "hyperedge-2", "hyperedge", "hyperedge-2");
    expect_node(dossier, "h", "hyperedge", "h");
    assert_int_equal(ent_dossier_edge_count(dossier), 6);
    expect_edge(dossier, 0, "a", "tie", "b");
    assert_string_equal(edge_property(dossier, 0, "directed"), "nothing");
    assert_string_equal(edge_property(dossier, 1, "directed"), "false");
    assert_string_equal(edge_property(dossier, 1, "sourceport"), "\"N\"");
    assert_string_equal(edge_property(dossier, 2, "directed"), "nothing");
    expect_edge(dossier, 3, "a", "endpoint", "hyperedge-2");
    assert_string_equal(edge_property(dossier, 3, "port"), "\"N\"");
    expect_edge(dossier, 4, "hyperedge-2", "endpoint", "b");
    expect_edge(dossier, 5, "hyperedge-2", "endpoint", "b");
    assert_string_equal(edge_property(dossier, 5, "directed"), "false");
}

static void test_names_that_repeat(void **state)
{
    g_autoptr(EntDossier) dossier = read_text(
        HEAD "<key id='1' for='node' attr.name='x'/><key id='2' for='node' attr.name='x'/>"
             "<key id='3' for='node' attr.name='x_2'/>" DIRECTED
             "<node id='a' x='0'><data key='1'>1</data><data key='2'>2</data>"
             "<data key='3'>3</data><data key='1'>4</data></node>" END);

    (void)state;
    assert_string_equal(node_property(dossier, "a", "x"), "\"0\"");
    assert_string_equal(node_property(dossier, "a", "x_2"), "\"1\"");
    assert_string_equal(node_property(dossier, "a", "x_3"), "\"2\"");
    assert_string_equal(node_property(dossier, "a", "x_2_2"), "\"3\"");
    assert_string_equal(node_property(dossier, "a", "x_4"), "\"4\"");
}

/* The first finding: its severity, code and place (column 0: any); there is no dossier unless it is
 * a warning. */
static void expect_finding(const char *text, EntSeverity severity, const char *code, guint line,
                           guint column)
{
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntDossier) dossier = load_texts(".graphml", text, NULL, report);
    const EntFinding *finding;

    assert_true(ent_report_length(report) > 0);
    finding = ent_report_get(report, 0);
    assert_string_equal(finding->code, code);
    assert_int_equal(finding->severity, severity);
    assert_int_equal(finding->place.line, line);
    if (column > 0)
        assert_int_equal(finding->place.column, column);
    assert_true((severity == ENT_SEVERITY_WARNING) == (dossier != NULL));
}

static void test_findings(void **state)
{
    (void)state;
    expect_finding("", ENT_SEVERITY_ERROR, "syntax", 1, 1);
    expect_finding("<a/>", ENT_SEVERITY_ERROR, "not-facts", 1, 1);
    expect_finding("<html xmlns='x'><graphml/></html>", ENT_SEVERITY_ERROR, "not-facts", 1, 1);
    expect_finding("<graphml>\n<graph edgedefault='directed'></graphml>", ENT_SEVERITY_ERROR,
                   "syntax", 2, 0);
    expect_finding("<graphml>\n&x;</graphml>", ENT_SEVERITY_ERROR, "syntax", 2, 4);
    expect_finding("<!DOCTYPE graphml>\n<graphml/>", ENT_SEVERITY_ERROR, "syntax", 1, 1);
    expect_finding(HEAD DIRECTED "é <node/>" END, ENT_SEVERITY_ERROR, "missing-attribute", 4, 3);
    expect_finding(HEAD DIRECTED "<node id='a'/><edge source='a'/>" END, ENT_SEVERITY_ERROR,
                   "missing-attribute", 4, 15);
    expect_finding(HEAD DIRECTED "<node id='a'/><edge source='a' target='ab'/>" END,
                   ENT_SEVERITY_ERROR, "unknown-node", 4, 40);
    expect_finding(HEAD DIRECTED "<node id='a'/>\n<node id='a'/>" END, ENT_SEVERITY_ERROR,
                   "duplicate-key", 5, 11);
    expect_finding(HEAD DIRECTED "<node id='a'><data>x</data></node>" END, ENT_SEVERITY_ERROR,
                   "missing-attribute", 4, 14);
    expect_finding(HEAD "<key id='k'/>\n<key id='k'/>" DIRECTED END, ENT_SEVERITY_WARNING,
                   "duplicate-key", 4, 10);
    expect_finding(HEAD "<key id='k' attr.type='int'/>" DIRECTED
                        "<node id='a'><data key='k'>x</data></node>" END,
                   ENT_SEVERITY_WARNING, "bad-value", 4, 1);
    expect_finding(HEAD "<graph><node id='a'/>" END, ENT_SEVERITY_WARNING, "bad-value", 3, 1);
    expect_finding(HEAD DIRECTED "<unknown/>" END, ENT_SEVERITY_WARNING, "not-read", 4, 1);
}

/* libxml2's words are kept, those about its limits put plainly. */
static void expect_message(const char *text, const char *words)
{
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntDossier) dossier = load_texts(".graphml", text, NULL, report);

    assert_null(dossier);
    assert_int_equal(ent_report_length(report), 1);
    assert_non_null(strstr(ent_report_get(report, 0)->message, words));
    assert_null(strstr(ent_report_get(report, 0)->message, "\n"));
}

static void test_messages(void **state)
{
    GString *text = g_string_new(HEAD);

    (void)state;
    expect_message("<graphml></grapml>", "mismatch");
    expect_message("<graphml>&x;</graphml>", "'x'");
    expect_message("<graphml a='1' a='2'/>", "attribute a");
    expect_message("", "empty");
    for (guint i = 0; i < 200; i++)
        g_string_append_printf(text, DIRECTED "<node id='%u'>", i);
    expect_message(text->str, "256 deep");
    g_string_assign(text, HEAD DIRECTED "<!--");
    while (text->len < 11000000)
        g_string_append(text, "                                                                ");
    expect_message(text->str, "10 MB");
    g_string_free(text, TRUE);
}

/* A few kilobytes that would become gigabytes. */
static void test_defaults_are_bounded(void **state)
{
    GString *text = g_string_new(HEAD "<key id='k' for='node'><default>");
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntDossier) dossier = NULL;

    (void)state;
    for (guint i = 0; i < 100000; i++)
        g_string_append_c(text, 'x');
    g_string_append(text, "</default></key>" DIRECTED);
    for (guint i = 0; i < 20000; i++)
        g_string_append_printf(text, "<node id='%u'/>", i);
    g_string_append(text, END);
    dossier = load_texts(".graphml", text->str, NULL, report);
    assert_null(dossier);
    assert_true(report_has(report, "syntax"));
    g_string_free(text, TRUE);
}

#define OWN                                                                                        \
    "<key id='0' for='graph' attr.name='entente' attr.type='int'/>"                                \
    "<key id='1' for='node' attr.name='kind'/><key id='2' for='node' attr.name='node_id'/>"        \
    "<key id='3' for='node' attr.name='properties'/><key id='4' for='edge' attr.name='relation'/>" \
    "<key id='5' for='edge' attr.name='weight' attr.type='double'/>"                               \
    "<key id='6' for='node' attr.name='p_a'/><key id='7' for='graph' attr.name='measure_m'/>"      \
    "<key id='8' for='node' attr.name='m' attr.type='double'/>"                                    \
    "<key id='9' for='node' attr.name='added' attr.type='int'/>"                                   \
    "<key id='10' for='graph' attr.name='schema' attr.type='string'/>\n"

static void test_own_files(void **state)
{
    g_autoptr(EntDossier) dossier = read_text(
        HEAD OWN DIRECTED
        "<data key='0'>1</data><data key='10'>open</data>"
        "<node id='n0'><data key='1'>a type</data><data key='2'>a b</data><data key='6'>no</data>"
        "<data key='3'>{\"a\":1.10,\"added\":0}</data><data key='8'>0.5</data><data "
        "key='9'>3</data></node>"
        "<node id='n1'><data key='1'>t</data><data key='2'>n0</data><data key='3'></data></node>"
        "<edge id='e' source='n0' target='n1'><data key='4'>r</data><data "
        "key='5'>NaN</data></edge>" END);

    (void)state;
    expect_node(dossier, "a b", "a type", "a b");
    expect_node(dossier, "n0", "t", "n0");
    assert_int_equal(node(dossier, "a b")->fact.details->properties.length, 2);
    assert_string_equal(node_property(dossier, "a b", "a"), "1.10");
    assert_string_equal(node_property(dossier, "a b", "added"), "3");
    expect_edge(dossier, 0, "a b", "r", "n0");
    assert_null(ent_dossier_edge(dossier, 0)->id);
    assert_true(ent_dossier_edge(dossier, 0)->weight == 1);
}

static void test_own_files_findings(void **state)
{
    (void)state;
    expect_finding(HEAD OWN DIRECTED "<data key='0'>2</data>" END, ENT_SEVERITY_ERROR,
                   "format-version", 5, 1);
    expect_finding(HEAD OWN DIRECTED "<data key='10'>oben</data>" END, ENT_SEVERITY_ERROR,
                   "unknown-schema", 5, 1);
    expect_finding(HEAD OWN DIRECTED "<node id='a'><data key='1'>leader</data>\n"
                                     "<data key='3'>{1}</data></node>" END,
                   ENT_SEVERITY_ERROR, "bad-json", 5, 1);
    expect_finding(HEAD OWN DIRECTED "<node id='a'/>" END, ENT_SEVERITY_ERROR, "missing-key", 5,
                   11);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_other_programs_types),
        cmocka_unit_test(test_nothing_is_dropped),
        cmocka_unit_test(test_names_that_repeat),
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_defaults_are_bounded),
        cmocka_unit_test(test_own_files),
        cmocka_unit_test(test_own_files_findings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
