using System.Text.Encodings.Web;
using System.Text.Json;

namespace AmlSecurity.Tour.Sarif;

/// <summary>Writes the findings of the templates into a file.</summary>
internal static class SarifFile
{
    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file.</summary>
    /// <returns>Why it cannot be written, or null.</returns>
    public static string? Write(string path, TourInputs inputs)
    {
        try
        {
            using var file = File.Create(path);
            using var json = new Utf8JsonWriter(file, Readable);
            SarifLog.Of(inputs).WriteTo(json);
            json.Flush();
            file.WriteByte((byte)'\n');
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            return $"`{path}` cannot be written: {error.Message}";
        }
    }
}
