using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>A version of Kubernetes, such as <c>1.17.3</c>.</summary>
/// <remarks>
/// Two or three numbers of up to nine digits, a <c>v</c> before them or not. Equal and ordered by the numbers, so that
/// 1.9 comes before 1.17; a third number that is not there counts as 0. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<KubernetesVersion>))]
[TypeConverter(typeof(TextTypeConverter<KubernetesVersion>))]
public sealed record KubernetesVersion : ISpanParsable<KubernetesVersion>, IComparable<KubernetesVersion>
{
    private readonly bool _namesPatch;

    private KubernetesVersion(int major, int minor, int patch, bool namesPatch)
    {
        (Major, Minor, Patch) = (major, minor, patch);
        _namesPatch = namesPatch;
    }

    /// <summary>Gets the oldest version whose disks take a customer-managed key, 1.17 (ENC-32).</summary>
    public static KubernetesVersion OldestWithCustomerManagedKey { get; } = new(1, 17, 0, namesPatch: false);

    /// <summary>Gets the first number.</summary>
    public int Major { get; }

    /// <summary>Gets the second number.</summary>
    public int Minor { get; }

    /// <summary>Gets the third number; 0 if it is not there.</summary>
    public int Patch { get; }

    /// <summary>Determines whether one version is older than another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator <(KubernetesVersion? left, KubernetesVersion? right) => Compare(left, right) < 0;

    /// <summary>Determines whether one version is older than another, or equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator <=(KubernetesVersion? left, KubernetesVersion? right) => Compare(left, right) <= 0;

    /// <summary>Determines whether one version is newer than another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator >(KubernetesVersion? left, KubernetesVersion? right) => Compare(left, right) > 0;

    /// <summary>Determines whether one version is newer than another, or equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator >=(KubernetesVersion? left, KubernetesVersion? right) => Compare(left, right) >= 0;

    /// <summary>Reads a version.</summary>
    /// <param name="text">The text, such as <c>1.17</c>, <c>1.17.3</c> or <c>v1.17.3</c>.</param>
    /// <returns>The version, or why the text is not one.</returns>
    public static OneOf<KubernetesVersion, TextFault<VersionFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault<VersionFault>(VersionFault.Empty, 0);
        }

        Span<int> numbers = stackalloc int[3];
        numbers.Clear();
        var at = text[0] == 'v' ? 1 : 0;
        var count = VersionNumbers.Read(text, ref at, numbers);
        return count < 2
            ? new TextFault<VersionFault>(VersionFault.NotNumbersWithDotsBetweenThem, at)
            : new KubernetesVersion(numbers[0], numbers[1], numbers[2], namesPatch: count == 3);
    }

    /// <inheritdoc/>
    public int CompareTo(KubernetesVersion? other) =>
        other is null ? 1 : (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <summary>Determines whether another version has the same numbers.</summary>
    /// <param name="other">The other version.</param>
    /// <returns><see langword="true"/> if it has.</returns>
    public bool Equals(KubernetesVersion? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Major, Minor, Patch);

    /// <summary>Returns the numbers as they were written, without a <c>v</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _namesPatch ? $"{Major}.{Minor}.{Patch}" : $"{Major}.{Minor}";

    static KubernetesVersion IParsable<KubernetesVersion>.Parse(string s, IFormatProvider? provider) =>
        TextValue.Parse(s, Read);

    static bool IParsable<KubernetesVersion>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out KubernetesVersion result) =>
        TextValue.TryParse(s, Read, out result);

    static KubernetesVersion ISpanParsable<KubernetesVersion>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider) => TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<KubernetesVersion>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out KubernetesVersion result) =>
        TextValue.TryParse(s.ToString(), Read, out result);

    private static int Compare(KubernetesVersion? left, KubernetesVersion? right) =>
        left is null ? (right is null ? 0 : -1) : left.CompareTo(right);
}
