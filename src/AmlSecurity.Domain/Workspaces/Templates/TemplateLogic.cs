using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Functions that give Booleans.</summary>
internal static class TemplateLogic
{
    public static ConfigurationValue Not(ImmutableArray<ConfigurationValue> args) =>
        args[0].Flag is { } flag ? ConfigurationValue.Of(!flag) : ConfigurationValue.Absent;

    public static ConfigurationValue AreEqual(ImmutableArray<ConfigurationValue> args) =>
        TemplateEquality.Compare(args[0], args[1]) is { } answer
            ? ConfigurationValue.Of(answer)
            : TemplateResidues.Unknown([.. args.Select(Unknown)], null);

    public static ConfigurationValue Order(ImmutableArray<ConfigurationValue> args, Func<int, bool> holds) =>
        (args[0], args[1]) switch
        {
            ({ Integer: { } left }, { Integer: { } right }) => ConfigurationValue.Of(holds(left.CompareTo(right))),
            ({ Kind: ConfigurationNodeKind.Text } left, { Kind: ConfigurationNodeKind.Text } right) =>
                ConfigurationValue.Of(holds(string.CompareOrdinal(left.Text, right.Text))),
            _ => ConfigurationValue.Absent,
        };

    public static ConfigurationValue ToBoolean(ImmutableArray<ConfigurationValue> args) => args[0] switch
    {
        { Flag: { } flag } => ConfigurationValue.Of(flag),
        { Integer: { } number } => ConfigurationValue.Of(number != 0),
        { Kind: ConfigurationNodeKind.Text, Text: "1" } => ConfigurationValue.True,
        { Kind: ConfigurationNodeKind.Text, Text: "0" } => ConfigurationValue.False,
        { Kind: ConfigurationNodeKind.Text } value when bool.TryParse(value.Text, out var flag) =>
            ConfigurationValue.Of(flag),
        _ => ConfigurationValue.Absent,
    };

    // A list or an object with something unresolved in it is not known as a whole here.
    private static ConfigurationValue Unknown(ConfigurationValue value) =>
        value.HasUnresolved && value.Unresolved is null ? TemplateLists.NotKnownInside : value;
}
