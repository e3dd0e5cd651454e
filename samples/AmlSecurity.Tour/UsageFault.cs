namespace AmlSecurity.Tour;

/// <summary>Says what is wrong with the command line.</summary>
internal readonly record struct UsageFault(string Reason);
