using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <content>The tests.</content>
public abstract partial class KeyVaultContract
{
    private const string UnknownVersion = "ffffffffffffffffffffffffffffffff";

    [Fact]
    public async Task What_is_wrapped_unwraps_to_the_same_bytes()
    {
        var version = await CreateAsync();
        var stanza = await WrapAsync(version);

        Assert.Equal(DataKey, await UnwrapAsync(stanza));
    }

    [Fact]
    public async Task The_wrapped_key_names_the_exact_version_that_was_asked_for()
    {
        var older = await CreateAsync();
        var newer = await CreateAsync(older.KeyUri);

        Assert.Equal(older, KeyVersionId.Of(await WrapAsync(older)));
        Assert.Equal(newer, KeyVersionId.Of(await WrapAsync(newer)));
        Assert.Equal(older.KeyUri, newer.KeyUri);
        Assert.NotEqual(older, newer);
    }

    [Fact]
    public async Task One_data_key_may_be_wrapped_twice()
    {
        var version = await CreateAsync();
        var first = await WrapAsync(version);
        var second = await WrapAsync(version);

        Assert.Equal(DataKey, await UnwrapAsync(first));
        Assert.Equal(DataKey, await UnwrapAsync(second));
    }

    [Fact]
    public async Task An_older_version_still_unwraps_and_wraps_when_it_is_named()
    {
        var older = await CreateAsync();
        var before = await WrapAsync(older);
        await CreateAsync(older.KeyUri);

        Assert.Equal(DataKey, await UnwrapAsync(before));
        Assert.Equal(DataKey, await UnwrapAsync(await WrapAsync(older)));
    }

    [Fact]
    public async Task A_disabled_version_does_nothing_until_it_is_enabled_again()
    {
        var version = await CreateAsync();
        var stanza = await WrapAsync(version);

        await UpdateAsync(version, isEnabled: false);
        Assert.Equal(KeyRefusal.Disabled, await RefusedUnwrapAsync(stanza));
        Assert.Equal(KeyRefusal.Disabled, await RefusedWrapAsync(version));

        await UpdateAsync(version);
        Assert.Equal(DataKey, await UnwrapAsync(stanza));
        Assert.Equal(version, KeyVersionId.Of(await WrapAsync(version)));
    }

    [Fact]
    public async Task Disabling_one_version_leaves_the_others_alone()
    {
        var older = await CreateAsync();
        var newer = await CreateAsync(older.KeyUri);
        var stanza = await WrapAsync(newer);
        await UpdateAsync(older, isEnabled: false);

        Assert.Equal(DataKey, await UnwrapAsync(stanza));
    }

    [Fact]
    public async Task A_deleted_key_does_nothing_under_any_version()
    {
        var older = await CreateAsync();
        var newer = await CreateAsync(older.KeyUri);
        KeyStanza[] stanzas = [await WrapAsync(older), await WrapAsync(newer)];
        await DeleteAsync(older.KeyUri);

        foreach (var stanza in stanzas)
        {
            Assert.Equal(KeyRefusal.Deleted, await RefusedUnwrapAsync(stanza));
            Assert.Equal(KeyRefusal.Deleted, await RefusedWrapAsync(KeyVersionId.Of(stanza)));
        }
    }

    [Fact]
    public async Task An_unknown_key_and_an_unknown_version_are_forbidden()
    {
        var known = await CreateAsync();
        var stanza = await WrapAsync(known);
        KeyVersionId[] unknown =
        [
            KeyVersionId.Create(known.KeyUri, UnknownVersion).AsT0,
            KeyVersionId.Create(known.KeyUri + "-unknown", known.Version).AsT0,
        ];

        foreach (var version in unknown)
        {
            Assert.Equal(KeyRefusal.Forbidden, await RefusedWrapAsync(version));
            Assert.Equal(KeyRefusal.Forbidden, await RefusedUnwrapAsync(Renamed(stanza, version)));
        }
    }

    [Fact]
    public async Task An_altered_wrapped_key_is_unsound()
    {
        var stanza = await WrapAsync(await CreateAsync());
        foreach (var at in new[] { 0, stanza.WrappedKey.Length / 2, stanza.WrappedKey.Length - 1 })
        {
            var altered = stanza.WrappedKey.ToArray();
            altered[at] ^= 1;
            Assert.Equal(KeyRefusal.Unsound, await RefusedUnwrapAsync(KeyStanza.Create(
                stanza.Algorithm, stanza.KeyUri, stanza.KeyVersion, altered).AsT0));
        }
    }

