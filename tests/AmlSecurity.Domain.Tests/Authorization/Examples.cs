using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>Short words for the values of this room, and the cast of its examples.</summary>
internal static class Examples
{
    public const string SubscriptionText = "/subscriptions/11111111-1111-1111-1111-111111111111";

    public const string MlProvider = "Microsoft.MachineLearningServices";

    public static ResourceId Subscription { get; } = Scope(SubscriptionText);

    public static ResourceId Group1 { get; } = Scope(SubscriptionText + "/resourceGroups/rg1");

    public static ResourceId Group10 { get; } = Scope(SubscriptionText + "/resourceGroups/rg10");

    public static ResourceId Workspace { get; } = Group1.Child(MlProvider + "/workspaces", "churn");

    public static ResourceId OtherWorkspace { get; } = Group1.Child(MlProvider + "/workspaces", "fraud");

    public static ResourceId Compute { get; } = Workspace.Child("computes", "gpu");

    public static PrincipalId Alice { get; } = Id("aaaaaaaa-0000-0000-0000-000000000001");

    public static PrincipalId Bob { get; } = Id("aaaaaaaa-0000-0000-0000-000000000002");

    /// <summary>Gets the three built-in roles as the pages of 2020 give them (section 2.1 of the rules).</summary>
    public static RoleDefinition Owner { get; } =
        BuiltIn("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", Block(["*"]));

    public static RoleDefinition Contributor { get; } = BuiltIn(
        "Contributor",
        "b24988ac-6180-42a0-ab88-20f7382dd24c",
        Block(
            ["*"],
            [
                "Microsoft.Authorization/*/Delete",
                "Microsoft.Authorization/*/Write",
                "Microsoft.Authorization/elevateAccess/Action",
            ]));

    public static RoleDefinition Reader { get; } =
        BuiltIn("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7", Block(["*/read"]));

    public static ResourceId Scope(string text) => ResourceId.Read(text, Strictness.Lenient).Expect();

    public static ResourceId ManagementGroup(string name) => ResourceId.ForManagementGroup(name);

    public static PrincipalId Id(string text) => PrincipalId.Read(text, Strictness.Lenient).Expect();

    public static ActionName Action(string text) => ActionName.Read(text, Strictness.Lenient).Expect();

    public static ActionPattern Pattern(string text) => ActionPattern.ReadLeniently(text);

    public static ImmutableArray<ActionPattern> Patterns(IEnumerable<string> texts) => [.. texts.Select(Pattern)];

    public static PermissionBlock Block(
        string[] actions,
        string[]? not = null,
        string[]? data = null,
        string[]? notData = null,
        string? condition = null) => new(
            Patterns(actions),
            Patterns(not ?? []),
            Patterns(data ?? []),
            Patterns(notData ?? []),
            condition is null ? null : new AccessCondition(condition, "2.0"));

    public static RoleDefinition Role(string name, params ImmutableArray<PermissionBlock> blocks) => new(name, blocks);

    public static RoleAssignment Assign(
        RoleDefinition role, PrincipalId principal, ResourceId scope, string id = "a1", string? condition = null) =>
        new(
            id,
            principal,
            new RoleReference(role.Id, role.Name),
            scope,
            condition is null ? null : new AccessCondition(condition, "2.0"));

    public static DenyAssignment Deny(
        ResourceId scope,
        string[] actions,
        PrincipalId? whom = null,
        PrincipalId? except = null,
        string id = "d1",
        bool stopsAtScope = false,
        DenyEffect effect = DenyEffect.Enforced) => new(
            id,
            scope,
            [Block(actions)],
            [new DenyPrincipal(whom ?? PrincipalId.Everyone)],
            except is null ? [] : [new DenyPrincipal(except)],
            doesNotApplyToChildScopes: stopsAtScope,
            effect: effect);

    public static AccessRequest Ask(PrincipalId who, string action, ResourceId scope, Plane plane = Plane.Control) =>
        new(Principal.User(who), Action(action), plane, scope);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Returns what a writer writes.</summary>
    public static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return stream.ToArray();
    }

    private static RoleDefinition BuiltIn(string name, string id, PermissionBlock block) =>
        new(name, [block], RoleDefinitionId.Read(id).Expect(), RoleKind.BuiltIn, assignableScopes: [ResourceId.Root]);
}
