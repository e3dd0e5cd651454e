using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace AmlSecurity.Domain.Auditing.Cms;

/// <summary>From when to when a certificate is valid (RFC 5280, 4.1.2.5).</summary>
/// <remarks>Read from its bytes, because the platform tells both in the time zone of the machine.</remarks>
internal readonly record struct CertificateValidity(Instant NotBefore, Instant NotAfter)
{
    // Two digits of a year are one of 1950 to 2049.
    private const int LastOfTwoDigits = 2049;

    public static CertificateValidity Of(X509Certificate2 certificate)
    {
        var content = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        if (content.PeekTag().TagClass == TagClass.ContextSpecific)
        {
            content.ReadEncodedValue();
        }

        // Serial number, algorithm and issuer stand before it.
        content.ReadEncodedValue();
        content.ReadEncodedValue();
        content.ReadEncodedValue();
        var validity = content.ReadSequence();
        return new CertificateValidity(TimeIn(validity), TimeIn(validity));
    }

    public bool Includes(Instant at) => NotBefore <= at && at <= NotAfter;

    private static Instant TimeIn(AsnReader validity) => Instant.FromDateTimeOffset(
        validity.PeekTag() == Asn1Tag.UtcTime ? validity.ReadUtcTime(LastOfTwoDigits) : validity.ReadGeneralizedTime());
}
