using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>What a log says of itself at one size (C2SP tlog-checkpoint): who it is, how many leaves it has, and their
/// root.</summary>
/// <remarks>
/// Three lines or more, each ended by a newline: origin, size in decimal digits, root in base64, and extension lines,
/// which say nothing to this library and are kept. Size 0 to 2^63 - 1; whether the root is that of any tree is not
/// checked. Equal by all members; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record Checkpoint
{
    /// <summary>How many bytes a root has.</summary>
    public const int RootLength = 32;

    // For parts that have been checked.
    internal Checkpoint(string origin, long size, ImmutableArray<byte> root, ImmutableArray<string> extensions)
    {
        Origin = origin;
        Size = size;
        Root = root;
        Extensions = extensions;
    }

    /// <summary>Gets the name of the log, not empty.</summary>
    public string Origin { get; }

    /// <summary>Gets the number of leaves.</summary>
    public long Size { get; }

    /// <summary>Gets the root of the tree, <see cref="RootLength"/> bytes.</summary>
    public ImmutableArray<byte> Root { get; }

    /// <summary>Gets the lines behind the root, none of them empty.</summary>
    public ImmutableArray<string> Extensions { get; }

    /// <summary>Reads the text of a checkpoint, which is the body of a note.</summary>
    /// <param name="body">The text, UTF-8, with its last newline.</param>
    /// <returns>The checkpoint, or why the text is none.</returns>
    public static OneOf<Checkpoint, CheckpointFault> Read(ReadOnlySpan<byte> body) => new CheckpointReader(body).Read();

    /// <summary>Creates a checkpoint.</summary>
    /// <param name="origin">The name of the log, best an address without a scheme, such as <c>example.com/log</c>.
    /// </param>
    /// <param name="size">The number of leaves.</param>
    /// <param name="root">The root of the tree at this size.</param>
    /// <param name="extensions">Lines to stand behind the root; the standard advises against them.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="ArgumentException">The origin or an extension is empty, or not one line of text; the size is
    /// negative; the root has another length; or the text would be longer than a note may be.</exception>
    public static Checkpoint Create(
        string origin, long size, ReadOnlySpan<byte> root, params IEnumerable<string> extensions)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var lines = Elements.Of(extensions, nameof(extensions));
        if (!NoteText.IsLine(origin) || !lines.All(NoteText.IsLine))
        {
            throw new ArgumentException("the origin or an extension is not one line of text", nameof(origin));
        }

        if (root.Length != RootLength)
        {
            throw new ArgumentException($"a root has {RootLength} bytes", nameof(root));
        }

        var checkpoint = new Checkpoint(origin, size, [.. root], lines);
        return checkpoint.ToBody().Length <= SignedNote.LongestNote
            ? checkpoint
            : throw new ArgumentException("the text would be too long", nameof(extensions));
    }

    /// <summary>Writes the text, which is the body of a note.</summary>
    /// <returns>The text, UTF-8; what is read from it equals this.</returns>
    public byte[] ToBody()
    {
        var text = new StringBuilder($"{Origin}\n{Size}\n{Convert.ToBase64String(Root.AsSpan())}\n");
        foreach (var line in Extensions)
        {
            text.Append(line).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Determines whether two checkpoints say the same.</summary>
    /// <param name="other">The other checkpoint.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(Checkpoint? other) =>
        other is not null
        && Size == other.Size
        && Origin == other.Origin
        && Root.AsSpan().SequenceEqual(other.Root.AsSpan())
        && Extensions.SequenceEqual(other.Extensions);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Origin, Size, BinaryPrimitives.ReadInt32LittleEndian(Root.AsSpan()));

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The origin in backticks, the size, and the root in base64.</returns>
    public override string ToString() =>
        $"{Plaintext.Quote(Origin)} of size {Size} with root {Convert.ToBase64String(Root.AsSpan())}";
}
