using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>An expression of a template.</summary>
internal abstract class TemplateExpression
{
    private TemplateExpression()
    {
    }

    /// <summary>A string or a number.</summary>
    public sealed class Literal(ConfigurationValue value) : TemplateExpression
    {
        public ConfigurationValue Value => value;
    }

    /// <summary>A function with its arguments.</summary>
    public sealed class Call(string name, ImmutableArray<TemplateExpression> arguments) : TemplateExpression
    {
        /// <summary>Gets the name as written.</summary>
        public string NameAsWritten => name;

        /// <summary>Gets the name in lower case, as functions are found.</summary>
        public string Name { get; } = name.ToLowerInvariant();

        public ImmutableArray<TemplateExpression> Arguments => arguments;
    }

    /// <summary>A member or an element of what another expression gives.</summary>
    public sealed class Access(TemplateExpression target, TemplateExpression key) : TemplateExpression
    {
        public TemplateExpression Target => target;

        public TemplateExpression Key => key;
    }
}
