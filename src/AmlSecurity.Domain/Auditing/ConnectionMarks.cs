namespace AmlSecurity.Domain.Auditing;

/// <summary>What kind of connection string a text looks like, looked up once.</summary>
/// <param name="HasEndpoint">It names the endpoint of a Cosmos DB account.</param>
/// <param name="IsSignature">It has a version or an expiry of a shared access signature.</param>
/// <param name="IsDatabase">It names the server or the user of a database.</param>
internal readonly record struct ConnectionMarks(bool HasEndpoint, bool IsSignature, bool IsDatabase)
{
    public static ConnectionMarks Of(ReadOnlySpan<char> text) => text.Contains('=')
        ? new(
            Has(text, "AccountEndpoint="),
            Has(text, "sv=") || Has(text, "se="),
            Has(text, "jdbc:") || Has(text, "Server=") || Has(text, "Data Source=") || Has(text, "Host=")
                || Has(text, "Initial Catalog=") || Has(text, "Database=") || Has(text, "User Id=")
                || Has(text, "Uid="))
        : default;

    private static bool Has(ReadOnlySpan<char> text, string mark) =>
        TextRun.Find(text, 0, mark, ignoreCase: true) >= 0;
}
