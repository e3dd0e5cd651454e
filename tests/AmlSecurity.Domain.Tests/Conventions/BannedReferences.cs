using Mono.Cecil;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>What the library's IL must not touch, however it was spelt in the source.</summary>
internal sealed class BannedReferences
{
    // What eng/BannedSymbols.txt bans, and what a list of symbols for the compiler cannot say.
    private static readonly string[] BannedNamespaces =
    [
        "System.Data", "System.IO.Compression", "System.IO.Enumeration", "System.IO.IsolatedStorage",
        "System.IO.MemoryMappedFiles", "System.IO.Pipes", "System.Net", "System.Timers",
    ];

    private static readonly string[] BannedNames =
    [
        "System.Activator", "System.AppDomain", "System.IO.FileSystemInfo", "System.IO.DriveInfo",
        "System.IO.FileSystemWatcher", "System.IO.RandomAccess", "System.IO.StreamReader", "System.IO.StreamWriter",
        "System.Diagnostics.ProcessStartInfo", "System.Diagnostics.Debugger",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Reflection.Assembly", "System.Reflection.MethodBase",
        "System.Runtime.InteropServices.NativeLibrary", "System.Threading.CancellationTokenSource.CancelAfter",
        "System.Threading.Tasks.Task.Delay", "System.Threading.Tasks.Task.Run", "System.Threading.Tasks.TaskFactory",
        "System.Threading.ThreadPool", "System.Threading.SpinWait", "System.TimeZoneInfo.get_Local",
        "System.Type.GetType", "System.Type.InvokeMember", "NodaTime.DateTimeZoneProviders", "NodaTime.SystemClock",
        "NodaTime.ZonedClock", "Microsoft.Win32.Registry",
    ];

    // The ports have implementations, which are named for what they do; nothing else may do it.
    private static readonly (string User, string Used)[] Exemptions =
    [
        // The one source of chance.
        ("AmlSecurity.Domain.Secrets.SystemRandomSource", "System.Security.Cryptography.RandomNumberGenerator"),

        // The timer of the system stamps salts, so that cloned machines part ways; no answer depends on it.
        ("AmlSecurity.Domain.Secrets.SaltSource", "System.Diagnostics.Stopwatch"),

        // The platform reads times in messages and certificates as these; they become instants at once.
        ("AmlSecurity.Domain.Auditing.Cms.CheckpointTimeStamp", "System.DateTimeOffset"),
        ("AmlSecurity.Domain.Auditing.Cms.CertificateValidity", "System.DateTimeOffset"),
    ];

    private readonly HashSet<string> _names = [.. BannedNames, .. BannedSymbols()];

    /// <summary>Lists what a module touches and must not, as <c>user uses reference</c>.</summary>
    public IEnumerable<string> In(ModuleDefinition module) =>
        ReferenceWalker.Walk(module)
            .Where(reference => IsBanned(reference.Used) && !IsAllowed(reference) && !IsExempt(reference))
            .Select(reference => reference.ToString())
            .Concat(module.GetTypes()
                .SelectMany(type => type.Methods)
                .Where(method => method.IsPInvokeImpl)
                .Select(method => $"{method.FullName} leaves managed code"))
            .Distinct();

    /// <summary>Lists what the compiler's own ban names, as types and as members of a type.</summary>
    public static IEnumerable<string> BannedSymbols() =>
        File.ReadLines(Repository.PathOf("eng", "BannedSymbols.txt"))
            .Where(line => line is [_, ':', ..])
            .Select(line => line.Split(';')[0])
            .Select(symbol => symbol[0] switch
            {
                'P' => InGetterForm(symbol[2..]),
                'M' => symbol[2..].Split('(')[0],
                _ => symbol[2..],
            });

    private static string InGetterForm(string property) =>
        property.LastIndexOf('.') is var dot ? $"{property[..dot]}.get_{property[(dot + 1)..]}" : property;

    // An iterator asks for the thread that made it, so that each enumeration has a state of its own: the compiler
    // writes that into the nested type that it generates, no code sees it, and no answer depends on it.
    private static bool IsAllowed(Reference reference) =>
        reference.User.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute")
        && reference.Used.FullName is
            "System.Environment" or "System.Int32 System.Environment::get_CurrentManagedThreadId()";

    private static bool IsExempt(Reference reference) =>
        Exemptions.Contains((UserOf(reference.User), OwnerOf(reference.Used)));

    private static string OwnerOf(MemberReference used) => (used as TypeReference ?? used.DeclaringType).FullName;

    // What the compiler nests in a type is that type.
    private static string UserOf(TypeDefinition user) =>
        user.Name.StartsWith('<') && user.DeclaringType is { } outer ? UserOf(outer) : user.FullName;

    private bool IsBanned(MemberReference used)
    {
        if (used is TypeReference type)
        {
            return _names.Contains(type.FullName) || BannedNamespaces.Any(banned =>
                type.Namespace == banned || type.Namespace.StartsWith(banned + ".", StringComparison.Ordinal));
        }

        var owner = used.DeclaringType.GetElementType();
        return IsBanned(owner) || _names.Contains($"{owner.FullName}.{used.Name}");
    }
}
