using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Tests.Workspaces.DataAtRest;

public sealed class StorePostureTextTests
{
    private static readonly StorePosture Kept = new(
        StoreKind.WorkspaceBlobs, IsUsed: true, KeyOwner.Microsoft, RuleId.Of("ENC-01"), "by default");

    [Fact]
    public void A_line_tells_whose_keys_why_and_how_to_change_it()
    {
        Assert.Equal("workspace blobs: microsoft, by default (ENC-01)", Kept.ToString());
        Assert.Equal(
            "workspace blobs: microsoft, by default (ENC-01); to change it, give a key",
            (Kept with { Change = "give a key" }).ToString());
        Assert.Equal(
            "workspace blobs: microsoft, by default (ENC-01); to change it, give a key, in another workspace",
            (Kept with { Change = "give a key", NeedsNewWorkspace = true }).ToString());
        Assert.Equal(
            "workspace blobs: microsoft, by default (ENC-01)", (Kept with { NeedsNewWorkspace = true }).ToString());
    }
}
