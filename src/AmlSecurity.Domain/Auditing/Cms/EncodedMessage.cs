using System.Formats.Asn1;

namespace AmlSecurity.Domain.Auditing.Cms;

/// <summary>Looks at a message from outside, before the platform reads it.</summary>
internal static class EncodedMessage
{
    /// <summary>Determines whether it is one sequence and nothing after it.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> message)
    {
        try
        {
            AsnDecoder.ReadSequence(message, AsnEncodingRules.BER, out _, out _, out var consumed);
            return consumed == message.Length;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
