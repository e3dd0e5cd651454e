using System.Globalization;
using System.Text;

namespace AmlSecurity.Domain.Canonical;

/// <summary>One open object or array on the way to the place of a <see cref="JsonCursor"/>.</summary>
internal sealed class JsonFrame(bool isArray)
{
    private HashSet<string>? _seen;

    public bool IsArray => isArray;

    public int Index { get; set; } = -1;

    public string NameAsWritten { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Begins the next member.</summary>
    /// <returns><see langword="false"/> if the object already had one of that name, ignoring case.</returns>
    public bool Begin(string name)
    {
        NameAsWritten = name;
        Name = name.ToLowerInvariant();
        return (_seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(Name);
    }

    /// <summary>Ends the member; until the next begins, the place is the object itself.</summary>
    public void End()
    {
        NameAsWritten = "";
        Name = "";
    }

    public static string PathOf(List<JsonFrame> frames)
    {
        var path = new StringBuilder("$");
        foreach (var frame in frames)
        {
            frame.AppendTo(path);
        }

        return path.ToString();
    }

    /// <summary>Appends the step from an object to one of its members.</summary>
    public static void AppendMember(StringBuilder path, string name)
    {
        if (name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            path.Append('.').Append(name);
        }
        else
        {
            path.Append("['").Append(name.Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
        }
    }

    private void AppendTo(StringBuilder path)
    {
        if (isArray)
        {
            path.Append(CultureInfo.InvariantCulture, $"[{Math.Max(Index, 0)}]");
        }
        else if (NameAsWritten.Length > 0)
        {
            AppendMember(path, NameAsWritten);
        }
    }
}
