using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Reads a published example of a call: what was asked for and what came back are of one resource.</summary>
internal static class ExampleReader
{
    public static ImmutableArray<ConfigurationResource> Read(ConfigurationValue example, ResourceReader reader)
    {
        var answered = new List<ConfigurationResource>();
        var responses = ConfigurationPath.Root.Member("responses");
        foreach (var (status, response) in example.Member("responses").Members)
        {
            var body = response.Member("body");
            if (!status.StartsWith('2') || body.Kind == ConfigurationNodeKind.Absent)
            {
                continue;
            }

            foreach (var resource in reader.ReadAll(body, responses.Member(status).Member("body")))
            {
                Add(answered, resource);
            }
        }

        return [.. Complete(answered, BodiesOf(example), reader)];
    }

    private static void Add(List<ConfigurationResource> resources, ConfigurationResource resource)
    {
        var known = resource.Id is null ? -1 : resources.FindIndex(other => other.Id == resource.Id);
        if (known < 0)
        {
            resources.Add(resource);
        }
        else
        {
            var anchor = resource.Body.Anchor with { Document = null };
            resources[known] = ConfigurationMerge.Fill(resources[known], resource.Body.Value, anchor);
        }
    }

    private static IEnumerable<ConfigurationResource> Complete(
        List<ConfigurationResource> answered,
        IReadOnlyList<(ConfigurationValue Body, ConfigurationPath Path)> bodies,
        ResourceReader reader)
    {
        if (bodies is not [var asked])
        {
            return answered;
        }

        return answered switch
        {
            [] => reader.ReadAll(asked.Body, asked.Path),
            [var only] => [ConfigurationMerge.Fill(only, asked.Body, new ConfigurationAnchor(null, asked.Path))],
            _ => answered,
        };
    }

    private static List<(ConfigurationValue Body, ConfigurationPath Path)> BodiesOf(ConfigurationValue example) =>
        [.. example.Member("parameters").Members
            .Where(member => ResourceReader.IsBody(member.Value))
            .Select(member => (member.Value, ConfigurationPath.Root.Member("parameters").Member(member.Key)))];
}
