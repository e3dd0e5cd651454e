using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

/// <summary>Expressions with their values, function by function, after Azure's reference of template
/// functions.</summary>
public sealed class TemplateExpressionTests
{
    private const string Parameters = """
        {
          "name": { "type": "string", "defaultValue": "ws" },
          "Count": { "type": "int", "defaultValue": 3 },
          "list": { "type": "array", "defaultValue": ["a", "b", "c"] },
          "tags": { "type": "object", "defaultValue": { "Env": "prod", "inner": { "x": [1, 2] } } },
          "open": { "type": "string" },
          "flag": { "type": "bool", "defaultValue": true },
          "derived": { "type": "string", "defaultValue": "[concat(parameters('name'), '-d')]" }
        }
        """;

    private const string Variables = """
        {
          "direct": "[parameters('name')]",
          "second": "[concat(variables('direct'), '2')]",
          "half": { "known": 1, "open": "[parameters('open')]" },
          "mixed": ["a", "[parameters('open')]"],
          "loop": "[variables('pool')]",
          "pool": "[variables('loop')]",
          "copy": [{ "name": "made", "count": 3, "input": "[concat('i', copyIndex('made'))]" }]
        }
        """;

    [Theory]
    [InlineData("'it''s'", "\"it's\"")]
    [InlineData("''", "\"\"")]
    [InlineData(" 'a' ", "\"a\"")]
    [InlineData("-12", "-12")]
    [InlineData("true()", "true")]
    [InlineData("False()", "false")]
    [InlineData("null()", "null")]
    [InlineData("parameters('NAME')", "\"ws\"")]
    [InlineData("PARAMETERS('count')", "3")]
    [InlineData("parameters('derived')", "\"ws-d\"")]
    [InlineData("parameters('tags').env", "\"prod\"")]
    [InlineData("parameters('tags').inner.x[1]", "2")]
    [InlineData("parameters('tags')['inner']['x'][0]", "1")]
    [InlineData("parameters(concat('na', 'me'))", "\"ws\"")]
    [InlineData("variables('second')", "\"ws2\"")]
    [InlineData("variables('half').known", "1")]
    [InlineData("variables('half')", "{\"known\":1,\"open\":?}")]
    [InlineData("variables('made')", "[\"i0\",\"i1\",\"i2\"]")]
    [InlineData("concat('a', 1, 'b', true())", "\"a1bTrue\"")]
    [InlineData("concat(parameters('list'), createArray('d'))", "[\"a\",\"b\",\"c\",\"d\"]")]
    [InlineData("concat('a')", "\"a\"")]
    [InlineData("format('{0}-{1}-{0}', 'a', 2)", "\"a-2-a\"")]
    [InlineData("format('{{{0}}}', 'a')", "\"{a}\"")]
    [InlineData("toLower('AbÉ')", "\"abé\"")]
    [InlineData("toUpper('Ab1')", "\"AB1\"")]
    [InlineData("trim('  a b ')", "\"a b\"")]
    [InlineData("replace('a-b-c', '-', '')", "\"abc\"")]
    [InlineData("split('a,b,c', ',')", "[\"a\",\"b\",\"c\"]")]
    [InlineData("split('a,b;c', createArray(',', ';'))", "[\"a\",\"b\",\"c\"]")]
    [InlineData("join(createArray('a', 1), '-')", "\"a-1\"")]
    [InlineData("substring('abcdef', 2)", "\"cdef\"")]
    [InlineData("substring('abcdef', 2, 3)", "\"cde\"")]
    [InlineData("padLeft('7', 3, '0')", "\"007\"")]
    [InlineData("startsWith('Hello', 'hE')", "true")]
    [InlineData("endsWith('Hello', 'LO')", "true")]
    [InlineData("endsWith('Hello', 'he')", "false")]
    [InlineData("string(12)", "\"12\"")]
    [InlineData("string(true())", "\"True\"")]
    [InlineData("string(createArray(1, 'a'))", "\"[1,\"a\"]\"")]
    [InlineData("string(parameters('tags').inner)", "\"{\"x\":[1,2]}\"")]
    [InlineData("json('null')", "null")]
    [InlineData("json('{\"a\":[true,1]}').a[0]", "true")]
    [InlineData("json('[1,2]')", "[1,2]")]
    [InlineData("int('42')", "42")]
    [InlineData("int(42)", "42")]
    [InlineData("bool('TRUE')", "true")]
    [InlineData("bool(0)", "false")]
    [InlineData("add(2, 3)", "5")]
    [InlineData("sub(2, 3)", "-1")]
    [InlineData("mul(parameters('count'), 4)", "12")]
    [InlineData("div(7, 2)", "3")]
    [InlineData("mod(7, 2)", "1")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("max(createArray(3, 1, 4))", "4")]
    [InlineData("range(5, 3)", "[5,6,7]")]
    [InlineData("equals('a', 'A')", "false")]
    [InlineData("equals(1, 1)", "true")]
    [InlineData("equals('1', 1)", "false")]
    [InlineData("equals(parameters('tags'), json('{\"inner\":{\"x\":[1,2]},\"env\":\"prod\"}'))", "true")]
    [InlineData("equals(null(), json('null'))", "true")]
    [InlineData("greater(2, 1)", "true")]
    [InlineData("greaterOrEquals(2, 2)", "true")]
    [InlineData("less('a', 'b')", "true")]
    [InlineData("lessOrEquals(3, 2)", "false")]
    [InlineData("not(parameters('flag'))", "false")]
    [InlineData("and(true(), parameters('flag'))", "true")]
    [InlineData("and(true(), false(), true())", "false")]
    [InlineData("or(false(), false())", "false")]
    [InlineData("or(false(), true())", "true")]
    [InlineData("if(parameters('flag'), 'yes', 'no')", "\"yes\"")]
    [InlineData("if(false(), div(1, 0), 'no')", "\"no\"")]
    [InlineData("coalesce(null(), json('null'), 'x', 'y')", "\"x\"")]
    [InlineData("coalesce(null())", "null")]
    [InlineData("contains('abc', 'bc')", "true")]
    [InlineData("contains('abc', 'BC')", "false")]
    [InlineData("contains('a1', 1)", "true")]
    [InlineData("contains(parameters('list'), 'b')", "true")]
    [InlineData("contains(parameters('list'), 'B')", "false")]
    [InlineData("contains(parameters('tags'), 'ENV')", "true")]
    [InlineData("empty('')", "true")]
    [InlineData("empty(parameters('list'))", "false")]
    [InlineData("empty(json('{}'))", "true")]
    [InlineData("empty(null())", "true")]
    [InlineData("length('abc')", "3")]
    [InlineData("length(parameters('list'))", "3")]
    [InlineData("length(variables('mixed'))", "2")]
    [InlineData("first(parameters('list'))", "\"a\"")]
    [InlineData("first('abc')", "\"a\"")]
    [InlineData("last(parameters('list'))", "\"c\"")]
    [InlineData("last('abc')", "\"c\"")]
    [InlineData("first(createArray())", "null")]
    [InlineData("take(parameters('list'), 2)", "[\"a\",\"b\"]")]
    [InlineData("take('abc', 9)", "\"abc\"")]
    [InlineData("skip(parameters('list'), 2)", "[\"c\"]")]
    [InlineData("skip('abc', -1)", "\"abc\"")]
    [InlineData("indexOf('abcB', 'B')", "1")]
    [InlineData("indexOf(parameters('list'), 'c')", "2")]
    [InlineData("indexOf(parameters('list'), 'z')", "-1")]
    [InlineData("array('a')", "[\"a\"]")]
    [InlineData("array(parameters('list'))", "[\"a\",\"b\",\"c\"]")]
    [InlineData("createArray(1, parameters('open'))", "[1,?]")]
    [InlineData("createObject('a', 1, 'b', parameters('open'))", "{\"a\":1,\"b\":?}")]
    [InlineData("union(parameters('list'), createArray('c', 'd'))", "[\"a\",\"b\",\"c\",\"d\"]")]
    [InlineData(
        "union(json('{\"a\":1,\"o\":{\"x\":1}}'), json('{\"A\":2,\"o\":{\"y\":2}}'))",
        "{\"a\":2,\"o\":{\"x\":1,\"y\":2}}")]
    [InlineData(
        "resourceId('s', 'g', 'Microsoft.A/bs/cs', 'b', 'c')",
        "\"/subscriptions/s/resourceGroups/g/providers/Microsoft.A/bs/b/cs/c\"")]
    [InlineData(
        "subscriptionResourceId('s', 'Microsoft.A/bs', 'b')", "\"/subscriptions/s/providers/Microsoft.A/bs/b\"")]
    [InlineData("tenantResourceId('Microsoft.A/bs', 'b')", "\"/providers/Microsoft.A/bs/b\"")]
    [InlineData(
        "extensionResourceId('/subscriptions/s', 'Microsoft.A/bs', 'b')",
        "\"/subscriptions/s/providers/Microsoft.A/bs/b\"")]
    public void A_known_expression_has_its_value(string expression, string expected) =>
        Assert.Equal(expected, TemplateLab.Show(TemplateLab.Evaluate(expression, Parameters, Variables)));

