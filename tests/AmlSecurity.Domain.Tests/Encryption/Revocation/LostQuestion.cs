namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Lists what is known of the questions that were given up and may still be answered.</summary>
internal enum LostQuestion
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>There are some, all for a version that has been disabled ever since.</summary>
    Fails,

    /// <summary>There is one that may be answered with success, and more than once.</summary>
    MaySucceed,
}
