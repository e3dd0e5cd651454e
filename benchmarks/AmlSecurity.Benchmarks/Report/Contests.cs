using AmlSecurity.Benchmarks.Auditing;
using AmlSecurity.Benchmarks.Authentication;
using AmlSecurity.Benchmarks.Authorization;
using AmlSecurity.Benchmarks.Encryption;
using static AmlSecurity.Benchmarks.Report.Contestant;

namespace AmlSecurity.Benchmarks.Report;

/// <summary>What the page shows: a selection of the benchmarks, which BenchmarkDotNet measures in ten minutes.</summary>
internal static class Contests
{
    public static IReadOnlyList<Contest> All { get; } =
    [
        new(
            "Authorization", "Deciding by the readable policy",
            "10,000 assignments, 2,000 principals with no or five groups, requests that are allowed or denied. The floors know no "
            + "conditions, denies or reasons; only the first works out inheritance while it answers.",
            "decide", nameof(AccessPolicyBenchmarks),
            Other(nameof(AccessPolicyBenchmarks.FloorRawStringsScopeWalk), "raw strings, scope walk"),
            Other(nameof(AccessPolicyBenchmarks.FloorRawStrings), "raw strings, inheritance done"),
            Other(nameof(AccessPolicyBenchmarks.FloorFrozenStructKey), "frozen dictionary"),
            Other(nameof(AccessPolicyBenchmarks.FloorOpenAddressing), "open addressing"),
            Other(nameof(AccessPolicyBenchmarks.FloorDenseBitmap), "dense bitmap"),
            Ours(nameof(AccessPolicyBenchmarks.Decide), "AccessPolicy.Decide"),
            Ours(nameof(AccessPolicyBenchmarks.Explain), "AccessPolicy.Explain")),
        new(
            "Authorization", "Deciding by the compiled policy",
            "The same policy compiled, by each of its doors: numbers resolved before, many at once, typed requests, texts.",
            "compiled", nameof(CompiledPolicyBenchmarks),
            Other(nameof(CompiledPolicyBenchmarks.FloorRawStringsScopeWalk), "raw strings, scope walk"),
            Other(nameof(CompiledPolicyBenchmarks.FloorFrozenStructKey), "frozen dictionary"),
            Other(nameof(CompiledPolicyBenchmarks.FloorOpenAddressing), "open addressing"),
            Ours(nameof(CompiledPolicyBenchmarks.Handles), "Decide, numbers"),
            Ours(nameof(CompiledPolicyBenchmarks.Many), "DecideMany"),
            Ours(nameof(CompiledPolicyBenchmarks.Typed), "Decide, typed request"),
            Ours(nameof(CompiledPolicyBenchmarks.Texts), "Decide, texts")),
        new(
            "Encryption", "Sealing a message",
            "With a data key in memory. The floors, NSec and BouncyCastle do less: no key of its own for each message, no commitment to "
            + "key and context, no header, no random bytes.",
            "seal", nameof(SealBenchmarks),
            Other(nameof(SealBenchmarks.NewAesGcm), "new AesGcm per call"),
            Other(nameof(SealBenchmarks.ReusedAesGcm), "one AesGcm kept"),
            Ours(nameof(SealBenchmarks.Seal), "Envelope.Seal"),
            Ours(nameof(SealBenchmarks.SealBuffered), "Envelope.Seal, buffered salts"),
            Other(nameof(SealBenchmarks.DataProtection), "Data Protection"),
            Other(nameof(SealBenchmarks.Jose), "jose-jwt"),
            Other(nameof(SealBenchmarks.BouncyCastle), "BouncyCastle"),
            Other(nameof(SealBenchmarks.NSec), "NSec")),
        new(
            "Encryption", "Opening a message",
            "The way back; with a header that was seen before, and with one that was not.",
            "open", nameof(OpenBenchmarks),
            Other(nameof(OpenBenchmarks.NewAesGcm), "new AesGcm per call"),
            Other(nameof(OpenBenchmarks.ReusedAesGcm), "one AesGcm kept"),
            Ours(nameof(OpenBenchmarks.Open), "Envelope.Open"),
            Ours(nameof(OpenBenchmarks.OpenWithANewHeader), "Envelope.Open, new header"),
            Other(nameof(OpenBenchmarks.DataProtection), "Data Protection"),
            Other(nameof(OpenBenchmarks.Jose), "jose-jwt"),
            Other(nameof(OpenBenchmarks.BouncyCastle), "BouncyCastle"),
            Other(nameof(OpenBenchmarks.NSec), "NSec")),
        new(
            "Tokens", "Making a service token",
            "Fourteen claims. The floor is the bare signature over the same bytes.",
            "token-make", nameof(ServiceTokenBenchmarks),
            Other(nameof(ServiceTokenBenchmarks.RawSign), "bare signature"),
            Ours(nameof(ServiceTokenBenchmarks.Mint), "ServiceTokenMinter.MintAsync"),
            Other(nameof(ServiceTokenBenchmarks.MintByMicrosoft), "Microsoft.IdentityModel"),
            Other(nameof(ServiceTokenBenchmarks.MintByJose), "jose-jwt")),
        new(
            "Tokens", "Checking a service token",
            "The floor verifies the signature alone; jose-jwt verifies and parses, and looks at no claim.",
            "token-check", nameof(ServiceTokenBenchmarks),
            Other(nameof(ServiceTokenBenchmarks.RawVerify), "bare verification"),
            Ours(nameof(ServiceTokenBenchmarks.Check), "ServiceTokenChecker.Check, in a buffer"),
            Ours(nameof(ServiceTokenBenchmarks.CheckAndCopyClaims), "ServiceTokenChecker.Check"),
            Other(nameof(ServiceTokenBenchmarks.CheckByMicrosoft), "Microsoft.IdentityModel"),
            Other(nameof(ServiceTokenBenchmarks.CheckByJose), "jose-jwt")),
        new(
            "Audit", "Appending a record",
            "Records of about 300 bytes. The floor hashes bytes that are already there: one leaf and one node a record.",
            "append", nameof(AppendBenchmarks),
            Other(nameof(AppendBenchmarks.Floor), "two SHA-256"),
            Ours(nameof(AppendBenchmarks.Writer), "AuditWriter.Append"),
            Ours(nameof(AppendBenchmarks.Values), "AuditLog.Append")),
        new(
            "Audit", "Verifying a log",
            "1,048,576 records; a record is one operation. The floor hashes as above.",
            "verify", nameof(ReportBenchmarks),
            Other(nameof(ReportBenchmarks.Floor), "two SHA-256"),
            Ours(nameof(ReportBenchmarks.Hash), "AuditVerifier.Hash"),
            Ours(nameof(ReportBenchmarks.HashOnTwoThreads), "AuditVerifier.Hash, two threads"),
            Ours(nameof(ReportBenchmarks.Report), "AuditVerifier.Verify"),
            Ours(nameof(ReportBenchmarks.ReportOnTwoThreads), "AuditVerifier.Verify, two threads"),
            Ours(nameof(ReportBenchmarks.ReportOfOneAltered), "AuditVerifier.Verify, one altered")),
        new(
            "Audit", "Proving and checking inclusion",
            "One leaf of 1,048,576. The floor hashes the twenty nodes of the proof.",
            "proof", nameof(ProofBenchmarks),
            Other(nameof(ProofBenchmarks.Floor), "twenty SHA-256"),
            Ours(nameof(ProofBenchmarks.Check), "MerkleProof.VerifyInclusion"),
            Ours(nameof(ProofBenchmarks.Prove), "RetainedTree.ProveInclusion")),
        new(
            "Audit", "Opening a signed checkpoint",
            "Three lines and one signature. The floor verifies the ECDSA signature alone.",
            "note", nameof(NoteBenchmarks),
            Other(nameof(NoteBenchmarks.RawVerify), "bare verification"),
            Ours(nameof(NoteBenchmarks.Open), "SignedCheckpoint.Open"),
            Ours(nameof(NoteBenchmarks.Verify), "SignedNote.Verify")),
    ];
}
