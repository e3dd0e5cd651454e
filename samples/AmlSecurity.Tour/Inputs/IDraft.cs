using OneOf;

namespace AmlSecurity.Tour.Inputs;

/// <summary>An element of a file while its members, all of them texts, are being read.</summary>
internal interface IDraft<T>
{
    /// <summary>Gets the first member that is needed and not there, or null.</summary>
    string? Missing { get; }

    bool Knows(string member);

    /// <summary>Takes a member; a null counts as absent.</summary>
    /// <returns>What is wrong with the text, or null.</returns>
    string? Take(string member, string? text);

    /// <summary>Makes the element of what was taken, or says why that is none.</summary>
    OneOf<T, string> Finish();
}