    [Theory]
    [InlineData("and(parameters('open'), false())", "false")]
    [InlineData("and(false(), reference('x'))", "false")]
    [InlineData("or(reference('x').y, true())", "true")]
    [InlineData("if(equals(parameters('open'), 'x'), 'same', 'same')", "\"same\"")]
    [InlineData("contains(variables('mixed'), 'a')", "true")]
    [InlineData("equals(parameters('open'), parameters('OPEN'))", "true")]
    [InlineData("equals(createArray(parameters('open'), 1), createArray('a', 2))", "false")]
    [InlineData("first(variables('mixed'))", "\"a\"")]
    [InlineData("coalesce(null(), 'x', parameters('open'))", "\"x\"")]
    [InlineData("union(variables('half'), createObject('open', 'now'))", "{\"known\":1,\"open\":\"now\"}")]
    public void What_is_not_known_does_not_matter_where_the_rest_decides(string expression, string expected) =>
        Assert.Equal(expected, TemplateLab.Show(TemplateLab.Evaluate(expression, Parameters, Variables)));

    [Theory]
    [InlineData("parameters('open')", "the parameter `open` has no value")]
    [InlineData("concat('a', parameters('open'))", "the parameter `open` has no value")]
    [InlineData("and(true(), parameters('open'))", "the parameter `open` has no value")]
    [InlineData("if(parameters('open'), 1, 2)", "the parameter `open` has no value")]
    [InlineData("equals(parameters('open'), 'a')", "the parameter `open` has no value")]
    [InlineData("coalesce(parameters('open'), 'x')", "the parameter `open` has no value")]
    [InlineData("contains(variables('mixed'), 'z')", "a part of the value is not known")]
    [InlineData("string(variables('half'))", "a part of the value is not known")]
    [InlineData("length(union(variables('mixed'), createArray('b')))", "a part of the value is not known")]
    [InlineData(
        "union(createObject('o', parameters('open')), createObject('o', createObject('a', 1))).o",
        "the parameter `open` has no value")]
    [InlineData("subscription().tenantId", "what `subscription` gives is not known")]
    [InlineData("resourceGroup().location", "what `resourceGroup` gives is not known")]
    [InlineData("uniqueString(resourceGroup().id)", "what `uniqueString` gives is not known")]
    [InlineData("reference('x').outputs.y.value", "what `reference` gives is not known")]
    [InlineData("listKeys('x', '2019-01-01').keys[0].value", "what `listKeys` gives is not known")]
    [InlineData("deployment().name", "what `deployment` gives is not known")]
    [InlineData("newGuid()", "what `newGuid` gives is not known")]
    [InlineData("resourceId('Microsoft.A/bs', 'b')", "the subscription is not known")]
    [InlineData("resourceId('g', 'Microsoft.A/bs', 'b')", "the subscription is not known")]
    public void What_is_missing_is_said_without_a_notice(string expression, string reason)
    {
        var document = TemplateLab.Template(
            $$"""{ "value": "[{{expression}}]" }""", Parameters, Variables);
        var node = document.Resources[0].Properties["value"];

        Assert.Equal(reason, node.Reason);
        Assert.Equal($"[{expression}]", node.Expression);
        Assert.Equal(ConfigurationNodeKind.Unresolved, node.Kind);
        Assert.Empty(document.Notices);
    }

