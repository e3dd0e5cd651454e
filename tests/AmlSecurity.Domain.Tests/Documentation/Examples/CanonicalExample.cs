using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/canonical.md</c>.</summary>
public sealed class CanonicalExample
{
    [Fact]
    public void A_document_has_one_canonical_form()
    {
        // <example>
        var bytes = CanonicalJson.Canonicalize("""{ "b": 1.50, "a": "\u00fc" }"""u8).Expect();   // {"a":"ü","b":1.5}
        var isCanonical = CanonicalJson.FindDeviation(bytes) is null;
        // </example>

        Assert.Equal("""{"a":"ü","b":1.5}"""u8.ToArray(), bytes.ToArray());
        Assert.True(isCanonical);
    }
}
