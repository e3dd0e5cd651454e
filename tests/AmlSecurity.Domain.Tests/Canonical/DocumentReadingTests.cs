using System.Text;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Tests.Canonical;

/// <summary>What every reader of JSON documents does, seen through the readers of roles and groups.</summary>
public sealed class DocumentReadingTests
{
    private const string Role = """{"roleName":"r","permissions":[{"actions":["a/read"]}]}""";

    [Fact]
    public void A_document_is_one_element_an_array_or_the_value_of_a_list()
    {
        Assert.Single(Sound(Role).Values);
        Assert.Equal(2, Sound($"[{Role},{Role}]").Values.Length);
        Assert.Equal(2, Sound($$"""{"value":[{{Role}},{{Role}}]}""").Values.Length);
        Assert.Empty(Sound("[]").Values);
        Assert.Empty(Sound("""{"value":[]}""").Values);
    }

    [Theory]
    [InlineData("""{"roleName":"r","roleName":"s","permissions":[]}""", "$.roleName", 16)]
    [InlineData("""{"roleName":"r","permissions":[],"PERMISSIONS":[]}""", "$.PERMISSIONS", 33)]
    [InlineData(
        """[{"roleName":"r","permissions":[{"actions":[],"Actions":[]}]}]""", "$[0].permissions[0].Actions", 46)]
    [InlineData("""{"value":[],"Value":[]}""", "$.Value", 12)]
    public void A_second_member_of_a_name_is_refused_in_any_case(string text, string path, long offset)
    {
        var fault = Assert.Single(Lenient(text).Faults);

        Assert.Equal((DocumentFaultKind.Duplicate, path, offset), (fault.Kind, fault.Path, fault.Offset));
        Assert.Empty(Lenient(text).Values);
    }

    [Fact]
    public void A_member_that_the_reader_does_not_know_may_hold_anything() =>
        Assert.Single(Sound($$"""{"x":{"y":[1,{"y":null,"y":2}]},{{Role[1..]}}""").Values);

    [Fact]
    public void A_byte_order_mark_is_passed_over_and_counted()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        var sound = RoleDefinition.Read([.. mark, .. Utf8(Role)]);
        var faulty = RoleDefinition.Read([.. mark, .. Utf8("""{"roleName":1,"permissions":[]}""")]);
        var broken = RoleDefinition.Read([.. mark, .. Utf8("[x")]);
        var brokenBelow = RoleDefinition.Read([.. mark, .. Utf8("[\nx")]);

