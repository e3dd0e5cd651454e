namespace AmlSecurity.Conformance;

/// <summary>One line of input without its line feed.</summary>
/// <param name="Bytes">The bytes, valid until the next line is read; empty if the line is too long.</param>
/// <param name="IsTooLong">Whether the line is longer than the reader takes.</param>
internal readonly record struct Line(ReadOnlyMemory<byte> Bytes, bool IsTooLong);
