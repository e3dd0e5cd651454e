using System.Globalization;
using System.Text;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>A place in a document, put into words only when asked for.</summary>
internal sealed class ConfigurationPath
{
    private readonly ConfigurationPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private ConfigurationPath(ConfigurationPath? parent, string? name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
    }

    public static ConfigurationPath Root { get; } = new(null, null, 0);

    public ConfigurationPath Member(string name) => new(this, name, 0);

    public ConfigurationPath Item(int index) => new(this, null, index);

    public override string ToString()
    {
        var steps = new Stack<ConfigurationPath>();
        for (var at = this; at._parent is not null; at = at._parent)
        {
            steps.Push(at);
        }

        var path = new StringBuilder("$");
        foreach (var step in steps)
        {
            if (step._name is { } name)
            {
                JsonFrame.AppendMember(path, name);
            }
            else
            {
                path.Append(CultureInfo.InvariantCulture, $"[{step._index}]");
            }
        }

        return path.ToString();
    }
}
