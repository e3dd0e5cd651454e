using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Tests.Vectors;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>Cuts real documents off at every place.</summary>
public sealed class TruncatedDocumentTests
{
    // Cutting a document at every byte takes time with the square of its length; eng/cut-every-role.sh cuts them all.
    private static readonly int LongestCutAtEveryByte =
        Environment.GetEnvironmentVariable("AMLSEC_CUT_EVERY_BYTE") is null ? 1_024 : int.MaxValue;

    [VectorFact(RbacVectors.BuiltInPath)]
    public void A_built_in_role_cut_off_anywhere_is_a_fault()
    {
        for (var at = 0; at < RbacVectors.BuiltIn.Values.Length; at++)
        {
            var role = RbacVectors.BuiltIn.Values[at];
            var document = Written(json => role.WriteTo(json, at % 2 == 0 ? RoleShape.Flat : RoleShape.Arm));
            CutOff(HostileDocument.Roles, document, document.Length <= LongestCutAtEveryByte ? 1 : 97, role.Name);
        }
    }

    [VectorFact(RbacVectors.BuiltInPath)]
    public void The_list_of_all_roles_cut_off_anywhere_keeps_the_roles_before()
    {
        var document = RbacVectors.Bytes(RbacVectors.BuiltInPath);
        var before = 0;
        for (var length = 0; length < document.Length; length += 19_997)
        {
            var outcome = HostileDocument.Read(
                HostileDocument.Roles, document.AsSpan(0, length), Strictness.Lenient, $"cut at {length}");
            Assert.Equal(DocumentFaultKind.NotJson, outcome.Faults.Single().Kind);
            Assert.True(outcome.Values >= before);
            before = outcome.Values;
        }

        Assert.InRange(before, 900, 928);
    }

    [VectorFact("aml/roles-custom", "aml/roles-builtin", "rbac/custom-roles.json", "rbac/deny-assignments.json")]
    public void A_small_file_cut_off_anywhere_is_a_fault()
    {
        string[] files =
        [
            .. Directory.GetFiles(OutsideVectors.PathOf("aml/roles-custom")),
            .. Directory.GetFiles(OutsideVectors.PathOf("aml/roles-builtin")),
            OutsideVectors.PathOf("rbac/custom-roles.json"),
        ];
        foreach (var file in files)
        {
            CutOff(HostileDocument.Roles, File.ReadAllBytes(file), 1, Path.GetFileName(file));
        }

        CutOff(HostileDocument.Denies, RbacVectors.Bytes("rbac/deny-assignments.json"), 1, "deny assignments");
    }

    private static void CutOff(HostileDocument.Reader read, byte[] document, int stride, string what)
    {
        var end = document.AsSpan().TrimEnd("\r\n\t "u8).Length;
        for (var length = 0; length < end; length += stride)
        {
            var outcome = HostileDocument.Read(
                read, document.AsSpan(0, length), (Strictness)(length / stride % 2), $"{what} cut at {length}");
            Assert.Equal(DocumentFaultKind.NotJson, outcome.Faults[^1].Kind);
        }
    }
}
