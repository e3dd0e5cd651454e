namespace AmlSecurity.Domain.Resources;

/// <summary>One id on the way from the tenant root down to a resource id.</summary>
/// <param name="End">The length of this id's text; every id of the way is a prefix of the next.</param>
/// <param name="Level">The level.</param>
/// <param name="Block">How many providers the way has passed, management groups aside; two make an extension.</param>
/// <param name="BlockStart">Where the namespace of this id's provider starts; 0 if it has none.</param>
/// <param name="Pair">Which type of that provider this is, from 1; 0 for a provider without any.</param>
/// <param name="Oddities">What is irregular from the root down to here.</param>
internal readonly record struct ResourceIdStep(
    int End, ScopeLevel Level, int Block, int BlockStart, int Pair, ResourceIdOddities Oddities);
