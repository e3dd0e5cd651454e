namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Lists what a place of a configuration document can hold.</summary>
/// <remarks>The default is <see cref="Absent"/>, which says nothing.</remarks>
public enum ConfigurationNodeKind
{
    /// <summary>Nothing: the member or element is not there.</summary>
    Absent,

    /// <summary>A JSON null.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A list of values.</summary>
    Array,

    /// <summary>Members by name.</summary>
#pragma warning disable CA1720 // The name that JSON has for it (RFC 8259, section 4).
    Object,
#pragma warning restore CA1720

    /// <summary>Something that the document does not decide; it may be any of the others.</summary>
    Unresolved,
}
