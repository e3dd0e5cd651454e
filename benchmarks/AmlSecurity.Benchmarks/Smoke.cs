using System.Diagnostics;
using System.Reflection;
using AmlSecurity.Benchmarks.Authorization.Workload;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks;

/// <summary>Runs every benchmark once, in this process and untimed, so that none breaks unseen.</summary>
/// <remarks>The global setups check that the floors answer as the policy does.</remarks>
internal static class Smoke
{
    /// <summary>Runs them all.</summary>
    /// <param name="report">Where the names go.</param>
    /// <returns><see langword="true"/> if none threw.</returns>
    public static bool Run(TextWriter report)
    {
        var watch = Stopwatch.StartNew();
        foreach (var groups in AccessWorkload.GroupCounts)
        {
            report.WriteLine(AccessWorkload.Of(groups));
        }

        var (passed, failed) = (0, 0);
        foreach (var type in typeof(Smoke).Assembly.GetTypes().Where(type => MethodsOf(type).Any()))
        {
            foreach (var parameters in Combinations(type).Where(parameters => !parameters.Any(IsLarge)))
            {
                var instance = Activator.CreateInstance(type)!;
                foreach (var (property, value) in parameters)
                {
                    property.SetValue(instance, value);
                }

                var name = $"{type.Name}({string.Join(", ", parameters.Select(p => $"{p.Property.Name}={p.Value}"))})";
                foreach (var method in SetupsOf(type).Concat(MethodsOf(type)))
                {
                    var fault = Invoke(instance, method);
                    report.WriteLine($"{name}.{method.Name} {fault ?? "ok"}");
                    passed += fault is null ? 1 : 0;
                    failed += fault is null ? 0 : 1;
                }
            }
        }

        report.WriteLine($"smoke: {passed} ok, {failed} failed, {watch.Elapsed.TotalSeconds:F1} s");
        return failed == 0 && passed > 0;
    }

    public static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute)));

    public static IEnumerable<MethodInfo> SetupsOf(Type type) =>
        type.GetMethods().Where(method => method.IsDefined(typeof(GlobalSetupAttribute)));

    public static IEnumerable<(PropertyInfo Property, object? Value)[]> Combinations(Type type)
    {
        IEnumerable<(PropertyInfo, object?)[]> combinations = [[]];
        foreach (var property in type.GetProperties())
        {
            if (property.GetCustomAttribute<ParamsAttribute>() is { } parameter)
            {
                combinations = [.. combinations.SelectMany(
                    _ => parameter.Values,
                    (before, value) => ((PropertyInfo, object?)[])[.. before, (property, value)])];
            }
        }

        return combinations;
    }

    // The largest workloads take gigabytes, and run the same code.
    private static bool IsLarge((PropertyInfo Property, object? Value) parameter) =>
        parameter is { Property.Name: "Assignments", Value: > AccessWorkload.UsualSize };

    private static string? Invoke(object instance, MethodInfo method)
    {
        try
        {
            method.Invoke(instance, null);
            return null;
        }
        catch (TargetInvocationException error)
        {
            return $"FAILED: {error.InnerException}";
        }
    }
}
