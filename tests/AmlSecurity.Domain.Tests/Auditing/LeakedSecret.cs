using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>A text with a made-up secret in it, put together when the test runs, so that none stands in a file.</summary>
internal sealed record LeakedSecret(PrivacyFindingKind Kind, string Name, string Text, string Secret)
{
    private const string Digits = "0123456789";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Base62 = Digits + Capitals + "abcdefghijklmnopqrstuvwxyz";
    private const string Base64 = Base62 + "+/";
    private const string Base64Url = Base62 + "-_";

    private static readonly Func<Random, LeakedSecret>[] Makers =
    [
        chance => Of(PrivacyFindingKind.StorageAccountKey, "STORAGE", "", Key64(chance), ""),
        chance => Of(
            PrivacyFindingKind.StorageAccountKey,
            "CONNECTION",
            "DefaultEndpointsProtocol=https;AccountName=churn;Account" + "Key=",
            Key64(chance),
            ";EndpointSuffix=core.windows.net"),
        chance => Of(
            PrivacyFindingKind.CosmosKey,
            "COSMOS",
            "AccountEndpoint=https://churn.documents.azure.com:443/;Account" + "Key=",
            Key64(chance),
            ";"),
        chance => Of(
            PrivacyFindingKind.SharedAccessKey,
            "HUB",
            "Endpoint=sb://churn.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccess" + "Key=",
            Convert.ToBase64String(Bytes(chance, 32)),
            ";EntityPath=in"),
        chance => Of(
            PrivacyFindingKind.SharedAccessSignature,
            "DATA",
            "https://churn.blob.core.windows.net/data?sv=2019-12-12&ss=b&se=2020-04-01T00:00:00Z&s" + "ig=",
            Uri.EscapeDataString(Convert.ToBase64String(Bytes(chance, 32))),
            ""),
        chance => Of(
            PrivacyFindingKind.ConnectionPassword,
            "SQL",
            "Server=tcp:churn.database.windows.net,1433;Initial Catalog=ml;User ID=loader;Pass" + "word=",
            Some(chance, Base62, 12) + "!",
            ";Encrypt=True;"),
        chance => Of(
            PrivacyFindingKind.AddressPassword,
            "INDEX",
            "https://feed:",
            Some(chance, Base62, 20),
            "@pkgs.example.com/simple"),
        chance => Of(PrivacyFindingKind.SignedToken, "HEADER", "Bearer ", Jwt(chance), ""),
        chance => Of(PrivacyFindingKind.SignedToken, "RUN", "run_", Jwt(chance), ""),
        chance => Of(
            PrivacyFindingKind.PrivateKey,
            "PEM",
            "-----BEGIN " + "RSA PRIVATE KEY-----",
            "\n" + Some(chance, Base64, 64) + "\n" + Some(chance, Base64, 64) + "\n",
            "-----END RSA PRIVATE KEY-----"),
        chance => Of(PrivacyFindingKind.PrivateKey, "PEM", "x -----BEGIN " + "PRIVATE KEY-----", Some(chance, Base64, 90), ""),
        chance => Of(
            PrivacyFindingKind.ClientSecret, "APP", "", Some(chance, Base62, 3) + "8Q" + "~" + Some(chance, Base62, 34), ""),
        chance => Of(
            PrivacyFindingKind.RegistryPassword, "ACR", "", Some(chance, Base62, 42) + "+A" + "CR" + Some(chance, Base62, 6), ""),
        chance => Of(PrivacyFindingKind.ServiceToken, "GIT", "token=", "gh" + "p_" + Varied(chance, Base62, 36), ""),
        chance => Of(PrivacyFindingKind.ServiceToken, "GIT", "churn-", "gh" + "s_" + Varied(chance, Base62, 36), "-1"),
        chance => Of(
            PrivacyFindingKind.ServiceToken,
            "GIT",
            "",
            "github" + "_pat_" + Varied(chance, Base62, 22) + "_" + Some(chance, Base62, 59),
            " x"),
        chance => Of(PrivacyFindingKind.ServiceToken, "LAB", "", "gl" + "pat-" + Varied(chance, Base62, 20), ""),
        chance => Of(
            PrivacyFindingKind.ServiceToken,
            "CHAT",
            "",
            "xo" + "xb-" + Some(chance, Digits, 12) + "-" + Varied(chance, Base62, 24),
            ""),
        chance => Of(PrivacyFindingKind.ServiceToken, "CLOUD", "id ", "AK" + "IA" + Varied(chance, Capitals + "234567", 16), ""),
        chance => Of(PrivacyFindingKind.ServiceToken, "MAPS", "", "AI" + "za" + Varied(chance, Base62, 35), ""),
        chance => Of(PrivacyFindingKind.ServiceToken, "MODEL", "", "sk" + "-" + Varied(chance, Base62, 48), ""),
        chance => Of(PrivacyFindingKind.ServiceToken, "MODEL", "", "sk" + "-proj-" + Varied(chance, Base64Url, 60) + "x", ""),
        chance => Of(PrivacyFindingKind.ServiceToken, "HUB", "", "hf" + "_" + Varied(chance, Base62, 34), ""),
        chance => Of(PrivacyFindingKind.ServiceToken, "BRICKS", "", "da" + "pi" + Varied(chance, "0123456789abcdef", 32), ""),
        chance => Of(PrivacyFindingKind.NamedSecret, "COGNITIVE_KEY", "", Varied(chance, "0123456789abcdef", 32), ""),
        chance => Of(PrivacyFindingKind.NamedSecret, "clientSecret", " ", Varied(chance, Base62, 40), " "),
        chance => Of(PrivacyFindingKind.NamedSecret, "DB_PASSWORD", "", "Xq" + Some(chance, Digits, 6) + "!zk", ""),
    ];

    /// <summary>Makes so many of each form.</summary>
    public static IReadOnlyList<LeakedSecret> Make(int ofEach) =>
    [
        .. Enumerable.Range(0, ofEach).SelectMany(round =>
            Makers.Select((make, form) => make(new Random((round * 1_000) + form)))),
    ];

    private static LeakedSecret Of(PrivacyFindingKind kind, string name, string before, string secret, string after) =>
        new(kind, name, before + secret + after, secret);

    private static string Some(Random chance, string alphabet, int length) => new(chance.GetItems<char>(alphabet, length));

    // With at least one digit, one small letter and, hence, some variety.
    private static string Varied(Random chance, string alphabet, int length)
    {
        string text;
        do
        {
            text = Some(chance, alphabet, length);
        }
        while (!text.Any(char.IsAsciiDigit) || text.Distinct().Count() < 8);
        return text;
    }

    private static byte[] Bytes(Random chance, int count)
    {
        var bytes = new byte[count];
        chance.NextBytes(bytes);
        return bytes;
    }

    private static string Key64(Random chance) => Convert.ToBase64String(Bytes(chance, 64));

    private static string Jwt(Random chance) => string.Join(
        '.',
        System.Buffers.Text.Base64Url.EncodeToString("{\"typ\":\"JWT\",\"alg\":\"ES256\"}"u8),
        System.Buffers.Text.Base64Url.EncodeToString(Bytes(chance, 50)),
        System.Buffers.Text.Base64Url.EncodeToString(Bytes(chance, 64)));
}
