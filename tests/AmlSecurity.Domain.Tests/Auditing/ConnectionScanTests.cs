using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>What makes a text a connection string, and how long a key in it is.</summary>
public sealed class ConnectionScanTests
{
    private static readonly string Varied = string.Concat(Enumerable.Repeat("aB3xY7", 20));

    [Theory]
    [InlineData("jdbc:sqlserver://h;Password=Summer2020!")]
    [InlineData("Server=h;Password=Summer2020!")]
    [InlineData("Data Source=h;Password=Summer2020!")]
    [InlineData("Host=h;Password=Summer2020!")]
    [InlineData("Initial Catalog=c;Password=Summer2020!")]
    [InlineData("Database=d;Password=Summer2020!")]
    [InlineData("User Id=u;Password=Summer2020!")]
    [InlineData("Uid=u;Pwd=Summer2020!")]
    [InlineData("server=h;PWD=Summer2020!")]
    public void A_password_in_a_connection_string_is_found(string text)
    {
        var found = Assert.Single(
            PrivacyLint.Default.CheckRunId(text), one => one.Kind == PrivacyFindingKind.ConnectionPassword);

        Assert.Equal("Summer2020!", text.Substring(found.Offset, found.Length));
    }

    [Theory]
    [InlineData("Password=Summer2020!")]
    [InlineData("colour=red;Password=Summer2020!")]
    [InlineData("Server=h;Passwords=Summer2020!")]
    public void A_password_anywhere_else_is_none_of_a_connection(string text) => Assert.DoesNotContain(
        PrivacyLint.Default.CheckRunId(text), one => one.Kind == PrivacyFindingKind.ConnectionPassword);

    [Theory]
    [InlineData("SharedAccessKey=", "", 40, PrivacyFindingKind.SharedAccessKey)]
    [InlineData("sv=2020;sig=", "", 40, PrivacyFindingKind.SharedAccessSignature)]
    [InlineData("se=2020;sig=", "", 40, PrivacyFindingKind.SharedAccessSignature)]
    [InlineData("AccountEndpoint=e;AccountKey=", "==", 86, PrivacyFindingKind.CosmosKey)]
    [InlineData("AccountKey=", "==", 86, PrivacyFindingKind.StorageAccountKey)]
    public void A_key_is_found_from_its_shortest_length_on(string before, string end, int length, PrivacyFindingKind kind)
    {
        Assert.Contains(Check(length), one => one.Kind == kind && one.Offset == before.Length);
        Assert.DoesNotContain(Check(length - 1), one => one.Kind == kind && one.Offset == before.Length);

        IEnumerable<PrivacyFinding> Check(int digits) =>
            PrivacyLint.Default.CheckRunId(before + Varied[..digits] + end);
    }

    [Fact]
    public void A_signature_alone_is_none() => Assert.DoesNotContain(
        PrivacyLint.Default.CheckRunId("sig=" + Varied[..50]),
        one => one.Kind == PrivacyFindingKind.SharedAccessSignature);
}
