namespace AmlSecurity.Domain.Tests.Vectors;

public sealed class OutsideVectorsTests
{
    [VectorFact("rbac/builtin-roles.json")]
    public void A_test_with_its_vectors_finds_them() =>
        Assert.True(new FileInfo(OutsideVectors.PathOf("rbac/builtin-roles.json")).Length > 0);

    [VectorTheory("crypto/wycheproof", "crypto/nist")]
    [InlineData("crypto/wycheproof")]
    [InlineData("crypto/nist")]
    public void A_folder_is_found_like_a_file(string folder) =>
        Assert.NotEmpty(Directory.EnumerateFiles(OutsideVectors.PathOf(folder)));

    [Fact]
    public void A_missing_file_is_reported_with_its_upstream_and_the_way_to_get_it()
    {
        var fault = Assert.Throws<FileNotFoundException>(() => OutsideVectors.PathOf("audit/merkle/no-such-file.json"));

        Assert.Contains("audit/merkle/no-such-file.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains("transparency-dev/merkle", fault.Message, StringComparison.Ordinal);
        Assert.Contains("eng/fetch-vectors.sh", fault.Message, StringComparison.Ordinal);
        Assert.Contains("AMLSEC_VECTORS", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_skips_a_test_unless_the_vectors_are_required()
    {
        var required = Environment.GetEnvironmentVariable("AMLSEC_REQUIRE_VECTORS") == "1";

        Assert.Equal(required, new VectorFactAttribute("rbac/no-such-file.json").Skip is null);
        Assert.Equal(required, new VectorTheoryAttribute("rbac/no-such-file.json").Skip is null);
    }

    [Fact]
    public void Vectors_without_a_named_upstream_are_a_bug_of_the_test() =>
        Assert.Throws<ArgumentException>(() => OutsideVectors.PathOf("elsewhere/file.json"));
}
