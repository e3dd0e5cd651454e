using System.Text.Json;
using AmlSecurity.Domain.Canonical;
using OneOf;

namespace AmlSecurity.Domain.Identities;

/// <summary>Reads the payload of a token into names and values.</summary>
internal static class TokenClaimsReader
{
    public static OneOf<TokenClaims, DocumentFault> Read(ReadOnlySpan<byte> utf8)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        var json = new JsonCursor(utf8, Strictness.Strict);
        try
        {
            json.Read();
            ReadObject(ref json, pairs);
            json.Read();
        }
        catch (JsonException error)
        {
            json.FailSyntax(error, utf8);
        }

        return !json.Faults.IsEmpty ? json.Faults[0]
            : TokenClaims.Create(pairs).Match<OneOf<TokenClaims, DocumentFault>>(
                claims => claims,
                fault => new DocumentFault(DocumentFaultKind.Malformed, $"$.{fault.Claim}", 0, fault.ToString()));
    }

    private static void ReadObject(ref JsonCursor json, List<KeyValuePair<string, string>> pairs)
    {
        if (!json.EnterObject())
        {
            return;
        }

        while (json.NextMember())
        {
            var name = json.MemberAsWritten;
            switch (json.Token)
            {
                case JsonTokenType.StartArray when ClaimNames.IsList(name):
                    json.EnterArray();
                    while (json.NextElement())
                    {
                        ReadScalar(ref json, name, pairs);
                    }

                    break;
                case JsonTokenType.StartObject when ClaimNames.Shorten(name) == ClaimNames.Elsewhere:
                    ReadNames(ref json, name, pairs);
                    break;
                default:
                    ReadScalar(ref json, name, pairs);
                    break;
            }
        }
    }

    private static void ReadNames(ref JsonCursor json, string name, List<KeyValuePair<string, string>> pairs)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            pairs.Add(new(name, json.MemberAsWritten));
            json.Skip();
        }
    }

    // A claim that nobody looks at may be anything; one that is looked at has one type.
    private static void ReadScalar(ref JsonCursor json, string name, List<KeyValuePair<string, string>> pairs)
    {
        switch (json.Token)
        {
            case JsonTokenType.String:
                if (json.Text() is { } text)
                {
                    pairs.Add(new(name, text));
                }

                break;
            case JsonTokenType.Number when ClaimNames.IsNumber(name):
                pairs.Add(new(name, json.NumberText()));
                break;
            case JsonTokenType.True or JsonTokenType.False when name == ClaimNames.HasGroups:
                pairs.Add(new(name, json.Token == JsonTokenType.True ? "true" : "false"));
                break;
            case JsonTokenType.Null:
                break;
            default:
                if (ClaimNames.IsKnown(name))
                {
                    json.Fail(DocumentFaultKind.OfTheWrongType, "the claim is not of the type that it has");
                }

                json.Skip();
                break;
        }
    }
}
