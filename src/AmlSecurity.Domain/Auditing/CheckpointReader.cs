using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Takes the text of a checkpoint apart, line by line.</summary>
/// <remarks>C2SP tlog-checkpoint, section <i>Note text</i>.</remarks>
internal ref struct CheckpointReader(ReadOnlySpan<byte> body)
{
    private readonly ReadOnlySpan<byte> _body = body;
    private int _at;

    public OneOf<Checkpoint, CheckpointFault> Read()
    {
        if (NoteReader.FaultInBody(_body) is { } fault)
        {
            return CheckpointFault.Of(fault);
        }

        if (_body.Count((byte)'\n') < 3)
        {
            return new CheckpointFault(CheckpointFaultKind.WithTooFewLines, _body.Length);
        }

        var origin = NextLine();
        if (origin.IsEmpty)
        {
            return new CheckpointFault(CheckpointFaultKind.WithoutAnOrigin, 0);
        }

        var start = _at;
        if (FaultInSize(NextLine(), out var size) is { } kind)
        {
            return new CheckpointFault(kind, start);
        }

        start = _at;
        if (CanonicalBase64.TryDecode(NextLine()) is not { Length: Checkpoint.RootLength } root)
        {
            return new CheckpointFault(CheckpointFaultKind.WithAnUnsoundRoot, start);
        }

        var extensions = ImmutableArray.CreateBuilder<string>();
        while (_at < _body.Length)
        {
            start = _at;
            var line = NextLine();
            if (line.IsEmpty)
            {
                return new CheckpointFault(CheckpointFaultKind.WithAnEmptyExtension, start);
            }

            extensions.Add(Encoding.UTF8.GetString(line));
        }

        return new Checkpoint(Encoding.UTF8.GetString(origin), size, [.. root], extensions.DrainToImmutable());
    }

    private static CheckpointFaultKind? FaultInSize(ReadOnlySpan<byte> digits, out long size)
    {
        size = 0;
        return digits.IsEmpty
            || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || (digits[0] == (byte)'0' && digits.Length > 1)
                ? CheckpointFaultKind.WithAnUnsoundSize
                : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out size)
                    ? null
                    : CheckpointFaultKind.WithTooLargeASize;
    }

    private ReadOnlySpan<byte> NextLine()
    {
        var line = _body[_at..];
        line = line[..line.IndexOf((byte)'\n')];
        _at += line.Length + 1;
        return line;
    }
}
