using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using AmlSecurity.Domain.Rules;
using OneOf;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>A version of the Azure Machine Learning SDK for Python, such as <c>1.0.83.1</c> (SCOPE-01).</summary>
/// <remarks>
/// Two to four numbers of up to nine digits. Equal and ordered by the numbers; those that are not there count as 0.
/// Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<SdkVersion>))]
[TypeConverter(typeof(TextTypeConverter<SdkVersion>))]
public sealed record SdkVersion : ISpanParsable<SdkVersion>, IComparable<SdkVersion>
{
    private readonly (int Major, int Minor, int Build, int Revision) _numbers;

    private SdkVersion(string text, (int Major, int Minor, int Build, int Revision) numbers)
    {
        Text = text;
        _numbers = numbers;
    }

    /// <summary>Gets the oldest version that the rules speak of, 1.0.83.1.</summary>
    public static SdkVersion Oldest { get; } = new("1.0.83.1", (1, 0, 83, 1));

    /// <summary>Gets the numbers as they were written.</summary>
    public string Text { get; }

    /// <summary>Gets a value indicating whether the rules speak of this version.</summary>
    public bool IsInScope => this >= Oldest;

    /// <summary>Determines whether one version is older than another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator <(SdkVersion? left, SdkVersion? right) => Compare(left, right) < 0;

    /// <summary>Determines whether one version is older than another, or equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator <=(SdkVersion? left, SdkVersion? right) => Compare(left, right) <= 0;

    /// <summary>Determines whether one version is newer than another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator >(SdkVersion? left, SdkVersion? right) => Compare(left, right) > 0;

    /// <summary>Determines whether one version is newer than another, or equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator >=(SdkVersion? left, SdkVersion? right) => Compare(left, right) >= 0;

    /// <summary>Reads a version.</summary>
    /// <param name="text">The text, such as <c>1.0.83.1</c> or <c>1.2.0</c>.</param>
    /// <returns>The version, or why the text is not one.</returns>
    public static OneOf<SdkVersion, TextFault<VersionFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault<VersionFault>(VersionFault.Empty, 0);
        }

        Span<int> numbers = stackalloc int[4];
        numbers.Clear();
        var at = 0;
        return VersionNumbers.Read(text, ref at, numbers) < 2
            ? new TextFault<VersionFault>(VersionFault.NotNumbersWithDotsBetweenThem, at)
            : new SdkVersion(text, (numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    /// <summary>Judges a version.</summary>
    /// <param name="version">The version; null if it is not known.</param>
    /// <param name="path">Where it stands, as a JSON path.</param>
    /// <returns>A warning if the rules do not speak of it; undetermined if it is not known.</returns>
    public static ImmutableArray<Finding> Assess(SdkVersion? version, string path) => version switch
    {
        null => [Judgement.Open(CompatibilityRules.OldestSdk, path, "the version of the SDK is not known")],
        { IsInScope: true } => [],
        _ =>
        [
            new(
                CompatibilityRules.OldestSdk,
                FindingSeverity.Warning,
                path,
                $"the rules do not speak of version {version} of the SDK",
                $"use {Oldest} or newer"),
        ],
    };

    /// <inheritdoc/>
    public int CompareTo(SdkVersion? other) => other is null ? 1 : _numbers.CompareTo(other._numbers);

    /// <summary>Determines whether another version has the same numbers.</summary>
    /// <param name="other">The other version.</param>
    /// <returns><see langword="true"/> if it has.</returns>
    public bool Equals(SdkVersion? other) => other is not null && _numbers == other._numbers;

    /// <inheritdoc/>
    public override int GetHashCode() => _numbers.GetHashCode();

    /// <summary>Returns the numbers as they were written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    static SdkVersion IParsable<SdkVersion>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<SdkVersion>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SdkVersion result) =>
        TextValue.TryParse(s, Read, out result);

    static SdkVersion ISpanParsable<SdkVersion>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<SdkVersion>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out SdkVersion result) =>
        TextValue.TryParse(s.ToString(), Read, out result);

    private static int Compare(SdkVersion? left, SdkVersion? right) =>
        left is null ? (right is null ? 0 : -1) : left.CompareTo(right);
}
