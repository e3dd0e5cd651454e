using System.Buffers;

namespace AmlSecurity.Conformance;

/// <summary>The library behind a line protocol: a JSON request a line in, a JSON answer a line out, in order.</summary>
/// <remarks>
/// UTF-8 without a byte order mark; lines end with a line feed. Blank lines are skipped. No line ends the program. Safe
/// for concurrent use on different streams.
/// </remarks>
public static class ConformanceConsole
{
    /// <summary>The longest line that is read, in bytes. A longer one is malformed and passed over.</summary>
    public const int MaximumLineLength = 64 * 1024 * 1024;

    /// <summary>Answers every line until the input ends.</summary>
    /// <param name="input">The requests.</param>
    /// <param name="output">The answers, flushed one by one.</param>
    public static void Run(Stream input, Stream output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var lines = new LineReader(input, MaximumLineLength);
        var answer = new ArrayBufferWriter<byte>();
        while (lines.Next() is { } line)
        {
            if (line.IsTooLong)
            {
                Dispatcher.Refuse($"the line is longer than {MaximumLineLength} bytes", answer);
            }
            else if (line.Bytes.Span.ContainsAnyExcept(" \t\r"u8))
            {
                Dispatcher.Answer(line.Bytes, answer);
            }
            else
            {
                continue;
            }

            answer.Write("\n"u8);
            output.Write(answer.WrittenSpan);
            output.Flush();
            answer.ResetWrittenCount();
        }
    }
}