    [Fact]
    public async Task A_wrapped_key_under_the_name_of_another_version_or_key_is_unsound()
    {
        var first = await CreateAsync();
        var stanza = await WrapAsync(first);

        Assert.Equal(
            KeyRefusal.Unsound, await RefusedUnwrapAsync(Renamed(stanza, await CreateAsync(first.KeyUri))));
        Assert.Equal(KeyRefusal.Unsound, await RefusedUnwrapAsync(Renamed(stanza, await CreateAsync())));
    }

    [Fact]
    public async Task Outside_its_dates_a_version_unwraps_and_does_not_wrap()
    {
        var version = await CreateAsync();
        var stanza = await WrapAsync(version);
        var hour = Duration.FromHours(1);

        await UpdateAsync(version, notBefore: Now + hour);
        Assert.Equal(KeyRefusal.NotYetActive, await RefusedWrapAsync(version));
        Assert.Equal(DataKey, await UnwrapAsync(stanza));

        await UpdateAsync(version, notBefore: Now - hour - hour, expires: Now - hour);
        Assert.Equal(KeyRefusal.Expired, await RefusedWrapAsync(version));
        Assert.Equal(DataKey, await UnwrapAsync(stanza));

        await UpdateAsync(version, notBefore: Now - hour, expires: Now + hour);
        Assert.Equal(DataKey, await UnwrapAsync(await WrapAsync(version)));
    }

    [Fact]
    public async Task All_versions_are_listed_disabled_ones_too()
    {
        var end = Now + Duration.FromHours(1);
        var older = await CreateAsync();
        var newer = await CreateAsync(older.KeyUri);
        await UpdateAsync(older, isEnabled: false);
        await UpdateAsync(newer, expires: end);

        var versions = (await Vault.GetVersionsAsync(older.KeyUri, default)).AsT0;

        Assert.Equal(2, versions.Length);
        var listed = versions.ToDictionary(one => one.Version);
        Assert.False(listed[older.Version].IsEnabled);
        Assert.True(listed[newer.Version].IsEnabled);
        Assert.Equal(end, listed[newer.Version].Expires);
        Assert.Null(listed[older.Version].Expires);
        Assert.True(listed[older.Version].CreatedAt <= listed[newer.Version].CreatedAt);
    }

    [Fact]
    public async Task No_versions_are_listed_of_an_unknown_or_deleted_key()
    {
        var known = await CreateAsync();
        await DeleteAsync(known.KeyUri);

        Assert.Equal(KeyRefusal.Deleted, (await Vault.GetVersionsAsync(known.KeyUri, default)).AsT1);
        Assert.Equal(
            KeyRefusal.Forbidden, (await Vault.GetVersionsAsync(known.KeyUri + "-unknown", default)).AsT1);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_ends()
    {
        var version = await CreateAsync();
        var stanza = await WrapAsync(version);
        using var dataKey = SecretBytes.CopyOf(DataKey);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Vault.WrapAsync(version, dataKey, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Vault.UnwrapAsync(stanza, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Vault.GetVersionsAsync(version.KeyUri, cancelled));
    }

    [Fact]
    public async Task Whoever_asks_owns_the_answer_and_keeps_the_question()
    {
        var version = await CreateAsync();
        using var dataKey = SecretBytes.CopyOf(DataKey);
        var stanza = (await Vault.WrapAsync(version, dataKey, default)).AsT0;
        var first = (await Vault.UnwrapAsync(stanza, default)).AsT0;
        var second = (await Vault.UnwrapAsync(stanza, default)).AsT0;

        Assert.Equal(DataKey, Read(dataKey));
        first.Dispose();
        Assert.Equal(DataKey, Read(second));
        second.Dispose();
        Assert.Equal(DataKey, await UnwrapAsync(stanza));
    }

    [Fact]
    public async Task Four_callers_at_a_time_are_answered_as_one_is()
    {
        var version = await CreateAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(caller => Task.Run(async () =>
        {
            byte[] own = [.. DataKey.Select(one => (byte)(one ^ caller))];
            List<byte[]> unwrapped = [];
            for (var turn = 0; turn < 8; turn++)
            {
                unwrapped.Add(await UnwrapAsync(await WrapAsync(version, own)));
            }

            return unwrapped;
        })));

        Assert.All(answers.Index(), caller => Assert.All(
            caller.Item, bytes => Assert.Equal(DataKey.Select(one => (byte)(one ^ caller.Index)), bytes)));
        Assert.Equal(32, answers.Sum(caller => caller.Count));
    }
}
