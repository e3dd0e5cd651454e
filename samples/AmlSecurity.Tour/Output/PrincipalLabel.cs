using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Tour.Output;

/// <summary>Names a principal by its name, else by its id, and marks guests and groups.</summary>
internal static class PrincipalLabel
{
    private const int Longest = 60;

    public static string Of(TourInputs inputs, Principal principal) =>
        SafeText.Plain(inputs.Names.Of(principal.Id), Longest) + principal switch
        {
            { Membership: Membership.Guest } => " (guest)",
            { Kind: PrincipalKind.Group } => " (group)",
            _ => "",
        };
}
