namespace AmlSecurity.Conformance;

/// <summary>Cuts a stream of bytes into lines, as soon as each is complete.</summary>
/// <remarks>In UTF-8 a line feed is no part of any other character. Not safe for concurrent use.</remarks>
internal sealed class LineReader(Stream input, int maximumLength)
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;
    private bool _isFirst = true;

    /// <summary>Reads the next line; the last one may lack its line feed.</summary>
    /// <returns>The line, or null at the end of the input.</returns>
    public Line? Next()
    {
        var isTooLong = false;
        var searched = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                var from = _start;
                _start += searched + feed + 1;
                return Make(from, _start - 1, isTooLong);
            }

            searched = _end - _start;
            if (searched > maximumLength)
            {
                isTooLong = true;
                (_start, _end, searched) = (0, 0, 0);
            }

            if (!Fill())
            {
                var (from, to) = (_start, _end);
                _start = _end;
                return isTooLong || to > from ? Make(from, to, isTooLong) : null;
            }
        }
    }

    private Line Make(int from, int to, bool isTooLong)
    {
        // Shells of Windows put a byte order mark before the first line.
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        from += _isFirst && _buffer.AsSpan(from, to - from).StartsWith(mark) ? mark.Length : 0;
        _isFirst = false;
        return isTooLong || to - from > maximumLength
            ? new Line(default, IsTooLong: true)
            : new Line(_buffer.AsMemory(from, to - from), IsTooLong: false);
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        return count > 0;
    }
}
