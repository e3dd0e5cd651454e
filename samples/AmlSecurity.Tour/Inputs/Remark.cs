using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Tour.Inputs;

/// <summary>A fault or a notice at one place of a file.</summary>
internal readonly record struct Remark(string Kind, string Path, long Offset, string Reason)
{
    public static Remark Of(DocumentFault fault) => new(fault.Kind.ToString(), fault.Path, fault.Offset, fault.Detail);

    /// <summary>Says something of a file as a whole.</summary>
    public static Remark OfFile(string kind, string reason) => new(kind, "$", 0, reason);
}