    [Theory]
    [InlineData("parameters('none')", "the template declares no parameter `none`")]
    [InlineData("variables('none')", "the template declares no variable `none`")]
    [InlineData("variables('loop')", "the variable `loop` needs itself")]
    [InlineData("parameters('name').x", "there is no `x` in the value")]
    [InlineData("parameters('list')[3]", "there is no `3` in the value")]
    [InlineData("length(1)", "`length` does not take what it is given")]
    [InlineData("not('true')", "`not` does not take what it is given")]
    [InlineData("if('true', 1, 2)", "`if` does not take what it is given")]
    [InlineData("toLower()", "`toLower` does not take what it is given")]
    [InlineData("concat('a', createArray())", "`concat` does not take what it is given")]
    [InlineData("format('{1}', 'a')", "`format` does not take what it is given")]
    [InlineData("div(1, 0)", "a calculation leaves the integers of 64 bits")]
    [InlineData("add(9223372036854775807, 1)", "a calculation leaves the integers of 64 bits")]
    [InlineData("substring('abc', 2, 2)", "`substring` does not take what it is given")]
    [InlineData("json('{')", "what `json` is given is not JSON")]
    [InlineData("copyIndex()", "`copyIndex` is used outside of its loop")]
    [InlineData("resourceId('Microsoft.A/bs')", "`resourceId` does not take what it is given")]
    [InlineData("", "a function is missing")]
    [InlineData("'a", "a string is not closed")]
    [InlineData("concat('a'", "a comma or a parenthesis is missing")]
    [InlineData("concat('a',)", "a function is missing")]
    [InlineData("concat('a'))", "the expression goes on after its end")]
    [InlineData("name", "`name` is not called")]
    [InlineData("12345678901234567890", "a number is not an integer of 64 bits")]
    [InlineData("parameters('list')[0", "a bracket is not closed")]
    [InlineData("parameters('tags').", "the name of a member is missing")]
    public void What_Azure_would_not_take_is_said_with_a_notice(string expression, string reason)
    {
        var document = TemplateLab.Template(
            $$"""{ "value": "[{{expression}}]" }""", Parameters, Variables);

        Assert.Equal(reason, document.Resources[0].Properties["value"].Reason);
        Assert.Contains(document.Notices, notice => notice.Detail == reason);
        Assert.Contains(document.Notices, notice => notice.Path == "$.resources[0].properties.value");
    }

    [Theory]
    [InlineData("[[parameters('x')]", "[parameters('x')]")]
    [InlineData("[not closed", "[not closed")]
    [InlineData("not [opened]", "not [opened]")]
    [InlineData("", "")]
    public void Other_texts_are_no_expressions(string text, string expected) => Assert.Equal(
        expected, TemplateLab.Template($$"""{ "value": "{{text}}" }""").Resources[0].Properties["value"].AsText);
}
