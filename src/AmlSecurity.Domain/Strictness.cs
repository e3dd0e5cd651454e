namespace AmlSecurity.Domain;

/// <summary>Says what a reader does with input that is understandable but irregular.</summary>
/// <remarks>The default is <see cref="Strict"/>. Real exports are full of irregularities; written policy should not
/// be.</remarks>
public enum Strictness
{
    /// <summary>Irregular input is a fault.</summary>
    Strict,

    /// <summary>Irregular input is kept as it is and reported; input without any sound meaning is still a
    /// fault.</summary>
    Lenient,
}
