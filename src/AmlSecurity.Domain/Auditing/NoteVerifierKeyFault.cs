namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists what can be wrong with the text of a verifier key. Each finishes the sentence "it is …".</summary>
/// <remarks>The default is <see cref="Empty"/>.</remarks>
public enum NoteVerifierKeyFault
{
    /// <summary>Without a character.</summary>
    Empty,

    /// <summary>Longer than <see cref="NoteVerifierKey.LongestText"/>.</summary>
    TooLong,

    /// <summary>Not name, key id and key between two plus signs.</summary>
    NotInThreeParts,

    /// <summary>With a name that is empty, or holds a space, a control character or half of a surrogate pair.</summary>
    WithAnUnsoundName,

    /// <summary>With a key id that is not eight lower-case hexadecimal digits.</summary>
    WithAnUnsoundKeyId,

    /// <summary>With a key that is not base64 in its one form, or of nothing.</summary>
    WithUnsoundBase64,

    /// <summary>Of a signature type other than ECDSA, 0x02.</summary>
    OfAnUnknownType,

    /// <summary>On a curve other than P-256.</summary>
    OnAnotherCurve,

    /// <summary>With a key that is not the DER of a SubjectPublicKeyInfo with an uncompressed point.</summary>
    WithAnUnsoundKey,

    /// <summary>With bytes behind the key.</summary>
    WithTrailingBytes,

    /// <summary>With a point that is not on the curve.</summary>
    NotOnTheCurve,

    /// <summary>With the key id of another key.</summary>
    WithTheKeyIdOfAnother,
}
