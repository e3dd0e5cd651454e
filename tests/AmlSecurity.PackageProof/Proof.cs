namespace AmlSecurity.PackageProof;

/// <summary>Prints each claim with its outcome, and remembers whether one failed.</summary>
internal sealed class Proof
{
    private int _held;
    private int _failed;

    public void That(string claim, bool holds)
    {
        Console.WriteLine($"{(holds ? "  holds" : "! FAILS")}  {claim}");
        _held += holds ? 1 : 0;
        _failed += holds ? 0 : 1;
    }

    public void Equal<T>(string claim, T expected, T actual) =>
        That($"{claim}: {actual}", EqualityComparer<T>.Default.Equals(expected, actual));

    public int Conclude()
    {
        Console.WriteLine($"{_held} claims hold, {_failed} fail");
        return _failed == 0 && _held > 0 ? 0 : 1;
    }
}
