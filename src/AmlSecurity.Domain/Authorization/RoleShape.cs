namespace AmlSecurity.Domain.Authorization;

/// <summary>Lists the forms in which role definitions are written as JSON.</summary>
public enum RoleShape
{
    /// <summary>An element of <c>az role definition list</c>: <c>roleName</c>, <c>permissions[]</c>.</summary>
    Flat,

    /// <summary>A resource of Azure Resource Manager: <c>properties.permissions[]</c>.</summary>
    Arm,

    /// <summary>The input of <c>az role definition create</c>: <c>Name</c>, <c>Actions</c>. It holds one block without
    /// a condition.</summary>
    Cli,
}
