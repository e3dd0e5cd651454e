using System.Collections.Immutable;
using System.Text;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces;

namespace AmlSecurity.Fuzz;

/// <summary>What is fed to each reader. An exception is a crash, and so is a broken law:
/// what is read is written the same again, and nothing opens to what was never sealed.</summary>
internal static class FuzzTargets
{
    public static ImmutableSortedDictionary<string, Action<byte[]>> All { get; } = new Dictionary<string, Action<byte[]>>
    {
        ["activity-log"] = bytes => ActivityLogReader.Read(bytes, Strictness.Lenient),
        ["assignment"] = bytes => RoleAssignment.Read(bytes, Strictness.Lenient),
        ["audit-record"] = ReadAuditRecord,
        ["canonical-json"] = Canonicalize,
        ["checkpoint"] = bytes => Checkpoint.Read(bytes),
        ["cms"] = OpenMessage,
        ["condition"] = bytes => Condition.Read(Encoding.UTF8.GetString(bytes)),
        ["deny"] = bytes => DenyAssignment.Read(bytes, Strictness.Lenient),
        ["envelope"] = OpenEnvelope,
        ["group"] = bytes => Group.Read(bytes, Strictness.Lenient),
        ["hierarchy"] = bytes => ScopeHierarchy.Read(bytes, Strictness.Lenient),
        ["key-record"] = bytes => KeyRecord.Read(bytes),
        ["note"] = bytes => SignedNote.Read(bytes),
        ["resource-id"] = bytes => ResourceId.Read(Encoding.UTF8.GetString(bytes), Strictness.Lenient),
        ["role"] = bytes => RoleDefinition.Read(bytes, Strictness.Lenient),
        ["scoring-request"] = bytes => ScoringRequest.Read(bytes, Strictness.Lenient),
        ["template"] = bytes => Workspace.Read(bytes),
        ["token"] = bytes => FuzzKeys.Checker.Check(bytes, FuzzKeys.Workspace, FuzzKeys.Now),
        ["token-claims"] = bytes => TokenClaims.Read(bytes),
        ["token-payload"] = bytes => FuzzKeys.Checker.Check(FuzzKeys.Sign(bytes), FuzzKeys.Workspace, FuzzKeys.Now),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static void ReadAuditRecord(byte[] bytes) => AuditRecord.Read(bytes).Switch(
        record => record.Encode().Switch(
            again => Demand(again.AsSpan().SequenceEqual(bytes), "a record is written other than it was read"),
            fault => Demand(false, $"a record that was read is not written: {fault}")),
        _ => { });

    private static void Canonicalize(byte[] bytes) => CanonicalJson.Canonicalize(bytes).Switch(
        once => CanonicalJson.Canonicalize(once).Switch(
            twice => Demand(twice.AsSpan().SequenceEqual(once), "the canonical form of a canonical form is another"),
            fault => Demand(false, $"a canonical form is refused: {fault}")),
        _ => { });

    private static void OpenEnvelope(byte[] bytes)
    {
        EnvelopeHeader.Read(bytes);
        var plaintext = new byte[bytes.Length];
        Envelope.Open(bytes, FuzzKeys.Context, FuzzKeys.DataKey, plaintext).Switch(
            length => Demand(
                plaintext.AsSpan(0, length).SequenceEqual(FuzzSeeds.Plaintext), "an envelope opens to what was never sealed"),
            _ => { });
    }

    private static void OpenMessage(byte[] bytes) =>
        CmsEnvelope.Import(bytes, FuzzKeys.Context, FuzzKeys.Recipient).Switch(
            data => Demand(data.AsSpan().SequenceEqual(FuzzSeeds.Plaintext), "a message opens to what was never sealed"),
            _ => { });

    private static void Demand(bool holds, string law)
    {
        if (!holds)
        {
            throw new InvalidOperationException(law);
        }
    }
}
