using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class ShredCertificateTests
{
    private const string Other = "https://other.vault.azure.net/keys/k";
    private static readonly Instant T0 = Lab.Now;
    private static readonly Duration Week = KeyDeletion.ShortestRetention;

    private static readonly KeyRing Living =
        KeyRing.Create(Lab.KeyUri, [new KeyVersion("1", T0), new KeyVersion("2", T0)], isPurgeProtected: false).Expect();

    private static readonly KeyRing Ring = Living.Delete(T0, Week).Expect();

    [Fact]
    public void Shredding_is_pending_until_the_key_is_past_its_date()
    {
        Assert.False(Certify(Ring, T0 + Week - Duration.Epsilon).IsFinal);
        Assert.True(Certify(Ring, T0 + Week).IsFinal);
        Assert.Equal((T0, T0 + Week), (Certify(Ring, T0).DeletedAt, Certify(Ring, T0).FinalAt));
    }

    [Fact]
    public void A_purge_makes_it_final_when_no_sealer_can_hold_a_data_key_any_more()
    {
        var purged = Ring.Purge(T0 + Duration.FromMinutes(1)).Expect();

        Assert.False(Certify(purged, T0 + Duration.FromMinutes(60) - Duration.Epsilon).IsFinal);
        Assert.True(Certify(purged, T0 + Duration.FromMinutes(60)).IsFinal);
    }

    [Fact]
    public void It_lists_each_data_key_once_and_apart_those_that_another_key_lets_live()
    {
        var certificate = Certify(
            Ring,
            T0,
            Wrapped(2, Lab.KeyUri),
            Wrapped(1, Lab.KeyUri),
            Wrapped(2, Lab.KeyUri),
            Wrapped(3, Lab.KeyUri, Other),
            Wrapped(4, Other),
            Wrapped(5));

        Assert.Equal(new[] { Lab.IdOf(1), Lab.IdOf(2) }.OrderBy(id => $"{id}"), certificate.Shredded);
        Assert.Equal([Lab.IdOf(3)], certificate.Survivors.AsEnumerable());
        Assert.Equal(Lab.KeyUri, certificate.KeyUri);
    }

    [Fact]
    public void A_copy_of_the_wrapped_data_key_under_another_key_lets_it_live()
    {
        var certificate = Certify(Ring, T0, Wrapped(1, Lab.KeyUri), Wrapped(1, Other));

        Assert.Empty(certificate.Shredded);
        Assert.Equal([Lab.IdOf(1)], certificate.Survivors.AsEnumerable());
    }

    [Fact]
    public void What_is_under_a_compromised_version_is_not_shredded()
    {
        var certificate = Certify(Ring.MarkCompromised("1", T0).Expect(), T0, Wrapped(1, Lab.KeyUri));

        Assert.Empty(certificate.Shredded);
        Assert.Equal([Lab.IdOf(1)], certificate.Exposed.AsEnumerable());
    }

    [Fact]
    public void There_is_none_for_a_key_that_is_not_deleted()
    {
        Assert.Equal(KeyRingRefusal.NotDeleted, ShredCertificate.Of(Living, [], RevocationWindow.OneHour, T0));
        Assert.Throws<ArgumentNullException>(
            () => ShredCertificate.Of(Ring, [null!], RevocationWindow.OneHour, T0));
    }

    [Fact]
    public void Certificates_are_equal_by_all_members()
    {
        Assert.Equal(Certify(Ring, T0, Wrapped(1, Lab.KeyUri)), Certify(Ring, T0, Wrapped(1, Lab.KeyUri)));
        Assert.NotEqual(Certify(Ring, T0, Wrapped(1, Lab.KeyUri)), Certify(Ring, T0, Wrapped(2, Lab.KeyUri)));
        Assert.NotEqual(Certify(Ring, T0), Certify(Ring, T0 + Week));
        Assert.False(Certify(Ring, T0).Equals(null));
    }

    private static ShredCertificate Certify(KeyRing ring, Instant now, params WrappedDataKey[] stored) =>
        ShredCertificate.Of(ring, stored, RevocationWindow.OneHour, now).Expect();

    private static WrappedDataKey Wrapped(int id, params string[] uris) =>
        new(Lab.IdOf(id), [.. uris.Select(uri => FakeVault.Wrap(Lab.KeyBytes(), uri, "1"))]);
}