        Assert.Single(sound.Values);
        Assert.Equal(3 + 12, Assert.Single(faulty.Faults).Offset);
        Assert.Equal(3 + 1, Assert.Single(broken.Faults).Offset);
        Assert.Equal(3 + 2, Assert.Single(brokenBelow.Faults).Offset);
    }

    [Theory]
    [InlineData(Role + " x")]
    [InlineData(Role + Role)]
    [InlineData("[] []")]
    [InlineData("[],")]
    public void Nothing_may_follow_the_document(string text) =>
        Assert.Equal(DocumentFaultKind.NotJson, Assert.Single(Lenient(text).Faults).Kind);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("""{"roleName":"r" "permissions":[]}""")]
    [InlineData("""{"roleName":"r",}""")]
    [InlineData("""{'roleName':'r'}""")]
    [InlineData("// comment\n{}")]
    [InlineData("NaN")]
    public void What_is_not_JSON_is_one_fault(string text)
    {
        var reading = Lenient(text);

        Assert.Equal(DocumentFaultKind.NotJson, Assert.Single(reading.Faults).Kind);
        Assert.Empty(reading.Values);
        Assert.False(reading.IsComplete);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    public void What_is_no_object_is_no_element(string text)
    {
        var fault = Assert.Single(Lenient(text).Faults);

        Assert.Equal((DocumentFaultKind.OfTheWrongType, "$", 0L), (fault.Kind, fault.Path, fault.Offset));
    }

    [Fact]
    public void Depth_without_end_is_a_fault()
    {
        var arrays = Lenient(new string('[', 100_000)).Faults[^1];
        var objects = Lenient(string.Concat(Enumerable.Repeat("{\"x\":", 50_000))).Faults[^1];

        Assert.Equal((DocumentFaultKind.NotJson, 64L), (arrays.Kind, arrays.Offset));
        Assert.Equal((DocumentFaultKind.NotJson, 64L * 5), (objects.Kind, objects.Offset));
    }

    [Theory]
    [InlineData("""{"roleName":"\ud800","permissions":[]}""", "$.roleName", 12)]
    [InlineData(
        """{"roleName":"r","permissions":[{"actions":["a/b","\udc00x"]}]}""", "$.permissions[0].actions[1]", 49)]
    public void Half_a_character_is_a_fault_at_its_place(string text, string path, long offset)
    {
        var fault = Assert.Single(Lenient(text).Faults);

        Assert.Equal((DocumentFaultKind.NotUnicode, path, offset), (fault.Kind, fault.Path, fault.Offset));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_fault_at_their_place()
    {
        byte[] utf8 = [.. Utf8("{\"roleName\":\""), 0xFF, .. Utf8("\",\"permissions\":[]}")];

        var fault = Assert.Single(RoleDefinition.Read(utf8, Strictness.Lenient).Faults);

        Assert.Equal((DocumentFaultKind.NotUnicode, "$.roleName", 12L), (fault.Kind, fault.Path, fault.Offset));
    }

    [Theory]
    [InlineData("""{"\ud800":1,"roleName":"r","permissions":[]}""", 1)]
    [InlineData("""{"va\ud800":[],"roleName":"r","permissions":[]}""", 1)]
    [InlineData("""{"roleName":"r","va\ud800":[],"permissions":[]}""", 16)]
    public void Half_a_character_in_a_name_is_a_fault_of_the_object(string text, long offset)
    {
        var fault = Assert.Single(Lenient(text).Faults);

        Assert.Equal((DocumentFaultKind.NotUnicode, "$", offset), (fault.Kind, fault.Path, fault.Offset));
    }

    [Theory]
    [InlineData("""{"va\ud800":["u"]}""")]
    [InlineData("""{"displayNa\ud800":["u"]}""")]
    public void Half_a_character_in_a_name_does_not_break_the_guess_of_a_form(string text) =>
        Assert.Equal(
            DocumentFaultKind.NotUnicode, Group.Read(Utf8(text), Strictness.Lenient).Faults[0].Kind);

    [Fact]
    public void A_fault_in_a_document_of_many_lines_stands_at_its_byte()
    {
        const string Text =
            "[\n  {\n    \"roleName\": \"ä\",\r\n    \"permissions\": [\n      { \"actions\": [ 7 ] }\n    ]\n  }\n]";

        var fault = Assert.Single(Lenient(Text).Faults);

        Assert.Equal("$[0].permissions[0].actions[0]", fault.Path);
        Assert.Equal(OffsetOf(Text, "7"), fault.Offset);
        Assert.Equal($"{fault.Path} (byte {fault.Offset}): {fault.Detail}", fault.ToString());
    }

    [Fact]
    public void Broken_JSON_in_a_document_of_many_lines_stands_at_its_byte_and_path()
    {
        var text = $"[\n{Role},\n{{\n  \"roleName\": \"ä\",\n  \"permissions\": [ x ]\n}}]";

        var reading = Lenient(text);

        var fault = Assert.Single(reading.Faults);
        Assert.Equal(DocumentFaultKind.NotJson, fault.Kind);
        Assert.Equal("$[1].permissions[0]", fault.Path);
        Assert.Equal(OffsetOf(text, " x ") + 1, fault.Offset);
    }

    [Fact]
    public void Elements_before_broken_JSON_are_kept()
    {
        Assert.Equal(2, Lenient($"[{Role},{Role},{{").Values.Length);
        Assert.Equal(2, Lenient($$"""{"value":[{{Role}},{{Role}},x""").Values.Length);
        Assert.Single(Lenient(Role + "x").Values);
    }

    [Fact]
    public void A_fault_in_one_element_does_not_lose_the_next()
    {
        var reading = Lenient($"[{Role},1,{{}},{Role}]");

        Assert.Equal(2, reading.Values.Length);
        Assert.Equal(
            [(DocumentFaultKind.OfTheWrongType, "$[1]"), (DocumentFaultKind.Missing, "$[2]")],
            reading.Faults.Select(fault => (fault.Kind, fault.Path)));
    }

    [Fact]
    public void A_list_that_goes_on_elsewhere_says_so()
    {
        const string Text = $$"""{"value":[{{Role}}],"nextLink":"https://management.azure.com/next"}""";

        var notice = Assert.Single(Lenient(Text).Notices);

        Assert.Equal((DocumentFaultKind.Irregular, "$.nextLink"), (notice.Kind, notice.Path));
        Assert.Single(Lenient(Text).Values);
        Assert.Equal("$.nextLink", Assert.Single(RoleDefinition.Read(Utf8(Text)).Faults).Path);
        Assert.Empty(Lenient($$"""{"value":[{{Role}}],"nextLink":null}""").Notices);
    }

    [Fact]
    public void A_name_with_other_characters_stands_in_brackets()
    {
        const string Text = """{"a.b's":["u"],"g 2":[1]}""";

        Assert.Equal("$['g 2'][0]", Group.Read(Utf8(Text), Strictness.Lenient).Faults[0].Path);
        Assert.Equal(
            @"$['a.b\'s'][0]", Group.Read(
                Utf8(Text.Replace("\"u\"", "1", StringComparison.Ordinal)), Strictness.Lenient).Faults[0].Path);
    }

    [Fact]
    public void Readings_are_equal_by_what_they_hold()
    {
        Assert.Equal(Lenient(Role), Lenient(Role));
        Assert.Equal(Lenient(Role).GetHashCode(), Lenient(Role).GetHashCode());
        Assert.NotEqual(Lenient(Role), Lenient("[]"));
        Assert.NotEqual(Lenient("1"), Lenient("[1]"));
    }

    private static DocumentReading<RoleDefinition> Sound(string text)
    {
        var reading = RoleDefinition.Read(Utf8(text));
        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Notices);
        Assert.True(reading.IsComplete);
        return reading;
    }

    private static DocumentReading<RoleDefinition> Lenient(string text) =>
        RoleDefinition.Read(Utf8(text), Strictness.Lenient);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static int OffsetOf(string text, string part) =>
        Encoding.UTF8.GetByteCount(text.AsSpan(0, text.IndexOf(part, StringComparison.Ordinal)));
}
