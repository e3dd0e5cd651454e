using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Joins the names of a resource and of those that it lies in.</summary>
internal static class TemplateNames
{
    public static ConfigurationValue Join(ImmutableArray<ConfigurationValue> names)
    {
        if (names is [var only])
        {
            return only;
        }

        if (names.All(name => name.Kind == ConfigurationNodeKind.Text))
        {
            return ConfigurationValue.Of(string.Join('/', names.Select(name => name.Text)));
        }

        return names.Any(name => name.Unresolved is not null)
            ? TemplateResidues.Unknown(names, TemplateResidues.OfNames(names))
            : ConfigurationValue.Absent;
    }
}
