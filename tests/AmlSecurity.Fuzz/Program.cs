using AmlSecurity.Fuzz;
using SharpFuzz;

// eng/fuzz.sh asks for the list of targets and for their seeds, and has afl-fuzz drive the loop of one target.
// A person replays what was found, to see the exception.
switch (args)
{
    case ["list"]:
        Console.WriteLine(string.Join('\n', FuzzTargets.All.Keys));
        return 0;
    case ["seeds", var folder, var inputs]:
        await FuzzSeeds.WriteAsync(folder, inputs).ConfigureAwait(false);
        return 0;
    case ["replay", var name, .. var files] when FuzzTargets.All.TryGetValue(name, out var replayed):
        foreach (var file in files)
        {
            replayed(await File.ReadAllBytesAsync(file).ConfigureAwait(false));
        }

        return 0;
    case ["run", var name] when FuzzTargets.All.TryGetValue(name, out var target):
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var input = new MemoryStream();
            stream.CopyTo(input);
            target(input.ToArray());
        });
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: list | seeds FOLDER INPUTS | replay TARGET FILE... | run TARGET").ConfigureAwait(false);
        return 2;
}
