using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Knows the one DER form of a public key on P-256 (RFC 5480): a fixed beginning and an uncompressed point.
/// </summary>
internal static class P256PublicKey
{
    /// <summary>How many bytes the form has.</summary>
    public const int Length = 91;

    private const int CoordinateLength = 32;

    // SEQUENCE { SEQUENCE { id-ecPublicKey, secp256r1 }, BIT STRING { 4, x, y } }, RFC 5480, sections 2.1.1 and 2.2.
    private static ReadOnlySpan<byte> Beginning =>
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48,
        0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ];

    private static ReadOnlySpan<byte> AnyCurve => Beginning[4..13];

    private static ReadOnlySpan<byte> ThisCurve => Beginning[13..23];

    /// <summary>Says what is wrong with a form.</summary>
    public static NoteVerifierKeyFault? FaultIn(ReadOnlySpan<byte> form)
    {
        if (!form.StartsWith(Beginning))
        {
            return form.IndexOf(AnyCurve) >= 0 && form.IndexOf(ThisCurve) < 0
                ? NoteVerifierKeyFault.OnAnotherCurve
                : NoteVerifierKeyFault.WithAnUnsoundKey;
        }

        return form.Length switch
        {
            > Length => NoteVerifierKeyFault.WithTrailingBytes,
            < Length => NoteVerifierKeyFault.WithAnUnsoundKey,
            _ => IsOnCurve(form) ? null : NoteVerifierKeyFault.NotOnTheCurve,
        };
    }

    /// <summary>Writes the public half of a key.</summary>
    /// <exception cref="ArgumentException">The key is not on P-256.</exception>
    public static byte[] Write(ECDsa key)
    {
        var half = key.ExportParameters(includePrivateParameters: false);
        return half.Curve.IsNamed && half.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
            ? [.. Beginning, .. half.Q.X!, .. half.Q.Y!]
            : throw new ArgumentException("the key is not on the curve P-256", nameof(key));
    }

    /// <summary>Takes a point out of a sound form.</summary>
    public static ECParameters ToParameters(ReadOnlySpan<byte> form) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint
        {
            X = [.. form[^(2 * CoordinateLength)..^CoordinateLength]],
            Y = [.. form[^CoordinateLength..]],
        },
    };

    /// <summary>Computes the key id: the first four bytes of the SHA-256 of the form (C2SP signed-note, type 0x02).
    /// </summary>
    public static uint KeyIdOf(ReadOnlySpan<byte> form)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(form, hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash);
    }

    private static bool IsOnCurve(ReadOnlySpan<byte> form)
    {
        try
        {
            using var key = ECDsa.Create(ToParameters(form));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
