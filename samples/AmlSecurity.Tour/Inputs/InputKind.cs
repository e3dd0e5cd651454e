namespace AmlSecurity.Tour.Inputs;

/// <summary>What a file of the folder holds.</summary>
internal enum InputKind
{
    Unrecognised,
    Roles,
    Assignments,
    Deny,
    Groups,
    Hierarchy,
    Questions,
    Identities,
    ActivityLog,
}
