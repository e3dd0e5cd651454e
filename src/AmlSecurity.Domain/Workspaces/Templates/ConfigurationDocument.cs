using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>The resources that one document describes: a template, a body or list of the REST interface, a published
/// example of it, or the output of a command.</summary>
/// <remarks>
/// JSON with comments and with line ends in strings, at most 64 levels deep. A problem in one place is a notice, and
/// what it spoils is unresolved; it never loses the rest. The time is bounded by the size of the document and a
/// constant. Equal by reference; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class ConfigurationDocument
{
    private ConfigurationDocument(
        ConfigurationShape shape,
        ImmutableArray<ConfigurationResource> resources,
        ImmutableArray<DocumentFault> notices)
    {
        Shape = shape;
        Resources = resources;
        Notices = notices;
    }

    /// <summary>Gets the form in which the document is written.</summary>
    public ConfigurationShape Shape { get; }

    /// <summary>Gets the resources in the order of the document, also those whose condition does not hold.</summary>
    /// <remarks>Those inside another one come behind it.</remarks>
    public ImmutableArray<ConfigurationResource> Resources { get; }

    /// <summary>Gets what was not understood, or is irregular.</summary>
    public ImmutableArray<DocumentFault> Notices { get; }

    /// <summary>Reads a document without values for parameters.</summary>
    /// <param name="utf8">The text of the document in UTF-8.</param>
    /// <returns>The document, or where it stops being JSON.</returns>
    public static OneOf<ConfigurationDocument, DocumentFault> Read(ReadOnlySpan<byte> utf8) => Read(utf8, []);

    /// <summary>Reads a template together with the values of its parameters.</summary>
    /// <param name="utf8">The text of the document in UTF-8.</param>
    /// <param name="parameters">The text of the parameter file: <c>{"parameters":{"x":{"value":1}}}</c> or
    /// <c>{"x":1}</c>; empty for none. Only templates have use for it.</param>
    /// <returns>The document, or where one of the two stops being JSON.</returns>
    public static OneOf<ConfigurationDocument, DocumentFault> Read(
        ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> parameters)
    {
        if (!ConfigurationText.Read(utf8).TryPickT0(out var text, out var fault))
        {
            return fault;
        }

        if (!GivenParameters.Read(parameters).TryPickT0(out var given, out fault))
        {
            return fault;
        }

        return ShapeOf(text.Value) switch
        {
            null => new DocumentFault(
                DocumentFaultKind.OfTheWrongType, "$", text.Value.Offset ?? 0, "it is neither an object nor an array"),
            ConfigurationShape.Template => OfTemplate(text, given),
            var shape => OfResources(text, shape.Value),
        };
    }

    private static ConfigurationDocument OfTemplate(ConfigurationText text, GivenParameters given)
    {
        var (resources, notices) = TemplateReader.Read(text.Value, given);
        return new ConfigurationDocument(ConfigurationShape.Template, resources, [.. text.Notices, .. notices]);
    }

    private static ConfigurationDocument OfResources(ConfigurationText text, ConfigurationShape shape)
    {
        var reader = new ResourceReader();
        ImmutableArray<ConfigurationResource> resources = shape == ConfigurationShape.Example
            ? ExampleReader.Read(text.Value, reader)
            : [.. reader.ReadAll(text.Value, ConfigurationPath.Root)];
        return new ConfigurationDocument(shape, resources, [.. text.Notices, .. reader.Notices]);
    }

    private static ConfigurationShape? ShapeOf(ConfigurationValue document) => document.Kind switch
    {
        ConfigurationNodeKind.Array => ConfigurationShape.List,
        not ConfigurationNodeKind.Object => null,
        _ when TemplateReader.IsTemplate(document) => ConfigurationShape.Template,
        _ when document.Member("responses").Kind == ConfigurationNodeKind.Object => ConfigurationShape.Example,
        _ when ResourceReader.ListOf(document) is not null => ConfigurationShape.List,
        _ when document.Member("properties").Kind == ConfigurationNodeKind.Absent => ConfigurationShape.CommandOutput,
        _ => ConfigurationShape.Resource,
    };
}
