using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Conformance;

/// <summary>One version of one key of a request.</summary>
internal sealed record VaultKey(KeyVersionId Id, KeyWrapAlgorithm Algorithm, byte[] Bytes, VaultKeyState State)
{
    private static readonly (string Word, KeyWrapAlgorithm Meaning)[] Algorithms =
        [("A256KW", KeyWrapAlgorithm.A256KW), ("RSA-OAEP-256", KeyWrapAlgorithm.RsaOaep256)];

    public static VaultKey Of(Arguments key)
    {
        var algorithm = key.Choice("alg", Algorithms);
        var bytes = key.Bytes("key");
        if (algorithm == KeyWrapAlgorithm.A256KW)
        {
            bytes.Exactly("key", Cobblestone256.KeyLength);
        }

        var uri = key.Text("uri");
        if (!KeyVersionId.Create(uri, key.Text("version")).TryPickT0(out var id, out var fault))
        {
            throw OperationException.Malformed($"{OperationException.Quote(uri)} is no key: {fault}");
        }

        var state = key.OptionalChoice(
            "state",
            ("enabled", VaultKeyState.Enabled),
            ("disabled", VaultKeyState.Gone),
            ("deleted", VaultKeyState.Gone),
            ("soft-deleted", VaultKeyState.Gone),
            ("purged", VaultKeyState.Gone),
            ("compromised", VaultKeyState.Compromised));
        return new VaultKey(id, algorithm, bytes, state);
    }

    /// <summary>Gets the name of an algorithm.</summary>
    public static string NameOf(KeyWrapAlgorithm algorithm) =>
        Array.Find(Algorithms, known => known.Meaning == algorithm).Word;

    /// <summary>Puts the version into a vault as the newest of its key, in its state.</summary>
    public void AddTo(SoftwareKeyVault vault)
    {
        if (!Import(vault).IsT0)
        {
            throw OperationException.Malformed(
                $"`keys` has version {OperationException.Quote(Id.Version)} of {OperationException.Quote(Id.KeyUri)} twice");
        }

        // A request deletes and purges single versions, a vault only whole keys; none of them comes back in a request.
        if (State != VaultKeyState.Enabled)
        {
            vault.Change(Id.KeyUri, (ring, now) => State == VaultKeyState.Compromised
                ? ring.MarkCompromised(Id.Version, now)
                : ring.Disable(Id.Version, now));
        }
    }

    private OneOf.OneOf<KeyRing, KeyRingRefusal> Import(SoftwareKeyVault vault)
    {
        if (Algorithm == KeyWrapAlgorithm.A256KW)
        {
            return vault.ImportAes(Id, Bytes);
        }

        using var rsa = RsaKeyBytes.Import(Bytes);
        return vault.ImportRsa(Id, rsa);
    }
}
