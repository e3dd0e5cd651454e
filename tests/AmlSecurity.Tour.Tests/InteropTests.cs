using AmlSecurity.Tour.Interop;

namespace AmlSecurity.Tour.Tests;

public sealed class InteropTests
{
    [ShellFact]
    public void The_lines_that_are_shown_open_the_model_and_verify_the_checkpoint()
    {
        var folder = Directory.CreateTempSubdirectory("amlsec-interop-").FullName;
        try
        {
            var (exitCode, output) = ShellFactAttribute.Run(string.Join('\n', InteropShow.Make().Lines), folder);

            Assert.True(exitCode == 0, output);
            Assert.Contains(":churn", output, StringComparison.Ordinal);
            Assert.EndsWith(
                "weights of the model\n", File.ReadAllText(Path.Combine(folder, "content.der")), StringComparison.Ordinal);
            Assert.StartsWith(
                "ml.example/audit\n1\n", File.ReadAllText(Path.Combine(folder, "verified.txt")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
