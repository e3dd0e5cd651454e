namespace AmlSecurity.Tour.Inputs;

/// <summary>Says why a folder cannot be toured at all.</summary>
internal readonly record struct FolderFault(string Reason);
