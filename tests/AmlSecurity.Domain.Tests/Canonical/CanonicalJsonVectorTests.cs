using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Canonical;

/// <summary>The documents that were published beside RFC 8785.</summary>
public sealed class CanonicalJsonVectorTests
{
    private const string Folder = "audit/jcs";

    [VectorTheory(Folder)]
    [InlineData("arrays")]
    [InlineData("french")]
    [InlineData("structures")]
    [InlineData("unicode")]
    [InlineData("values")]
    [InlineData("weird")]
    public void Every_published_document_has_its_published_form(string name)
    {
        var output = Read($"output/{name}.json");

        Assert.Equal(output, CanonicalJson.Canonicalize(Read($"input/{name}.json")).Expect());
        Assert.Equal(output, CanonicalJson.Canonicalize(output).Expect());
        Assert.Null(CanonicalJson.FindDeviation(output));
    }

    [VectorTheory(Folder)]
    [InlineData("arrays")]
    [InlineData("french")]
    [InlineData("structures")]
    [InlineData("unicode")]
    [InlineData("values")]
    [InlineData("weird")]
    public void Every_published_document_has_its_published_bytes(string name)
    {
        var hex = File.ReadAllText(OutsideVectors.PathOf($"{Folder}/outhex/{name}.txt"));

        Assert.Equal(
            Convert.FromHexString(string.Concat(hex.Where(char.IsAsciiHexDigit))),
            CanonicalJson.Canonicalize(Read($"input/{name}.json")).Expect());
    }

    [VectorFact(Folder)]
    public void There_are_no_other_published_documents() =>
        Assert.Equal(6, Directory.GetFiles(OutsideVectors.PathOf($"{Folder}/input")).Length);

    private static byte[] Read(string path) => File.ReadAllBytes(OutsideVectors.PathOf($"{Folder}/{path}"));
}
