using AmlSecurity.Domain.Tests.Encryption.Cms;

namespace AmlSecurity.Domain.Tests;

/// <summary>Runs one piece of code alone, for a test that traces it from outside. The tests themselves are run by
/// <c>dotnet test</c>.</summary>
internal static class Program
{
    public static void Main(string[] args) => TracedCode.Run(args[0], args.AsSpan(1));
}
