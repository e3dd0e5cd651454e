using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Turns what Azure takes beyond JSON into JSON: comments become blanks, and line ends and tabs in strings
/// become escapes.</summary>
internal sealed class RelaxedJson
{
    private readonly ImmutableArray<int> _insertions;

    private RelaxedJson(ImmutableArray<byte> utf8, ImmutableArray<int> insertions)
    {
        Utf8 = utf8;
        _insertions = insertions;
    }

    /// <summary>Gets the text to read.</summary>
    public ImmutableArray<byte> Utf8 { get; }

    public static RelaxedJson Of(ReadOnlySpan<byte> utf8)
    {
        var text = ImmutableArray.CreateBuilder<byte>(utf8.Length);
        var insertions = ImmutableArray.CreateBuilder<int>();
        var at = 0;
        while (at < utf8.Length)
        {
            at = utf8[at] switch
            {
                (byte)'"' => CopyString(utf8, at, text, insertions),
                (byte)'/' => CopyComment(utf8, at, text),
                _ => CopyByte(utf8, at, text),
            };
        }

        return new RelaxedJson(text.DrainToImmutable(), insertions.DrainToImmutable());
    }

    /// <summary>Returns where in the original an offset is.</summary>
    public long OriginalOf(long offset)
    {
        var before = _insertions.BinarySearch((int)offset);
        return offset - (before < 0 ? ~before : before);
    }

    private static int CopyByte(ReadOnlySpan<byte> utf8, int at, ImmutableArray<byte>.Builder text)
    {
        text.Add(utf8[at]);
        return at + 1;
    }

    private static int CopyString(
        ReadOnlySpan<byte> utf8, int at, ImmutableArray<byte>.Builder text, ImmutableArray<int>.Builder insertions)
    {
        at = CopyByte(utf8, at, text);
        while (at < utf8.Length)
        {
            switch (utf8[at])
            {
                case (byte)'"':
                    return CopyByte(utf8, at, text);
                case (byte)'\\' when at + 1 < utf8.Length:
                    text.Add(utf8[at++]);
                    text.Add(utf8[at++]);
                    break;
                case var control and ((byte)'\n' or (byte)'\r' or (byte)'\t'):
                    text.Add((byte)'\\');
                    insertions.Add(text.Count);
                    text.Add((byte)(control switch { (byte)'\n' => 'n', (byte)'\r' => 'r', _ => 't' }));
                    at++;
                    break;
                default:
                    at = CopyByte(utf8, at, text);
                    break;
            }
        }

        return at;
    }

    // A comment without an end stays, so that reading stops where it begins.
    private static int CopyComment(ReadOnlySpan<byte> utf8, int at, ImmutableArray<byte>.Builder text)
    {
        var rest = utf8[at..];
        int length;
        if (rest.StartsWith("//"u8))
        {
            length = rest.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0 ? end : rest.Length;
        }
        else if (rest.StartsWith("/*"u8) && rest[2..].IndexOf("*/"u8) is var close and >= 0)
        {
            length = close + 4;
        }
        else
        {
            return CopyByte(utf8, at, text);
        }

        foreach (var one in rest[..length])
        {
            text.Add(one is (byte)'\n' or (byte)'\r' ? one : (byte)' ');
        }

        return at + length;
    }
}
