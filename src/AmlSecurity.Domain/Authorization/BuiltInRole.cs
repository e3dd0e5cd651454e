namespace AmlSecurity.Domain.Authorization;

/// <summary>Lists the three roles by which a workspace is shared (AUTHZ-02), widest first.</summary>
public enum BuiltInRole
{
    /// <summary>Everything, also sharing (<c>8e3af657-a8ff-443c-a75c-2fe8c4bcb635</c>).</summary>
    Owner,

    /// <summary>Everything but sharing and upgrading (<c>b24988ac-6180-42a0-ab88-20f7382dd24c</c>).</summary>
    Contributor,

    /// <summary>Looking, and calling services (<c>acdd72a7-3385-48ef-bd42-f606fba81ae7</c>).</summary>
    Reader,
}
