using System.Collections.Concurrent;
using System.Collections.Immutable;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using OneOf;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>A vault before another one: writes down what is asked, and answers late, otherwise or not at all.</summary>
/// <remarks>An answer is found when the question comes, and held back after that. Safe for concurrent use.</remarks>
internal sealed class ScriptedVault(IKeyVault inner) : IKeyVault
{
    private readonly ConcurrentQueue<KeyStanza> _unwraps = new();
    private readonly ConcurrentQueue<KeyVersionId> _wraps = new();
    private readonly ConcurrentQueue<string> _lists = new();
    private TaskCompletionSource? _held;

    /// <summary>Gets the wrapped keys that it was asked to unwrap, the first one first.</summary>
    public IReadOnlyCollection<KeyStanza> Unwraps => _unwraps;

    /// <summary>Gets the versions that it was asked to wrap under.</summary>
    public IReadOnlyCollection<KeyVersionId> Wraps => _wraps;

    /// <summary>Gets how often it was asked anything.</summary>
    public int Asked => _unwraps.Count + _wraps.Count + _lists.Count;

    /// <summary>Gets or sets what every question is answered with; null is what the vault behind says.</summary>
    public KeyRefusal? Refusal { get; set; }

    /// <summary>Gets or sets what every question throws; null is nothing.</summary>
    public Exception? Error { get; set; }

    /// <summary>Gets or sets what an unwrap is answered with; null is what the vault behind says.</summary>
    public Func<KeyStanza, OneOf<SecretBytes, KeyRefusal>?>? OnUnwrap { get; set; }

    /// <summary>Gets or sets what a wrap is answered with; null is what the vault behind says.</summary>
    public Func<KeyVersionId, SecretBytes, OneOf<KeyStanza, KeyRefusal>?>? OnWrap { get; set; }

    /// <summary>Gets or sets what the versions are answered with; null is what the vault behind says.</summary>
    public Func<OneOf<ImmutableArray<KeyVersion>, KeyRefusal>?>? OnList { get; set; }

    /// <summary>Answers the unwraps that match with what is given, which may be null.</summary>
    public static Func<KeyStanza, OneOf<SecretBytes, KeyRefusal>?> Giving(
        Func<SecretBytes?> answer, Predicate<KeyStanza>? where = null) => stanza =>
    {
        if (where?.Invoke(stanza) == false)
        {
            return null;
        }

        return OneOf<SecretBytes, KeyRefusal>.FromT0(answer()!);
    };

    /// <summary>Holds every answer back that is asked for from now on.</summary>
    /// <returns>What gives them out.</returns>
    public TaskCompletionSource Hold() =>
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Holds nothing back that is asked for from now on.</summary>
    public void HoldNoMore() => _held = null;

    /// <summary>Gives out what was held back, and holds nothing back any more.</summary>
    public void Release() => Interlocked.Exchange(ref _held, null)!.SetResult();

    public ValueTask<OneOf<KeyStanza, KeyRefusal>> WrapAsync(
        KeyVersionId key, SecretBytes dataKey, CancellationToken cancellation)
    {
        _wraps.Enqueue(key);
        return AnswerAsync(
            OnWrap?.Invoke(key, dataKey), () => inner.WrapAsync(key, dataKey, cancellation), refusal => refusal);
    }

    public ValueTask<OneOf<SecretBytes, KeyRefusal>> UnwrapAsync(KeyStanza stanza, CancellationToken cancellation)
    {
        _unwraps.Enqueue(stanza);
        return AnswerAsync(
            OnUnwrap?.Invoke(stanza), () => inner.UnwrapAsync(stanza, cancellation), refusal => refusal);
    }

    public ValueTask<OneOf<ImmutableArray<KeyVersion>, KeyRefusal>> GetVersionsAsync(
        string keyUri, CancellationToken cancellation)
    {
        _lists.Enqueue(keyUri);
        return AnswerAsync(OnList?.Invoke(), () => inner.GetVersionsAsync(keyUri, cancellation), refusal => refusal);
    }

    private async ValueTask<T> AnswerAsync<T>(T? scripted, Func<ValueTask<T>> ask, Func<KeyRefusal, T> refuse)
        where T : struct
    {
        var held = _held;
        var error = Error;
        var answer = scripted
            ?? (Refusal is { } refusal ? refuse(refusal) : error is null ? await ask() : refuse(default));
        if (held is not null)
        {
            await held.Task;
        }

        return error is null ? answer : throw error;
    }
}
