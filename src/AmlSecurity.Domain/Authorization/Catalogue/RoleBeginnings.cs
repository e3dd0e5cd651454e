using NodaTime;

namespace AmlSecurity.Domain.Authorization.Catalogue;

/// <summary>From when on the roles exist, where a source says so.</summary>
internal static class RoleBeginnings
{
    /// <summary>Finds the first date of a role.</summary>
    /// <param name="name">The GUID of the role, in lower case.</param>
    public static LocalDate? Of(string name) => name switch
    {
        // On Azure's page of built-in roles of 2019-12-02, hence under the oldest rules too.
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9" or // User Access Administrator
        "7f951dda-4ed3-4680-a7ca-43fe172d538d" or // AcrPull
        "8311e382-0749-4cb8-b61a-304f252e45ec" or // AcrPush
        "f25e0fa2-a7c8-4377-a976-54943a77a395" or // Key Vault Contributor
        "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59" or // Managed Identity Contributor
        "f1a07417-d97a-45cb-824c-7a7467783830" or // Managed Identity Operator
        "ba92f5b4-2d11-453d-a403-e96b0029c9fe" or // Storage Blob Data Contributor
        "b7e6dc6d-f1e8-4753-8033-0f276bb0955b" or // Storage Blob Data Owner
        "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1" => // Storage Blob Data Reader
            new LocalDate(2019, 12, 2),

        // By `createdOn` of the definition, as published catalogues of the roles give it; the later where two differ.
        "00482a5a-887f-4fb3-b363-3b7fe8e74483" or // Key Vault Administrator
        "14b46e9e-c2b7-41b4-b07b-48a6ebf60603" or // Key Vault Crypto Officer
        "12338af0-0e69-4776-bea7-57ae8d297424" or // Key Vault Crypto User
        "21090545-7ca7-4776-b22c-e363652d74d2" => // Key Vault Reader
            new LocalDate(2020, 5, 19),
        "e147488a-f6f5-4113-8e2d-b22465e65bf6" => // Key Vault Crypto Service Encryption User
            new LocalDate(2020, 5, 20),
        "635dd51f-9968-44d3-b7fb-6d9a6bd613ae" => new LocalDate(2020, 10, 27), // AzureML Metrics Writer (preview)
        "f6c7c914-8db3-469d-8ca1-694a8f32e121" => new LocalDate(2021, 7, 14), // AzureML Data Scientist
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168" => new LocalDate(2022, 9, 7), // Role Based Access Control Administrator
        "e503ece1-11d0-4e8e-8e2c-7a6c3bf38815" or // AzureML Compute Operator
        "1823dd4f-9b8c-4ab6-ab4e-7397a3684615" => // AzureML Registry User
            new LocalDate(2022, 9, 27),
        "ea01e6af-a1c1-4350-9563-ad00f8c72ec5" => // Azure Machine Learning Workspace Connection Secrets Reader
            new LocalDate(2023, 5, 11),
        "8b54135c-b56d-4d72-a534-26097cfdc8d8" => new LocalDate(2023, 6, 20), // Key Vault Data Access Administrator
        "08bbd89e-9f13-488c-ac41-acfcb10c90ab" => new LocalDate(2023, 12, 18), // Key Vault Crypto Service Release User
        "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba" => new LocalDate(2024, 1, 12), // Key Vault Certificate User
        "a68e7c17-0ab2-4c09-9a58-125dae29748c" => new LocalDate(2024, 9, 4), // Key Vault Purge Operator
        _ => null,
    };
}
