// Made by eng/make-catalogue.mjs; a test holds it against the exports.
namespace AmlSecurity.Domain.Authorization.Catalogue;

/// <summary>The built-in roles of the catalogue as Azure exports them, in the flat shape.</summary>
/// <remarks>The copy of 2026-08-22, without empty members.</remarks>
internal static class BuiltInRoleDocument
{
    public static ReadOnlySpan<byte> Utf8 =>
        """
        [{"assignableScopes":["/"],"description":"acr pull","name":"7f951dda-4ed3-4680-a7ca-43fe172d538d",
        "permissions":[{"actions":["Microsoft.ContainerRegistry/registries/pull/read"]}],"roleName":"AcrPull",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],"description":"acr push","name":"8311e382-0749-4cb8-b61a-304f252e45ec",
        "permissions":[{"actions":["Microsoft.ContainerRegistry/registries/pull/read",
        "Microsoft.ContainerRegistry/registries/push/write"]}],"roleName":"AcrPush","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],"description":"Can list workspace connection secrets",
        "name":"ea01e6af-a1c1-4350-9563-ad00f8c72ec5",
        "permissions":[{"actions":["Microsoft.MachineLearningServices/workspaces/connections/listsecrets/action",
        "Microsoft.MachineLearningServices/workspaces/metadata/secrets/read"]}],
        "roleName":"Azure Machine Learning Workspace Connection Secrets Reader","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Can access and perform CRUD operations on Machine Learning Services managed compute resources
        """u8 + """
         (including Notebook VMs).","name":"e503ece1-11d0-4e8e-8e2c-7a6c3bf38815",
        "permissions":[{"actions":["Microsoft.MachineLearningServices/workspaces/computes/*",
        "Microsoft.MachineLearningServices/workspaces/notebooks/vm/*"]}],"roleName":"AzureML Compute Operator",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Can perform all actions within an Azure Machine Learning workspace, except for creating or
        """u8 + """
         deleting compute resources and modifying the workspace itself.","name":"f6c7c914-8db3-469d-8ca1-694a8f32e121",
        "permissions":[{"actions":["Microsoft.MachineLearningServices/workspaces/*/read",
        "Microsoft.MachineLearningServices/workspaces/*/action","Microsoft.MachineLearningServices/workspaces/*/delete",
        "Microsoft.MachineLearningServices/workspaces/*/write"],
        "notActions":["Microsoft.MachineLearningServices/workspaces/delete",
        "Microsoft.MachineLearningServices/workspaces/write",
        "Microsoft.MachineLearningServices/workspaces/computes/*/write",
        "Microsoft.MachineLearningServices/workspaces/computes/*/delete",
        "Microsoft.MachineLearningServices/workspaces/computes/listKeys/action",
        "Microsoft.MachineLearningServices/workspaces/listKeys/action",
        "Microsoft.MachineLearningServices/workspaces/hubs/write",
        "Microsoft.MachineLearningServices/workspaces/hubs/delete",
        "Microsoft.MachineLearningServices/workspaces/featurestores/write",
        "Microsoft.MachineLearningServices/workspaces/featurestores/delete"]}],"roleName":"AzureML Data Scientist",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],"description":"Lets you write metrics to AzureML workspace",
        "name":"635dd51f-9968-44d3-b7fb-6d9a6bd613ae",
        "permissions":[{"actions":["Microsoft.MachineLearningServices/workspaces/metrics/*/write"]}],
        "roleName":"AzureML Metrics Writer (preview)","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Can perform all actions on Machine Learning Services Registry assets\u00a0as well as get Registry
        """u8 + """
         resources.","name":"1823dd4f-9b8c-4ab6-ab4e-7397a3684615",
        "permissions":[{"actions":["Microsoft.MachineLearningServices/registries/read",
        "Microsoft.MachineLearningServices/registries/assets/*"]}],"roleName":"AzureML Registry User",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Grants full access to manage all resources, but does not allow you to assign roles in Azure RBAC,
        """u8 + """
         manage assignments in Azure Blueprints, or share image galleries.",
        "name":"b24988ac-6180-42a0-ab88-20f7382dd24c","permissions":[{"actions":["*"],
        "notActions":["Microsoft.Authorization/*/Delete","Microsoft.Authorization/*/Write",
        "Microsoft.Authorization/elevateAccess/Action","Microsoft.Blueprint/blueprintAssignments/write",
        "Microsoft.Blueprint/blueprintAssignments/delete","Microsoft.Compute/galleries/share/action",
        "Microsoft.Purview/consents/write","Microsoft.Purview/consents/delete",
        "Microsoft.Resources/deploymentStacks/manageDenySetting/action","Microsoft.Subscription/cancel/action",
        "Microsoft.Subscription/enable/action"]}],"roleName":"Contributor","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Perform all data plane operations on a key vault and all objects in it, including certificates,
        """u8 + """
         keys, and secrets. Cannot manage key vault resources or manage role assignments. Only works for key vaults that
        """u8 + """
         use the 'Azure role-based access control' permission model.","name":"00482a5a-887f-4fb3-b363-3b7fe8e74483",
        "permissions":[{"actions":["Microsoft.Authorization/*/read","Microsoft.Insights/alertRules/*",
        "Microsoft.Resources/deployments/*","Microsoft.Resources/subscriptions/resourceGroups/read",
        "Microsoft.Support/*","Microsoft.KeyVault/checkNameAvailability/read","Microsoft.KeyVault/deletedVaults/read",
        "Microsoft.KeyVault/locations/*/read","Microsoft.KeyVault/vaults/*/read","Microsoft.KeyVault/operations/read"],
        "dataActions":["Microsoft.KeyVault/vaults/*"]}],"roleName":"Key Vault Administrator","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Read certificate contents. Only works for key vaults that use the 'Azure role-based access
        """u8 + """
         control' permission model.","name":"db79e9a7-68ee-4b58-9aeb-b90e7c24fcba",
        "permissions":[{"dataActions":["Microsoft.KeyVault/vaults/certificates/read",
        "Microsoft.KeyVault/vaults/secrets/getSecret/action","Microsoft.KeyVault/vaults/secrets/readMetadata/action",
        "Microsoft.KeyVault/vaults/keys/read"]}],"roleName":"Key Vault Certificate User","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Perform any action on the certificates of a key vault, except manage permissions. Only works for
        """u8 + """
         key vaults that use the 'Azure role-based access control' permission model.",
        "name":"a4417e6f-fecd-4de8-b567-7b0420556985","permissions":[{"actions":["Microsoft.Authorization/*/read",
        "Microsoft.Insights/alertRules/*","Microsoft.Resources/deployments/*",
        "Microsoft.Resources/subscriptions/resourceGroups/read","Microsoft.Support/*",
        "Microsoft.KeyVault/checkNameAvailability/read","Microsoft.KeyVault/deletedVaults/read",
        "Microsoft.KeyVault/locations/*/read","Microsoft.KeyVault/vaults/*/read","Microsoft.KeyVault/operations/read"],
        "dataActions":["Microsoft.KeyVault/vaults/certificatecas/*","Microsoft.KeyVault/vaults/certificates/*",
        "Microsoft.KeyVault/vaults/certificatecontacts/write"]}],"roleName":"Key Vault Certificates Officer",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],"description":"Lets you manage key vaults, but not access to them.",
        "name":"f25e0fa2-a7c8-4377-a976-54943a77a395","permissions":[{"actions":["Microsoft.Authorization/*/read",
        "Microsoft.Insights/alertRules/*","Microsoft.KeyVault/*","Microsoft.Resources/deployments/*",
        "Microsoft.Resources/subscriptions/resourceGroups/read","Microsoft.Support/*"],
        "notActions":["Microsoft.KeyVault/locations/deletedVaults/purge/action","Microsoft.KeyVault/hsmPools/*",
        "Microsoft.KeyVault/managedHsms/*"]}],"roleName":"Key Vault Contributor","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Perform any action on the keys of a key vault, except manage permissions. Only works for key
        """u8 + """
         vaults that use the 'Azure role-based access control' permission model.",
        "name":"14b46e9e-c2b7-41b4-b07b-48a6ebf60603","permissions":[{"actions":["Microsoft.Authorization/*/read",
        "Microsoft.Insights/alertRules/*","Microsoft.Resources/deployments/*",
        "Microsoft.Resources/subscriptions/resourceGroups/read","Microsoft.Support/*",
        "Microsoft.KeyVault/checkNameAvailability/read","Microsoft.KeyVault/deletedVaults/read",
        "Microsoft.KeyVault/locations/*/read","Microsoft.KeyVault/vaults/*/read","Microsoft.KeyVault/operations/read"],
        "dataActions":["Microsoft.KeyVault/vaults/keys/*","Microsoft.KeyVault/vaults/keyrotationpolicies/*"]}],
        "roleName":"Key Vault Crypto Officer","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Read metadata of keys and perform wrap/unwrap operations. Only works for key vaults that use the
        """u8 + """
         'Azure role-based access control' permission model.","name":"e147488a-f6f5-4113-8e2d-b22465e65bf6",
        "permissions":[{"actions":["Microsoft.EventGrid/eventSubscriptions/write",
        "Microsoft.EventGrid/eventSubscriptions/read","Microsoft.EventGrid/eventSubscriptions/delete"],
        "dataActions":["Microsoft.KeyVault/vaults/keys/read","Microsoft.KeyVault/vaults/keys/wrap/action",
        "Microsoft.KeyVault/vaults/keys/unwrap/action"]}],"roleName":"Key Vault Crypto Service Encryption User",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Release keys. Only works for key vaults that use the 'Azure role-based access control' permission
        """u8 + """
         model.","name":"08bbd89e-9f13-488c-ac41-acfcb10c90ab",
        "permissions":[{"dataActions":["Microsoft.KeyVault/vaults/keys/release/action"]}],
        "roleName":"Key Vault Crypto Service Release User","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Perform cryptographic operations using keys. Only works for key vaults that use the 'Azure
        """u8 + """
         role-based access control' permission model.","name":"12338af0-0e69-4776-bea7-57ae8d297424",
        "permissions":[{"dataActions":["Microsoft.KeyVault/vaults/keys/read",
        "Microsoft.KeyVault/vaults/keys/update/action","Microsoft.KeyVault/vaults/keys/backup/action",
        "Microsoft.KeyVault/vaults/keys/encrypt/action","Microsoft.KeyVault/vaults/keys/decrypt/action",
        "Microsoft.KeyVault/vaults/keys/wrap/action","Microsoft.KeyVault/vaults/keys/unwrap/action",
        "Microsoft.KeyVault/vaults/keys/sign/action","Microsoft.KeyVault/vaults/keys/verify/action"]}],
        "roleName":"Key Vault Crypto User","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Manage access to Azure Key Vault by adding or removing role assignments for the Key Vault
        """u8 + """
         Administrator, Key Vault Certificates Officer, Key Vault Crypto Officer, Key Vault Crypto Service Encryption
        """u8 + """
         User, Key Vault Crypto User, Key Vault Reader, Key Vault Secrets Officer, or Key Vault Secrets User roles.
        """u8 + """
         Includes an ABAC condition to constrain role assignments.","name":"8b54135c-b56d-4d72-a534-26097cfdc8d8",
        "permissions":[{"actions":["Microsoft.Authorization/roleAssignments/write",
        "Microsoft.Authorization/roleAssignments/delete","Microsoft.Authorization/*/read",
        "Microsoft.Resources/deployments/*","Microsoft.Resources/subscriptions/resourceGroups/read",
        "Microsoft.Resources/subscriptions/read","Microsoft.Management/managementGroups/read",
        "Microsoft.Resources/deployments/*","Microsoft.Support/*","Microsoft.KeyVault/vaults/*/read"],
        "condition":"((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR
        """u8 + """
         (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]
        """u8 + """
         ForAnyOfAnyValues:GuidEquals{00482a5a-887f-4fb3-b363-3b7fe8e74483, a4417e6f-fecd-4de8-b567-7b0420556985,
        """u8 + """
         14b46e9e-c2b7-41b4-b07b-48a6ebf60603, e147488a-f6f5-4113-8e2d-b22465e65bf6,
        """u8 + """
         12338af0-0e69-4776-bea7-57ae8d297424, 21090545-7ca7-4776-b22c-e363652d74d2,
        """u8 + """
         b86a8fe4-44ce-4948-aee5-eccb2c155cd7, 4633458b-17de-408a-b874-0445c86b69e6})) AND
        """u8 + """
         ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR
        """u8 + """
         (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId]
        """u8 + """
         ForAnyOfAnyValues:GuidEquals{00482a5a-887f-4fb3-b363-3b7fe8e74483, a4417e6f-fecd-4de8-b567-7b0420556985,
        """u8 + """
         14b46e9e-c2b7-41b4-b07b-48a6ebf60603, e147488a-f6f5-4113-8e2d-b22465e65bf6,
        """u8 + """
         12338af0-0e69-4776-bea7-57ae8d297424, 21090545-7ca7-4776-b22c-e363652d74d2,
        """u8 + """
         b86a8fe4-44ce-4948-aee5-eccb2c155cd7, 4633458b-17de-408a-b874-0445c86b69e6}))","conditionVersion":"2.0"}],
        "roleName":"Key Vault Data Access Administrator","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],"description":"Allows permanent deletion of soft-deleted vaults.",
        "name":"a68e7c17-0ab2-4c09-9a58-125dae29748c","permissions":[{"actions":["Microsoft.Authorization/*/read",
        "Microsoft.Insights/alertRules/*","Microsoft.Resources/deployments/*",
        "Microsoft.Resources/subscriptions/resourceGroups/read","Microsoft.KeyVault/deletedVaults/read",
        "Microsoft.KeyVault/locations/deletedVaults/read","Microsoft.KeyVault/locations/deletedVaults/purge/action",
        "Microsoft.KeyVault/locations/operationResults/read"]}],"roleName":"Key Vault Purge Operator",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Read metadata of key vaults and its certificates, keys, and secrets. Cannot read sensitive values
        """u8 + """
         such as secret contents or key material. Only works for key vaults that use the 'Azure role-based access
        """u8 + """
         control' permission model.","name":"21090545-7ca7-4776-b22c-e363652d74d2",
        "permissions":[{"actions":["Microsoft.Authorization/*/read","Microsoft.Insights/alertRules/*",
        "Microsoft.Resources/subscriptions/resourceGroups/read","Microsoft.Support/*",
        "Microsoft.KeyVault/checkNameAvailability/read","Microsoft.KeyVault/deletedVaults/read",
        "Microsoft.KeyVault/locations/*/read","Microsoft.KeyVault/vaults/*/read","Microsoft.KeyVault/operations/read"],
        "dataActions":["Microsoft.KeyVault/vaults/*/read","Microsoft.KeyVault/vaults/secrets/readMetadata/action"]}],
        "roleName":"Key Vault Reader","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Perform any action on the secrets of a key vault, except manage permissions. Only works for key
        """u8 + """
         vaults that use the 'Azure role-based access control' permission model.",
        "name":"b86a8fe4-44ce-4948-aee5-eccb2c155cd7","permissions":[{"actions":["Microsoft.Authorization/*/read",
        "Microsoft.Insights/alertRules/*","Microsoft.Resources/deployments/*",
        "Microsoft.Resources/subscriptions/resourceGroups/read","Microsoft.Support/*",
        "Microsoft.KeyVault/checkNameAvailability/read","Microsoft.KeyVault/deletedVaults/read",
        "Microsoft.KeyVault/locations/*/read","Microsoft.KeyVault/vaults/*/read","Microsoft.KeyVault/operations/read"],
        "dataActions":["Microsoft.KeyVault/vaults/secrets/*"]}],"roleName":"Key Vault Secrets Officer",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Read secret contents. Only works for key vaults that use the 'Azure role-based access control'
        """u8 + """
         permission model.","name":"4633458b-17de-408a-b874-0445c86b69e6",
        "permissions":[{"dataActions":["Microsoft.KeyVault/vaults/secrets/getSecret/action",
        "Microsoft.KeyVault/vaults/secrets/readMetadata/action"]}],"roleName":"Key Vault Secrets User",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],"description":"Create, Read, Update, and Delete User Assigned Identity",
        "name":"e40ec5ca-96e0-45a2-b4ff-59039f2c2b59",
        "permissions":[{"actions":["Microsoft.ManagedIdentity/userAssignedIdentities/read",
        "Microsoft.ManagedIdentity/userAssignedIdentities/write",
        "Microsoft.ManagedIdentity/userAssignedIdentities/delete",
        "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/read",
        "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
        "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/delete",
        "Microsoft.ManagedIdentity/userAssignedIdentities/revokeTokens/action","Microsoft.Authorization/*/read",
        "Microsoft.Insights/alertRules/*","Microsoft.Resources/subscriptions/resourceGroups/read",
        "Microsoft.Resources/deployments/*","Microsoft.Support/*"]}],"roleName":"Managed Identity Contributor",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],"description":"Read and Assign User Assigned Identity",
        "name":"f1a07417-d97a-45cb-824c-7a7467783830",
        "permissions":[{"actions":["Microsoft.ManagedIdentity/userAssignedIdentities/*/read",
        "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action","Microsoft.Authorization/*/read",
        "Microsoft.Insights/alertRules/*","Microsoft.Resources/subscriptions/resourceGroups/read",
        "Microsoft.Resources/deployments/*","Microsoft.Support/*"]}],"roleName":"Managed Identity Operator",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Grants full access to manage all resources, including the ability to assign roles in Azure
        """u8 + """
         RBAC.","name":"8e3af657-a8ff-443c-a75c-2fe8c4bcb635","permissions":[{"actions":["*"]}],"roleName":"Owner",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],"description":"View all resources, but does not allow you to make any changes.",
        "name":"acdd72a7-3385-48ef-bd42-f606fba81ae7","permissions":[{"actions":["*/read"]}],"roleName":"Reader",
        "roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Manage access to Azure resources by assigning roles using Azure RBAC. This role does not allow
        """u8 + """
         you to manage access using other ways, such as Azure Policy.","name":"f58310d9-a9f6-439a-9e8d-f62e7b41a168",
        "permissions":[{"actions":["Microsoft.Authorization/roleAssignments/write",
        "Microsoft.Authorization/roleAssignments/delete","*/read","Microsoft.Support/*"]}],
        "roleName":"Role Based Access Control Administrator","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Allows for read, write and delete access to Azure Storage blob containers and data",
        "name":"ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        "permissions":[{"actions":["Microsoft.Storage/storageAccounts/blobServices/containers/delete",
        "Microsoft.Storage/storageAccounts/blobServices/containers/read",
        "Microsoft.Storage/storageAccounts/blobServices/containers/write",
        "Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action"],
        "dataActions":["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete",
        "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
        "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write",
        "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/move/action",
        "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action"]}],
        "roleName":"Storage Blob Data Contributor","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],
        "description":"Allows for full access to Azure Storage blob containers and data, including assigning POSIX
        """u8 + """
         access control.","name":"b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        "permissions":[{"actions":["Microsoft.Storage/storageAccounts/blobServices/containers/*",
        "Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action"],
        "dataActions":["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*"]}],
        "roleName":"Storage Blob Data Owner","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],"description":"Allows for read access to Azure Storage blob containers and data",
        "name":"2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
        "permissions":[{"actions":["Microsoft.Storage/storageAccounts/blobServices/containers/read",
        "Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action"],
        "dataActions":["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"]}],
        "roleName":"Storage Blob Data Reader","roleType":"BuiltInRole"},
        {"assignableScopes":["/"],"description":"Lets you manage user access to Azure resources.",
        "name":"18d7d88d-d35e-4fb5-a5c3-7773c20a72d9","permissions":[{"actions":["*/read","Microsoft.Authorization/*",
        "Microsoft.Support/*"]}],"roleName":"User Access Administrator","roleType":"BuiltInRole"}]
        """u8;
}
