using System.Globalization;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Sealing;

/// <summary>Shows how a header says that its data key is wrapped.</summary>
internal static class StanzaTable
{
    public static Table Of(EnvelopeHeader header)
    {
        var table = TourTable.Of("key", "version", "wrapped by", "bytes");
        foreach (var stanza in header.Stanzas)
        {
            table.AddRow(
                SafeText.Markup(stanza.KeyUri),
                SafeText.Markup(stanza.KeyVersion),
                $"{stanza.Algorithm}",
                stanza.WrappedKey.Length.ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    public static JsonArray ToJson(EnvelopeHeader header) => TourDocument.List(header.Stanzas, stanza => new JsonObject
    {
        ["key"] = stanza.KeyUri,
        ["version"] = stanza.KeyVersion,
        ["algorithm"] = TourDocument.Word(stanza.Algorithm),
        ["wrappedLength"] = stanza.WrappedKey.Length,
    });
}
