namespace AmlSecurity.Domain.Tests.Vectors;

/// <summary>Finds published test vectors and real exports. They are not part of the repository.</summary>
/// <remarks>
/// They are looked for in the folder that <c>AMLSEC_VECTORS</c> names, else in <c>../shared/data</c> from the
/// repository root. With <c>AMLSEC_REQUIRE_VECTORS=1</c> a missing file fails its tests; without it, it skips them.
/// </remarks>
internal static class OutsideVectors
{
    // By folder, the most particular first.
    private static readonly (string Folder, string Upstream)[] Upstreams =
    [
        ("aml/", "Azure quickstart templates, REST API examples and documentation"),
        ("audit/jcs/", "cyberphone/json-canonicalization, testdata (RFC 8785)"),
        ("audit/merkle/", "transparency-dev/merkle, testdata (RFC 6962)"),
        ("audit/notes/", "transparency-dev/formats, note tests"),
        ("audit/activity-log/", "Azure Monitor documentation, activity log schema"),
        ("crypto/cms/", "made with OpenSSL, cms -encrypt"),
        ("crypto/nist/", "NIST CAVP, key wrap (SP 800-38F)"),
        ("crypto/wycheproof/", "C2SP/wycheproof, testvectors_v1"),
        ("jwt/aad-samples/", "Azure Active Directory documentation, access tokens"),
        ("jwt/", "own cases, signed with the example keys of RFC 7515"),
        ("rbac/", "Azure built-in roles and operations (iam-dataset and Azure RBAC documentation)"),
    ];

    /// <summary>Gets the folder that the vectors are looked for in.</summary>
    public static string Folder => Environment.GetEnvironmentVariable("AMLSEC_VECTORS") is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));

    private static bool AreRequired => Environment.GetEnvironmentVariable("AMLSEC_REQUIRE_VECTORS") == "1";

    /// <summary>Returns the full path of a file or folder of vectors, such as <c>rbac/builtin-roles.json</c>.</summary>
    public static string PathOf(string path) =>
        Find(path) ?? throw new FileNotFoundException(Absence(path), Path.Combine(Folder, path));

    /// <summary>Returns why a test that needs these files is to be skipped, or null if it is to run.</summary>
    public static string? ReasonToSkip(IEnumerable<string> paths) =>
        AreRequired ? null : paths.Where(path => Find(path) is null).Select(Absence).FirstOrDefault();

    private static string? Find(string path) =>
        Path.Combine(Folder, path) is var full && Path.Exists(full) ? full : null;

    private static string Absence(string path) =>
        $"needs {path} ({UpstreamOf(path)}): run eng/fetch-vectors.sh <folder> and set AMLSEC_VECTORS=<folder>; "
        + $"looked in {Folder}";

    private static string UpstreamOf(string path) =>
        Upstreams.FirstOrDefault(known => $"{path}/".StartsWith(known.Folder, StringComparison.Ordinal)).Upstream
        ?? throw new ArgumentException($"no upstream source is named for `{path}`", nameof(path));
}
