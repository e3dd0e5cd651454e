namespace AmlSecurity.Conformance;

/// <summary>Ends an operation with an error for its answer.</summary>
/// <param name="code">One of <see cref="ErrorCode"/>.</param>
/// <param name="message">The reason for a person, in lower case without a full stop, input in backticks.</param>
internal sealed class OperationException(string code, string message) : Exception(message)
{
    /// <summary>Gets the code.</summary>
    public string Code => code;

    /// <summary>Makes the error of a request that cannot be understood.</summary>
    public static OperationException Malformed(string message) => new(ErrorCode.Malformed, message);

    /// <summary>Quotes input: in backticks, shortened.</summary>
    public static string Quote(string text)
    {
        const int Longest = 100;
        return text.Length <= Longest ? $"`{text}`" : $"`{text[..Longest]}…`";
    }
}
