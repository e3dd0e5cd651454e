using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Looks for secrets and personal data in texts that Microsoft may collect (DATA-03, DATA-04).</summary>
/// <remarks>
/// It knows formats, not meanings: a plain word as a password is not found, and a person's name never is. Time is
/// linear in the text: each scan starts at a literal and walks forward, over what no other start of it walks or
/// over a bounded stretch, or back over one. Regular expressions are not used: the formats need checks that these
/// cannot make (a decoded header, the range of an octet, a count of bytes), and the engine without backtracking
/// knows no look-around. Findings come in the order of the text and do not overlap; what tells of a person inside a
/// secret is the secret's. Equal by reference; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class PrivacyLint
{
    private readonly ImmutableArray<string> _words;

    private PrivacyLint(ImmutableArray<string> words) => _words = words;

    /// <summary>Gets the lint that guards no words.</summary>
    public static PrivacyLint Default { get; } = new([]);

    /// <summary>Creates a lint that also guards words, such as the secret names of projects.</summary>
    /// <param name="words">The words, each of 3 to 64 characters; found in any case where no letter stands beside
    /// them.</param>
    /// <returns>The lint.</returns>
    /// <exception cref="ArgumentException">A word is too short or too long.</exception>
    public static PrivacyLint Guarding(params ImmutableArray<string> words)
    {
        ImmutableArray<string> guarded = words.IsDefault ? [] : words;
        return guarded.All(word => word is { Length: >= 3 and <= 64 })
            ? new PrivacyLint(guarded)
            : throw new ArgumentException("a guarded word has 3 to 64 characters", nameof(words));
    }

    /// <summary>Checks the id of a run.</summary>
    /// <param name="text">The id, valid or not.</param>
    /// <returns>What stands in it and should not.</returns>
    public ImmutableArray<PrivacyFinding> CheckRunId(string text) => Check(text, PrivacySubject.RunId, "");

    /// <summary>Checks the name of a resource, such as a dataset, an experiment or a workspace.</summary>
    /// <param name="text">The name, valid or not.</param>
    /// <returns>What stands in it and should not.</returns>
    public ImmutableArray<PrivacyFinding> CheckName(string text) => Check(text, PrivacySubject.ResourceName, "");

    /// <summary>Checks an environment variable.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>What stands in either and should not, the name's first.</returns>
    public ImmutableArray<PrivacyFinding> CheckEnvironment(string name, string value) =>
    [
        .. Check(name, PrivacySubject.VariableName, ""),
        .. Check(value, PrivacySubject.VariableValue, name),
    ];

    private ImmutableArray<PrivacyFinding> Check(string text, PrivacySubject subject, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var scan = new PrivacyScan(subject);
        PrivateKeyScan.Run(text, scan);
        SignedTokenScan.Run(text, scan);
        ConnectionScan.Run(text, scan);
        AddressPasswordScan.Run(text, scan);
        AccountKeyScan.Run(text, scan);
        MarkedSecretScan.Run(text, scan);
        VendorTokenScan.Run(text, scan);
        NamedSecretScan.Run(text, name, scan);
        MailAddressScan.Run(text, scan);
        AccountNameScan.Run(text, scan);
        NetworkAddressScan.Run(text, name, scan);
        PhoneNumberScan.Run(text, scan);
        GuardedWordScan.Run(text, _words, scan);
        return scan.ToFindings();
    }
}
