namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>The name of an attribute with its source, such as
/// <c>@Resource[Microsoft.Storage/storageAccounts:name]</c>.</summary>
/// <remarks>
/// The name is up to 1,024 characters, without brackets, control characters or surrounding blanks. Names are compared
/// ignoring case; behind the last <c>:</c> with regard to case if the name ends with
/// <c>&lt;$key_case_sensitive$&gt;</c>, as the keys of tags do. Equal by source and name in this sense; no order.
/// Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record AttributeName
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumLength = 1024;

    private const string CaseMark = "<$key_case_sensitive$>";

    /// <summary>Names an attribute.</summary>
    /// <param name="source">Whose it is.</param>
    /// <param name="name">What stands between the brackets.</param>
    /// <exception cref="ArgumentException">The name breaks a bound, or the source is none of the four.</exception>
    public AttributeName(ConditionSource source, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Enum.IsDefined(source) || !IsName(name))
        {
            throw new ArgumentException($"{Plaintext.Quote(name)} names no attribute of a source", nameof(name));
        }

        Source = source;
        Name = name;
        IsKeyCaseSensitive = name.EndsWith(CaseMark, StringComparison.OrdinalIgnoreCase);
        Bare = IsKeyCaseSensitive ? name[..^CaseMark.Length] : name;
        Folded = CaseFolding.Fold(Bare);
    }

    /// <summary>Gets whose attribute it is.</summary>
    public ConditionSource Source { get; }

    /// <summary>Gets what stands between the brackets, as written.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether the part behind the last <c>:</c> is compared with regard to
    /// case.</summary>
    public bool IsKeyCaseSensitive { get; }

    /// <summary>Gets the name without the mark of case.</summary>
    internal string Bare { get; }

    /// <summary>Gets the name by which it is found, before case is regarded.</summary>
    internal string Folded { get; }

    /// <summary>Gets the part that is compared with regard to case where the name says so.</summary>
    internal ReadOnlySpan<char> Key => Bare.AsSpan(Bare.LastIndexOf(':') + 1);

    /// <summary>Determines whether two names mean the same attribute.</summary>
    /// <param name="other">The other name.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(AttributeName? other) =>
        other is not null
        && Source == other.Source
        && IsKeyCaseSensitive == other.IsKeyCaseSensitive
        && Folded == other.Folded
        && (!IsKeyCaseSensitive || Key.SequenceEqual(other.Key));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Folded);

    /// <summary>Returns the attribute as a condition names it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"@{Source}[{Name}]";

    internal static bool IsName(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= MaximumLength
        && name.Trim().Length == name.Length
        && !name.Equals(CaseMark, StringComparison.OrdinalIgnoreCase)
        && Plaintext.FirstBadCharacter(name.ToString()) < 0
        && name.IndexOfAny('[', ']') < 0;
}
