using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

/// <summary>Makes small conditions and requests that they speak of.</summary>
internal static class ConditionWorld
{
    private static readonly ImmutableDictionary<string, (char Type, string[] Spellings)> Families =
        new Dictionary<string, (char, string[])>
        {
            ["String"] = ('s', ["", "a", "A", "ab", "aB", "a*", "?b", "*", "it's", "b.c"]),
            ["Numeric"] = ('n', ["0", "1", "1.0", "2", "-1", "10", "1.5"]),
            ["DateTime"] =
                ('d', ["2022-06-01T00:00:00Z", "2022-06-01T02:00:00+02:00", "2022-06-01T00:00:01Z", "2022-06-01"]),
            ["Bool"] = ('b', ["true", "false"]),
            ["Guid"] =
            (
                'g',
                ["49fc33c1-886f-4b21-a00e-1d9993234734", "49FC33C1886F4B21A00E1D9993234734", "5a382001fe3641ffbba48bf06bd54da9"]
            ),
        }.ToImmutableDictionary();

    private static readonly string[] Names = ["Resource:a", "Request:a", "Principal:b", "Environment:c"];

    private static readonly string[] Quantifiers =
        ["", "", "ForAnyOfAnyValues:", "ForAllOfAnyValues:", "ForAnyOfAllValues:", "ForAllOfAllValues:"];

    private static readonly string[] Operators =
        Enum.GetNames<AmlSecurity.Domain.Authorization.Conditions.ConditionOperator>();

    public static Gen<ModelPart> Parts => Part(3);

    /// <summary>Makes a tree with a world whose values are mostly of the type that the tree asks for.</summary>
    public static Gen<(ModelPart Part, ModelWorld World)> Cases =>
        from part in Parts
        from world in World(FamiliesOf(part))
        select (part, world);

    /// <summary>Writes a tree as a careless person might: other cases, other blanks, signs for words.</summary>
    public static string Carelessly(string text, int seed)
    {
        var random = new Random(seed);
        var written = new StringBuilder();
        var isQuoted = false;
        foreach (var word in text.Replace(" AND ", random.Next(2) == 0 ? " && " : " and ")
            .Replace(" OR ", random.Next(2) == 0 ? "||" : "\r\nOr ")
            .Replace("NOT ", random.Next(2) == 0 ? "!" : "not "))
        {
            isQuoted ^= word == '\'';
            var turns = !isQuoted && random.Next(3) == 0;
            written.Append(turns ? char.ToUpperInvariant(word) : word);
            written.Append(!isQuoted && word is '(' or ')' or ',' or '{' or ']' && !isQuoted && random.Next(3) == 0 ? " \t" : "");
        }

        return random.Next(2) == 0 ? $" ({written})\n" : written.ToString();
    }

    private static Gen<ModelPart> Part(int depth) => depth == 0
        ? Leaf
        : Gen.Frequency(
            (2, Leaf),
            (1, Part(depth - 1).Select(part => (ModelPart)new ModelPart.Not(part))),
            (3, from isAll in Gen.Elements(true, false)
                from one in Part(depth - 1)
                from two in Part(depth - 1)
                select (ModelPart)new ModelPart.Group(isAll, one, two)));

    private static Gen<ModelPart> Leaf => Gen.Frequency(
        (1, Gen.Elements("p/*", "p/a/read", "*/read", "q/*/write").Select(p => (ModelPart)new ModelPart.Target(p))),
        (1, Gen.Elements(Names).Select(name => (ModelPart)new ModelPart.Exists(name))),
        (6, Comparison));

    private static Gen<ModelPart> Comparison =>
        from name in Gen.Elements(Operators)
        from quantifier in Gen.Elements(Quantifiers)
        from left in Gen.Frequency((5, Named), (1, Listed(FamilyOf(name), 1, 2)))
        from right in Gen.Frequency((1, Named), (5, Listed(FamilyOf(name), 1, quantifier == "" ? 1 : 3)))
        select (ModelPart)new ModelPart.Compare(left, quantifier, name, right);

    private static Gen<ModelSide> Named => Gen.Elements(Names).Select(name => new ModelSide(name, []));

    private static Gen<ModelSide> Listed(string family, int least, int most) =>
        from length in Gen.Choose(least, most)
        from values in Value(family).ArrayOf(length)
        select new ModelSide(null, [.. values]);

    private static Gen<ModelValue> Value(string family) =>
        from drawn in Gen.Frequency((12, Gen.Constant(family)), (1, Gen.Elements(Families.Keys.Order().ToArray())))
        from spelling in Gen.Elements(Families[drawn].Spellings)
        select new ModelValue(Families[drawn].Type, spelling);

    private static Gen<ModelWorld> World(string[] families) =>
        from action in Gen.Elements("p/a/read", "p/b/write", "q/write")
        from values in Gen.CollectToArray(Names, _ =>
            from length in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Constant(1)), (2, Gen.Constant(2)))
            from family in Gen.Elements(families)
            from list in Value(family).ArrayOf(length)
            select list.Select(value => value.Type == 'g' ? value with { Type = 's' } : value).ToImmutableArray())
        select new ModelWorld(
            action, Names.Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second));

    private static string[] FamiliesOf(ModelPart part) => part switch
    {
        ModelPart.Group group => [.. FamiliesOf(group.One), .. FamiliesOf(group.Two)],
        ModelPart.Not not => FamiliesOf(not.Part),
        ModelPart.Compare compare => [FamilyOf(compare.Operator)],
        _ => ["String"],
    };

    private static string FamilyOf(string by) => Families.Keys.Single(family => by.StartsWith(family, StringComparison.Ordinal));
}
