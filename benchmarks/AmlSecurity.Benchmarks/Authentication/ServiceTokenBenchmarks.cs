using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain.Authentication;
using BenchmarkDotNet.Attributes;
using Jose;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace AmlSecurity.Benchmarks.Authentication;

/// <summary>Makes and checks a service token of fourteen claims, beside two peers and the bare primitive.</summary>
[MemoryDiagnoser]
public class ServiceTokenBenchmarks
{
    private static readonly Instant Now = SystemClock.Instance.GetCurrentInstant();

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly JsonWebTokenHandler _handler = new();
    private readonly ServiceTokenClaims _claims = new(
        "https://ml.example", "https://ml.example/service", "run:r1", "w1", Now, new(Now, Now + Duration.FromHours(1)))
    {
        TokenId = "t1",
        Tenant = "fa15d692-e9c7-4460-a743-29f2956fd429",
        Compute = "cpu",
        Run = "r1",
        Experiment = "e1",
        SubmitterTenant = "fa15d692-e9c7-4460-a743-29f2956fd429",
        Submitter = "aaaaaaaa-0000-0000-0000-000000000001",
        Permissions = ["Microsoft.MachineLearningServices/workspaces/experiments/runs/write"],
    };

    private InMemoryTokenSigner _signer = null!;
    private ServiceTokenChecker _checker = null!;
    private TokenValidationParameters _parameters = null!;
    private SecurityTokenDescriptor _descriptor = null!;
    private Dictionary<string, object> _members = null!;
    private Dictionary<string, object> _header = null!;
    private readonly byte[] _minted = new byte[ServiceTokenChecker.MaximumLength];
    private readonly byte[] _payload = new byte[ServiceTokenChecker.MaximumPayloadLength];
    private ServiceTokenMinter _minter = null!;
    private byte[] _token = [];
    private byte[] _input = [];
    private byte[] _signature = [];
    private string _text = "";

    [Params(ServiceTokenAlgorithm.HS256, ServiceTokenAlgorithm.ES256)]
    public ServiceTokenAlgorithm Algorithm { get; set; }

    private bool IsHmac => Algorithm == ServiceTokenAlgorithm.HS256;

    [GlobalSetup]
    public void Setup()
    {
        _signer = IsHmac ? InMemoryTokenSigner.Hs256("k1", _secret) : InMemoryTokenSigner.Es256("k1", _ecdsa);
        _minter = new ServiceTokenMinter(_signer);
        var key = IsHmac ? ServiceTokenKey.Hs256("k1", _secret) : ServiceTokenKey.Es256("k1", _ecdsa);
        _checker = new ServiceTokenChecker(
            [key], new ServiceTokenPolicy(_claims.Issuer, _claims.Audience, Duration.FromHours(8)));
        SecurityKey peer = IsHmac ? new SymmetricSecurityKey(_secret) : new ECDsaSecurityKey(_ecdsa);
        peer.KeyId = "k1";
        _parameters = new TokenValidationParameters
        {
            ValidIssuer = _claims.Issuer,
            ValidAudience = _claims.Audience,
            ValidTypes = ["aml-run+jwt"],
            ValidAlgorithms = [$"{Algorithm}"],
            IssuerSigningKey = peer,
        };
        _members = new()
        {
            ["sub"] = _claims.Subject,
            ["wid"] = _claims.Workspace,
            ["jti"] = "t1",
            ["tid"] = _claims.Tenant!,
            ["cid"] = "cpu",
            ["rid"] = "r1",
            ["eid"] = "e1",
            ["obo"] = new Dictionary<string, object> { ["tid"] = _claims.Tenant!, ["oid"] = _claims.Submitter! },
            ["scp"] = new[] { _claims.Permissions[0] },
        };
        _header = new() { ["typ"] = "aml-run+jwt", ["kid"] = "k1" };
        _descriptor = new SecurityTokenDescriptor
        {
            Issuer = _claims.Issuer,
            Audience = _claims.Audience,
            TokenType = "aml-run+jwt",
            IssuedAt = Now.ToDateTimeUtc(),
            NotBefore = Now.ToDateTimeUtc(),
            Expires = Now.ToDateTimeUtc().AddHours(1),
            Claims = _members,
            SigningCredentials = new SigningCredentials(peer, $"{Algorithm}"),
        };
        _token = _minted[..Mint()];
        _text = Encoding.ASCII.GetString(_token);
        _input = ServiceToken.Prepare(_claims, "k1", Algorithm);
        _signature = RawSign();
        if (Check() != ServiceTokenStep.None || !CheckAndCopyClaims().IsAccepted || !RawVerify() || !CheckByMicrosoft().IsValid || CheckByJose().Length == 0
            || MintByJose().Length == 0 || MintByMicrosoft().Length == 0)
        {
            throw new InvalidOperationException("a token is not accepted");
        }
    }

    [Benchmark(Baseline = true)]
    public byte[] RawSign() => IsHmac
        ? HMACSHA256.HashData(_secret, _input)
        : _ecdsa.SignData(_input, HashAlgorithmName.SHA256);

    [Benchmark]
    public bool RawVerify() => IsHmac
        ? HMACSHA256.HashData(_secret, _input).AsSpan().SequenceEqual(_signature)
        : _ecdsa.VerifyData(_input, _signature, HashAlgorithmName.SHA256);

    [Benchmark]
    public int Mint() => Completed(_minter.MintAsync(_claims, _minted, default));

    [Benchmark]
    public ServiceTokenStep Check() => _checker.Check(_token, "w1", Now, _payload, out _);

    [Benchmark]
    public ServiceTokenCheck CheckAndCopyClaims() => _checker.Check(_token, "w1", Now);

    [Benchmark]
    public string MintByMicrosoft() => _handler.CreateToken(_descriptor);

    [Benchmark]
    public TokenValidationResult CheckByMicrosoft() =>
        _handler.ValidateTokenAsync(_text, _parameters).GetAwaiter().GetResult();

    [Benchmark]
    public string MintByJose() => JWT.Encode(
        _members, IsHmac ? _secret : _ecdsa, IsHmac ? JwsAlgorithm.HS256 : JwsAlgorithm.ES256, _header);

    [Benchmark]
    public string CheckByJose() =>
        JWT.Decode(_text, IsHmac ? _secret : _ecdsa, IsHmac ? JwsAlgorithm.HS256 : JwsAlgorithm.ES256);

    private static T Completed<T>(ValueTask<T> task) => task.IsCompletedSuccessfully
        ? task.Result
        : throw new InvalidOperationException("the signer was to answer at once");
}
