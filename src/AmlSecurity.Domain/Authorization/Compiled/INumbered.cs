namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Something that a policy knows by a text and by a number.</summary>
internal interface INumbered
{
    /// <summary>Gets the text, in the form to compare.</summary>
    string Canonical { get; }

    /// <summary>Gets the number, counted from zero in the order of being added.</summary>
    int Number { get; }
}
