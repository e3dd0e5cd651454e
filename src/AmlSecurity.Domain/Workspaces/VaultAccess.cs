namespace AmlSecurity.Domain.Workspaces;

/// <summary>What of a key vault's content an access policy opens to somebody, each to the full.</summary>
/// <param name="Keys">Whether it opens all keys.</param>
/// <param name="Secrets">Whether it opens all secrets.</param>
/// <param name="Certificates">Whether it opens all certificates.</param>
/// <remarks>Equal by all members; no order. The default opens nothing.</remarks>
public readonly record struct VaultAccess(bool Keys, bool Secrets, bool Certificates)
{
    /// <summary>Gets access to the whole content (IDENT-05, KV-04).</summary>
    public static VaultAccess Everything { get; } = new(true, true, true);

    /// <summary>Gets a value indicating whether nothing is left closed.</summary>
    public bool IsComplete => this == Everything;

    /// <summary>Returns one line for a person.</summary>
    /// <returns>What is open.</returns>
    public override string ToString()
    {
        string[] open = [.. Words(Keys, "keys"), .. Words(Secrets, "secrets"), .. Words(Certificates, "certificates")];
        return open.Length == 0 ? "nothing" : string.Join(", ", open);
    }

    private static string[] Words(bool isOpen, string word) => isOpen ? [word] : [];
}
