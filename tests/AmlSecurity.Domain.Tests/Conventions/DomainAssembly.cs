using System.Reflection;
using AmlSecurity.Domain.Rules;
using Mono.Cecil;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>The library as the conventions look at it: loaded, and as IL.</summary>
internal static class DomainAssembly
{
    public const string RootNamespace = "AmlSecurity.Domain";

    public static Assembly Loaded { get; } = typeof(RuleId).Assembly;

    public static string Path => Loaded.Location;

    /// <summary>Gets every public type, nested ones too.</summary>
    public static IEnumerable<Type> PublicTypes => Loaded.GetTypes().Where(type => type.IsVisible);

    public static ModuleDefinition ReadIl() => ReadIl(Path);

    public static ModuleDefinition ReadIl(string path)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        return ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = resolver });
    }
}
