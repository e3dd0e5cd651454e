using System.Collections.Immutable;

namespace AmlSecurity.Tour.Inputs;

/// <summary>A configuration document, or why a file is none.</summary>
internal sealed record TemplateReading(TemplateInput? Value, ImmutableArray<Remark> Faults);
