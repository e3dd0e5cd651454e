using System.Formats.Asn1;

namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>One recipient of a message as it was read: by key, by certificate, or of a kind that is passed
/// over.</summary>
internal sealed class CmsRecipientInfo
{
    private const int VersionOfSharedKey = 4;
    private const int VersionByIssuer = 0;
    private const int VersionByKeyIdentifier = 2;

    public static readonly Asn1Tag SharedKeyTag = new(TagClass.ContextSpecific, 2, isConstructed: true);
    private static readonly Asn1Tag KeyIdentifierTag = new(TagClass.ContextSpecific, 0);

    private byte[]? _sharedKey;
    private byte[]? _keyIdentifier;
    private ReadOnlyMemory<byte> _issuer;
    private ReadOnlyMemory<byte> _serialNumber;
    private bool _isOfItsVersion;

    public CmsAlgorithm? Algorithm { get; private set; }

    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>Gets a value indicating whether version and algorithm are those that are read.</summary>
    public bool IsSupported => _isOfItsVersion
        && (_sharedKey is not null ? Algorithm!.IsAes256Wrap : Algorithm!.IsRsaOaep256());

    /// <summary>Reads one. What kind it is says its tag (RFC 5652, 6.2).</summary>
    public static CmsRecipientInfo Read(AsnReader set)
    {
        var recipient = new CmsRecipientInfo();
        var tag = set.PeekTag();
        if (tag == Asn1Tag.Sequence)
        {
            recipient.ReadCertificateHolder(set.ReadSequence());
        }
        else if (tag == SharedKeyTag)
        {
            recipient.ReadSharedKey(set.ReadSequence(SharedKeyTag));
        }
        else
        {
            set.ReadEncodedValue();
        }

        return recipient;
    }

    public bool IsFor(CmsRecipient recipient) => recipient switch
    {
        CmsRecipient.SharedKey key => _sharedKey is not null && key.Identifier.SequenceEqual(_sharedKey),
        CmsRecipient.CertificateHolder holder when _keyIdentifier is not null =>
            holder.KeyIdentifier is { } identifier && identifier.AsSpan().SequenceEqual(_keyIdentifier),
        CmsRecipient.CertificateHolder holder => !_serialNumber.IsEmpty
            && holder.SerialNumber.AsSpan().SequenceEqual(_serialNumber.Span)
            && holder.Issuer.AsSpan().SequenceEqual(_issuer.Span),
        _ => false,
    };

    private void ReadSharedKey(AsnReader sequence)
    {
        _isOfItsVersion = sequence.TryReadInt32(out var version) && version == VersionOfSharedKey;

        // A date and another attribute may follow, and only help to choose among keys of one identifier.
        _sharedKey = sequence.ReadSequence().ReadOctetString();
        ReadRest(sequence);
    }

    private void ReadCertificateHolder(AsnReader sequence)
    {
        var isNumber = sequence.TryReadInt32(out var version);
        if (sequence.PeekTag().HasSameClassAndValue(KeyIdentifierTag))
        {
            _keyIdentifier = sequence.ReadOctetString(KeyIdentifierTag);
            _isOfItsVersion = isNumber && version == VersionByKeyIdentifier;
        }
        else
        {
            var name = sequence.ReadSequence();
            _issuer = name.ReadEncodedValue();
            _serialNumber = name.ReadIntegerBytes();
            name.ThrowIfNotEmpty();
            _isOfItsVersion = isNumber && version == VersionByIssuer;
        }

        ReadRest(sequence);
    }

    private void ReadRest(AsnReader sequence)
    {
        Algorithm = CmsAlgorithm.Read(sequence);
        WrappedKey = sequence.ReadOctetString();
        sequence.ThrowIfNotEmpty();
    }
}
