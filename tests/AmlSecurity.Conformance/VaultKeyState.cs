namespace AmlSecurity.Conformance;

/// <summary>The state of a version in a request.</summary>
internal enum VaultKeyState
{
    Enabled,
    Gone,
    Compromised,
}
