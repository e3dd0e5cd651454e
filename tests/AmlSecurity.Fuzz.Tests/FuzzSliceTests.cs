using AmlSecurity.Domain.Tests;

namespace AmlSecurity.Fuzz.Tests;

/// <summary>A slice of the fuzzing campaign without its guidance: every reader takes its seeds, and whatever is made of
/// them, without an exception and without breaking its law.</summary>
public sealed class FuzzSliceTests : IAsyncLifetime
{
    private const int MutantsOfATarget = 2_000;

    private readonly string _seeds = Directory.CreateTempSubdirectory("amlsec-fuzz-").FullName;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Keys];

    public Task InitializeAsync() => FuzzSeeds.WriteAsync(
        _seeds, Repository.PathOf("samples", "AmlSecurity.Tour", "inputs"));

    public Task DisposeAsync()
    {
        Directory.Delete(_seeds, recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_reader_takes_its_seeds_and_what_is_made_of_them(string target)
    {
        var seeds = Directory.EnumerateFiles(Path.Combine(_seeds, target)).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).ToList();
        Assert.NotEmpty(seeds);
        Assert.All(seeds, FuzzTargets.All[target]);

        var mutation = new Mutation(seeds, seed: 1);
        for (var turn = 0; turn < MutantsOfATarget; turn++)
        {
            var mutant = mutation.Next();
            var thrown = Record.Exception(() => FuzzTargets.All[target](mutant));
            Assert.True(thrown is null, $"{Convert.ToBase64String(mutant)}: {thrown}");
        }
    }
}
