using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Tests.Conventions;

public sealed class TextTypeTests
{
    public static TheoryData<string> Names => [.. TextTypes.All.Select(example => example.Type.FullName!)];

    [Fact]
    public void Every_text_type_has_a_row()
    {
        var withRow = TextTypes.All.Select(example => example.Type).ToHashSet();

        Violations.None(DomainAssembly.PublicTypes.Where(IsTextType).Except(withRow)
            .Select(type => $"{type}: add a row to {nameof(TextTypes)}"));
        Assert.Equal(TextTypes.All.Count, withRow.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_type_names_its_converters_and_keeps_its_parsing_explicit(string name)
    {
        var type = Find(name).Type;

        Assert.Equal(
            typeof(TextJsonConverter<>).MakeGenericType(type),
            type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType);
        Assert.Equal(
            typeof(TextTypeConverter<>).MakeGenericType(type).AssemblyQualifiedName,
            type.GetCustomAttribute<TypeConverterAttribute>()?.ConverterTypeName);
        Assert.Empty(type.GetMember("Parse"));
        Assert.Empty(type.GetMember("TryParse"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_good_text_comes_back_the_same_from_every_door(string name)
    {
        var example = Find(name);

        Assert.Equal(example.Good, example.ThroughParsable(example.Good));
        Assert.Equal(example.Good, example.ThroughSpanParsable(example.Good));
        Assert.Equal(example.Good, example.ThroughTryParse(example.Good));
        Assert.Equal(example.Good, example.ThroughSpanTryParse(example.Good));
        Assert.Equal(example.Good, example.ThroughJsonValue(example.Good));
        Assert.Equal(example.Good, example.ThroughJsonName(example.Good));
        Assert.Equal(example.Good, example.ThroughTypeConverter(example.Good));
        Assert.Equal(example.Good, example.ThroughOptions(example.Good));
        Assert.Equal((200, example.Good), await example.ThroughMinimalApiAsync(example.Good));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_text_is_refused_at_every_door(string name)
    {
        var example = Find(name);

        Assert.Throws<FormatException>(() => example.ThroughParsable(example.Bad));
        Assert.Throws<FormatException>(() => example.ThroughSpanParsable(example.Bad));
        Assert.Null(example.ThroughTryParse(example.Bad));
        Assert.Null(example.ThroughTryParse(null));
        Assert.Null(example.ThroughTryParse(""));
        Assert.Null(example.ThroughSpanTryParse(example.Bad));
        Assert.Throws<JsonException>(() => example.ThroughJsonValue(example.Bad));
        Assert.Throws<JsonException>(() => example.ThroughJsonName(example.Bad));
        Assert.Throws<FormatException>(() => example.ThroughTypeConverter(example.Bad));
        var unbound = Assert.Throws<InvalidOperationException>(() => example.ThroughOptions(example.Bad));
        Assert.IsType<FormatException>(unbound.InnerException, exactMatch: false);
        Assert.Equal(400, (await example.ThroughMinimalApiAsync(example.Bad)).Status);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Json_that_is_no_string_is_refused(string name) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("[1]", Find(name).Type.MakeArrayType()));

    private static TextTypeExample Find(string name) => TextTypes.All.Single(example => example.Type.FullName == name);

    private static bool IsTextType(Type type) =>
        type.GetInterfaces().Any(contract => contract.IsGenericType
            && contract.GetGenericTypeDefinition() == typeof(IParsable<>)
            && contract.GetGenericArguments()[0] == type);
}
