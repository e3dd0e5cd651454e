using System.Collections.Immutable;
using System.Text;

namespace AmlSecurity.Domain.Resources;

/// <summary>Reads the text of one key identifier, from left to right and once. Stops at the first fault.</summary>
/// <remarks>
/// <c>"https://" vault "." suffix "/keys/" name ["/" [version]]</c>. By hand, as a fault needs its offset.
/// </remarks>
internal ref struct KeyIdentifierReader(string text)
{
    private const string Scheme = "https://";

    private static readonly ImmutableArray<string> Suffixes =
        ["vault.azure.net", "vault.azure.cn", "vault.usgovcloudapi.net", "vault.microsoftazure.de"];

    private int _at;

    public TextFault<KeyIdentifierFault> Fault { get; private set; }

    public string Vault { get; private set; } = string.Empty;

    public string Suffix { get; private set; } = string.Empty;

    public string Name { get; private set; } = string.Empty;

    public string? Version { get; private set; }

    /// <summary>Reads the vault's URL and leaves the reader behind the host.</summary>
    public bool ReadVault()
    {
        if (text.Length == 0)
        {
            return Fail(KeyIdentifierFault.Empty, 0);
        }

        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f') is var foreign and >= 0)
        {
            return Fail(KeyIdentifierFault.NotAscii, foreign);
        }

        if (text.AsSpan().IndexOfAny('?', '#') is var query and >= 0)
        {
            return Fail(KeyIdentifierFault.FollowedByAQueryOrAFragment, query);
        }

        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Fail(KeyIdentifierFault.NotHttps, 0);
        }

        _at = Scheme.Length;
        return ReadHost(UpToSlash());
    }

    /// <summary>Accepts the end of the text, with one slash before it or none.</summary>
    public bool ReadEnd()
    {
        _at += _at < text.Length ? 1 : 0;
        return _at == text.Length || Fail(KeyIdentifierFault.FollowedByMore, _at);
    }

    /// <summary>Reads <c>/keys/</c>, the key's name and its version, if any, and the end.</summary>
    public bool ReadKey()
    {
        if (text.Length - _at <= 1)
        {
            return Fail(KeyIdentifierFault.WithoutAKey, text.Length);
        }

        _at++;
        var type = UpToSlash();
        if (type is not "keys")
        {
            return Fail(KeyIdentifierFault.NotUnderKeys, _at);
        }

        _at += type.Length + 1;
        return _at >= text.Length
            ? Fail(KeyIdentifierFault.WithoutAKey, text.Length)
            : ReadName(UpToSlash()) && ReadVersionOrEnd();
    }

    /// <summary>Reads a key's name and leaves the reader behind it.</summary>
    public bool ReadName(ReadOnlySpan<char> name)
    {
        Name = name.ToString();
        return Check(name, KeyIdentifierPart.FirstWrongInName(name), KeyIdentifierFault.NotAWellNamedKey);
    }

    /// <summary>Reads a key's version and leaves the reader behind it.</summary>
    public bool ReadVersion(ReadOnlySpan<char> version)
    {
        Version = version.ToString();
        return Check(version, KeyIdentifierPart.FirstWrongInVersion(version), KeyIdentifierFault.NotAWellFormedVersion);
    }

    private bool ReadVersionOrEnd()
    {
        // A base identifier may end with a slash, one with a version may not.
        if (text.Length - _at <= 1)
        {
            return true;
        }

        _at++;
        return text[_at] == '/'
            ? Fail(KeyIdentifierFault.FollowedByMore, _at)
            : ReadVersion(UpToSlash()) && (_at == text.Length || Fail(KeyIdentifierFault.FollowedByMore, _at));
    }

    private bool ReadHost(ReadOnlySpan<char> host)
    {
        if (host.IndexOf('@') is var at and >= 0)
        {
            return Fail(KeyIdentifierFault.PrecededByAUserName, _at + at);
        }

        if (host.IndexOf(':') is var colon and >= 0)
        {
            return Fail(KeyIdentifierFault.FollowedByAPort, _at + colon);
        }

        var dot = host.IndexOf('.');
        foreach (var known in Suffixes)
        {
            if (dot >= 0 && Ascii.EqualsIgnoreCase(host[(dot + 1)..], known))
            {
                Suffix = known;
                Vault = host[..dot].ToString();
                var wrong = KeyIdentifierPart.FirstWrongInVault(Vault);
                return Check(host, wrong, KeyIdentifierFault.NotInAWellNamedVault);
            }
        }

        return Fail(KeyIdentifierFault.OutsideOfAnyKeyVault, dot < 0 ? _at : _at + dot + 1);
    }

    private bool Check(ReadOnlySpan<char> part, int wrong, KeyIdentifierFault kind)
    {
        if (wrong >= 0)
        {
            return Fail(kind, _at + wrong);
        }

        _at += part.Length;
        return true;
    }

    private readonly ReadOnlySpan<char> UpToSlash()
    {
        var rest = text.AsSpan(_at);
        var slash = rest.IndexOf('/');
        return slash < 0 ? rest : rest[..slash];
    }

    private bool Fail(KeyIdentifierFault kind, int offset)
    {
        Fault = new TextFault<KeyIdentifierFault>(kind, offset);
        return false;
    }
}
