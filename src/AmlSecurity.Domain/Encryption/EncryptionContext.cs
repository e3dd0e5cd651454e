using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>What an envelope belongs to. It is not stored in the envelope: who opens it must know it.</summary>
/// <remarks>
/// Up to 64 names with values, 16 KiB in all. Names are <c>tenant</c>, <c>subscription</c>, <c>workspace</c>,
/// <c>assetKind</c>, <c>asset</c>, <c>version</c>, or begin with <c>x-</c>. An empty value is not an absent one, and
/// text is not normalised. Equal by encoding; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class EncryptionContext : IEquatable<EncryptionContext>
{
    private static readonly ImmutableArray<string> TypedNames =
        ["tenant", "subscription", "workspace", "assetKind", "asset", "version"];

    private readonly byte[] _encoded;

    private EncryptionContext(byte[] encoded) => _encoded = encoded;

    /// <summary>Gets the context of nothing: no pairs.</summary>
    public static EncryptionContext Empty { get; } = new([0, 0]);

    /// <summary>Gets the canonical bytes that <see cref="ContextEncoding"/> describes.</summary>
    public ReadOnlySpan<byte> Encoded => _encoded;

    /// <summary>Creates a context.</summary>
    /// <param name="pairs">The names and values, in any order.</param>
    /// <returns>The context, or why there is none; the offset counts the pairs as given.</returns>
    /// <exception cref="ArgumentException">A name or value is null.</exception>
    public static OneOf<EncryptionContext, TextFault<EncryptionContextFault>> Create(
        IEnumerable<KeyValuePair<string, string>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var given = pairs.ToImmutableArray();
        for (var at = 0; at < given.Length; at++)
        {
            var name = given[at].Key ?? throw new ArgumentException("a name is null", nameof(pairs));
            if (!TypedNames.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal))
            {
                return new TextFault<EncryptionContextFault>(EncryptionContextFault.WithAnUnknownName, at);
            }
        }

        return ContextEncoding.Encode(given).TryPickT0(out var encoded, out var fault)
            ? new EncryptionContext(encoded)
            : fault;
    }

    /// <summary>Creates the context of an asset of a workspace.</summary>
    /// <param name="workspace">The workspace. Its comparison form is used, so that case cannot make two
    /// contexts.</param>
    /// <param name="assetKind">The kind of asset, such as <c>model</c>.</param>
    /// <param name="asset">The name of the asset.</param>
    /// <param name="version">The version of the asset, or null.</param>
    /// <returns>The context, or why there is none.</returns>
    public static OneOf<EncryptionContext, TextFault<EncryptionContextFault>> ForAsset(
        ResourceId workspace, string assetKind, string asset, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(assetKind);
        ArgumentNullException.ThrowIfNull(asset);
        KeyValuePair<string, string>[] pairs =
        [
            new("workspace", workspace.Canonical), new("assetKind", assetKind), new("asset", asset),
        ];
        return Create(version is null ? pairs : [.. pairs, new("version", version)]);
    }

    /// <summary>Determines whether two contexts have the same encoding.</summary>
    /// <param name="other">The other context.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(EncryptionContext? other) => other is not null && Encoded.SequenceEqual(other.Encoded);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EncryptionContext);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_encoded);
        return hash.ToHashCode();
    }
}
