using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Tour.Chapters;

/// <summary>What the page and a role definition answer for one way of an operation.</summary>
internal sealed record MatrixCell(
    MlOperation Operation, ActionAlternative Way, BuiltInRole Role, MatrixAnswer Page, MatrixAnswer Definition)
{
    /// <summary>Gets a value indicating whether there is a definition that answers otherwise than the page.</summary>
    public bool Differs => Definition != MatrixAnswer.NotStated && Definition != Page;

    /// <summary>Gets why the two differ, for the two cells where the real roles do.</summary>
    public string Reason => (Operation.Rule.Text, Way.Name, Role) switch
    {
        ("AUTHZ-05", _, BuiltInRole.Contributor) =>
            "an upgrade is a write on the workspace, which the definition lets every Contributor do",
        ("AUTHZ-15", "keys", BuiltInRole.Reader) =>
            "a Reader only reads; listing the keys of a service is an action, but the token needs a read alone",
        _ => "the definition in the inputs is not the one that the page describes",
    };

    public static MatrixCell Of(MlOperation operation, ActionAlternative way, BuiltInRole role, AccessPolicy policy)
    {
        var definition = BuiltInRoles.Find(policy, role);
        return new MatrixCell(
            operation,
            way,
            role,
            OperationMatrix.Decide(operation.Rule, role),
            definition is null ? MatrixAnswer.NotStated
                : way.Actions.All(action => definition.Covers(action, Plane.Control, policy.Reading))
                    ? MatrixAnswer.Allowed
                    : MatrixAnswer.Denied);
    }
}
