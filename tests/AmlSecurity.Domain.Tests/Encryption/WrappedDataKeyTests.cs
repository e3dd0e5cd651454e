using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class WrappedDataKeyTests
{
    private static KeyStanza Stanza(string version) => FakeVault.Wrap(Lab.KeyBytes(), version: version);

    [Fact]
    public void Equal_are_those_with_the_same_id_and_the_same_wrapped_forms()
    {
        var one = new WrappedDataKey(Lab.IdOf(1), [Stanza("1"), Stanza("2")]);
        var same = new WrappedDataKey(Lab.IdOf(1), [Stanza("1"), Stanza("2")]);

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, new WrappedDataKey(Lab.IdOf(2), [Stanza("1"), Stanza("2")]));
        Assert.NotEqual(one, new WrappedDataKey(Lab.IdOf(1), [Stanza("2"), Stanza("1")]));
        Assert.NotEqual(one, new WrappedDataKey(Lab.IdOf(1), [Stanza("1")]));
        Assert.False(one.Equals(null));
    }

    [Fact]
    public void It_says_what_a_header_or_a_record_says()
    {
        using var key = Lab.Key();
        var record = KeyRecord.Create(key, "ws", Stanza("1")).Expect();
        var attached = Lab.SealAttached([1]).Header();
        var detached = Lab.SealDetached([1]).Header();

        Assert.Equal(new WrappedDataKey(key.Id, record.Stanzas), WrappedDataKey.Of(record));
        Assert.Equal(new WrappedDataKey(key.Id, attached.Stanzas), WrappedDataKey.Of(attached));
        Assert.Empty(WrappedDataKey.Of(detached).Stanzas);
    }

    [Fact]
    public void No_list_is_an_empty_one()
    {
        var none = new WrappedDataKey(Lab.IdOf(1), default);

        Assert.Empty(none.Stanzas);
        Assert.Equal(new WrappedDataKey(Lab.IdOf(1), []), none);
    }
}
