using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>Reads what nobody should send, and checks what every reading promises.</summary>
internal static class HostileDocument
{
    public delegate Outcome Reader(ReadOnlySpan<byte> utf8, Strictness strictness);

    public static Reader Roles { get; } = (utf8, strictness) => Outcome.Of(RoleDefinition.Read(utf8, strictness));

    public static Reader Assignments { get; } = (utf8, strictness) => Outcome.Of(RoleAssignment.Read(utf8, strictness));

    public static Reader Denies { get; } = (utf8, strictness) => Outcome.Of(DenyAssignment.Read(utf8, strictness));

    public static Reader Groups { get; } = (utf8, strictness) => Outcome.Of(Group.Read(utf8, strictness));

    public static Reader Hierarchy { get; } = (utf8, strictness) => Outcome.Of(ScopeHierarchy.Read(utf8, strictness));

    /// <summary>Reads a document; fails with all that is needed to repeat it.</summary>
    /// <param name="read">The reader.</param>
    /// <param name="utf8">The document.</param>
    /// <param name="strictness">How irregular input is taken.</param>
    /// <param name="what">Where the document comes from.</param>
    public static Outcome Read(Reader read, ReadOnlySpan<byte> utf8, Strictness strictness, string what)
    {
        try
        {
            var outcome = read(utf8, strictness);
            if (outcome.Broken(utf8.Length, strictness) is { } promise)
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

    public sealed record Outcome(
        int Values, ImmutableArray<DocumentFault> Faults, ImmutableArray<DocumentFault> Notices)
    {
        public static Outcome Of<T>(DocumentReading<T> reading)
            where T : class => new(reading.Values.Count(value => value is not null), reading.Faults, reading.Notices);

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
