using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks;

/// <summary>Measures the benchmarks of one class in turns, for ratios that a busy machine does not spoil.</summary>
/// <remarks>
/// Batches of about a millisecond of each method follow each other, hundreds of times; the fastest batch of each counts.
/// Whatever else runs on the machine only ever makes a batch slower, and makes all methods slower alike.
/// </remarks>
internal static class Ratios
{
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Measures and reports.</summary>
    /// <param name="name">The end of the name of the class.</param>
    /// <param name="rounds">How many batches of each method.</param>
    /// <param name="report">Where the figures go.</param>
    public static void Run(string name, int rounds, TextWriter report)
    {
        var types = typeof(Ratios).Assembly.GetTypes()
            .Where(type => type.FullName!.EndsWith(name, StringComparison.Ordinal) && Smoke.MethodsOf(type).Any());
        foreach (var type in types)
        {
            foreach (var parameters in Smoke.Combinations(type))
            {
                var instance = Activator.CreateInstance(type)!;
                foreach (var (property, value) in parameters)
                {
                    property.SetValue(instance, value);
                }

                foreach (var setup in Smoke.SetupsOf(type))
                {
                    setup.Invoke(instance, null);
                }

                report.WriteLine($"{type.Name} {string.Join(", ", parameters.Select(p => $"{p.Property.Name}={p.Value}"))}");
                Measure([.. Smoke.MethodsOf(type).Select(method => new Turn(method, instance))], rounds, report);
            }
        }
    }

    private static void Measure(Turn[] turns, int rounds, TextWriter report)
    {
        foreach (var turn in turns)
        {
            turn.WarmUp(Batch);
        }

        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds && watch.Elapsed < Longest; round++)
        {
            foreach (var turn in turns)
            {
                turn.Take();
            }
        }

        var baseline = Array.Find(turns, turn => turn.IsBaseline) ?? turns[0];
        foreach (var turn in turns)
        {
            report.WriteLine(
                $"  {turn.Name,-22} {turn.Best / baseline.Best,8:F2} {turn.Best,14:N0} ns {turn.Allocated,12:N0} B");
        }
    }

    private sealed class Turn(MethodInfo method, object instance)
    {
        private readonly Action _call = Bind(method, instance);
        private readonly int _operations = method.GetCustomAttribute<BenchmarkAttribute>()!.OperationsPerInvoke;
        private int _calls = 1;

        public string Name => method.Name;

        public bool IsBaseline => method.GetCustomAttribute<BenchmarkAttribute>()!.Baseline;

        /// <summary>Gets the time of one operation in the fastest batch, in nanoseconds.</summary>
        public double Best { get; private set; } = double.MaxValue;

        /// <summary>Gets what one operation allocated in the last batch, on this thread.</summary>
        public long Allocated { get; private set; }

        public void WarmUp(TimeSpan batch)
        {
            var watch = Stopwatch.StartNew();
            for (var tiers = 0; tiers < 3 && watch.Elapsed.TotalSeconds < 1; tiers++)
            {
                for (var call = 0; call < 200 && watch.Elapsed.TotalSeconds < 1; call++)
                {
                    _call();
                }

                Thread.Sleep(120);
            }

            Take();
            _calls = Math.Max(1, (int)(batch.TotalNanoseconds / (Best * _operations)));
            Best = double.MaxValue;
        }

        public void Take()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var call = 0; call < _calls; call++)
            {
                _call();
            }

            Best = Math.Min(Best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / _calls / _operations);
            Allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / _calls / _operations;
        }

        private static Action Bind(MethodInfo method, object instance)
        {
            if (method.ReturnType == typeof(void))
            {
                return method.CreateDelegate<Action>(instance);
            }

            // Nothing that a benchmark returns is boxed: only the call is measured.
            var bind = typeof(Turn).GetMethod(nameof(Discard), BindingFlags.NonPublic | BindingFlags.Static)!;
            return (Action)bind.MakeGenericMethod(method.ReturnType).Invoke(null, [method, instance])!;
        }

        private static Action Discard<T>(MethodInfo method, object instance)
        {
            var call = method.CreateDelegate<Func<T>>(instance);
            return () => call();
        }
    }
}
