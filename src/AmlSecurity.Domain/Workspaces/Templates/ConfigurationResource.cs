using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>One resource of a configuration document, whatever its type.</summary>
/// <remarks>Equal by reference; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class ConfigurationResource
{
    internal ConfigurationResource(
        string? type, ConfigurationNode name, ResourceId? id, bool? condition, ConfigurationNode body)
    {
        Type = type;
        Name = name;
        Id = id;
        Condition = condition;
        Body = body;
    }

    /// <summary>Gets the full type, such as <c>Microsoft.MachineLearningServices/workspaces/computes</c>; null if the
    /// document does not say it.</summary>
    /// <remarks>From the id where the document states another type than the id has.</remarks>
    public string? Type { get; }

    /// <summary>Gets the name with those of the resources that this one lies in, such as
    /// <c>workspace1/compute1</c>.</summary>
    public ConfigurationNode Name { get; }

    /// <summary>Gets the resource id as the document states it; null in a template, which does not know its
    /// subscription.</summary>
    public ResourceId? Id { get; }

    /// <summary>Gets type and name as one text that is the same for one resource throughout its document; null if
    /// nothing tells the resource from others.</summary>
    /// <remarks>Holds for names that are not known too: two places that come to the same unknown name agree. To compare
    /// with <see cref="ConfigurationNode.ResourceKey"/>.</remarks>
    public string? Key => Id is not null ? ResourceKeys.Of(Id)
        : Type is not null ? ResourceKeys.Of(Type, Name.Value)
        : null;

    /// <summary>Gets the version of the interface that the resource is written for; null if it is not known.</summary>
    public string? ApiVersion => Body["apiVersion"].AsText;

    /// <summary>Gets the region as the document writes it.</summary>
    public ConfigurationNode Location => Body["location"];

    /// <summary>Gets whether the resource is deployed at all; null if that is not known.</summary>
    public bool? Condition { get; }

    /// <summary>Gets everything that the document says of the resource.</summary>
    /// <remarks>The output of a command is brought into the form of the REST interface: what it prints beside the name
    /// is in <c>properties</c>, with the path at which it really stands.</remarks>
    public ConfigurationNode Body { get; }

    /// <summary>Gets what is particular to the type.</summary>
    public ConfigurationNode Properties => Body["properties"];

    /// <summary>Gets the place of the resource as a JSON path.</summary>
    public string Path => Body.Path;

    /// <summary>Gets the position of its document among those that were merged; zero if none were.</summary>
    public int Document => Body.Document;

    /// <summary>Returns the type and where the resource stands.</summary>
    /// <returns>One line for a person.</returns>
    public override string ToString() => $"{Type ?? "resource"} at {Path}";
}
