using System.Globalization;
using System.Text;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Writes and reads values as JSON inside expressions.</summary>
internal static class TemplateJson
{
    /// <summary>Writes a value without blanks. Nothing in it may be unresolved.</summary>
    public static string Write(ConfigurationValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>Reads a value.</summary>
    /// <returns>The value; not understood, if the text is not JSON.</returns>
    public static ConfigurationValue Read(string text) =>
        ConfigurationText.Read(Encoding.UTF8.GetBytes(text)).Match(
            read => read.Value.WithoutOffsets(),
            _ => ConfigurationValue.Faulty("what `json` is given is not JSON"));

    private static void Write(StringBuilder text, ConfigurationValue value)
    {
        switch (value.Kind)
        {
            case ConfigurationNodeKind.Text:
                WriteText(text, value.Text);
                break;
            case ConfigurationNodeKind.Array:
                text.Append('[');
                foreach (var (at, item) in value.Items.Index())
                {
                    text.Append(at == 0 ? "" : ",");
                    Write(text, item);
                }

                text.Append(']');
                break;
            case ConfigurationNodeKind.Object:
                text.Append('{');
                foreach (var (at, member) in value.Members.Index())
                {
                    text.Append(at == 0 ? "" : ",");
                    WriteText(text, member.Key);
                    text.Append(':');
                    Write(text, member.Value);
                }

                text.Append('}');
                break;
            default:
                text.Append(value.Text);
                break;
        }
    }

    private static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' or '\\' => text.Append('\\').Append(character),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
