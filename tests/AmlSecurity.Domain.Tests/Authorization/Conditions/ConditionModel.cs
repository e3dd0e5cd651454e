using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using AmlSecurity.Domain.Authorization.Conditions;
using NodaTime.Text;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

/// <summary>A value as the letter of its type (<c>s n b g d</c>) and its text.</summary>
internal sealed record ModelValue(char Type, string Spelling)
{
    public string Written => Type is 's' or 'd' ? $"'{Spelling.Replace("'", "''")}'" : Spelling;

    public ConditionValue Typed => Type switch
    {
        'n' => new ConditionValue.Number(decimal.Parse(Spelling, CultureInfo.InvariantCulture)),
        'b' => new ConditionValue.Truth(Spelling == "true"),
        _ => new ConditionValue.Text(Spelling),
    };
}

/// <summary>One side: a name such as <c>Resource:a</c>, or values.</summary>
internal sealed record ModelSide(string? Name, ImmutableArray<ModelValue> Values)
{
    public string Written(bool inBraces) => Name is not null ? $"@{Name.Replace(":", "[")}]"
        : Values.Length > 1 || inBraces ? $"{{{string.Join(", ", Values.Select(value => value.Written))}}}"
        : Values[0].Written;

    public bool Equals(ModelSide? other) => other is not null && Name == other.Name && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Name, Values.Length);
}

/// <summary>A tree over plain strings, with an evaluator of its own that was written without a look at the
/// first.</summary>
internal abstract record ModelPart
{
    public abstract string Written { get; }

    public abstract bool Evaluate(ModelWorld world);

    public sealed record Group(bool IsAll, ModelPart One, ModelPart Two) : ModelPart
    {
        public override string Written => $"({One.Written} {(IsAll ? "AND" : "OR")} {Two.Written})";

        public override bool Evaluate(ModelWorld world)
        {
            var (one, two) = (One.Evaluate(world), Two.Evaluate(world));
            return IsAll ? one & two : one | two;
        }
    }

    public sealed record Not(ModelPart Part) : ModelPart
    {
        public override string Written => $"NOT {Part.Written}";

        public override bool Evaluate(ModelWorld world) => Part.Evaluate(world) ^ true;
    }

    public sealed record Target(string Pattern) : ModelPart
    {
        public override string Written => $"ActionMatches{{'{Pattern}'}}";

        public override bool Evaluate(ModelWorld world) => AccessModel.Matches(Pattern, world.Action, literal: false);
    }

    public sealed record Exists(string Name) : ModelPart
    {
        public override string Written => $"Exists {new ModelSide(Name, []).Written(false)}";

        public override bool Evaluate(ModelWorld world) => world.Of(Name).Any();
    }

    public sealed record Compare(ModelSide Left, string Quantifier, string Operator, ModelSide Right) : ModelPart
    {
        public override string Written =>
            $"{Left.Written(Quantifier != "")} {Quantifier}{Operator} {Right.Written(Quantifier != "")}";

        public override bool Evaluate(ModelWorld world)
        {
            var left = (Left.Name is null ? Left.Values : world.Of(Left.Name)).ToList();
            var right = (Right.Name is null ? Right.Values : world.Of(Right.Name)).ToList();
            return left.Count > 0 && right.Count > 0 && Quantifier switch
            {
                "" => left.Count == 1 && right.Count == 1 && Pair(left[0], right[0]),
                "ForAnyOfAnyValues:" => left.Any(l => right.Any(r => Pair(l, r))),
                "ForAllOfAnyValues:" => left.TrueForAll(l => right.Any(r => Pair(l, r))),
                "ForAnyOfAllValues:" => left.Any(l => right.TrueForAll(r => Pair(l, r))),
                _ => left.TrueForAll(l => right.TrueForAll(r => Pair(l, r))),
            };
        }

        private bool Pair(ModelValue left, ModelValue right)
        {
            var family = Regex.Match(Operator, "^(String|Numeric|DateTime|Bool|Guid)").Value;
            var isNegated = Operator.Contains("Not", StringComparison.Ordinal);
            var kind = Operator[family.Length..].Replace("Not", "").Replace("IgnoreCase", "");
            if (Operator.EndsWith("IgnoreCase", StringComparison.Ordinal))
            {
                left = left with { Spelling = left.Spelling.ToUpperInvariant() };
                right = right with { Spelling = right.Spelling.ToUpperInvariant() };
            }

            return family switch
            {
                "String" => IsText(left) && IsText(right) && Fits(left.Spelling, right.Spelling, kind) != isNegated,
                "Numeric" => left.Type == 'n' && right.Type == 'n'
                    && Ordered(Scaled(left).CompareTo(Scaled(right)), kind) != isNegated,
                "DateTime" => Moment(left) is { } one && Moment(right) is { } other
                    && Ordered(one.CompareTo(other), kind) != isNegated,
                "Bool" => left.Type == 'b' && right.Type == 'b' && (left == right) != isNegated,
                _ => Digits(left) is { } one && Digits(right) is { } other && (one == other) != isNegated,
            };
        }

        private static bool IsText(ModelValue value) => value.Type is 's' or 'd';

        private static bool Fits(string left, string right, string kind) => kind switch
        {
            "Equals" => left == right,
            "StartsWith" => left.StartsWith(right, StringComparison.Ordinal),
            _ => Regex.IsMatch(
                left,
                @"\A" + Regex.Replace(Regex.Escape(right), @"\\\*|\\\?", star => star.Value == @"\*" ? ".*" : ".") + @"\z",
                RegexOptions.Singleline),
        };

        private static bool Ordered(int order, string kind) => kind switch
        {
            "Equals" => order == 0,
            "LessThan" => order < 0,
            "LessThanEquals" => order < 1,
            "GreaterThan" => order > 0,
            _ => order > -1,
        };

        private static BigInteger Scaled(ModelValue value)
        {
            var parts = value.Spelling.Split('.');
            return BigInteger.Parse(parts[0] + (parts.ElementAtOrDefault(1) ?? "").PadRight(10, '0'), CultureInfo.InvariantCulture);
        }

        private static long? Moment(ModelValue value) =>
            IsText(value) && OffsetDateTimePattern.GeneralIso.Parse(value.Spelling) is { Success: true } parsed
                ? parsed.Value.ToInstant().ToUnixTimeSeconds()
                : null;

        private static string? Digits(ModelValue value) =>
            value.Type != 'n' && Regex.IsMatch(value.Spelling, @"\A([0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\z")
                ? value.Spelling.Replace("-", "").ToUpperInvariant()
                : null;
    }
}

/// <summary>What a tree is evaluated on.</summary>
internal sealed record ModelWorld(string Action, ImmutableDictionary<string, ImmutableArray<ModelValue>> Known)
{
    public ConditionAttributes Attributes => Known.Aggregate(ConditionAttributes.Empty, (known, pair) => known.With(
        Enum.Parse<ConditionSource>(pair.Key.Split(':')[0]),
        pair.Key.Split(':')[1],
        [.. pair.Value.Select(value => value.Typed)]));

    public IEnumerable<ModelValue> Of(string name) => Known.GetValueOrDefault(name, []);

    public override string ToString() =>
        $"{Action} on {string.Join("; ", Known.Select(pair => $"{pair.Key} = {string.Join(' ', pair.Value.Select(v => v.Written))}"))}";
}
