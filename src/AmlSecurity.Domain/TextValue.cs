using System.Diagnostics.CodeAnalysis;
using OneOf;

namespace AmlSecurity.Domain;

/// <summary>Carries the framework's parsing contracts over to the <c>Read</c> of a text type.</summary>
internal static class TextValue
{
    /// <summary>Fulfils <see cref="IParsable{TSelf}.Parse"/>.</summary>
    public static T Parse<T, TKind>(string text, Func<string?, OneOf<T, TextFault<TKind>>> read)
        where TKind : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(text);
        return read(text).TryPickT0(out var value, out var fault)
            ? value
            : throw new FormatException($"the text is not a `{typeof(T).Name}`: {fault}");
    }

    /// <summary>Fulfils <see cref="IParsable{TSelf}.TryParse"/>.</summary>
    public static bool TryParse<T, TKind>(
        string? text, Func<string?, OneOf<T, TextFault<TKind>>> read, [MaybeNullWhen(false)] out T value)
        where TKind : struct, Enum => read(text).TryPickT0(out value, out _);
}
