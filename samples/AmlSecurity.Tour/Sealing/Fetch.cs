namespace AmlSecurity.Tour.Sealing;

/// <summary>One run of bytes that was fetched from where an envelope is stored.</summary>
internal readonly record struct Fetch(long Offset, int Length);
