namespace AmlSecurity.Tour.WholeLife;

/// <summary>One record of the walk, as the chapter shows it.</summary>
/// <param name="Index">Its place in the log.</param>
/// <param name="Who">Who acts.</param>
/// <param name="What">The operation.</param>
/// <param name="Outcome">What came of it, with the reason or what allows it.</param>
internal sealed record LifeLine(long Index, string Who, string What, string Outcome);
