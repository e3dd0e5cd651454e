using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>The operations that end in <c>read</c> and return a secret all the same (ROLE-03).</summary>
/// <remarks>
/// As a rule a secret is returned by an action such as <c>listKeys/action</c>, which no wildcard for reading covers.
/// These are the exceptions that are known: datastores of a workspace, of which the Azure page of July 2020 says that
/// readers see the credentials, and operations whose own name says that they read keys or tokens by which a caller is
/// let in. Keys of encryption and their properties are none. The list is not complete.
/// </remarks>
public static class SecretReads
{
    /// <summary>Gets the operations, all of the control plane, those of Azure Machine Learning first.</summary>
    public static ImmutableArray<ActionName> All { get; } =
    [
        ActionName.Of("Microsoft.MachineLearningServices/workspaces/datastores/read"),
        ActionName.Of("Microsoft.MachineLearningServices/workspaces/listNotebookAccessToken/read"),
        ActionName.Of("Microsoft.MachineLearningServices/workspaces/listNotebookKeys/read"),
        ActionName.Of("Microsoft.MachineLearning/webServices/listkeys/read"),
        ActionName.Of("Microsoft.ApiManagement/service/users/keys/read"),
        ActionName.Of("Microsoft.DocumentDB/databaseAccounts/readonlykeys/read"),
        ActionName.Of("Microsoft.Logic/workflows/accessKeys/read"),
        ActionName.Of("Microsoft.MixedReality/RemoteRenderingAccounts/keys/read"),
        ActionName.Of("Microsoft.MixedReality/SpatialAnchorsAccounts/keys/read"),
        ActionName.Of("Microsoft.Network/connections/sharedKey/read"),
        ActionName.Of("Microsoft.OperationalInsights/workspaces/sharedkeys/read"),
    ];
}
