using System.Reflection;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>Compares the rules that the pages list with the rules that the tests say they prove.</summary>
internal static class RulesTable
{
    private const string TestNamespace = "AmlSecurity.Domain.Tests.";

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Lists every disagreement.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<RuleRow> rows, Assembly library, Assembly tests)
    {
        var proofs = Proofs(tests).ToLookup(proof => proof.Rule, proof => proof.Test);
        return rows.SelectMany(row => Faults(row, proofs[row.Rule].ToList(), library, tests))
            .Concat(rows.GroupBy(row => row.Rule).Where(same => same.Count() > 1)
                .Select(same => $"{string.Join(" and ", same)}: the rule has {same.Count()} rows"))
            .Concat(proofs.Where(proof => rows.All(row => row.Rule != proof.Key))
                .Select(proof => $"{proof.Key}: proved by {Name(proof.First())}, but no page has a row for it"));
    }

    /// <summary>Lists the rules that the tests of an assembly name, each with the class or method that does.</summary>
    public static IEnumerable<(string Rule, MemberInfo Test)> Proofs(Assembly tests) =>
        from type in tests.GetTypes()
        from member in type.GetMethods(Declared).Prepend<MemberInfo>(type)
        from attribute in member.GetCustomAttributesData()
        where attribute.AttributeType == typeof(TraitAttribute)
            && (string?)attribute.ConstructorArguments[0].Value == "Rule"
        select ((string)attribute.ConstructorArguments[1].Value!, member);

    private static IEnumerable<string> Faults(RuleRow row, List<MemberInfo> proofs, Assembly library, Assembly tests)
    {
        if (!RuleId.Read(row.Rule).IsT0)
        {
            yield return $"{row}: not the name of a rule";
        }

        if (row.Kind is not ("enforced" or "answered" or "context"))
        {
            yield return $"{row}: `{row.Kind}` is not a kind";
        }
        else if (row.Kind != "context" && (row.Types.Count == 0 || row.Tests.Count == 0 || proofs.Count == 0))
        {
            yield return $"{row}: {row.Kind}, but type, test or trait is missing";
        }

        foreach (var type in row.Types.Where(type => library.GetType($"{DomainAssembly.RootNamespace}.{type}") is null))
        {
            yield return $"{row}: there is no type {type}";
        }

        foreach (var test in row.Tests)
        {
            if (Find(test, tests) is not { } member)
            {
                yield return $"{row}: there is no test {test}";
            }
            else if (!proofs.Exists(proof => Contains(member, proof) || Contains(proof, member)))
            {
                yield return $"{row}: {test} does not say that it proves the rule";
            }
        }
    }

    // `Rules.RuleSetTests` or `Rules.RuleSetTests.A_name_of_a_method`.
    private static MemberInfo? Find(string test, Assembly tests)
    {
        if (tests.GetType(TestNamespace + test) is { } type)
        {
            return type;
        }

        return test.LastIndexOf('.') is var dot and > 0
            ? tests.GetType(TestNamespace + test[..dot])?.GetMember(test[(dot + 1)..]).FirstOrDefault()
            : null;
    }

    private static bool Contains(MemberInfo outer, MemberInfo inner) => outer == inner || outer == inner.DeclaringType;

    private static string Name(MemberInfo test) =>
        test is Type type ? type.Name : $"{test.DeclaringType!.Name}.{test.Name}";
}
