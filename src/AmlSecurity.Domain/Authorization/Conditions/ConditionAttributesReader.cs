using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Reads the attributes of one request.</summary>
internal static class ConditionAttributesReader
{
    public static ConditionAttributes? Read(ref JsonCursor json)
    {
        var before = json.FaultCount;
        var attributes = ConditionAttributes.Empty;
        if (json.EnterObject())
        {
            while (json.NextMember())
            {
                if (ConditionOperators.FindSource(json.Member) is { } source)
                {
                    attributes = ReadSource(ref json, source, attributes);
                }
                else if (json.Member == "suboperation")
                {
                    attributes = attributes.WithSubOperation(json.Text());
                }
                else
                {
                    json.Report(DocumentFaultKind.Irregular, "it is none of the sources of attributes");
                    json.Skip();
                }
            }
        }

        return json.FaultCount == before ? attributes : null;
    }

    private static ConditionAttributes ReadSource(
        ref JsonCursor json, ConditionSource source, ConditionAttributes attributes)
    {
        if (json.Token == JsonTokenType.Null || !json.EnterObject())
        {
            return attributes;
        }

        while (json.NextMember())
        {
            var name = json.MemberAsWritten;
            if (!AttributeName.IsName(name))
            {
                json.Fail(DocumentFaultKind.Malformed, $"{Plaintext.Quote(name)} is no name of an attribute");
                json.Skip();
                continue;
            }

            attributes = attributes.With(source, name, ReadValues(ref json));
        }

        return attributes;
    }

    // A null is a value that is not there.
    private static ImmutableArray<ConditionValue> ReadValues(ref JsonCursor json)
    {
        if (json.Token != JsonTokenType.StartArray)
        {
            return ReadValue(ref json) is { } only ? [only] : [];
        }

        var values = ImmutableArray.CreateBuilder<ConditionValue>();
        json.EnterArray();
        while (json.NextElement())
        {
            if (ReadValue(ref json) is { } value)
            {
                values.Add(value);
            }
        }

        return values.ToImmutable();
    }

    private static ConditionValue? ReadValue(ref JsonCursor json)
    {
        switch (json.Token)
        {
            case JsonTokenType.True or JsonTokenType.False:
                return new ConditionValue.Truth(json.Token == JsonTokenType.True);
            case JsonTokenType.Number:
                return ReadNumber(ref json);
            default:
                return json.Text() is { } text ? new ConditionValue.Text(text) : null;
        }
    }

    private static ConditionValue.Number? ReadNumber(ref JsonCursor json)
    {
        var word = json.NumberText();
        var number = ConditionNumber.IsNumber(word) ? ConditionNumber.Read(word)
            : decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var scaled) ? scaled
            : null;
        if (number is { } exact)
        {
            return new ConditionValue.Number(exact);
        }

        json.Fail(DocumentFaultKind.Malformed, "the number cannot be held exactly");
        return null;
    }
}
