using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace AmlSecurity.Domain.Tests.Conventions;

public sealed partial class DocumentationTests
{
    private static readonly Dictionary<string, XElement> Documents = XDocument
        .Load(Path.ChangeExtension(DomainAssembly.Path, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static TheoryData<string, string, string> Samples => new()
    {
        { "T:Rooms.KeyRing", "KeyRing", "The keys of a workspace." },
        { "T:Rooms.KeyRing", "KeyRing", "" },
        { "T:Rooms.KeyRing", "KeyRing", "The key ring." },
        { "T:Rooms.KeyRing", "KeyRing", "The keys of a workspace" },
        { "M:Rooms.KeyRing.Rotate", "Rotate", "Makes a newer version the one to wrap under." },
        { "M:Rooms.KeyRing.Rotate", "Rotate", "Rotation of the keys." },
        { "P:Rooms.KeyRing.Text", "Text", "The text." },
    };

    [Fact]
    public void Every_public_member_says_in_one_sentence_what_it_is_or_does()
    {
        using var module = DomainAssembly.ReadIl();

        Violations.None(Members(module)
            .Select(member => (Id: DocCommentId.GetDocCommentId(member), member.Name))
            .Select(member => Documents.GetValueOrDefault(member.Id) switch
            {
                null => $"{member.Id} has no documentation",
                var document when document.Element("inheritdoc") is not null => null,
                var document => Fault(member.Id, NameOf(member.Name), Summary(document)),
            })
            .OfType<string>());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_detector_sees_a_summary_that_says_nothing(string id, string name, string summary) =>
        Assert.Equal(
            summary is not ("The keys of a workspace." or "Makes a newer version the one to wrap under."),
            Fault(id, name, summary) is not null);

    private static string? Fault(string id, string name, string summary) => summary switch
    {
        "" => $"{id} has no summary",
        _ when !summary.EndsWith('.') => $"{id}: `{summary}` does not end with a full stop",
        _ when id[0] != 'F' && Words(summary) == Words(name) => $"{id}: `{summary}` restates the name",
        _ when DoesSomething(id) && !ThirdPerson().IsMatch(summary) =>
            $"{id}: `{summary}` does not start with a verb in the third person",
        _ => null,
    };

    private static bool DoesSomething(string id) =>
        id[0] is 'M' or 'P' && !id.Contains("#ctor", StringComparison.Ordinal);

    // Generated members of records, of delegates, accessors and overridden members of `object` have nothing to say of their own;
    // the compiler itself demands that the parameters of a record are documented.
    private static IEnumerable<IMemberDefinition> Members(ModuleDefinition module) =>
        from type in module.GetTypes()
        where IsVisible(type) && !IsGenerated(type)
        from member in new IMemberDefinition[] { type }
            .Concat(type.Fields.Where(field => field.IsPublic && !field.IsSpecialName))
            .Concat(type.Properties.Where(property => property.GetMethod is { IsPublic: true } get
                && !IsGenerated(property) && !IsPositional(property, type)))
            .Concat(type.Methods.Where(method => method.IsPublic && !IsDelegate(type) && !IsGenerated(method) && !IsRecordConstructor(method)
                && !method.IsGetter && !method.IsSetter && method is not { IsConstructor: true, HasParameters: false }))
        select member;

    private static bool IsVisible(TypeDefinition type) =>
        type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType));

    // What it takes and returns is said on the delegate itself.
    private static bool IsDelegate(TypeDefinition type) => type.BaseType?.FullName == "System.MulticastDelegate";

    private static bool IsGenerated(ICustomAttributeProvider member) =>
        member.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    private static bool IsPositional(PropertyDefinition property, TypeDefinition type) =>
        type.Methods.Any(method => method.Name == "Deconstruct" && IsGenerated(method)
            && method.Parameters.Any(parameter => parameter.Name == property.Name));

    private static bool IsRecordConstructor(MethodDefinition method) =>
        method.IsConstructor
        && method.DeclaringType.Methods.Any(other => other.Name == "Deconstruct" && IsGenerated(other)
            && other.Parameters.Select(parameter => parameter.Name)
                .SequenceEqual(method.Parameters.Select(parameter => parameter.Name)));

    private static string Summary(XElement member) => member.Element("summary") is { } summary
        ? Spaces().Replace(string.Concat(summary.DescendantNodes().Select(Text)), " ").Trim()
        : "";

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { HasElements: false, IsEmpty: true } reference =>
            reference.Attribute("langword")?.Value
            ?? reference.Attribute("name")?.Value
            ?? reference.Attribute("cref")?.Value.Split('.')[^1]
            ?? "",
        _ => "",
    };

    private static string NameOf(string name) => name.Split('`')[0];

    private static string Words(string text) =>
        Letters().Replace(Articles().Replace(text, " "), "").ToLowerInvariant();

    [GeneratedRegex("^[A-Z][a-z]+s\\b")]
    private static partial Regex ThirdPerson();

    [GeneratedRegex("\\b(the|a|an|gets|this)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Articles();

    [GeneratedRegex("[^A-Za-z]")]
    private static partial Regex Letters();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
