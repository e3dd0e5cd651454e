using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists what a text that Microsoft may collect can hold and should not.</summary>
/// <remarks>The secrets stand first, then what tells of a person, then the caller's own words. No order is
/// meant. The default is a private key.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PrivacyFindingKind>))]
public enum PrivacyFindingKind
{
    /// <summary>A private key in PEM form (RFC 7468).</summary>
    PrivateKey,

    /// <summary>A signed token: three base64url parts, the first of which decodes to a JSON header with an algorithm
    /// (RFC 7519).</summary>
    SignedToken,

    /// <summary>The key of a storage account: 64 bytes as base64.</summary>
    StorageAccountKey,

    /// <summary>The key of a Cosmos DB account: 64 bytes as base64 in a connection string with an endpoint.</summary>
    CosmosKey,

    /// <summary>The shared access key of a service bus, an event hub or an IoT hub.</summary>
    SharedAccessKey,

    /// <summary>The signature of a shared access signature.</summary>
    SharedAccessSignature,

    /// <summary>The password of a database in a connection string.</summary>
    ConnectionPassword,

    /// <summary>The password in the user part of an address.</summary>
    AddressPassword,

    /// <summary>The client secret of an application in Azure AD.</summary>
    ClientSecret,

    /// <summary>The password of a container registry.</summary>
    RegistryPassword,

    /// <summary>A token of a service that marks its tokens by a published beginning.</summary>
    ServiceToken,

    /// <summary>A value that looks made by chance, under a name that says it is a secret.</summary>
    NamedSecret,

    /// <summary>The sign-in name of a guest, with the mark <c>#EXT#</c>.</summary>
    GuestName,

    /// <summary>An e-mail address or sign-in name.</summary>
    MailAddress,

    /// <summary>The name of an account behind that of its domain.</summary>
    AccountName,

    /// <summary>A telephone number.</summary>
    PhoneNumber,

    /// <summary>An address on the public Internet, of IP version 4 or 6.</summary>
    NetworkAddress,

    /// <summary>One of the words that the caller wants to keep secret.</summary>
    GuardedWord,
}
