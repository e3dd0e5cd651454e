using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Tour.Output;

namespace AmlSecurity.Tour.Compatibility;

/// <summary>What a hosting target can do.</summary>
internal sealed record TargetRow(string Target, string Key, string Token, string Certificate, string Encryption)
{
    public static ImmutableArray<TargetRow> All { get; } = [.. Enum.GetValues<HostingTarget>().Select(Of)];

    private static TargetRow Of(HostingTarget target)
    {
        var encryption = HostingEncryption.Find(target);
        var oldest = encryption.OldestVersion is { } version ? $", from Kubernetes {version} on" : "";
        return new TargetRow(
            TourDocument.Word(target),
            TourDocument.Word(HostingAuthentication.Find(target, AuthenticationForm.Key)),
            TourDocument.Word(HostingAuthentication.Find(target, AuthenticationForm.Token)),
            string.Join(", ", WebServiceTls.SourcesOf(target).Select(source => TourDocument.Word(source))),
            $"{encryption.When}{oldest}: {encryption.Covers}");
    }
}
