using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>Reads what nobody should send, and checks what every reading promises.</summary>
internal static class HostileDocument
{
    private delegate DocumentReading<T> DocumentReader<T>(ReadOnlySpan<byte> utf8, Strictness strictness);

    public delegate Outcome Reader(ReadOnlySpan<byte> utf8, Strictness strictness);

    public static Reader Roles { get; } = (utf8, strictness) => Outcome.Of(
        RoleDefinition.Read(utf8, strictness),
        role => Enum.GetValues<RoleShape>().Where(shape => shape != RoleShape.Cli).All(shape =>
            role.Equals(Again(json => role.WriteTo(json, shape), RoleDefinition.Read)))
            && !role.Assess(RuleSet.March2020).IsDefault);

    public static Reader Assignments { get; } = (utf8, strictness) => Outcome.Of(
        RoleAssignment.Read(utf8, strictness),
        assignment => assignment == Again(assignment.WriteTo, RoleAssignment.Read)
            && !AccessPolicy.Create([], [assignment]).Assess().IsDefault);

    public static Reader Denies { get; } = (utf8, strictness) => Outcome.Of(
        DenyAssignment.Read(utf8, strictness), deny => deny == Again(deny.WriteTo, DenyAssignment.Read));

    public static Reader Groups { get; } = (utf8, strictness) => Outcome.Of(
        Group.Read(utf8, strictness),
        group => group.Members.All(member =>
            GroupDirectory.Create([group]).GroupsOf(member).SequenceEqual([group.Id])));

    public static Reader Hierarchy { get; } = (utf8, strictness) => Outcome.Of(
        ScopeHierarchy.Read(utf8, strictness),
        edge => ScopeHierarchy.Create([edge]).ChainOf(edge.Child)[^1] == ResourceId.Root);

    /// <summary>Reads a document; fails with all that is needed to repeat it.</summary>
    /// <param name="read">The reader.</param>
    /// <param name="utf8">The document.</param>
    /// <param name="strictness">How irregular input is taken.</param>
    /// <param name="what">Where the document comes from.</param>
    /// <param name="uses">Whether each value is used, too.</param>
    public static Outcome Read(
        Reader read, ReadOnlySpan<byte> utf8, Strictness strictness, string what, bool uses = false)
    {
        try
        {
            var outcome = read(utf8, strictness);
            var unsound = uses ? outcome.FindUnsound() : null;
            if ((unsound ?? outcome.Broken(utf8.Length, strictness)) is { } promise)
            {
                Assert.Fail($"{promise}; {what}, {strictness}: {Convert.ToBase64String(utf8)}");
            }

            return outcome;
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{error}; {what}, {strictness}: {Convert.ToBase64String(utf8)}");
            throw;
        }
    }

    private static T Again<T>(Action<Utf8JsonWriter> write, DocumentReader<T> read) =>
        read(Examples.Written(write), Strictness.Lenient).Values.Single();

    /// <summary>What came of a document.</summary>
    /// <param name="Values">How many values were understood.</param>
    /// <param name="FindUnsound">Uses each value; returns one that cannot be used as one is, or null.</param>
    /// <param name="Faults">The faults.</param>
    /// <param name="Notices">The notices.</param>
    public sealed record Outcome(
        int Values,
        Func<string?> FindUnsound,
        ImmutableArray<DocumentFault> Faults,
        ImmutableArray<DocumentFault> Notices)
    {
        public static Outcome Of<T>(DocumentReading<T> reading, Func<T, bool> isSound)
            where T : class => new(
                reading.Values.Length,
                () => reading.Values.FirstOrDefault(value => !isSound(value))?.ToString(),
                reading.Faults,
                reading.Notices);

        /// <summary>Returns the first promise that is broken, or null.</summary>
        public string? Broken(int length, Strictness strictness)
        {
            foreach (var fault in Faults.Concat(Notices))
            {
                if (!Enum.IsDefined(fault.Kind) || fault.Offset < 0 || fault.Offset > length)
                {
                    return $"no such kind or place: {fault}";
                }

                if (fault.Path is not ['$', ..] || fault.Detail is null or "")
                {
                    return $"no path or reason: {fault}";
                }
            }

            return Notices.Any(notice => notice.Kind == DocumentFaultKind.NotJson) ? "broken JSON is only a notice"
                : Faults.SkipLast(
                    1).Any(fault => fault.Kind == DocumentFaultKind.NotJson) ? "a fault after the end of JSON"
                : strictness == Strictness.Strict && !Notices.IsEmpty ? "a notice in strict reading"
                : length == 0 && Faults.IsEmpty ? "nothing is taken for something"
                : null;
        }
    }
}
