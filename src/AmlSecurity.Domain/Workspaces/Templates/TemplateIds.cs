using System.Collections.Immutable;
using System.Text;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Functions that give the ids of resources. An id under a scope that is not known has a key all the
/// same.</summary>
internal static class TemplateIds
{
    public static ConfigurationValue OfResource(ImmutableArray<ConfigurationValue> args) =>
        TypeAt(args, 2) switch
        {
            null => WithoutType(args),
            2 => Within(args, 2, $"/subscriptions/{args[0].Text}/resourceGroups/{args[1].Text}"),
            var at => Within(args, at.Value, null),
        };

    public static ConfigurationValue InSubscription(ImmutableArray<ConfigurationValue> args) =>
        TypeAt(args, 1) switch
        {
            null => WithoutType(args),
            1 => Within(args, 1, $"/subscriptions/{args[0].Text}"),
            _ => Within(args, 0, null),
        };

    public static ConfigurationValue InTenant(ImmutableArray<ConfigurationValue> args) =>
        TypeAt(args, 0) is null ? WithoutType(args) : Within(args, 0, "");

    public static ConfigurationValue OfExtension(ImmutableArray<ConfigurationValue> args) =>
        TypeAt([.. args.Skip(1)], 0) is null ? WithoutType(args) : Within(args, 1, args[0].Text.TrimEnd('/'));

    // The type is the argument behind which stand as many names as it has words.
    private static int? TypeAt(ImmutableArray<ConfigurationValue> args, int last)
    {
        for (var at = 0; at <= last && at < args.Length; at++)
        {
            if (args[at].Kind == ConfigurationNodeKind.Text
                && args[at].Text.Count('/') is > 0 and var words
                && words == args.Length - at - 1)
            {
                return at;
            }
        }

        return null;
    }

    private static ConfigurationValue WithoutType(ImmutableArray<ConfigurationValue> args) =>
        args.Any(value => value.Unresolved is not null)
            ? TemplateResidues.Unknown(args, null)
            : ConfigurationValue.Absent;

    private static ConfigurationValue Within(ImmutableArray<ConfigurationValue> args, int typeAt, string? scope)
    {
        if (args.Any(value => value.Kind is not (ConfigurationNodeKind.Text or ConfigurationNodeKind.Unresolved)
            || value.Unresolved is { IsFaulty: true }
            || value is { Kind: ConfigurationNodeKind.Text, Text.Length: 0 }))
        {
            return args.Any(value => value.Unresolved is { IsFaulty: true })
                ? TemplateResidues.Unknown(args, null)
                : ConfigurationValue.Absent;
        }

        var type = args[typeAt].Text;
        ImmutableArray<ConfigurationValue> names = [.. args.Skip(typeAt + 1)];
        if (scope is null || args.Any(value => value.Unresolved is not null))
        {
            var unknown = args.Any(value => value.Unresolved is not null)
                ? TemplateResidues.Unknown(args, null)
                : ConfigurationValue.Of(new Unresolved("", "the subscription is not known", null));
            return unknown.With(unknown.Unresolved! with { Target = ResourceKeys.Of(type, TemplateNames.Join(names)) });
        }

        var words = type.Split('/');
        var id = new StringBuilder(scope).Append("/providers/").Append(words[0]);
        foreach (var (at, name) in names.Index())
        {
            id.Append('/').Append(words[at + 1]).Append('/').Append(name.Text);
        }

        return ConfigurationValue.Of(id.ToString());
    }
}
