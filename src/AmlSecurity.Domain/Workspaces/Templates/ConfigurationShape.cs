namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Lists the forms of configuration documents.</summary>
public enum ConfigurationShape
{
    /// <summary>One resource as the REST interface takes and gives it, with <c>properties</c>.</summary>
    Resource,

    /// <summary>A list of resources, as an array or as the <c>value</c> of an object.</summary>
    List,

    /// <summary>One resource as <c>az … show</c> prints it: what would be in <c>properties</c> stands beside the
    /// name.</summary>
    CommandOutput,

    /// <summary>A published example of a call, with <c>parameters</c> and <c>responses</c>.</summary>
    Example,

    /// <summary>An ARM template.</summary>
    Template,
}
