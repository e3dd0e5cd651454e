using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>A text type with a good and a bad text, and every way in which a host meets it.</summary>
public abstract record TextTypeExample(Type Type, string Good, string Bad)
{
    /// <summary>Names an example.</summary>
    /// <param name="good">A text in the form that <c>ToString</c> returns.</param>
    /// <param name="bad">A text that <c>Read</c> refuses.</param>
    public static TextTypeExample Of<T>(string good, string bad)
        where T : class, ISpanParsable<T> => new Example<T>(good, bad);

    public abstract string? ThroughParsable(string text);

    public abstract string? ThroughSpanParsable(string text);

    public abstract string? ThroughTryParse(string? text);

    public abstract string? ThroughSpanTryParse(string text);

    public abstract string? ThroughJsonValue(string text);

    public abstract string? ThroughJsonName(string text);

    public abstract string? ThroughOptions(string text);

    public abstract Task<(int Status, string Body)> ThroughMinimalApiAsync(string text);

    public string? ThroughTypeConverter(string text) =>
        TypeDescriptor.GetConverter(Type) is var converter && converter.CanConvertFrom(typeof(string))
            ? converter.ConvertToInvariantString(converter.ConvertFromInvariantString(text)!)
            : null;

    public override string ToString() => Type.Name;

    private sealed record Example<T>(string Good, string Bad) : TextTypeExample(typeof(T), Good, Bad)
        where T : class, ISpanParsable<T>
    {
        public override string? ThroughParsable(string text) => T.Parse(text, null).ToString();

        public override string? ThroughSpanParsable(string text) => T.Parse(text.AsSpan(), null).ToString();

        public override string? ThroughTryParse(string? text) =>
            T.TryParse(text, null, out var value) ? value.ToString() : null;

        public override string? ThroughSpanTryParse(string text) =>
            T.TryParse(text.AsSpan(), null, out var value) ? value.ToString() : null;

        public override string? ThroughJsonValue(string text)
        {
            var value = JsonSerializer.Deserialize<T[]>(JsonSerializer.Serialize(new[] { text }));
            return JsonSerializer.Deserialize<string[]>(JsonSerializer.Serialize(value))![0];
        }

        public override string? ThroughJsonName(string text)
        {
            var names = new Dictionary<string, int> { [text] = 1 };
            var read = JsonSerializer.Deserialize<Dictionary<T, int>>(JsonSerializer.Serialize(names));
            return JsonSerializer.Deserialize<Dictionary<string, int>>(JsonSerializer.Serialize(read))!.Keys.Single();
        }

        public override string? ThroughOptions(string text) =>
            new ConfigurationBuilder()
                .AddInMemoryCollection([new("Value", text), new("Values:0", text)])
                .Build()
                .Get<Options<T>>() is { Value: { } value, Values: [var first] } && first.Equals(value)
                    ? value.ToString()
                    : null;

        public override async Task<(int Status, string Body)> ThroughMinimalApiAsync(string text)
        {
            await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
            var door = RequestDelegateFactory.Create(
                (T value) => value.ToString(),
                new RequestDelegateFactoryOptions { ServiceProvider = services, RouteParameterNames = ["value"] });
            using var body = new MemoryStream();
            var call = new DefaultHttpContext { RequestServices = services };
            call.Request.RouteValues["value"] = text;
            call.Response.Body = body;
            await door.RequestDelegate(call);
            return (call.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
        }

        public override string ToString() => base.ToString();
    }

    private sealed class Options<T>
    {
        public T? Value { get; set; }

        public List<T> Values { get; } = [];
    }
}
