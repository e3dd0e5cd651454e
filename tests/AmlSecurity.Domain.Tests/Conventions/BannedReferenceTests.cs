namespace AmlSecurity.Domain.Tests.Conventions;

public sealed class BannedReferenceTests
{
    [Fact]
    public void The_library_touches_no_clock_no_chance_and_nothing_outside_memory()
    {
        using var module = DomainAssembly.ReadIl();

        Violations.None(new BannedReferences().In(module));
    }

    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.Path")]
    [InlineData("System.Environment")]
    [InlineData("System.Guid::NewGuid")]
    [InlineData("NodaTime.SystemClock")]
    public void The_detector_sees_what_these_tests_touch(string banned)
    {
        using var module = DomainAssembly.ReadIl(typeof(BannedReferenceTests).Assembly.Location);

        Assert.Contains(
            new BannedReferences().In(module), use => use.Contains(banned, StringComparison.Ordinal));
    }

    [Fact]
    public void An_iterator_of_the_compiler_may_ask_for_its_thread_and_nobody_else()
    {
        using var module = DomainAssembly.ReadIl(typeof(BannedReferenceTests).Assembly.Location);
        var uses = new BannedReferences().In(module)
            .Where(use => use.Contains("get_CurrentManagedThreadId", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(Iterator());
        Assert.Contains(uses, use => use.Contains(nameof(AskForTheThread), StringComparison.Ordinal));
        Assert.DoesNotContain(uses, use => use.Contains("<Iterator>", StringComparison.Ordinal));
    }

    [Fact]
    public void The_named_sources_of_chance_and_stamps_are_exempt_and_do_what_they_are_exempt_for()
    {
        using var module = DomainAssembly.ReadIl();
        var users = ReferenceWalker.Walk(module)
            .Where(reference => reference.Used.FullName
                is "System.Security.Cryptography.RandomNumberGenerator" or "System.Diagnostics.Stopwatch")
            .Select(reference => (reference.User.DeclaringType ?? reference.User).Name)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(["SaltSource", "SystemRandomSource"], users);
    }

    [Fact]
    public void The_ban_of_the_compiler_is_part_of_the_ban() =>
        Assert.Superset(
            new HashSet<string> { "System.DateTime", "NodaTime.SystemClock.get_Instance", "System.Guid.NewGuid" },
            BannedReferences.BannedSymbols().ToHashSet());

    // Touched so that the detector has something to see; only the first is ever called.
    private static IEnumerable<int> Iterator()
    {
        yield return 1;
    }

    private static int AskForTheThread() => Environment.CurrentManagedThreadId;

    private static (Guid Chance, NodaTime.IClock Clock, Func<int> Thread) Touched() =>
        (Guid.NewGuid(), NodaTime.SystemClock.Instance, AskForTheThread);
}
