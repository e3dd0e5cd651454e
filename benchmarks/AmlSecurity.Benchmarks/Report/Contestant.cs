namespace AmlSecurity.Benchmarks.Report;

/// <summary>A method in a contest, under the name that the page gives it.</summary>
/// <param name="Method">The name of the method in the benchmark class.</param>
/// <param name="Name">What it is called on the page.</param>
/// <param name="IsOurs">Whether it is of this library, and not a floor or a peer.</param>
internal sealed record Contestant(string Method, string Name, bool IsOurs)
{
    public static Contestant Ours(string method, string name) => new(method, name, IsOurs: true);

    public static Contestant Other(string method, string name) => new(method, name, IsOurs: false);
}
