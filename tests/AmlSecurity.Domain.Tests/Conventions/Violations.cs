namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>Fails a convention with every violation in full; <c>Assert.Empty</c> would cut them off.</summary>
internal static class Violations
{
    public static void None(IEnumerable<string> found)
    {
        var lines = found.ToList();
        if (lines.Count > 0)
        {
            Assert.Fail($"{lines.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
        }
    }
}
