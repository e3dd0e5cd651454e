using System.Buffers.Text;
using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Makes service tokens under the newest of several keys, without allocation where the signer answers at
/// once.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class ServiceTokenMinter
{
    private readonly ImmutableArray<(IServiceTokenSigner Signer, byte[] Header)> _signers;
    private ServiceTokenWriter? _idle;

    /// <summary>Creates a minter.</summary>
    /// <param name="signers">The keys, each under a name of its own; one that has retired or is revoked signs
    /// nothing.</param>
    /// <exception cref="ArgumentException">A signer is null or has no proper name, or two have one name.</exception>
    public ServiceTokenMinter(params IEnumerable<IServiceTokenSigner> signers)
    {
        var known = Elements.Of(signers, nameof(signers));
        foreach (var signer in known)
        {
            ServiceTokenHeaders.RefuseBadId(signer.KeyId);
        }

        if (known.DistinctBy(signer => signer.KeyId).Count() != known.Length)
        {
            throw new ArgumentException("two keys have one name", nameof(signers));
        }

        _signers =
        [
            .. known
                .OrderByDescending(signer => signer.Period.NotBefore)
                .Select(signer => (signer, ServiceTokenHeaders.WrittenBy(signer.KeyId, signer.Algorithm))),
        ];
    }

    /// <summary>Makes a token under the key that, of those that sign at its <c>iat</c>, began last.</summary>
    /// <param name="claims">What the token says.</param>
    /// <param name="destination">Receives the token, ASCII; <see cref="ServiceTokenChecker.MaximumLength"/> bytes are
    /// always enough.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>How many bytes the token has.</returns>
    /// <exception cref="ArgumentException">As of <see cref="ServiceToken.Prepare"/>, or the destination is too
    /// short.</exception>
    /// <exception cref="InvalidOperationException">No key signs at that time, or the signer wrote a signature of
    /// another length than its algorithm has.</exception>
    public ValueTask<int> MintAsync(
        ServiceTokenClaims claims, Memory<byte> destination, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var (signer, header) = Newest(claims);
        var length = Prepare(claims, header, signer.Algorithm, destination.Span);
        var token = destination[..(length + 1 + ServiceTokenKey.SignatureLengthOf(signer.Algorithm))];
        var signing = signer.SignAsync(token[..length], token[(length + 1)..], cancellation);
        return signing.IsCompletedSuccessfully
            ? new(Complete(destination.Span, length, token.Length, signing.Result))
            : CompleteAsync(signing, destination, length, token.Length);
    }

    private static async ValueTask<int> CompleteAsync(
        ValueTask<int> signing, Memory<byte> destination, int length, int end)
    {
        var signed = await signing.ConfigureAwait(false);
        return Complete(destination.Span, length, end, signed);
    }

    private static int Complete(Span<byte> destination, int length, int end, int signed)
    {
        if (length + 1 + signed != end)
        {
            throw new InvalidOperationException($"the signer wrote {signed} bytes instead of {end - length - 1}");
        }

        destination[length] = (byte)'.';
        Base64Url.TryEncodeToUtf8InPlace(destination[(length + 1)..], signed, out var encoded);
        return length + 1 + encoded;
    }

    private (IServiceTokenSigner Signer, byte[] Header) Newest(ServiceTokenClaims claims)
    {
        foreach (var one in _signers)
        {
            if (one.Signer.Period.SignsAt(claims.IssuedAt))
            {
                return one;
            }
        }

        throw new InvalidOperationException("no key signs at the time of issue");
    }

    private int Prepare(
        ServiceTokenClaims claims, byte[] header, ServiceTokenAlgorithm algorithm, Span<byte> destination)
    {
        var writer = Interlocked.Exchange(ref _idle, null) ?? new ServiceTokenWriter();
        var length = writer.Write(claims, header, algorithm, destination);

        // One that threw is not used again.
        Volatile.Write(ref _idle, writer);
        return length;
    }
}
