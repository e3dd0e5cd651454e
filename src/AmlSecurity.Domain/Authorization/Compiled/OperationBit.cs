namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>An operation that a policy is compiled for.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Number">Its place among the bits of a plane.</param>
internal sealed record OperationBit(ActionName Name, int Number) : INumbered
{
    public string Canonical => Name.Canonical;
}
