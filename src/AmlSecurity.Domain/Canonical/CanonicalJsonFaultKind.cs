namespace AmlSecurity.Domain.Canonical;

/// <summary>Lists why a text has no canonical form. Each finishes the sentence "it is …".</summary>
public enum CanonicalJsonFaultKind
{
    /// <summary>Not JSON (RFC 8259); a byte order mark, a comment or a trailing comma is not either.</summary>
    NotJson,

    /// <summary>Not UTF-8, or with half of a surrogate pair behind an escape (RFC 7493, section 2.1).</summary>
    NotUnicode,

    /// <summary>With two members of one name in one object, once escapes are resolved (RFC 7493, section
    /// 2.3).</summary>
    WithADuplicateName,

    /// <summary>Nested deeper than <see cref="CanonicalJson.MaximumDepth"/>.</summary>
    TooDeep,

    /// <summary>With a number that no finite double stands for (RFC 7493, section 2.2).</summary>
    WithANumberOutOfRange,

    /// <summary>With something other than white space behind the value (RFC 8259, section 2).</summary>
    WithTrailingData,
}
