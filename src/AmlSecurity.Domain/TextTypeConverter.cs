using System.ComponentModel;
using System.Globalization;

namespace AmlSecurity.Domain;

/// <summary>Converts a text type from and to <see cref="string"/>, so that configuration binding understands
/// it.</summary>
/// <typeparam name="T">The text type. Its <see cref="object.ToString"/> is the text.</typeparam>
/// <remarks>Safe for concurrent use. Bad text is a <see cref="FormatException"/> with the reason.</remarks>
public sealed class TextTypeConverter<T> : TypeConverter
    where T : class, IParsable<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, culture) : base.ConvertFrom(context, culture, value);
}
