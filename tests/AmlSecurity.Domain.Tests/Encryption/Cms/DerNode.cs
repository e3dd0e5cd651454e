using System.Formats.Asn1;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>A value of DER that can be changed: what is constructed has children, all else has bytes.</summary>
internal sealed class DerNode
{
    private DerNode(byte tag, byte[] content, List<DerNode> children)
    {
        (Tag, Content, Children) = (tag, content, children);
    }

    public static DerNode Null => new(0x05, [], []);

    public byte Tag { get; set; }

    public byte[] Content { get; set; }

    public List<DerNode> Children { get; }

    /// <summary>Gets what lies at a path, as in <c>1.0.2</c>.</summary>
    public DerNode At(string path) =>
        path.Length == 0 ? this : path.Split('.').Aggregate(this, (node, at) => node.Children[at[0] - '0']);

    public static DerNode Primitive(byte tag, params byte[] content) => new(tag, content, []);

    public static DerNode Parse(ReadOnlyMemory<byte> encoded) => Parse(new AsnReader(encoded, AsnEncodingRules.DER));

    public void Clear()
    {
        Content = [];
        Children.Clear();
    }

    public byte[] Encode()
    {
        byte[] content = Children.Count == 0 ? Content : [.. Children.SelectMany(child => child.Encode())];
        byte[] length = content.Length switch
        {
            < 0x80 => [(byte)content.Length],
            < 0x100 => [0x81, (byte)content.Length],
            _ => [0x82, (byte)(content.Length >> 8), (byte)content.Length],
        };
        return [Tag, .. length, .. content];
    }

    private static DerNode Parse(AsnReader reader)
    {
        var tag = reader.PeekTag();
        var content = reader.PeekContentBytes();
        var encoded = reader.ReadEncodedValue();
        var node = new DerNode(encoded.Span[0], content.ToArray(), []);
        var inside = new AsnReader(content, AsnEncodingRules.DER);
        while (tag.IsConstructed && inside.HasData)
        {
            node.Children.Add(Parse(inside));
        }

        return node;
    }
}
