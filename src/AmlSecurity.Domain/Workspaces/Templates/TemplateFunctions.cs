using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>The functions whose arguments are evaluated before them. A function that cannot take what it is given
/// returns <see cref="ConfigurationValue.Absent"/>.</summary>
/// <remarks><c>parameters</c>, <c>variables</c>, <c>copyIndex</c>, <c>if</c>, <c>and</c>, <c>or</c> and
/// <c>coalesce</c> are in <see cref="TemplateCalls"/>.</remarks>
internal static class TemplateFunctions
{
    private const int Any = int.MaxValue;

    /// <summary>Gets the functions by their names in lower case.</summary>
    public static FrozenDictionary<string, TemplateFunction> All { get; } = new Dictionary<string, TemplateFunction>
    {
        ["true"] = Fixed(ConfigurationValue.True),
        ["false"] = Fixed(ConfigurationValue.False),
        ["null"] = Fixed(ConfigurationValue.Null),
        ["not"] = new(1, 1, TemplateLogic.Not),
        ["equals"] = new(2, 2, TemplateLogic.AreEqual) { TakesUnresolved = true },
        ["greater"] = new(2, 2, args => TemplateLogic.Order(args, order => order > 0)),
        ["greaterorequals"] = new(2, 2, args => TemplateLogic.Order(args, order => order >= 0)),
        ["less"] = new(2, 2, args => TemplateLogic.Order(args, order => order < 0)),
        ["lessorequals"] = new(2, 2, args => TemplateLogic.Order(args, order => order <= 0)),
        ["bool"] = new(1, 1, TemplateLogic.ToBoolean),
        ["add"] = new(2, 2, args => TemplateNumbers.Calculate(args, (left, right) => checked(left + right))),
        ["sub"] = new(2, 2, args => TemplateNumbers.Calculate(args, (left, right) => checked(left - right))),
        ["mul"] = new(2, 2, args => TemplateNumbers.Calculate(args, (left, right) => checked(left * right))),
        ["div"] = new(2, 2, args => TemplateNumbers.Calculate(args, (left, right) => checked(left / right))),
        ["mod"] = new(2, 2, args => TemplateNumbers.Calculate(args, (left, right) => checked(left % right))),
        ["min"] = new(1, Any, args => TemplateNumbers.Choose(args, Math.Min)),
        ["max"] = new(1, Any, args => TemplateNumbers.Choose(args, Math.Max)),
        ["int"] = new(1, 1, TemplateNumbers.ToInteger),
        ["range"] = new(2, 2, TemplateNumbers.Range),
        ["format"] = new(1, Any, TemplateFormat.Apply),
        ["tolower"] = new(1, 1, args => TemplateTexts.Change(args, text => text.ToLowerInvariant())),
        ["toupper"] = new(1, 1, args => TemplateTexts.Change(args, text => text.ToUpperInvariant())),
        ["trim"] = new(1, 1, args => TemplateTexts.Change(args, text => text.Trim())),
        ["split"] = new(2, 2, TemplateTexts.Split),
        ["join"] = new(2, 2, TemplateTexts.Join),
        ["replace"] = new(3, 3, TemplateTexts.Replace),
        ["substring"] = new(2, 3, TemplateTexts.Substring),
        ["padleft"] = new(2, 3, TemplateTexts.PadLeft),
        ["startswith"] = new(2, 2, TemplateTexts.StartsWith),
        ["endswith"] = new(2, 2, TemplateTexts.EndsWith),
        ["string"] = new(1, 1, TemplateTexts.ToText),
        ["json"] = new(1, 1, TemplateTexts.ToValue),
        ["concat"] = new(1, Any, TemplateLists.Concat),
        ["contains"] = new(2, 2, TemplateLists.Contains),
        ["indexof"] = new(2, 2, TemplateLists.IndexOf),
        ["empty"] = Shallow(1, 1, TemplateLists.IsEmpty),
        ["length"] = Shallow(1, 1, TemplateLists.Length),
        ["first"] = Shallow(1, 1, args => TemplateLists.End(args, true)),
        ["last"] = Shallow(1, 1, args => TemplateLists.End(args, false)),
        ["take"] = Shallow(2, 2, args => TemplateLists.Part(args, count => Range.EndAt(count))),
        ["skip"] = Shallow(2, 2, args => TemplateLists.Part(args, count => Range.StartAt(count))),
        ["array"] = Shallow(1, 1, TemplateLists.ToArray) with { TakesUnresolved = true },
        ["createarray"] = Shallow(0, Any, ConfigurationValue.Of) with { TakesUnresolved = true },
        ["createobject"] = Shallow(0, Any, TemplateObjects.Create) with { TakesUnresolved = true },
        ["union"] = new(1, Any, TemplateObjects.Union),
        ["resourceid"] = new(2, Any, TemplateIds.OfResource) { TakesUnresolved = true },
        ["subscriptionresourceid"] = new(2, Any, TemplateIds.InSubscription) { TakesUnresolved = true },
        ["tenantresourceid"] = new(2, Any, TemplateIds.InTenant) { TakesUnresolved = true },
        ["extensionresourceid"] = new(3, Any, TemplateIds.OfExtension) { TakesUnresolved = true },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static TemplateFunction Fixed(ConfigurationValue value) => new(0, 0, _ => value);

    private static TemplateFunction Shallow(
        int minimum, int maximum, Func<ImmutableArray<ConfigurationValue>, ConfigurationValue> body) =>
        new(minimum, maximum, body) { IsShallow = true };
}
