using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Identities;

/// <summary>The id of a directory (tenant).</summary>
/// <remarks>A GUID with dashes. Equal by value; no order. Immutable, hence safe for concurrent use.</remarks>
[JsonConverter(typeof(TextJsonConverter<TenantId>))]
[TypeConverter(typeof(TextTypeConverter<TenantId>))]
public sealed record TenantId : ISpanParsable<TenantId>
{
    private TenantId(Guid value) => Value = value;

    /// <summary>Gets the tenant of personal Microsoft accounts; whoever comes from it is a guest elsewhere.</summary>
    public static TenantId PersonalAccounts { get; } = new(new Guid("9188040d-6c67-4c5b-b112-36a304b66dad"));

    /// <summary>Gets the GUID.</summary>
    public Guid Value { get; }

    /// <summary>Reads an id.</summary>
    /// <param name="text">A GUID with dashes, in any case.</param>
    /// <returns>The id, or why the text is not one.</returns>
    public static OneOf<TenantId, TextFault<TenantIdFault>> Read(string? text) => text switch
    {
        null or "" => new TextFault<TenantIdFault>(TenantIdFault.Empty, 0),
        _ when Plaintext.IsGuid(text) => new TenantId(Guid.Parse(text)),
        _ => new TextFault<TenantIdFault>(TenantIdFault.NotAGuid, 0),
    };

    /// <summary>Returns the GUID in lower case with dashes.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value.ToString("D");

    static TenantId IParsable<TenantId>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<TenantId>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TenantId result) =>
        TextValue.TryParse(s, Read, out result);

    static TenantId ISpanParsable<TenantId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<TenantId>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out TenantId result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
